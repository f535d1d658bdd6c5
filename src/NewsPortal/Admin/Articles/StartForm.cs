using NewsPortal.Articles;

namespace NewsPortal.Admin.Articles;

public sealed class StartForm
{
    public string? Headline { get; set; }

    public int? SectionId { get; set; }

    public Copy ToCopy() => new() { Headline = Headline!.Trim(), Slug = Slug.Of(Headline), SectionId = SectionId };
}

/// <param name="Sections">Those that this person works for.</param>
public sealed record StartPage(StartForm Form, IReadOnlyList<Choice> Sections)
{
    /// <summary>What keeps the story from being started; null: nothing.</summary>
    public string? Problem(Words words)
    {
        if (string.IsNullOrWhiteSpace(Form.Headline))
        {
            return words["Write a headline. You can change it at any time."];
        }

        if (Form.Headline.Trim().Length > Copy.HeadlineLength)
        {
            return words["{0} is longer than {1} characters. Shorten it; until then nothing is saved.", words["Headline"], Copy.HeadlineLength];
        }

        return Sections.Any(section => section.Id == Form.SectionId) ? null : words["Choose a section."];
    }
}
