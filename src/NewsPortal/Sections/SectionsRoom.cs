namespace NewsPortal.Sections;

public static class SectionsRoom
{
    public static IServiceCollection AddSections(this IServiceCollection services) => services.AddScoped<TagNames>();
}
