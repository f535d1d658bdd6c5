using Microsoft.EntityFrameworkCore;
using NewsPortal.Data;

namespace NewsPortal.Accounts;

/// <summary>Makes links that work once, and finds what one is for.</summary>
public sealed class OneTimeLinks(NewsDb db, Site site, TimeProvider clock)
{
    internal DateTime Now => clock.GetUtcNow().UtcDateTime;

    /// <summary>Null when somebody works here already: the newsroom is set up.</summary>
    public async Task<string?> ForSetUpAsync(CancellationToken cancel = default)
        => await db.Accounts.OfStaff().AnyAsync(cancel) ? null : await MakeAsync(LinkPurpose.SetUp, null, cancel);

    /// <returns>The whole address. An earlier link of the person no longer works.</returns>
    public async Task<string> MakeAsync(LinkPurpose purpose, Account? account, CancellationToken cancel = default)
    {
        var (link, path) = OneTimeLink.Make(purpose, account, Now);
        await db.WriteAsync(async () =>
        {
            if (account is not null)
            {
                await db.OneTimeLinks.Where(l => l.AccountId == account.Id && l.UsedUtc == null).ExecuteDeleteAsync(cancel);
                account.ForgetReset();
            }

            db.Add(link);
            await db.SaveChangesAsync(cancel);
        }, cancel);
        return site.Absolute(path);
    }

    /// <returns>False when it was used at this very moment.</returns>
    public async Task<bool> SpendAsync(OneTimeLink link, CancellationToken cancel)
    {
        link.Use(Now);
        try
        {
            await db.SaveChangesAsync(cancel);
            return true;
        }
        catch (DbUpdateConcurrencyException)
        {
            return false;
        }
    }

    /// <summary>The link, tracked with its account, when it still opens something.</summary>
    public async Task<OneTimeLink?> FindAsync(string? token, CancellationToken cancel)
    {
        if (token is null)
        {
            return null;
        }

        var hash = OneTimeLink.Hash(token);
        var link = await db.OneTimeLinks.Include(l => l.Account).FirstOrDefaultAsync(l => l.TokenHash == hash, cancel);
        var isOpen = link?.IsOpen(Now) == true && link.Account?.DisabledUtc is null
            && (link.Purpose != LinkPurpose.SetUp || !await db.Accounts.OfStaff().AnyAsync(cancel));
        return isOpen ? link : null;
    }
}
