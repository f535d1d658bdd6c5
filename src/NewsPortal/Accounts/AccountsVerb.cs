using System.CommandLine;
using NewsPortal.Data;
using NewsPortal.Hosting;

namespace NewsPortal.Accounts;

/// <summary><c>accounts create --role R --email E [--name N]</c>: makes an account and prints the link that opens it.</summary>
internal static class AccountsVerb
{
    public static Command Create(IServiceProvider services)
    {
        var role = new Option<Role>("--role") { Required = true, Description = "contributor, editor, moderator or administrator" };
        var email = new Option<string>("--email") { Required = true, Description = "the address to sign in with" };
        var name = new Option<string?>("--name") { Description = "the name that colleagues see; else the address" };
        var create = new Command("create", "Make an account and print a link to choose its password.") { role, email, name };
        create.SetAction(async parsed =>
        {
            await services.PrepareDatabaseAsync();
            await using var scope = services.CreateAsyncScope();
            var address = parsed.GetRequiredValue(email);
            await Console.Out.WriteLineAsync(await MakeAsync(scope.ServiceProvider, address, parsed.GetValue(name) ?? address, parsed.GetRequiredValue(role)));
        });
        return new Command("accounts", "The people of the newsroom.") { create };
    }

    private static async Task<string> MakeAsync(IServiceProvider services, string email, string name, Role role)
    {
        var made = await services.GetRequiredService<Enrolment>().InviteAsync(new Invitation(email, name, role, []), Signature.OfProcess("accounts create"));
        return made.Account is { } account
            ? await services.GetRequiredService<OneTimeLinks>().MakeAsync(LinkPurpose.Invitation, account)
            : throw new StartUpException(made.Faults[0].Words);
    }
}
