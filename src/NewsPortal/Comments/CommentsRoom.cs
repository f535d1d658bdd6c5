namespace NewsPortal.Comments;

public static class CommentsRoom
{
    public static IServiceCollection AddComments(this IServiceCollection services) => services
        .AddSingleton(provider => new CommentSettings(provider.GetRequiredService<IConfiguration>()))
        .AddSingleton<CommenterCookie>().AddScoped<CommentNetworks>().AddScoped<SurgeWatch>().AddScoped<Posting>().AddScoped<Reporting>().AddScoped<OwnComments>();
}
