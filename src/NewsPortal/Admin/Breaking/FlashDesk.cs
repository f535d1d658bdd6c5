using System.Globalization;
using Microsoft.EntityFrameworkCore;
using NewsPortal.Accounts;
using NewsPortal.Articles;
using NewsPortal.Breaking;
using NewsPortal.Data;

namespace NewsPortal.Admin.Breaking;

/// <summary>Reads the desk's form and raises what it says.</summary>
public sealed class FlashDesk(NewsDb db, RunningOrder order, StoryBodies bodies, Words words, TimeProvider clock)
{
    /// <exception cref="RefusedException">A rule is against it.</exception>
    public async Task<FlashAnswer> RaiseAsync(FlashForm form, Staffer me, CancellationToken cancel)
    {
        var text = FlashText.Of(form.Text);
        if (await FaultAsync(form, me, cancel) is { } fault)
        {
            return new FlashAnswer { Fault = fault };
        }

        if (FlashText.HasMarkup(text) && !form.Anyway.Contains(FlashDoubt.Markup))
        {
            return new FlashAnswer { Doubt = FlashDoubt.Markup };
        }

        var raising = await order.RaiseAsync(await OrderAsync(form, text, me, cancel), me, cancel);
        return raising.Outcome switch
        {
            RaisingOutcome.SameOnAir => new FlashAnswer { Doubt = FlashDoubt.Same, Other = raising.Flash },
            RaisingOutcome.NoRoom => new FlashAnswer { Fault = new Fault(nameof(form.GivesWayId), words["All places are taken. Say which flash leaves, then publish."]) },
            _ => new FlashAnswer { Raised = raising.Flash },
        };
    }

    private async Task<RaisingOrder> OrderAsync(FlashForm form, string text, Staffer me, CancellationToken cancel)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var copy = new FlashCopy(form.Level, text, now.AddMinutes(form.Minutes))
        {
            SectionId = form.SectionId,
            ArticleId = int.TryParse(form.To, NumberStyles.None, CultureInfo.InvariantCulture, out var story) ? story : null,
            NewStory = form.To == FlashForm.ANewStory ? await BeginAsync(form, text, me, now, cancel) : null,
        };
        return new RaisingOrder(copy, form.Key == Guid.Empty ? Guid.NewGuid() : form.Key)
        {
            FollowsId = form.FollowsId,
            GivesWayId = form.GivesWayId,
            EvenIfSame = form.Anyway.Contains(FlashDoubt.Same),
        };
    }

    private async Task<Article> BeginAsync(FlashForm form, string text, Staffer me, DateTime now, CancellationToken cancel)
    {
        var copy = new Copy { Headline = text, Slug = Slug.Of(text), SectionId = form.SectionId, LastMinute = true };
        return Article.Start(ArticleKind.Story, copy, await bodies.RenderAsync("", null, cancel), me.Signature, now);
    }

    private async Task<Fault?> FaultAsync(FlashForm form, Staffer me, CancellationToken cancel)
    {
        if (!me.WorksFor(form.SectionId) || (form.SectionId is { } section && !await db.Sections.AnyAsync(s => s.Id == section, cancel)))
        {
            return new Fault(nameof(form.SectionId), words["Choose a section."]);
        }

        if (form.Minutes < 1 || form.Minutes > Flash.Longest.TotalMinutes)
        {
            return new Fault(nameof(form.Minutes), words["Choose how long it stays: it ends after it begins, and at most {0} hours later.", (int)Flash.Longest.TotalHours]);
        }

        return form.To is null or "" or FlashForm.ANewStory || await db.LinkableTo(me, form.To).AnyAsync(cancel)
            ? null
            : new Fault(nameof(form.To), words["There is no such story for you. Choose another, or nothing yet."]);
    }
}

/// <summary>What became of the form: it was raised, something is wrong with it, or there is something to ask.</summary>
public sealed record FlashAnswer
{
    public Flash? Raised { get; init; }

    public Fault? Fault { get; init; }

    public FlashDoubt? Doubt { get; init; }

    /// <summary>The flash on air that says the same.</summary>
    public Flash? Other { get; init; }
}
