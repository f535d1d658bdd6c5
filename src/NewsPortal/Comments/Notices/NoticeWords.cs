using NewsPortal.Comments.Appeals;

namespace NewsPortal.Comments.Notices;

/// <summary>A letter's words, without who gets it.</summary>
public sealed record LetterText(string Subject, string Text);

/// <summary>
/// What letters about comments say, as plain text in the site's language. What somebody typed is set apart from the words
/// around it (Unicode isolates), so that neither turns the other when one runs from right to left.
/// </summary>
public sealed class NoticeWords(Words words, AppealKeys appeals, Site site)
{
    private const int MostAnswers = 10;

    public LetterText Asking(string address) => Spoken(() => new LetterText(
        words["Do you want letters about your comments at {0}?", site.Name],
        Paragraphs(words["letter.asking", site.Name], words["If you want them, open this page and say so:"], address, words["If it was not you, do nothing: nothing more is sent, and the address is forgotten within a week."])));

    /// <returns>Null when none is shown any more.</returns>
    public LetterText? Answers(Comment comment, string url, IReadOnlyList<Comment> answers) => answers.Count == 0 ? null : Spoken(() => new LetterText(
        answers.Count == 1 ? words["{0} answered you: {1}", Apart(answers[0].Name), Apart(comment.Article!.Headline)] : words["{0} answers to you: {1}", answers.Count, Apart(comment.Article!.Headline)],
        Paragraphs([
            words["Your comment under “{0}” was answered.", Apart(comment.Article!.Headline)],
            .. answers.Take(MostAnswers).Select(answer => Paragraphs(words["{0} writes:", Apart(answer.Name)], Quoted(answer.Body), FormattableString.Invariant($"{url}#comment-{answer.Id}"))),
            answers.Count > MostAnswers ? words["And {0} more.", answers.Count - MostAnswers] : "",
            words["Your comment, and all answers:"],
            FormattableString.Invariant($"{url}#comment-{comment.Id}")])));

    public LetterText Verdict(Comment comment, string url, Decision decision) => Spoken(() =>
    {
        var (isShown, isSecond, headline) = (decision.Verdict == CommentState.Approved, comment.Appeals.Count > 0, Apart(comment.Article!.Headline));
        return new LetterText(
            isShown ? words["Your comment is published: {0}", headline] : words["Your comment was not published: {0}", headline],
            isShown ? Paragraphs(words["appeal.Granted"], FormattableString.Invariant($"{url}#comment-{comment.Id}"))
                : Paragraphs([
                    isSecond ? words["appeal.Refused"] : words["Your comment under “{0}” was not published.", headline],
                    words["The reason: {0}.", decision.Reason is { } reason ? words[$"reason.{reason}"] : words["spam"]],
                    decision.WriterNote is { } note ? words["The moderator writes: {0}", Apart(note)] : "",
                    words["This is what you wrote:"],
                    Quoted(comment.Body),
                    .. isSecond ? [] : Appeal(comment)]));
    });

    /// <param name="text">Of the letter.</param>
    /// <param name="ending">Where its reader says that they want no more.</param>
    public string WithEnding(string text, string ending) => Spoken(() => $"{text}\n\n-- \n{site.Name}\n{words["You get this letter because your address was given with a comment. No more letters:"]}\n{ending}\n");

    private string[] Appeal(Comment comment)
        => [words["If you think that this was a mistake, you can ask once for a second look:"], site.Absolute(appeals.Path(comment.Id))];

    // Nobody's request is behind a letter, so nobody's language is set.
    private T Spoken<T>(Func<T> say)
    {
        using var language = new CultureScope(site.Culture);
        return say();
    }

    private static string Paragraphs(params string[] parts) => string.Join("\n\n", parts.Where(part => part.Length > 0));

    private static string Apart(string typed) => $"\u2068{typed}\u2069";

    private static string Quoted(string typed) => string.Join('\n', typed.Split('\n').Select(line => $"> {line}"));
}
