using System.Globalization;
using NewsPortal.Media;

namespace NewsPortal.Articles.Merging;

/// <summary>
/// Puts the changes of two people who started from the same copy together. What only one of them changed stands; what
/// both changed differently is a conflict, of which no word is lost.
/// </summary>
public sealed class CopyMerge
{
    private readonly Settlement settlement;
    private readonly Copy @base;
    private readonly Copy mine;
    private readonly Copy theirs;

    private CopyMerge(Copy @base, Copy mine, Copy theirs, IReadOnlyDictionary<string, Side>? chosen)
        => (this.@base, this.mine, this.theirs, settlement) = (@base, mine, theirs, new Settlement(chosen));

    /// <param name="base">What both started from.</param>
    /// <param name="mine">What was refused.</param>
    /// <param name="theirs">What is saved.</param>
    /// <param name="chosen">By <see cref="MergeConflict.Key"/>, how a person settled conflicts of these very copies.</param>
    public static MergedCopy Of(Copy @base, Copy mine, Copy theirs, IReadOnlyDictionary<string, Side>? chosen = null)
    {
        var merge = new CopyMerge(@base, mine, theirs, chosen);
        var copy = merge.Words();
        copy = copy with { Slug = copy.Slug.Length > 0 ? copy.Slug : Slug.Of(copy.Headline) };
        var conflicts = merge.settlement.Open;
        var theirChanges = CopyChanges.Between(mine, copy).Except(conflicts.Where(c => c.Field != CopyField.Body).Select(c => c.Field));
        return new(copy, conflicts, [.. theirChanges.Intersect(CopyChanges.Between(@base, theirs))]);
    }

    private Copy Words() => theirs with
    {
        Headline = Text(CopyField.Headline, copy => copy.Headline) ?? "",
        Standfirst = Text(CopyField.Standfirst, copy => copy.Standfirst),
        Kicker = Text(CopyField.Kicker, copy => copy.Kicker),
        Body = new BodyMerge(settlement).Merge(@base.Body, mine.Body, theirs.Body),
        FrontHeadline = Text(CopyField.FrontHeadline, copy => copy.FrontHeadline),
        SearchTitle = Text(CopyField.SearchTitle, copy => copy.SearchTitle),
        SearchDescription = Text(CopyField.SearchDescription, copy => copy.SearchDescription),
        SocialTitle = Text(CopyField.SocialTitle, copy => copy.SocialTitle),
        SocialText = Text(CopyField.SocialText, copy => copy.SocialText),
        SocialPhotoId = Value(CopyField.SocialPhoto, copy => copy.SocialPhotoId),
        SectionId = Value(CopyField.Section, copy => copy.SectionId),
        TagIds = ListMerge.Of(@base.TagIds, mine.TagIds, theirs.TagIds),
        Bylines = Bylines(),
        Lead = Lead(),
        RelatedIds = ListMerge.Of(@base.RelatedIds, mine.RelatedIds, theirs.RelatedIds),
        WorkType = Value(CopyField.WorkType, copy => copy.WorkType),
        Language = Text(CopyField.Language, copy => copy.Language),
        Slug = Text(CopyField.Slug, Address) ?? "",
        CommentsMode = Value(CopyField.CommentsMode, copy => copy.CommentsMode),
        LastMinute = Value(CopyField.LastMinute, copy => copy.LastMinute),
        Pinned = Value(CopyField.Pinned, copy => copy.Pinned),
        EmbargoUtc = Value(CopyField.Embargo, copy => copy.EmbargoUtc),
    };

    // An address that was made of its headline is made of the merged one: two headlines are one question, not two.
    private static string? Address(Copy copy) => copy.Slug == Slug.Of(copy.Headline) ? "" : copy.Slug;

    private string? Text(CopyField field, Func<Copy, string?> of) => Value(field, of);

    private T Value<T>(CopyField field, Func<Copy, T> of)
        => Value(field.ToString(), field, of(@base), of(mine), of(theirs), value => Convert.ToString(value, CultureInfo.InvariantCulture));

    private T Value<T>(string key, CopyField field, T from, T my, T their, Func<T, string?> print)
    {
        var same = EqualityComparer<T>.Default;
        if (same.Equals(my, their) || same.Equals(my, from))
        {
            return their;
        }

        return same.Equals(their, from) || settlement.Of(new(key, field, print(from), print(my), print(their))) == Side.Mine ? my : their;
    }

    // Two people who chose different pictures mean all of what they wrote under theirs.
    private Figure? Lead()
    {
        if (mine.Lead is not { } my || theirs.Lead is not { } their || @base.Lead is not { } from
            || my.PhotoId != their.PhotoId || my.PhotoId != from.PhotoId)
        {
            return Value(CopyField.Lead.ToString(), CopyField.Lead, @base.Lead, mine.Lead, theirs.Lead, Print);
        }

        return their with
        {
            Caption = Part("Caption", figure => figure.Caption),
            Alt = Part("Alt", figure => figure.Alt),
            Credit = Part("Credit", figure => figure.Credit),
            Decorative = Part("Decorative", figure => figure.Decorative),
        };

        T Part<T>(string name, Func<Figure, T> of) => Value($"{CopyField.Lead}-{name}", CopyField.Lead, of(from), of(my), of(their),
            value => Convert.ToString(value, CultureInfo.InvariantCulture));

        static string? Print(Figure? figure) => figure is null ? null : string.Join(
            '\n', new[] { $"photo:{figure.PhotoId}", figure.Caption, figure.Alt, figure.Credit }.Where(part => !string.IsNullOrEmpty(part)));
    }

    private List<BylineCopy> Bylines()
    {
        var order = ListMerge.Of(Authors(@base), Authors(mine), Authors(theirs)).Union(Authors(theirs)).Union(Authors(mine));
        return [.. order.Select(Line).OfType<BylineCopy>()];

        BylineCopy? Line(int author) => Value($"{CopyField.Bylines}-{author}", CopyField.Bylines,
            LineOf(@base, author), LineOf(mine, author), LineOf(theirs, author),
            line => line is null ? null : string.Join(", ", new[] { line.Role.ToString(), line.Place }.Where(part => part is not null)));
    }

    private static List<int> Authors(Copy copy) => [.. copy.Bylines.Select(line => line.AuthorId).Distinct()];

    private static BylineCopy? LineOf(Copy copy, int author) => copy.Bylines.FirstOrDefault(line => line.AuthorId == author);
}
