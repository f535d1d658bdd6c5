using NewsPortal.Accounts;

namespace NewsPortal.Admin.Accounts;

public sealed class PersonForm
{
    public string? Name { get; set; }

    public string? Email { get; set; }

    public Role Role { get; set; }

    /// <summary>None: the whole paper.</summary>
    public int[] SectionIds { get; set; } = [];
}
