using System.Net;
using System.Net.Sockets;
using NewsPortal.Hosting;
using NewsPortal.Tests.Support;

namespace NewsPortal.Tests.Hosting;

public sealed class VerbTests
{
    [Fact]
    public void Without_a_verb_everything_is_a_setting()
    {
        var (words, settings) = Verb.Split(["--urls=http://localhost:1", "--Site:Name", "The Day"]);
        Assert.Empty(words);
        Assert.Equal(["--urls=http://localhost:1", "--Site:Name", "The Day"], settings);
    }

    [Fact]
    public void A_verb_keeps_its_own_words_and_gives_up_the_settings()
    {
        var (words, settings) = Verb.Split(
            ["import", "--Storage:Path=/x", "wordpress", "--media", "uploads", "--Site:Name", "The Day", "export.xml"]);
        Assert.Equal(["import", "wordpress", "--media", "uploads", "export.xml"], words);
        Assert.Equal(["--Storage:Path=/x", "--Site:Name", "The Day"], settings);
    }

    [Theory]
    [InlineData("--Site:TimeZone=Nowhere/Land", "Site:TimeZone is 'Nowhere/Land'")]
    [InlineData("--Site:Culture=xx-nothing", "Site:Culture is 'xx-nothing'")]
    [InlineData("--Site:Url=news", "Site:Url is 'news'")]
    [InlineData("--Database:Engine=Oracle", "Oracle")]
    public async Task A_setting_without_meaning_stops_the_start_with_one_sentence(string setting, string said)
    {
        using var folder = new TempFolder();
        var ended = await PaperProcess.RunAsync(setting, $"--Storage:Path={folder.Path}");
        AssertOneSentence(ended, said);
        Assert.Empty(Directory.EnumerateFiles(folder.Path, "*.db"));
    }

    [Fact]
    public async Task A_taken_address_stops_the_start_with_one_sentence()
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        using var folder = new TempFolder();
        var ended = await PaperProcess.RunAsync($"--urls=http://{other.LocalEndpoint}", $"--Storage:Path={folder.Path}", "--Seed:Demo=false");
        AssertOneSentence(ended, "another program answers there");
    }

    [Fact]
    public async Task An_unknown_verb_is_told_and_does_nothing()
    {
        using var folder = new TempFolder();
        var ended = await PaperProcess.RunAsync("publish-everything", $"--Storage:Path={folder.Path}");
        Assert.NotEqual(0, ended.ExitCode);
        Assert.Contains("publish-everything", ended.Errors, StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFiles(folder.Path, "*.db"));
    }

    private static void AssertOneSentence(PaperProcess.Ended ended, string said)
    {
        Assert.NotEqual(0, ended.ExitCode);
        Assert.Contains(said, ended.Errors, StringComparison.Ordinal);
        Assert.Single(ended.Errors.Trim().Split('\n'));
    }
}
