using CsCheck;
using NewsPortal.Articles;
using NewsPortal.Articles.Merging;
using NewsPortal.Media;
using NewsPortal.Tests.Support;

namespace NewsPortal.Tests.Articles.Merging;

public sealed class CopyMergeTests
{
    private static readonly Copy Start = Some.Copy() with
    {
        Standfirst = "The mayor walked first.",
        Body = "One.\n\nTwo.\n\nThree.",
        TagIds = [1, 2],
        Bylines = [new(7), new(8, BylineRole.Photographer)],
        Lead = new Figure { PhotoId = 4, Caption = "The bridge." },
    };

    private static readonly Gen<string?> Words = Gen.OneOf<string?>(null, "red", "blue", "green");

    // Few pieces, some of them repeated, so that anything can meet anything.
    private static readonly Gen<string> Body = Gen.OneOf("A", "B", "C", "D", "- x\n- y", "- x\n- z", "", "\n").List[0, 8]
        .Select(Gen.OneOf("\n\n", "\n\n\n", "\n"), (parts, gap) => string.Join(gap, parts));

    private static readonly Gen<Copy> Copies = Gen.Select(Words, Words, Body, Gen.Int[1, 4].HashSet[0, 4], Gen.Int[1, 3].HashSet[0, 3], Gen.Int[0, 3])
        .Select((headline, standfirst, body, tags, authors, number) => Some.Copy(headline ?? "") with
        {
            Standfirst = standfirst,
            Body = body,
            TagIds = [.. tags],
            Bylines = [.. authors.Select(id => new BylineCopy(id, (BylineRole)number))],
            Lead = number == 0 ? null : new Figure { PhotoId = 1 + (number / 2), Caption = standfirst },
            WorkType = (WorkType)number,
            Pinned = number == 1,
        });

    private static readonly Gen<(Copy Base, Copy Mine, Copy Theirs)> Triples = Gen.Select(Copies, Copies, Copies);

    [Fact]
    public void What_only_one_side_changed_stands_and_what_both_changed_alike_stands_once() => Triples.Try(
        copies =>
        {
            AssertMerged(copies.Mine, CopyMerge.Of(copies.Base, copies.Mine, copies.Base));
            AssertMerged(copies.Theirs, CopyMerge.Of(copies.Base, copies.Base, copies.Theirs));
            AssertMerged(copies.Mine, CopyMerge.Of(copies.Base, copies.Mine, copies.Mine));
        },
        2000);

    [Fact]
    public void Nothing_that_either_side_wrote_is_missing_from_the_merge_and_its_conflicts() => Gen.Select(Words, Words, Paragraphs, Paragraphs, Paragraphs).Try(
        written =>
        {
            var (mine, theirs, from, my, their) = written;
            var merged = CopyMerge.Of(Text(null, from), Text(mine, my), Text(theirs, their));
            var kept = string.Join('\n', merged.Conflicts.SelectMany(c => new[] { c.Mine, c.Theirs })) + merged.Copy.Standfirst + merged.Copy.Body;
            Assert.All(new[] { mine, theirs }.OfType<string>(), word => Assert.Contains(word, kept, StringComparison.Ordinal));
            Assert.All(my.Concat(their).Except(from), paragraph => Assert.Contains(paragraph, kept, StringComparison.Ordinal));
        },
        5000);

    [Fact]
    public void Edits_of_different_paragraphs_never_conflict_and_both_survive() => Gen.Select(Gen.Int[2, 12], Gen.Int[0, 5].Array[12]).Try(
        plan =>
        {
            var (count, edits) = plan;
            var from = Enumerable.Range(0, count).Select(i => $"Paragraph {i}.\nIts second line.").ToList();
            var mine = Rewritten(from, edits, offset: 0, "mine");
            var theirs = Rewritten(from, edits, offset: 3, "theirs");
            var merged = CopyMerge.Of(Start with { Body = Joined(from) }, Start with { Body = mine }, Start with { Body = theirs });
            Assert.Empty(merged.Conflicts);
            Assert.All(new[] { mine, theirs }.SelectMany(body => body.Split("\n\n")).Except(from),
                paragraph => Assert.Contains(paragraph, merged.Copy.Body.Split("\n\n")));
        },
        2000);

    [Fact]
    public void Choosing_a_side_for_every_conflict_leaves_none_and_takes_that_side() => Triples.Try(
        copies =>
        {
            var open = CopyMerge.Of(copies.Base, copies.Mine, copies.Theirs).Conflicts;
            var merged = CopyMerge.Of(copies.Base, copies.Mine, copies.Theirs, open.ToDictionary(c => c.Key, _ => Side.Mine));
            Assert.Empty(merged.Conflicts);
            Assert.All(open.Where(c => c.Field == CopyField.Standfirst), _ => Assert.Equal(copies.Mine.Standfirst, merged.Copy.Standfirst));
            Assert.All(open.Where(c => c is { Field: CopyField.Body, Mine: not null }),
                c => Assert.Contains(c.Mine!, merged.Copy.Body, StringComparison.Ordinal));
        },
        2000);

    [Fact]
    public void Two_headlines_are_a_conflict_and_theirs_stands_until_somebody_chooses()
    {
        var (mine, theirs) = (Start with { Headline = "Mine" }, Start with { Headline = "Theirs", Standfirst = "New." });
        var merged = CopyMerge.Of(Start, mine, theirs);
        Assert.Equal(new("Headline", CopyField.Headline, "A bridge opens", "Mine", "Theirs"), Assert.Single(merged.Conflicts));
        Assert.Equal(("Theirs", "New."), (merged.Copy.Headline, merged.Copy.Standfirst));
        Assert.Equal([CopyField.Standfirst], merged.FromTheirs);
    }

    [Fact]
    public void An_address_made_of_its_headline_follows_it_and_is_no_conflict_of_its_own()
    {
        var merged = CopyMerge.Of(Start, Start with { Headline = "Mine", Slug = "mine" }, Start with { Headline = "Theirs", Slug = "theirs" });
        Assert.Equal([CopyField.Headline], merged.Conflicts.Select(conflict => conflict.Field));
        Assert.Equal("theirs", merged.Copy.Slug);
        var chosen = CopyMerge.Of(Start, Start with { Headline = "Mine", Slug = "kept" }, Start with { Headline = "Theirs", Slug = "theirs" });
        Assert.Equal("kept", chosen.Copy.Slug);
    }

    [Fact]
    public void One_paragraph_rewritten_twice_can_be_kept_twice()
    {
        var (mine, theirs) = (Start with { Body = "One.\n\nTwo, mine.\n\nThree." }, Start with { Body = "One.\n\nTwo, theirs.\n\nThree." });
        var conflict = Assert.Single(CopyMerge.Of(Start, mine, theirs).Conflicts);
        Assert.Equal(("Two.", "Two, mine.", "Two, theirs."), (conflict.Base, conflict.Mine, conflict.Theirs));
        var both = CopyMerge.Of(Start, mine, theirs, new Dictionary<string, Side> { [conflict.Key] = Side.Both });
        Assert.Equal("One.\n\nTwo, theirs.\n\nTwo, mine.\n\nThree.", both.Copy.Body);
    }

    [Fact]
    public void Two_items_of_one_list_are_changed_without_a_conflict()
    {
        var start = Start with { Body = "- bread\n- milk\n- tea" };
        var merged = CopyMerge.Of(start, start with { Body = "- rye\n- milk\n- tea" }, start with { Body = "- bread\n- milk\n- coffee" });
        Assert.Empty(merged.Conflicts);
        Assert.Equal("- rye\n- milk\n- coffee", merged.Copy.Body);
    }

    [Fact]
    public void Tags_and_bylines_of_both_are_there_and_what_one_took_out_is_out()
    {
        var mine = Start with { TagIds = [2, 3], Bylines = [new(7, BylineRole.Reporter, "Hauth"), new(8, BylineRole.Photographer)] };
        var theirs = Start with { TagIds = [1, 2, 4], Bylines = [new(7), new(9)] };
        var merged = CopyMerge.Of(Start, mine, theirs);
        Assert.Empty(merged.Conflicts);
        Assert.Equal([2, 4, 3], merged.Copy.TagIds);
        Assert.Equal([new(7, BylineRole.Reporter, "Hauth"), new(9)], merged.Copy.Bylines);
    }

    [Fact]
    public void A_caption_and_an_alt_text_written_for_one_picture_meet_without_a_conflict()
    {
        var merged = CopyMerge.Of(Start, Start with { Lead = Start.Lead! with { Caption = "At dusk." } }, Start with { Lead = Start.Lead! with { Alt = "A bridge." } });
        Assert.Empty(merged.Conflicts);
        Assert.Equal(new Figure { PhotoId = 4, Caption = "At dusk.", Alt = "A bridge." }, merged.Copy.Lead);
    }

    private static Gen<List<string>> Paragraphs => Gen.Int[0, 30].HashSet[0, 7].Select(numbers => numbers.Select(number => $"p{number};").ToList());

    private static Copy Text(string? standfirst, IEnumerable<string> paragraphs) => Some.Copy() with { Standfirst = standfirst, Body = Joined(paragraphs) };

    private static string Joined(IEnumerable<string> paragraphs) => string.Join("\n\n", paragraphs);

    // The plan gives each paragraph to one side: 0 to 2 to the first, 3 to 5 to the second.
    private static string Rewritten(List<string> from, int[] edits, int offset, string by) => Joined(from.SelectMany((paragraph, i) => (edits[i] - offset) switch
    {
        0 => new[] { $"Rewritten {i} by {by}." },
        1 => [],
        2 => [$"{paragraph} Continued by {by}.", $"Added after {i} by {by}."],
        _ => [paragraph],
    }));

    private static void AssertMerged(Copy expected, MergedCopy merged)
    {
        Assert.Empty(merged.Conflicts);
        Assert.Equal([], CopyChanges.Between(expected, merged.Copy));
    }
}
