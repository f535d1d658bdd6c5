using NewsPortal.Tests.Support;

namespace NewsPortal.Tests.Accounts;

public sealed class AccountsVerbTests : IDisposable
{
    private readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task It_makes_an_account_once_and_prints_the_link_that_opens_it()
    {
        var made = await CreateAsync("editor", "bo@paper.example");
        Assert.Equal(0, made.ExitCode);
        Assert.Contains("/account/link?token=", made.Output, StringComparison.Ordinal);
        var again = await CreateAsync("editor", "BO@paper.example");
        Assert.NotEqual(0, again.ExitCode);
        Assert.Contains("has an account already", again.Errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("emperor", "bo@paper.example")]
    [InlineData("editor", "no address")]
    public async Task It_says_what_is_wrong(string role, string email) => Assert.NotEqual(0, (await CreateAsync(role, email)).ExitCode);

    private Task<PaperProcess.Ended> CreateAsync(string role, string email) => PaperProcess.RunAsync(
        "accounts", "create", "--role", role, "--email", email, $"--Storage:Path={folder.Path}", "--Serilog:MinimumLevel:Default=Error");
}
