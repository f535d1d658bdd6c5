using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace NewsPortal.Data.Seed;

/// <summary>The demo paper as it lies in files: lists in YAML, stories in Markdown under a YAML head.</summary>
internal sealed class DemoFiles
{
    private const string HeadMark = "---\n";

    private static readonly IDeserializer Yaml = new DeserializerBuilder().WithNamingConvention(HyphenatedNamingConvention.Instance).Build();

    private readonly string root = Path.Combine(AppContext.BaseDirectory, "DemoPaper");

    public List<DemoSection> Sections => Read<List<DemoSection>>("sections.yaml");

    public List<DemoAuthor> Authors => Read<List<DemoAuthor>>("authors.yaml");

    public List<DemoPicture> Pictures => Read<List<DemoPicture>>("pictures.yaml");

    public List<DemoFlash> Flashes => Read<List<DemoFlash>>("flashes.yaml");

    public List<DemoCoverage> Coverages => Read<List<DemoCoverage>>("live.yaml");

    public List<DemoWord> Words => Read<List<DemoWord>>("words.yaml");

    public IEnumerable<DemoStory> Stories => Texts("stories");

    public IEnumerable<DemoStory> Pages => Texts("pages");

    /// <summary>Of a name as these files write it: <c>off-subject</c>.</summary>
    public static T Value<T>(string name)
        where T : struct, Enum
        => Enum.Parse<T>(name.Replace("-", "", StringComparison.Ordinal), ignoreCase: true);

    public Stream OpenPicture(DemoPicture picture) => File.OpenRead(Path.Combine(root, "pictures", picture.File));

    private IEnumerable<DemoStory> Texts(string folder)
    {
        foreach (var file in Directory.EnumerateFiles(Path.Combine(root, folder), "*.md").Order(StringComparer.Ordinal))
        {
            var text = File.ReadAllText(file).ReplaceLineEndings("\n");
            var end = text.IndexOf("\n" + HeadMark, HeadMark.Length, StringComparison.Ordinal);
            var story = Yaml.Deserialize<DemoStory>(text[HeadMark.Length..(end + 1)]);
            story.Key = Path.GetFileNameWithoutExtension(file);
            story.Body = text[(end + 1 + HeadMark.Length)..].Trim();
            yield return story;
        }
    }

    private T Read<T>(string file) => Yaml.Deserialize<T>(File.ReadAllText(Path.Combine(root, file)));
}

internal sealed class DemoSection
{
    public string Key { get; set; } = "";

    public string Name { get; set; } = "";

    public string? Description { get; set; }

    public string? Language { get; set; }
}

internal sealed class DemoAuthor
{
    public string Key { get; set; } = "";

    public string Name { get; set; } = "";

    public string? Title { get; set; }

    public string? Bio { get; set; }

    public string? Email { get; set; }
}

internal sealed class DemoPicture
{
    public string Key { get; set; } = "";

    public string File { get; set; } = "";

    public string? Caption { get; set; }

    public string? Alt { get; set; }

    public string? Credit { get; set; }

    public bool Decorative { get; set; }
}

internal sealed class DemoFlash
{
    public string Text { get; set; } = "";

    public string Level { get; set; } = "";

    public string? Story { get; set; }

    public string Raised { get; set; } = "";

    public string Ends { get; set; } = "";

    public string? Corrected { get; set; }

    /// <summary>The words before they were corrected.</summary>
    public string? Was { get; set; }
}

internal sealed class DemoStory
{
    public string Key { get; set; } = "";

    public string Body { get; set; } = "";

    public string Headline { get; set; } = "";

    public string? FrontHeadline { get; set; }

    public string? SearchTitle { get; set; }

    public string? SocialTitle { get; set; }

    public string? Standfirst { get; set; }

    public string? Kicker { get; set; }

    public string? Section { get; set; }

    public string? Slug { get; set; }

    public string? Language { get; set; }

    public string Published { get; set; } = "-1d";

    public string? Updated { get; set; }

    public List<DemoByline> Bylines { get; set; } = [];

    public DemoLead? Lead { get; set; }

    public List<string> Tags { get; set; } = [];

    public string Type { get; set; } = "news";

    public bool Pinned { get; set; }

    public bool LastMinute { get; set; }

    public List<string> Related { get; set; } = [];

    public List<DemoCorrection> Corrections { get; set; } = [];

    public string? CommentsMode { get; set; }

    public List<DemoComment> Comments { get; set; } = [];
}

internal sealed class DemoByline
{
    public string Author { get; set; } = "";

    public string Role { get; set; } = "reporter";

    public string? Place { get; set; }
}

internal sealed class DemoLead
{
    public string Picture { get; set; } = "";

    public string? Caption { get; set; }

    public string? Alt { get; set; }

    public string? Credit { get; set; }

    public bool? Decorative { get; set; }
}

internal sealed class DemoCorrection
{
    public string At { get; set; } = "";

    public string Kind { get; set; } = "correction";

    public string Text { get; set; } = "";
}

internal sealed class DemoComment
{
    public string Name { get; set; } = "";

    public string At { get; set; } = "";

    public string Text { get; set; } = "";

    public string? Author { get; set; }

    public string State { get; set; } = "approved";

    /// <summary>Why it was rejected.</summary>
    public string? Reason { get; set; }

    /// <summary>The moderator's, for colleagues.</summary>
    public string? Note { get; set; }

    /// <summary>What the machine noticed, besides a writer's first comment and the word list.</summary>
    public List<string> Holds { get; set; } = [];

    /// <summary>What readers said of it once it was there.</summary>
    public List<string> Reports { get; set; } = [];

    public bool Picked { get; set; }

    public List<DemoComment> Replies { get; set; } = [];
}

internal sealed class DemoWord
{
    public string Word { get; set; } = "";

    public string? Note { get; set; }

    public string At { get; set; } = "";
}
