using System.Diagnostics;

namespace NewsPortal.Bench;

/// <summary>A program of this solution, as its build left it in the configuration this one was built in, or published.</summary>
internal sealed record Built(string Program, string ContentRoot)
{
    private const string Solution = "NewsPortal.sln";

    public static Built Product { get; } = Of("src/NewsPortal", "NewsPortal");

    public static Built Empty { get; } = Of("tests/NewsPortal.Bench.Empty", "NewsPortal.Bench.Empty");

    public static Built Bare { get; } = Of("tests/NewsPortal.Bench.Bare", "NewsPortal.Bench.Bare");

    /// <summary>Publishes it to a folder, compiled ahead, as the container's image is made.</summary>
    public async Task<Built> PublishAsync(string folder)
    {
        string[] arguments =
        [
            "publish", ContentRoot, "-c", "Release", "--use-current-runtime", "--self-contained", "false", "-p:PublishReadyToRun=true",
            "-o", folder, "-v", "quiet", "-nologo",
        ];
        using var publishing = Process.Start("dotnet", arguments);
        await publishing.WaitForExitAsync();
        return publishing.ExitCode == 0
            ? new Built(Path.Combine(folder, Path.GetFileName(Program)), folder)
            : throw new InvalidOperationException($"{ContentRoot} could not be published.");
    }

    private static Built Of(string project, string name)
    {
        var output = new DirectoryInfo(AppContext.BaseDirectory);
        var root = output;
        while (!File.Exists(Path.Combine(root.FullName, Solution)))
        {
            root = root.Parent ?? throw new InvalidOperationException($"{Solution} is not above {AppContext.BaseDirectory}.");
        }

        var home = Path.Combine(root.FullName, project);
        // bin/{configuration}/{framework}
        var program = Path.Combine(home, "bin", output.Parent!.Name, output.Name, OperatingSystem.IsWindows() ? $"{name}.exe" : name);
        return new Built(program, home);
    }
}
