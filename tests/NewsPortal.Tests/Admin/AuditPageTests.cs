using NewsPortal.Accounts;
using NewsPortal.Admin.Audit;
using NewsPortal.Tests.Articles;
using NewsPortal.Tests.Support;

namespace NewsPortal.Tests.Admin;

public sealed class AuditPageTests : IDisposable
{
    private readonly Newsroom newsroom = new();

    public void Dispose() => newsroom.Dispose();

    [Fact]
    public async Task The_trail_is_searched_and_walked()
    {
        using var editor = await newsroom.ColleagueAsync(Role.Editor, "Dilara");
        var section = await newsroom.SectionAsync();
        for (var number = 0; number < 60; number++)
        {
            await newsroom.PublishAsync(Some.CopyFor(section, $"Story {number}"));
        }

        var id = await newsroom.StartAsync(editor, Some.CopyFor(section, "100% [true]"));
        await newsroom.MoveAsync(editor, id, "publication");

        var first = await editor.ReadAsync("/admin/audit?kind=Published");
        Assert.Equal(50, first.QuerySelectorAll("tbody tr").Length);
        Assert.Equal(11, (await editor.ReadAsync(first.QuerySelector("a[rel=next]")!.GetAttribute("href")!)).QuerySelectorAll("tbody tr").Length);
        Assert.Single((await editor.ReadAsync("/admin/audit?q=dilara&kind=Published")).QuerySelectorAll("tbody tr"));
        Assert.Single((await editor.ReadAsync("/admin/audit?q=100%25%20%5B")).QuerySelectorAll("tbody tr"));
        Assert.Single((await editor.ReadAsync($"/admin/audit?subject=article:{id}")).QuerySelectorAll("tbody tr"));
        Assert.Empty((await editor.ReadAsync("/admin/audit?q=nothing+like+it")).QuerySelectorAll("tbody tr"));
    }

    [Fact]
    public async Task It_is_taken_along_as_a_table_that_no_spreadsheet_runs()
    {
        using var editor = await newsroom.ColleagueAsync(Role.Editor, "Dilara");
        var id = await newsroom.StartAsync(editor, Some.CopyFor(await newsroom.SectionAsync(), "=HYPERLINK(\"x\")"));
        await newsroom.MoveAsync(editor, id, "publication");

        using var answer = await editor.GetAsync($"/admin/audit.csv?subject=article:{id}");
        var text = await answer.Content.ReadAsStringAsync();

        Assert.Equal("text/csv", answer.Content.Headers.ContentType?.MediaType);
        Assert.Equal("attachment", answer.Content.Headers.ContentDisposition?.DispositionType);
        Assert.Contains($",Dilara,{editor.Person.Id},Published,article:{id},\"'=HYPERLINK(\"\"x\"\")\",", text, StringComparison.Ordinal);
        Assert.Equal(2, text.Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Length);
    }

    [Theory]
    [InlineData("plain", "plain")]
    [InlineData("", "")]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("+1", "'+1")]
    [InlineData("-1", "'-1")]
    [InlineData("@x", "'@x")]
    [InlineData("\tx", "'\tx")]
    [InlineData("\rx", "\"'\rx\"")]
    [InlineData("a,b", "\"a,b\"")]
    [InlineData("say \"a\"\nb", "\"say \"\"a\"\"\nb\"")]
    public void A_cell_is_quoted_where_it_must_be_and_never_a_formula(string value, string cell) => Assert.Equal(cell, CsvWriter.Cell(value));
}
