namespace NewsPortal.Accounts;

public static class AccountQueries
{
    /// <summary>Who works here. Readers are on no list of the newsroom.</summary>
    public static IQueryable<Account> OfStaff(this IQueryable<Account> accounts) => accounts.Where(account => account.Role != Role.Reader);
}
