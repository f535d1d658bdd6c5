namespace NewsPortal.Import.WordPress;

/// <summary>Every address under which the old site answered with a post or page.</summary>
internal sealed class StoryAddresses(OldAddresses addresses)
{
    public async Task LeadAsync(WordPressRun run, WxrItem item, int articleId, CancellationToken cancel)
    {
        foreach (var address in Of(run, item).Distinct(StringComparer.Ordinal))
        {
            await addresses.LeadAsync(run, address, articleId, cancel);
        }
    }

    /// <summary>An attachment had a page of its own; it leads to the story it was attached to.</summary>
    public async Task LeadAttachmentAsync(WordPressRun run, WxrItem item, int articleId, CancellationToken cancel)
    {
        await addresses.LeadAsync(run, $"{SiteOf(run)}/?attachment_id={item.Id}", articleId, cancel);
        if (PathOf(run, item.Link) is { } path)
        {
            await addresses.LeadAsync(run, path, articleId, cancel);
        }
    }

    private static IEnumerable<string> Of(WordPressRun run, WxrItem item)
    {
        var link = PathOf(run, item.Link);
        if (link is not null)
        {
            yield return link;
        }

        yield return $"{SiteOf(run)}/?p={item.Id}";
        // A copied post keeps the guid of another, which then names that one's number.
        if (PathOf(run, item.Guid) is { } guid && !guid.Contains('?', StringComparison.Ordinal))
        {
            yield return guid;
        }

        if (item.Type == "page")
        {
            yield return $"{SiteOf(run)}/?page_id={item.Id}";
        }

        foreach (var former in item.Meta.Where(meta => meta.Key == "_wp_old_slug" && meta.Value.Length > 0))
        {
            if (link is not null && !link.Contains('?', StringComparison.Ordinal) && link.TrimEnd('/').LastIndexOf('/') is >= 0 and var end)
            {
                yield return $"{link[..end]}/{former.Value}";
            }
        }
    }

    private static string SiteOf(WordPressRun run) => run.Survey.BaseUri.AbsolutePath.TrimEnd('/');

    /// <summary>Null for the old site's front page, which is no story's address.</summary>
    private static string? PathOf(WordPressRun run, string address)
        => address.Length == 0 || run.PathOf(address) is not { } found ? null
            : found.Query.Length > 0 ? $"{found.Path}?{found.Query}"
            : found.Path.Trim('/').Length == 0 || found.Path.TrimEnd('/') == SiteOf(run) ? null
            : found.Path;
}
