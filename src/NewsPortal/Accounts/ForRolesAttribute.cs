namespace NewsPortal.Accounts;

/// <summary>
/// Opens pages of the desk to roles; on an action it replaces what its controller says. A page that names none is open
/// to nobody: see <see cref="RoleGuard"/>.
/// </summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class ForRolesAttribute(params Role[] roles) : Attribute
{
    /// <summary>Everybody who works here.</summary>
    public ForRolesAttribute()
        : this([.. Accounts.Roles.OfStaff])
    {
    }

    public IReadOnlyList<Role> Roles { get; } = roles;
}
