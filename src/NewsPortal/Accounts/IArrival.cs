namespace NewsPortal.Accounts;

/// <summary>Told when somebody came in by any door, while the answer can still carry cookies.</summary>
public interface IArrival
{
    Task WelcomeAsync(HttpContext http, Account account, CancellationToken cancel);
}
