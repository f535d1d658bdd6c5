using System.Globalization;
using AngleSharp.Dom;

namespace NewsPortal.Markup.Bodies;

/// <summary>Headings go down one step at a time below the page's headline, and each can be linked to.</summary>
internal static class Headings
{
    public static void Apply(IElement body)
    {
        var level = 1;
        var names = new Dictionary<string, int>();
        foreach (var heading in body.QuerySelectorAll("h2,h3,h4").ToList())
        {
            if (heading.HasAttribute("id"))
            {
                continue;
            }

            level = Math.Min(heading.LocalName[1] - '0', level + 1);
            var placed = Relevel(heading, level);
            placed.Id = Unused("h-" + Slug.Of(placed.TextContent, 60, "part"), names);
        }
    }

    private static IElement Relevel(IElement heading, int level)
    {
        var tag = string.Create(CultureInfo.InvariantCulture, $"h{level}");
        if (heading.LocalName == tag)
        {
            return heading;
        }

        var other = heading.Owner!.CreateElement(tag);
        foreach (var attribute in heading.Attributes)
        {
            other.SetAttribute(attribute.Name, attribute.Value);
        }

        other.Append([.. heading.ChildNodes]);
        heading.Replace(other);
        return other;
    }

    private static string Unused(string name, Dictionary<string, int> taken)
    {
        var free = name;
        while (!taken.TryAdd(free, 1))
        {
            free = string.Create(CultureInfo.InvariantCulture, $"{name}-{++taken[name]}");
        }

        return free;
    }
}
