using NewsPortal.Comments.Guard;
using NewsPortal.Comments.Privacy;

namespace NewsPortal.Comments;

public static class CommentsRoom
{
    public static IServiceCollection AddComments(this IServiceCollection services) => services
        .AddSingleton(provider => new CommentSettings(provider.GetRequiredService<IConfiguration>()))
        .AddSingleton(provider => new GuardSettings(provider.GetRequiredService<IConfiguration>()))
        .AddSingleton(provider => new RetentionSettings(provider.GetRequiredService<IConfiguration>()))
        .AddScoped<CommenterEmails>().AddScoped<Erasure>().AddHostedService<CommentRetention>()
        .AddSingleton<Stamps>().AddScoped<RepeatWatch>().AddScoped<CommentGuard>()
        .AddSingleton<CommenterCookie>().AddScoped<CommentNetworks>().AddScoped<SurgeWatch>().AddScoped<Admission>().AddScoped<Posting>().AddScoped<Reporting>().AddScoped<OwnComments>();
}
