using NewsPortal.Import.WordPress;

namespace NewsPortal.Import;

public static class ImportRoom
{
    public static IServiceCollection AddImport(this IServiceCollection services) => services
        .AddScoped<ImportLedger>()
        .AddScoped<WordPressImport>()
        .AddScoped<WordPressItems>()
        .AddScoped<AuthorImport>()
        .AddScoped<SectionImport>()
        .AddScoped<TagImport>()
        .AddScoped<PictureImport>()
        .AddScoped<BodyPictures>()
        .AddScoped<StoryText>()
        .AddScoped<StoryCopy>()
        .AddScoped<StoryImport>()
        .AddScoped<StoryAddresses>()
        .AddScoped<AttachedItems>()
        .AddScoped<CommentImport>()
        .AddScoped<OldAddresses>();
}
