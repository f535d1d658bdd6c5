namespace NewsPortal.BrowserTests;

/// <summary>What holds for every kind of page, in every language, at every width, in light and in dark.</summary>
public sealed class EveryPageTests(PressRoom press)
{
    public static TheoryData<string> Templates => [.. Template.All.Select(template => template.Name)];

    public static TheoryData<string, int> InspectedTemplates
        => [.. Template.All.SelectMany(_ => Look.InspectedWidths, (template, width) => (template.Name, width))];

    public static TheoryData<string, int> TemplatesAtWidths
        => [.. Template.All.SelectMany(_ => Look.Widths, (template, width) => (template.Name, width))];

    [Theory, MemberData(nameof(InspectedTemplates))]
    public async Task The_accessibility_engine_finds_nothing(string template, int width)
    {
        var found = (await press.LookAtAsync(template)).Violations[width];
        Assert.True(found.Length == 0, string.Join('\n', found));
    }

    [Theory, MemberData(nameof(TemplatesAtWidths))]
    public async Task The_page_does_not_scroll_sideways(string template, int width)
        => Assert.Equal(0, (await press.LookAtAsync(template)).Overflow[width]);

    [Theory, MemberData(nameof(Templates))]
    public async Task The_page_answers_with_its_own_status(string template)
        => Assert.Equal(Template.Named(template).Status, (await press.LookAtAsync(template)).Status);

    [Theory, MemberData(nameof(Templates))]
    public async Task The_console_and_the_content_policy_have_nothing_to_say(string template)
        => Assert.Empty((await press.LookAtAsync(template)).Log.Errors);

    [Theory, MemberData(nameof(Templates))]
    public async Task Every_part_of_the_page_arrives(string template)
        => Assert.Empty((await press.LookAtAsync(template)).Log.Failures);

    [Theory, MemberData(nameof(Templates))]
    public async Task Nothing_is_fetched_from_elsewhere(string template)
    {
        var look = await press.LookAtAsync(template);
        Assert.All(look.Log.Requests, request => Assert.StartsWith(look.Origin, request, StringComparison.Ordinal));
    }

    [Theory, MemberData(nameof(Templates))]
    public async Task Every_picture_has_its_size_and_its_words(string template)
        => Assert.Empty((await press.LookAtAsync(template)).BadPictures);

    [Fact]
    public async Task The_accessibility_engine_would_see_a_fault()
    {
        await using var reader = await press.ReaderAsync();
        var page = await reader.NewPageAsync();
        await page.GotoAsync(await press.AddressAsync("offline"));
        await page.EvaluateAsync("document.querySelector('h1').append(document.createElement('img'), document.createElement('button'))");
        var found = await Look.InspectAsync(page, ColorScheme.Light);
        Assert.Contains(found, fault => fault.Contains("image-alt", StringComparison.Ordinal));
        Assert.Contains(found, fault => fault.Contains("button-name", StringComparison.Ordinal));
    }
}
