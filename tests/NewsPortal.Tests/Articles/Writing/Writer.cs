using Microsoft.Extensions.DependencyInjection;
using NewsPortal.Accounts;
using NewsPortal.Articles;
using NewsPortal.Articles.Writing;
using NewsPortal.Tests.Support;

namespace NewsPortal.Tests.Articles.Writing;

/// <summary>One tab of one person, which remembers only what it was told, as a browser would.</summary>
internal sealed class Writer(Newsroom newsroom, int articleId, Staffer me)
{
    private string? session;
    private int version;
    private int number;

    /// <summary>The text that the tab knows to be saved and builds on.</summary>
    public Copy Seen { get; private set; } = null!;

    public async Task OpenAsync()
    {
        var opened = await newsroom.WithAsync(services => services.GetRequiredService<DraftSaving>().OpenAsync(articleId, me, default));
        (session, version, Seen) = (opened.Id, opened.BaseVersion, opened.BaseCopy!);
    }

    public Task<SavedDraft> SaveAsync(Copy copy)
    {
        number++;
        return SendAsync(copy);
    }

    /// <summary>The last save once more, as after a lost answer.</summary>
    public Task<SavedDraft> SendAsync(Copy copy) => newsroom.WithAsync(services
        => services.GetRequiredService<DraftSaving>().SaveAsync(articleId, session, new(number, version, copy), me, default));

    /// <summary>The answer arrived.</summary>
    public void Hear(SavedDraft answer, Copy sent)
    {
        var refused = answer.Outcome == SaveOutcome.Refused;
        session = answer.Session.Id;
        (version, Seen) = refused ? (answer.Session.TheirVersion!.Value, answer.Session.TheirCopy!) : (answer.Session.BaseVersion, sent);
    }

    public void Forget() => session = "0123456789abcdef0123456789abcdef";
}
