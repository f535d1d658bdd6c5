using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace NewsPortal.Tests.Data;

/// <summary>
/// SQL Server's rule 1785: from any table, the foreign keys that act on a delete (cascade or set null) reach each other
/// table by one path at most and never come back.
/// </summary>
internal static class CascadePaths
{
    /// <returns>Each pair of tables that breaks the rule, as "from -> to".</returns>
    public static IEnumerable<string> Refused(IModel model)
        => model.GetEntityTypes().SelectMany(from => Reached(from)
            .GroupBy(to => to)
            .Where(paths => paths.Count() > 1 || paths.Key == from)
            .Select(paths => $"{from.GetTableName()} -> {paths.Key.GetTableName()}"));

    private static IEnumerable<IEntityType> Reached(IEntityType from)
    {
        var paths = new Stack<List<IEntityType>>([[from]]);
        while (paths.TryPop(out var path))
        {
            foreach (var key in path[^1].GetReferencingForeignKeys().Where(key => key.DeleteBehavior is DeleteBehavior.Cascade or DeleteBehavior.SetNull))
            {
                yield return key.DeclaringEntityType;
                if (!path.Contains(key.DeclaringEntityType))
                {
                    paths.Push([.. path, key.DeclaringEntityType]);
                }
            }
        }
    }
}
