using Microsoft.AspNetCore.Mvc;
using NewsPortal.Comments;

namespace NewsPortal.Accounts.Readers;

/// <summary>A reader's own account: name, password, and where they are signed in.</summary>
public sealed class MyAccountController(OwnAccount own, StaffSessions sessions, Words words) : ReaderController
{
    [HttpGet("/account/me")]
    public async Task<IActionResult> Show(CancellationToken cancel) => View("MyAccount", await own.ReadAsync(Me, cancel));

    [HttpPost("/account/me/name")]
    public async Task<IActionResult> Rename(string? name, CancellationToken cancel)
    {
        try
        {
            await own.RenameAsync(Me, CommentCopy.NameOf(name), cancel);
            return Answer(null, words["Your name is changed. What you wrote before keeps the name it had."]);
        }
        catch (RefusedException refused)
        {
            return Answer(words.Of(refused), "");
        }
    }

    [HttpPost("/account/me/password")]
    public async Task<IActionResult> ChangePassword(string? current, string? next, CancellationToken cancel)
        => Answer((await own.ChangePasswordAsync(Me, current ?? "", next ?? "", cancel))?.Words, words["Your password is changed. Every other browser was signed out."]);

    [HttpPost("/account/me/sessions/ending")]
    public async Task<IActionResult> End(Guid? session, CancellationToken cancel)
    {
        await sessions.EndAsync(Me.Id, only: session, except: session is null ? Me.SessionId : null, cancel);
        return Answer(null, words["Signed out there."]);
    }
}
