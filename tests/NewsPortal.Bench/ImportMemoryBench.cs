namespace NewsPortal.Bench;

/// <summary>The most memory an import ever holds, of a large export against a small one: it streams, so they are alike.</summary>
internal static class ImportMemoryBench
{
    private const double Bar = 1.5;
    private const double Megabyte = 1024 * 1024;

    public static async Task RunAsync((int Small, int Large) megabytes)
    {
        var small = await PeakAsync(megabytes.Small);
        var large = await PeakAsync(megabytes.Large);
        new Figure($"import of {megabytes.Large} MB against {megabytes.Small} MB: peak memory, MB", [large], [small], Bar).Print();
    }

    private static async Task<double> PeakAsync(int megabytes)
    {
        using var paper = new Paper();
        var export = Path.Combine(paper.Folder, "export.xml");
        WordPressExport.Write(export, (long)(megabytes * Megabyte));
        return await paper.RunAsync("import", "wordpress", export) / Megabyte;
    }
}
