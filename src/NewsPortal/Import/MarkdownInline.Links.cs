using AngleSharp.Dom;

namespace NewsPortal.Import;

/// <summary>What a line leads to, and the pictures that stand in it.</summary>
internal sealed partial class MarkdownInline
{
    private void AddLink(IElement element)
    {
        var target = targets.Address(element.GetAttribute("href") ?? "");
        var content = new MarkdownInline(targets) { before = LastCharacter, inLink = true };
        content.open.UnionWith(open);
        content.Add(element.ChildNodes);
        pictures.AddRange(content.pictures);
        var raw = content.line.ToString();
        var text = raw.Trim(' ', '\n', Break);
        if (target is null || text.Length == 0)
        {
            line.Append(raw);
            return;
        }

        line.Append(raw.StartsWith(' ') ? " " : "");
        if (LastCharacter == '!' && line.Length > 0)
        {
            // Directly before a link it would make that a picture.
            line.Insert(line.Length - 1, '\\');
        }

        line.Append(element.TextContent.Trim() == target && target.StartsWith("http", StringComparison.Ordinal)
            ? $"<{target}>"
            : $"[{text.Replace(Break, ' ')}]({MarkdownText.Target(target)})");
        line.Append(raw.EndsWith(' ') ? " " : "");
    }

    private void AddPicture(IElement image)
    {
        var alt = image.GetAttribute("alt")?.Trim() ?? "";
        if (image.ClassList.Contains("wp-smiley") || image.ClassList.Contains("emoji"))
        {
            AddText(alt);
        }
        else
        {
            pictures.Add(image);
        }
    }
}
