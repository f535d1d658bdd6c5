namespace NewsPortal.Import.WordPress;

/// <summary>A child element of an entry, by the name that <see cref="WxrReader"/> gives it.</summary>
internal sealed record WxrField(string Name, string Value)
{
    public string? Domain { get; init; }

    public string? Nicename { get; init; }

    public IReadOnlyList<WxrField> Children { get; init; } = [];
}

/// <summary>From the fields of an entry to the entry.</summary>
internal static class WxrFields
{
    public static WxrAuthor? Author(List<WxrField> fields, int line)
    {
        var login = Value(fields, "wp:author_login").Trim();
        var name = Value(fields, "wp:author_display_name").Trim();
        return login.Length == 0
            ? null
            : new WxrAuthor(Value(fields, "wp:author_id"), login, Value(fields, "wp:author_email"), name.Length > 0 ? name : login) { Line = line };
    }

    public static WxrTerm? Term(string element, List<WxrField> fields, int line)
    {
        var (slug, name, taxonomy) = element switch
        {
            "category" => ("wp:category_nicename", "wp:cat_name", "category"),
            "tag" => ("wp:tag_slug", "wp:tag_name", "post_tag"),
            _ => ("wp:term_slug", "wp:term_name", Value(fields, "wp:term_taxonomy")),
        };
        var parent = Value(fields, element == "category" ? "wp:category_parent" : "wp:term_parent");
        var about = Value(fields, element == "category" ? "wp:category_description" : $"wp:{element}_description");
        var term = new WxrTerm(taxonomy, Value(fields, "wp:term_id"), Value(fields, slug), Value(fields, name), parent, about) { Line = line };
        return term.Slug.Length == 0 ? null : term;
    }

    public static WxrItem Item(List<WxrField> fields, int line) => new()
    {
        Line = line,
        Id = Value(fields, "wp:post_id").Trim(),
        Type = Value(fields, "wp:post_type").Trim(),
        Status = Value(fields, "wp:status").Trim(),
        Title = Value(fields, "title").Trim(),
        Link = Value(fields, "link").Trim(),
        Guid = Value(fields, "guid").Trim(),
        Creator = Value(fields, "dc:creator").Trim(),
        Content = Value(fields, "content"),
        Excerpt = Value(fields, "excerpt"),
        Name = Value(fields, "wp:post_name").Trim(),
        ParentId = Value(fields, "wp:post_parent").Trim(),
        MenuOrder = Value(fields, "wp:menu_order").Trim(),
        Password = Value(fields, "wp:post_password"),
        Sticky = Value(fields, "wp:is_sticky").Trim() == "1",
        CommentsOpen = Value(fields, "wp:comment_status").Trim() != "closed",
        AttachmentUrl = Value(fields, "wp:attachment_url").Trim(),
        Dates = new WxrDates(Value(fields, "wp:post_date"), Value(fields, "wp:post_date_gmt"), Value(fields, "pubDate")),
        Terms = fields.Where(field => field.Name == "category" && !string.IsNullOrEmpty(field.Nicename))
            .Select(field => new WxrItemTerm(field.Domain ?? "category", field.Nicename!, field.Value.Trim())).ToList(),
        Meta = fields.Where(field => field.Name == "wp:postmeta")
            .Select(field => KeyValuePair.Create(Value(field.Children, "wp:meta_key"), Value(field.Children, "wp:meta_value"))).ToList(),
        Comments = fields.Where(field => field.Name == "wp:comment").Select(field => Comment(field.Children)).ToList(),
    };

    /// <summary>Control characters can also be written as references, which only the XML reader resolves.</summary>
    public static string WithoutControls(string value)
        => value.AsSpan().IndexOfAnyInRange('\u0000', '\u0008') < 0 && value.AsSpan().IndexOfAnyInRange('\u000b', '\u001f') < 0
            ? value
            : string.Create(value.Length, value, static (span, from) =>
            {
                for (var at = 0; at < span.Length; at++)
                {
                    span[at] = from[at] < ' ' && from[at] is not ('\n' or '\r' or '\t') ? ' ' : from[at];
                }
            });

    private static WxrComment Comment(IReadOnlyList<WxrField> fields) => new()
    {
        Id = Value(fields, "wp:comment_id").Trim(),
        ParentId = Value(fields, "wp:comment_parent").Trim(),
        Type = Value(fields, "wp:comment_type").Trim(),
        Approved = Value(fields, "wp:comment_approved").Trim(),
        UserId = Value(fields, "wp:comment_user_id").Trim(),
        Author = Value(fields, "wp:comment_author").Trim(),
        Email = Value(fields, "wp:comment_author_email").Trim(),
        Url = Value(fields, "wp:comment_author_url").Trim(),
        Content = Value(fields, "wp:comment_content"),
        Dates = new WxrDates(Value(fields, "wp:comment_date"), Value(fields, "wp:comment_date_gmt"), ""),
    };

    private static string Value(IReadOnlyList<WxrField> fields, string name)
    {
        foreach (var field in fields)
        {
            if (field.Name == name)
            {
                return field.Value;
            }
        }

        return "";
    }
}
