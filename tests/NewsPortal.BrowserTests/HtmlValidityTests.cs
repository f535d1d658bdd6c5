using System.Diagnostics;

namespace NewsPortal.BrowserTests;

/// <summary>html-validate, which <c>npm ci</c> in this folder installs, reads the pages as the server sends them.</summary>
public sealed class HtmlValidityTests(PressRoom press) : IDisposable
{
    private static readonly string Project = FindProject();

    private readonly string folder = Directory.CreateTempSubdirectory("newsportal-html-").FullName;

    [Fact]
    public async Task Every_template_is_valid_HTML()
    {
        foreach (var template in Template.All)
        {
            await using var reader = await press.ReaderOfAsync(template);
            var response = await reader.APIRequest.GetAsync(await press.AddressAsync(template));
            await File.WriteAllTextAsync(FileOf(template.Name), await response.TextAsync());
        }

        Assert.Equal("", await ValidateAsync());
    }

    [Fact]
    public async Task A_page_with_a_fault_would_be_noticed()
    {
        await File.WriteAllTextAsync(FileOf("faulty"), "<!DOCTYPE html>\n<html lang=\"en\"><head><title>Faulty</title></head><body><p><div></div></p></body></html>\n");
        Assert.Contains("faulty.html:2:", await ValidateAsync(), StringComparison.Ordinal);
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private string FileOf(string name) => Path.Combine(folder, $"{name}.html");

    /// <summary>One line a problem, with the template's name and the line in its HTML; empty when there is none.</summary>
    private async Task<string> ValidateAsync()
    {
        var start = new ProcessStartInfo(Path.Combine(Project, "node_modules", ".bin", "html-validate"))
        {
            WorkingDirectory = Project,
            RedirectStandardOutput = true,
            ArgumentList = { "--config", ".htmlvalidate.json", "--formatter", "text", folder },
        };
        using var validator = Process.Start(start)!;
        var problems = await validator.StandardOutput.ReadToEndAsync();
        await validator.WaitForExitAsync();
        return validator.ExitCode == 0 ? "" : problems.Replace(folder + "/", "", StringComparison.Ordinal);
    }

    private static string FindProject()
    {
        var at = new DirectoryInfo(AppContext.BaseDirectory);
        while (at is not null && !File.Exists(Path.Combine(at.FullName, "package.json")))
        {
            at = at.Parent;
        }

        return at?.FullName ?? throw new DirectoryNotFoundException("The browser tests run from below their project folder, where package.json is.");
    }
}
