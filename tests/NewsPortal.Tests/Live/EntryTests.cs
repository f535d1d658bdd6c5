using NewsPortal.Live;
using NewsPortal.Shared;
using NewsPortal.Tests.Support;

namespace NewsPortal.Tests.Live;

/// <summary>What may become of one entry.</summary>
public sealed class EntryTests
{
    private static readonly DateTime Now = Some.Noon;

    [Fact]
    public void An_entry_happens_when_it_is_written_unless_it_is_said_when()
    {
        Assert.Equal(Now, Write("The line was moved.").EventUtc);
        Assert.Equal(Now.AddHours(-2), Entry.Write(1, Some.EntryCopy("Found at ten.") with { EventUtc = Now.AddHours(-2) }, Some.Ada, Now).EventUtc);
    }

    [Fact]
    public void What_has_not_happened_is_no_entry()
        => Assert.Throws<RefusedException>(() => Entry.Write(1, Some.EntryCopy("Tomorrow.") with { EventUtc = Now.AddHours(1) }, Some.Ada, Now));

    [Theory]
    [InlineData("", null)]
    [InlineData("  \n ", "  ")]
    public void Nothing_is_no_entry(string words, string? headline)
        => Assert.Throws<RefusedException>(() => Entry.Write(1, Some.EntryCopy(words) with { Headline = headline }, Some.Ada, Now));

    [Fact]
    public void A_headline_or_a_picture_alone_is_one()
    {
        Assert.Equal("The gate is shut", Entry.Write(1, Some.EntryCopy("") with { Headline = " The gate is shut " }, Some.Ada, Now).Title);
        var picture = new EntryCopy(new LiveText("![](photo:1)", "<figure><img src=\"/media/1/a\" alt=\"\"></figure>", "", 1));
        Assert.Equal("![](photo:1)", Entry.Write(1, picture, Some.Ada, Now).Words);
    }

    [Fact]
    public void Ten_thousand_characters_are_no_headline()
        => Assert.Throws<RefusedException>(() => Entry.Write(1, Some.EntryCopy("Words.") with { Headline = new string('a', 10_000) }, Some.Ada, Now));

    [Fact]
    public void Who_passes_on_the_words_of_another_has_signed_them_off()
    {
        var (own, other) = (Write("Own."), Write("Other."));
        own.Send(1, Some.Ada, Now.AddMinutes(1));
        other.Send(2, Some.Bo, Now.AddMinutes(2));
        Assert.Null(own.SignedOffBy);
        Assert.Equal((Some.Bo.Name, EntryState.OnAir, 2, Now.AddMinutes(2)), (other.SignedOffBy, other.State, other.Order, other.SentUtc));
        Assert.Throws<RefusedException>(() => other.Send(3, Some.Bo, Now));
    }

    [Fact]
    public void What_was_sent_back_waits_again_once_it_is_edited()
    {
        var entry = Write("Two thousand people.");
        Assert.Throws<RefusedException>(() => entry.SendBack(" ", Some.Bo, Now));
        entry.SendBack("Who says so?", Some.Bo, Now);
        Assert.Equal((EntryState.SentBack, "Who says so?"), (entry.State, entry.Note));
        Assert.Throws<RefusedException>(() => entry.Send(1, Some.Bo, Now));
        entry.Edit(Some.EntryCopy("Two thousand people, the city says."), Some.Ada, Now.AddMinutes(1));
        Assert.Equal((EntryState.Waiting, null), (entry.State, entry.Note));
    }

    [Fact]
    public void Readers_are_told_of_other_words_but_of_nothing_else()
    {
        var entry = OnAir("Two cuts made.");
        entry.Edit(Some.EntryCopy("Two cuts made.") with { Place = "at the gate", IsKey = true }, Some.Ada, Now.AddMinutes(1));
        Assert.Equal(("at the gate", true, null), (entry.Place, entry.IsKey, entry.EditedUtc));
        entry.Edit(Some.EntryCopy("Three cuts made.") with { IsKey = true }, Some.Ada, Now.AddMinutes(2));
        Assert.Equal((Now.AddMinutes(2), 1, Now), (entry.EditedUtc, entry.Order, entry.EventUtc));
    }

    [Fact]
    public void Words_that_nobody_has_read_are_not_said_to_be_edited()
    {
        var entry = Write("Two cuts made.");
        entry.Edit(Some.EntryCopy("Three cuts made."), Some.Ada, Now.AddMinutes(1));
        Assert.Null(entry.EditedUtc);
    }

    [Fact]
    public void What_was_deleted_comes_back_to_its_place()
    {
        var entry = OnAir("Two cuts made.");
        entry.Delete(Some.Bo, Now);
        Assert.Throws<RefusedException>(() => entry.Edit(Some.EntryCopy("Three."), Some.Ada, Now));
        Assert.Throws<RefusedException>(() => entry.Delete(Some.Bo, Now));
        entry.Restore(Some.Bo, Now);
        Assert.Equal((EntryState.OnAir, 1), (entry.State, entry.Order));
        Assert.Throws<RefusedException>(() => entry.Restore(Some.Bo, Now));
    }

    [Theory]
    [InlineData(true, EntryState.SentBack)]
    [InlineData(false, EntryState.Waiting)]
    public void What_readers_never_had_is_not_sent_by_being_brought_back(bool was_sent_back, EntryState state)
    {
        var entry = Write("Two cuts made.");
        if (was_sent_back)
        {
            entry.SendBack("Who says so?", Some.Bo, Now);
        }

        entry.Delete(Some.Ada, Now);
        entry.Restore(Some.Ada, Now);
        Assert.Equal(state, entry.State);
    }

    [Fact]
    public void An_entry_has_one_story_of_its_own()
    {
        var entry = OnAir("Two cuts made.");
        entry.BreakOut(Some.Article(), Some.Ada, Now);
        Assert.Throws<RefusedException>(() => entry.BreakOut(Some.Article(), Some.Ada, Now));
    }

    private static Entry Write(string words) => Entry.Write(1, Some.EntryCopy(words), Some.Ada, Now);

    private static Entry OnAir(string words)
    {
        var entry = Write(words);
        entry.Send(1, Some.Ada, Now);
        return entry;
    }
}
