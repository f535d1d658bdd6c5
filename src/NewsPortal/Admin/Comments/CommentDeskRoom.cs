namespace NewsPortal.Admin.Comments;

public static class CommentDeskRoom
{
    public static IServiceCollection AddCommentDesk(this IServiceCollection services) => services
        .AddScoped<QueueReader>().AddScoped<QueueCounts>().AddScoped<QueuePages>().AddScoped<CaseReader>().AddScoped<CommentPages>()
        .AddScoped<CommentMoves>().AddScoped<CommentAnswers>().AddScoped<LateWords>().AddScoped<PickedComments>().AddScoped<Claims>().AddScoped<Arrivals>();
}
