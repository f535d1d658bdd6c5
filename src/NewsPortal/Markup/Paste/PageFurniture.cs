using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace NewsPortal.Markup.Paste;

/// <summary>Buttons and labels of the page that the copy was taken from.</summary>
internal static partial class PageFurniture
{
    /// <summary>Never a line of a story, wherever it stands.</summary>
    private static readonly FrozenSet<string> Anywhere = Fold(
        "Add a Comment", "Advertisement", "Advertisement continues below", "Continue reading below", "Article continues below",
        "Share this article", "Share this story", "Share on Facebook", "Share on Twitter", "Share on X", "Share on WhatsApp",
        "Yorum ekle", "Reklam", "Haberin devamı", "Haberin devamı için tıklayın", "Bu haberi paylaş", "Facebook'ta paylaş", "Twitter'da paylaş",
        "WhatsApp'ta paylaş");

    /// <summary>Also a plain word, so furniture only at the end.</summary>
    private static readonly FrozenSet<string> AtEnd = Fold(
        "Add comment", "Leave a comment", "Leave a reply", "Post a comment", "Write a comment", "Comment", "Comments", "No comments", "Reply",
        "Share", "Share this", "Share this page", "Share via", "Tweet", "Print", "Print this", "E-mail", "Email", "Email this", "Copy link", "Save", "Bookmark",
        "Facebook", "Twitter", "X", "WhatsApp", "Telegram", "LinkedIn", "Pinterest", "Reddit", "Shares", "Views",
        "Read more", "Read full article", "Continue reading", "More", "Show more", "See more", "Load more", "Back to top", "Next article", "Previous article",
        "Related articles", "Related stories", "Related news", "You may also like", "Recommended", "Most read", "Trending", "Tags",
        "Subscribe", "Sign up", "Subscribe to our newsletter", "Sign up for our newsletter", "Follow us", "Follow us on",
        "Yorum yap", "Yorum yaz", "Yorumlar", "Yorum", "Paylaş", "Tweetle", "Yazdır", "E-posta", "Devamını oku", "Devamı", "Daha fazla",
        "İlgili haberler", "Benzer haberler", "Çok okunanlar", "Etiketler", "Abone ol", "Bizi takip edin", "Takip et", "Bültenimize abone olun", "Yukarı çık");

    private static readonly int LongestPhrase = AtEnd.Concat(Anywhere).Max(p => p.Count(c => c == ' ') + 1);

    public static string Remove(string body, Notebook notes)
    {
        var blocks = Lines.Blocks(body);
        blocks.RemoveAll(b => Lines.IsOneLine(b) && blocks.Count > 1 && Anywhere.Contains(Plain(b)) && notes.Accept(CleanupKind.PageFurniture, b, ""));
        while (blocks.Count > 0 && TryCutLastLine(blocks, notes))
        {
        }

        return string.Join("\n\n", blocks);
    }

    private static bool TryCutLastLine(List<string> blocks, Notebook notes)
    {
        var last = blocks[^1];
        var cut = last.LastIndexOf('\n');
        var line = last[(cut + 1)..];
        var isAll = cut < 0 && blocks.Count == 1;
        if (isAll || last.StartsWith("```", StringComparison.Ordinal) || !IsFurniture(line) || !notes.Accept(CleanupKind.PageFurniture, line, ""))
        {
            return false;
        }

        blocks.RemoveAt(blocks.Count - 1);
        if (cut >= 0)
        {
            blocks.Add(last[..cut]);
        }

        return true;
    }

    /// <summary>One button or a row of them, with their counts. A full stop makes a sentence of it.</summary>
    private static bool IsFurniture(string line)
    {
        if (line.Length > 200 || Sentence().IsMatch(line))
        {
            return false;
        }

        var words = Plain(line).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var phrases = 0;
        for (var i = 0; i < words.Length;)
        {
            var length = PhraseAt(words, i);
            if (length == 0 && !words[i].All(char.IsAsciiDigit))
            {
                return false;
            }

            phrases += length > 0 ? 1 : 0;
            i += Math.Max(1, length);
        }

        return phrases > 0;
    }

    private static int PhraseAt(string[] words, int start)
    {
        for (var length = Math.Min(LongestPhrase, words.Length - start); length > 0; length--)
        {
            var phrase = string.Join(' ', words, start, length);
            if (AtEnd.Contains(phrase) || Anywhere.Contains(phrase))
            {
                return length;
            }
        }

        return 0;
    }

    private static string Plain(string line) => Search.Fold.Of(Links().Replace(line, "$1"));

    private static FrozenSet<string> Fold(params string[] phrases) => phrases.Select(Search.Fold.Of).ToFrozenSet();

    [GeneratedRegex(@"\[([^\]\n]*)\]\([^)\n]*\)")]
    private static partial Regex Links();

    [GeneratedRegex(@"(?<!\.)\.\s*$")]
    private static partial Regex Sentence();
}
