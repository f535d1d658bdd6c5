using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using NewsPortal.Accounts.Readers;

namespace NewsPortal.Accounts;

public static class AccountsRoom
{
    public static IServiceCollection AddAccounts(this IServiceCollection services)
    {
        services.AddIdentityCore<Account>(options =>
        {
            options.User.RequireUniqueEmail = true;
            // Addresses of any script are names here; what makes one is checked by the form.
            options.User.AllowedUserNameCharacters = "";
            // Length is what protects; demands for signs only make people write passwords down (NIST SP 800-63B, section 3.1.1.2).
            options.Password = new PasswordOptions
            {
                RequiredLength = 12,
                RequireDigit = false,
                RequireLowercase = false,
                RequireUppercase = false,
                RequireNonAlphanumeric = false,
                RequiredUniqueChars = 5,
            };
        }).AddTokenProvider<AuthenticatorTokenProvider<Account>>(TokenOptions.DefaultAuthenticatorProvider);
        services.AddScoped<IUserStore<Account>, AccountStore>();
        services.AddScoped<IPasskeyHandler<Account>, PasskeyHandler<Account>>();
        services.AddScoped<SignIn>().AddScoped<SignInThrottle>().AddScoped<StaffSessions>().AddScoped<OneTimeLinks>();
        services.AddScoped<StaffCookie>().AddScoped<SecondFactor>().AddScoped<Enrolment>().AddScoped<Passkeys>();
        services.AddScoped<OwnAccount>().AddScoped<Joining>().AddScoped<JoinLinks>().AddScoped<ReaderErasure>();
        services.AddSingleton<PasswordResets>().AddHostedService(provider => provider.GetRequiredService<PasswordResets>());
        services.AddSingleton<JoinLetters>().AddHostedService(provider => provider.GetRequiredService<JoinLetters>());
        services.AddSingleton<SecondFactorRule>().AddSingleton<Tickets>();
        services.AddAuthentication().AddCookie(StaffSessions.Scheme, cookie =>
        {
            cookie.Cookie.Name = "newsportal.staff";
            cookie.Cookie.SameSite = SameSiteMode.Lax;
            cookie.LoginPath = "/account/sign-in";
            cookie.ReturnUrlParameter = "returnUrl";
            cookie.ExpireTimeSpan = StaffSession.Stay;
            cookie.EventsType = typeof(StaffCookie);
        });
        services.AddSingleton<IAuthorizationHandler, RoleGuard>();
        services.AddAuthorizationBuilder().AddPolicy(RoleGuard.Policy, policy => policy
            .AddAuthenticationSchemes(StaffSessions.Scheme).RequireAuthenticatedUser().AddRequirements(new RoleGuard.Requirement()));
        return services;
    }
}
