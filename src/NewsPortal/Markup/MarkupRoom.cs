namespace NewsPortal.Markup;

public static class MarkupRoom
{
    public static IServiceCollection AddMarkup(this IServiceCollection services) => services
        .AddSingleton<ArticleMarkup>()
        .AddSingleton<CommentMarkup>();
}
