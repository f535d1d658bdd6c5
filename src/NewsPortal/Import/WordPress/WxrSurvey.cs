using System.Globalization;

namespace NewsPortal.Import.WordPress;

/// <summary>
/// What a first reading of the whole export tells: that it is one, from which site, how much there is, who wrote it, and
/// which categories lead the stories. Nothing is written before it is known.
/// </summary>
internal sealed class WxrSurvey
{
    private const int MostTerms = 500_000;

    private readonly Dictionary<string, WxrTerm> categories = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> categoryById = new(StringComparer.Ordinal);
    private readonly Dictionary<string, WxrTerm> tags = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> publishedUnder = new(StringComparer.Ordinal);
    private readonly List<WxrAuthor> authors = [];

    private WxrSurvey(string baseUrl, string language)
    {
        BaseUri = Uri.TryCreate(baseUrl, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https"
            ? uri
            : throw new WxrException("The export does not say which site it is from, so old addresses could not be led to the new ones.");
        Language = language;
    }

    public Uri BaseUri { get; }

    /// <summary>The old site without scheme, so that a move to https does not make it another one.</summary>
    public string Source => (BaseUri.Authority + BaseUri.AbsolutePath.TrimEnd('/')).ToLowerInvariant();

    public string Language { get; }

    public int Items { get; private set; }

    public IReadOnlyList<WxrAuthor> Authors => authors;

    /// <summary>Slugs of the categories that lead some story, with how many of those readers see; most first.</summary>
    public IEnumerable<KeyValuePair<string, int>> Leads
        => publishedUnder.OrderByDescending(lead => lead.Value).ThenBy(lead => lead.Key, StringComparer.Ordinal);

    /// <exception cref="WxrException">It cannot be imported.</exception>
    public static async Task<WxrSurvey> ReadAsync(WxrReader reader, Action<int> progress, CancellationToken cancel)
    {
        WxrSurvey? survey = null;
        await foreach (var entry in reader.ReadAsync(cancel))
        {
            survey ??= new WxrSurvey(reader.BaseUrl, reader.Language);
            survey.Note(entry);
            progress(survey.Items);
        }

        return survey ?? new WxrSurvey(reader.BaseUrl, reader.Language);
    }

    public bool IsLead(string category) => publishedUnder.ContainsKey(category);

    public int PublishedUnder(string category) => publishedUnder.GetValueOrDefault(category);

    public WxrTerm? CategoryOf(string slug) => categories.GetValueOrDefault(slug);

    public WxrTerm? TagOf(string slug) => tags.GetValueOrDefault(slug);

    /// <summary>The category whose section a story goes to: the one an editor marked as first, else the first that says something.</summary>
    public string? LeadOf(WxrItem item)
    {
        var own = item.Terms.Where(term => term.Taxonomy == "category" && !IsDefault(term.Slug)).Select(term => term.Slug).ToList();
        var marked = item.MetaValue("_yoast_wpseo_primary_category") ?? item.MetaValue("rank_math_primary_category");
        return marked is not null && categoryById.TryGetValue(marked, out var slug) && own.Contains(slug) ? slug : own.FirstOrDefault();
    }

    /// <summary>WordPress's own category for posts without one, in the languages whose newsrooms are likely to bring it.</summary>
    public static bool IsDefault(string slug) => slug is "uncategorized" or "uncategorised" or "genel" or "kategorisiz" or "allgemein"
        or "non-classe" or "sin-categoria" or "senza-categoria" or "sem-categoria" or "geen-categorie" or "bez-kategorii";

    private void Note(WxrEntry entry)
    {
        switch (entry)
        {
            case WxrAuthor author:
                authors.Add(author);
                break;
            case WxrTerm { Taxonomy: "category" } category:
                categories.TryAdd(category.Slug, Brief(category));
                categoryById.TryAdd(category.Id ?? "", category.Slug);
                break;
            case WxrTerm { Taxonomy: "post_tag", Description.Length: > 0 } tag:
                tags.TryAdd(tag.Slug, Brief(tag));
                break;
            case WxrItem item:
                Items++;
                foreach (var term in item.Terms.Where(term => term.Taxonomy == "category"))
                {
                    categories.TryAdd(term.Slug, new WxrTerm(term.Taxonomy, null, term.Slug, term.Name, null, null));
                }

                if (item.Type == "post" && item.Status != "trash" && LeadOf(item) is { } lead)
                {
                    var seen = item is { Status: "publish", Password.Length: 0 } ? 1 : 0;
                    publishedUnder[lead] = publishedUnder.GetValueOrDefault(lead) + seen;
                }

                break;
        }

        if (categories.Count + tags.Count + publishedUnder.Count + authors.Count > MostTerms)
        {
            throw new WxrException(string.Create(CultureInfo.InvariantCulture, $"The export names more than {MostTerms:N0} authors and categories; no paper has so many."));
        }
    }

    private static WxrTerm Brief(WxrTerm term) => term with { Description = PlainWords.Cut(PlainWords.Of(term.Description ?? ""), 500) };
}
