namespace NewsPortal.Articles.Merging;

/// <summary>Lists in which each thing stands once: whatever one side put in is in, what one side took out is out.</summary>
internal static class ListMerge
{
    public static IReadOnlyList<T> Of<T>(IReadOnlyList<T> @base, IReadOnlyList<T> mine, IReadOnlyList<T> theirs)
    {
        if (mine.SequenceEqual(@base))
        {
            return theirs;
        }

        return theirs.SequenceEqual(@base)
            ? mine
            : [.. theirs.Except(@base.Except(mine)).Concat(mine.Except(@base).Except(theirs))];
    }
}
