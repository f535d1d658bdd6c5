using CsCheck;
using NewsPortal.Articles.Merging;
using NewsPortal.Tests.Support;

namespace NewsPortal.Tests.Articles.Merging;

public sealed class WordDiffTests
{
    private static readonly Gen<string> Text = Gen.OneOf("one", "two", "three", " ", "\n", ", ", "<b>").List[0, 12].Select(string.Concat);

    [Fact]
    public void The_parts_give_both_texts_back() => Gen.Select(Text, Text).Try(
        texts =>
        {
            var (before, after) = texts;
            var parts = WordDiff.Between(before, after);
            Assert.Equal(before, string.Concat(parts.Where(part => part.Kind != DiffKind.Added).Select(part => part.Text)));
            Assert.Equal(after, string.Concat(parts.Where(part => part.Kind != DiffKind.Removed).Select(part => part.Text)));
        },
        2000);

    [Fact]
    public void Words_changed_one_after_the_other_are_one_change() => Assert.Equal(
        [new(DiffKind.Same, "The "), new(DiffKind.Removed, "gate is"), new(DiffKind.Added, "doors are"), new(DiffKind.Same, " shut.")],
        WordDiff.Between("The gate is shut.", "The doors are shut."));
}
