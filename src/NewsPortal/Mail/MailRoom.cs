namespace NewsPortal.Mail;

public static class MailRoom
{
    public static IServiceCollection AddMail(this IServiceCollection services) => services.AddSingleton<Letters>();
}
