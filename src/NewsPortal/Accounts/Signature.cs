namespace NewsPortal.Accounts;

/// <summary>
/// Who did something, as it is written beside the deed: the name stays readable when the account is gone, the account
/// tells two people of one name apart.
/// </summary>
/// <param name="AccountId">Null where no person acted: an import, the schedule, the demo paper.</param>
/// <param name="Name">At most <see cref="NameLength"/> characters.</param>
public readonly record struct Signature(int? AccountId, string Name)
{
    public const int NameLength = 160;

    /// <summary>The signature of a process, not of a person.</summary>
    public static Signature OfProcess(string name) => new(null, name);
}
