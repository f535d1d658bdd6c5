using System.Net.Mail;
using System.Text;
using System.Text.RegularExpressions;
using NewsPortal.Mail;

namespace NewsPortal.Comments;

/// <summary>What may stand in a reader's comment: the form's fields, read one by one so that each fault has its place.</summary>
public sealed partial record CommentCopy(string Name, string? Email, string Body)
{
    /// <summary>Longer ones come only from other systems.</summary>
    public const int MostCharacters = 2000;

    public const int MostLinks = 10;

    // Octets (RFC 5321, section 4.5.3.1.3, less the brackets).
    private const int LongestEmail = 254;

    /// <summary>How many addresses of the web are in it.</summary>
    public int Links => Link().Count(Body);

    /// <param name="form">As typed.</param>
    /// <param name="fault">Told of each field that cannot stand, and why.</param>
    /// <returns>Null when anything cannot.</returns>
    public static CommentCopy? Read(CommentForm form, Action<string, RefusedException> fault)
    {
        var (name, email, body) = (Try(nameof(Name), () => NameOf(form.Name)), Try(nameof(Email), () => EmailOf(form.Email, form.Letters)), Try(nameof(Body), () => BodyOf(form.Body)));
        return name is null || email is null || body is null ? null : new CommentCopy(name, email.Length == 0 ? null : email, body);

        string? Try(string field, Func<string> read)
        {
            try
            {
                return read();
            }
            catch (RefusedException refused)
            {
                fault(field, refused);
                return null;
            }
        }
    }

    /// <summary>A name as it may stand over a comment.</summary>
    /// <exception cref="RefusedException">It may not.</exception>
    public static string NameOf(string? typed)
    {
        var name = string.Join(' ', (typed ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        UnseenCharacters.Refuse(name);
        return name.Length == 0 ? throw new RefusedException("Give a name: it is shown with your comment.")
            : name.Length > Comment.NameLength ? throw new RefusedException("That is too long: at most {0} characters.", Comment.NameLength)
            : name;
    }

    private static string EmailOf(string? typed, bool isNeeded)
    {
        var email = (typed ?? "").Trim();
        if (isNeeded && email.Length == 0)
        {
            throw new RefusedException("Give the address to which we may write, or take the tick away.");
        }

        var isFit = email.Length == 0 || (Encoding.UTF8.GetByteCount(email) <= LongestEmail && MailAddress.TryCreate(email, out var address)
            && address.Address == email && address.Host.Contains('.', StringComparison.Ordinal) && Letters.MayGoTo(email));
        return isFit ? email : throw new RefusedException("That is no e-mail address. Write it like name@example.org, or leave it out.");
    }

    /// <exception cref="RefusedException">It cannot stand, and why.</exception>
    public static string BodyOf(string? typed)
    {
        var body = TypedText.Read(typed, MostCharacters, "Write your comment first.");
        return Link().Count(body) > MostLinks ? throw new RefusedException("That is too many links: at most {0}.", MostLinks) : body;
    }

    [GeneratedRegex(@"https?://|www\.", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Link();
}
