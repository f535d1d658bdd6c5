using NewsPortal.Accounts;
using NewsPortal.Comments.Appeals;
using NewsPortal.Comments.Guard;
using NewsPortal.Comments.Notices;
using NewsPortal.Comments.Privacy;
using NewsPortal.Hosting;

namespace NewsPortal.Comments;

public static class CommentsRoom
{
    public static IServiceCollection AddComments(this IServiceCollection services) => services
        .AddSingleton(provider => new CommentSettings(provider.GetRequiredService<IConfiguration>()))
        .AddSingleton(provider => new GuardSettings(provider.GetRequiredService<IConfiguration>()))
        .AddSingleton(provider => new RetentionSettings(provider.GetRequiredService<IConfiguration>()))
        .AddScoped<CommenterEmails>().AddScoped<Erasure>().AddScoped<OwnData>().AddScoped<OwnExport>().AddHostedService<CommentRetention>()
        .AddSingleton<Stamps>().AddScoped<RepeatWatch>().AddScoped<SpamWatch>().AddSingleton<KeptWordList>().AddScoped<TextWatch>().AddScoped<CommentGuard>().AddScoped<Rewriting>()
        .AddSingleton<CommenterCookie>().AddScoped<Recognition>().AddScoped<IArrival, TakingAlong>()
        .AddScoped<CommentNetworks>().AddScoped<SurgeWatch>().AddScoped<Admission>().AddScoped<Posting>().AddScoped<Reporting>().AddScoped<OwnComments>()
        .AddSingleton<AppealKeys>().AddScoped<Appealing>()
        .AddSingleton<NoticeKeys>().AddSingleton<NoticeWords>().AddSingleton(new MachineDoor(NoticeKeys.Ending))
        .AddScoped<Subscribing>().AddScoped<DecisionWatch>().AddScoped<NoticeLetters>().AddScoped<NoticeDelivery>().AddHostedService<NoticeRounds>();
}
