using System.Globalization;

namespace NewsPortal.Articles;

/// <summary>Where a story stands: <c>/{section}/{slug}-{id}</c>. Only the id is looked up; the rest is for people.</summary>
public static class StoryAddress
{
    /// <summary>First path segment of standing pages, which have no section.</summary>
    public const string PageSegment = "page";

    public static string Of(string? sectionSlug, string slug, int id)
        => string.Create(CultureInfo.InvariantCulture, $"/{sectionSlug ?? PageSegment}/{slug}-{id}");
}
