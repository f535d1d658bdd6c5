using NewsPortal.Markup;

namespace NewsPortal.Import.WordPress;

/// <summary>
/// Old sites hold pasted copy too, and it is cleaned as a paste is; but nobody is here to take a change back. So what may
/// be meant stays: a line that is only a link (a file, a button), a line of code, a line of verse set in by hard spaces.
/// </summary>
internal static class OldCopy
{
    private const int Shown = 120;

    /// <summary>Whatever is mended is told, so that somebody can look at it.</summary>
    public static CleanedCopy Clean(WordPressRun run, WxrItem item, PastedCopy copy)
    {
        var code = LinesOfCode(copy.Body);
        var clean = PasteCleanup.Clean(copy);
        var kept = new HashSet<CleanupNote>();
        // A change taken back can let another one come to light.
        while (clean.Notes.Where(note => MayBeMeant(note, code)).Any(kept.Add))
        {
            kept.UnionWith(clean.Notes.Where(note => MayBeMeant(note, code)));
            clean = PasteCleanup.Clean(copy, kept);
        }

        foreach (var note in clean.Notes)
        {
            var after = note.After.Length > 0 ? $"is now '{PlainWords.Cut(note.After, Shown)}'" : "was taken out";
            run.Tell($"Pasted copy was cleaned ({note.Kind})", $"{item.Label}, '{PlainWords.Cut(note.Before, Shown)}' {after}");
        }

        return clean;
    }

    private static bool MayBeMeant(CleanupNote note, HashSet<string> code)
        => note.Kind == CleanupKind.Promo || code.Contains(note.Before.Trim())
            || (note.Kind == CleanupKind.InvisibleSigns && note.Before.StartsWith('\u00a0'));

    private static HashSet<string> LinesOfCode(string markdown)
    {
        var lines = new HashSet<string>(StringComparer.Ordinal);
        var fence = "";
        foreach (var line in markdown.Split('\n').Select(line => line.Trim()))
        {
            if (fence.Length == 0 && line.StartsWith("```", StringComparison.Ordinal))
            {
                fence = new string('`', line.TakeWhile(c => c == '`').Count());
            }
            else if (fence.Length > 0 && line == fence)
            {
                fence = "";
            }
            else if (fence.Length > 0 && line.Length > 0)
            {
                lines.Add(line);
            }
        }

        return lines;
    }
}
