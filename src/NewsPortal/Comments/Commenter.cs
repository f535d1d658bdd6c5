using System.Linq.Expressions;

namespace NewsPortal.Comments;

/// <summary>Somebody who writes comments, as far as the paper can tell one from another, and how that went so far.</summary>
public class Commenter
{
    private Commenter()
    {
    }

    public int Id { get; private set; }

    /// <summary>The reader's account, if they joined: what they wrote is theirs in every browser, and no browser's alone.</summary>
    public int? AccountId { get; private set; }

    /// <summary>The name that they used last.</summary>
    public string Name { get; private set; } = "";

    public DateTime FirstUtc { get; private set; }

    public int Approved { get; private set; }

    public int Rejected { get; private set; }

    public int Spam { get; private set; }

    public DateTime? LastRejectedUtc { get; private set; }

    /// <summary>A moderator wants to read all of theirs first.</summary>
    public bool HoldsAll { get; private set; }

    public static Commenter First(string name, DateTime now, int? accountId = null)
        => new() { Name = name, FirstUtc = now, AccountId = accountId };

    /// <exception cref="RefusedException">It is somebody's already.</exception>
    public void BelongTo(int accountId)
    {
        if (AccountId is not null)
        {
            throw new RefusedException("These comments belong to another account.");
        }

        AccountId = accountId;
    }

    /// <summary>They write again, perhaps under another name.</summary>
    public void Call(string name) => Name = name;

    /// <exception cref="RefusedException">It is so already.</exception>
    public void HoldAll()
    {
        if (HoldsAll)
        {
            throw new RefusedException("All of this writer's comments are held already.");
        }

        HoldsAll = true;
    }

    /// <exception cref="RefusedException">It is so already.</exception>
    public void LetGo()
    {
        if (!HoldsAll)
        {
            throw new RefusedException("This writer's comments are not held.");
        }

        HoldsAll = false;
    }
}

public static class CommenterQueries
{
    private const int Enough = 3;

    /// <summary>Those who were let through several times and never stopped.</summary>
    public static Expression<Func<Commenter, bool>> AreTrusted => c => c.Approved >= Enough && c.Rejected == 0 && c.Spam == 0 && !c.HoldsAll;
}
