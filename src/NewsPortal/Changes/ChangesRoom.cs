namespace NewsPortal.Changes;

public static class ChangesRoom
{
    public static IServiceCollection AddChanges(this IServiceCollection services) => services
        .AddSingleton<ChangeBell>().AddSingleton<RecentChanges>()
        .AddSingleton<ChangeTail>().AddHostedService(provider => provider.GetRequiredService<ChangeTail>());
}
