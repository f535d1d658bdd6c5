using System.Collections.Concurrent;
using Microsoft.AspNetCore.Html;

namespace NewsPortal.Bench.Empty;

/// <summary>Pages of the product, kept in files under <c>Pages:Path</c>, for the empty view to write out again.</summary>
public sealed class PageBytes(IConfiguration configuration)
{
    private readonly ConcurrentDictionary<string, IHtmlContent> pages = new(StringComparer.Ordinal);

    public IHtmlContent Read(string name)
        => pages.GetOrAdd(name, file => new HtmlString(File.ReadAllText(Path.Combine(configuration["Pages:Path"]!, file))));
}
