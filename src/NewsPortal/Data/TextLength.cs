using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace NewsPortal.Data;

/// <summary>
/// SQLite keeps a text of any length where SQL Server refuses one that is longer than its column. Ours is refused on
/// both, so that a paper can move from one to the other.
/// </summary>
internal static class TextLength
{
    /// <exception cref="InvalidOperationException">A text is longer than its column: its form or its reader let it in.</exception>
    public static void Hold(EntityEntry row)
    {
        foreach (var property in row.Metadata.GetProperties())
        {
            if (property.GetMaxLength() is { } longest && row.CurrentValues[property] is string text && text.Length > longest)
            {
                throw new InvalidOperationException($"{row.Metadata.DisplayName()}.{property.Name} holds {text.Length} characters where {longest} fit.");
            }
        }
    }
}
