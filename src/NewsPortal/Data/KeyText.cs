using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace NewsPortal.Data;

/// <summary>
/// Text that is compared as a key (slugs, paths, hashes). SQLite compares bytes and SQL Server folds case by the
/// database's collation, so a key is normalised by us and compared byte by byte on both.
/// </summary>
public static class KeyText
{
    private const string Annotation = "NewsPortal:KeyText";

    public static PropertyBuilder<T> IsKeyText<T>(this PropertyBuilder<T> property) => property.HasAnnotation(Annotation, true);

    internal static void UseCollation(ModelBuilder model, string collation)
    {
        foreach (var property in model.Model.GetEntityTypes().SelectMany(entity => entity.GetProperties()))
        {
            if (property.FindAnnotation(Annotation) is not null)
            {
                property.SetCollation(collation);
                property.RemoveAnnotation(Annotation);
            }
        }
    }
}
