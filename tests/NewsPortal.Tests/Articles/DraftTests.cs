using NewsPortal.Articles;
using NewsPortal.Shared;
using NewsPortal.Tests.Support;

namespace NewsPortal.Tests.Articles;

public sealed class DraftTests
{
    private readonly NewsPortal.Articles.Article article = Some.Article();

    private Draft Draft => article.Draft;

    [Fact]
    public void A_draft_knows_who_has_written_in_it_since_it_was_last_published()
    {
        Write(Some.Bo);
        Write(Some.Bo);
        Assert.Equal([Some.Ada.AccountId!.Value, Some.Bo.AccountId!.Value], Draft.WriterIds);

        article.Publish(Some.Bo, Some.Noon);
        Assert.Empty(Draft.WriterIds);

        Write(Some.Bo);
        Assert.Equal([Some.Bo.AccountId!.Value], Draft.WriterIds);
    }

    [Fact]
    public void Publishing_settles_the_draft_and_the_next_save_opens_it_again()
    {
        Assert.Equal(DraftState.Writing, Draft.State);
        article.Publish(Some.Ada, Some.Noon);
        Assert.Equal(DraftState.Settled, Draft.State);

        Write(Some.Ada);
        Assert.Equal(DraftState.Writing, Draft.State);
    }

    [Fact]
    public void What_is_handed_in_comes_back_with_a_note_and_can_be_handed_in_again()
    {
        Draft.HandIn(Some.Ada, Some.Noon, " Ready. ");
        Assert.Equal((DraftState.InReview, "Ready."), (Draft.State, Draft.Note));

        Draft.SendBack(Some.Bo, Some.Noon, "Who says so?");
        Write(Some.Ada);
        Assert.Equal((DraftState.SentBack, "Who says so?"), (Draft.State, Draft.Note));

        Draft.HandIn(Some.Ada, Some.Noon);
        Assert.Equal((DraftState.InReview, null), (Draft.State, Draft.Note));
    }

    [Fact]
    public void A_move_that_is_not_next_is_refused_in_a_sentence()
    {
        Assert.Throws<RefusedException>(() => Draft.SendBack(Some.Bo, Some.Noon, "Why?"));
        Draft.HandIn(Some.Ada, Some.Noon);
        Assert.Throws<RefusedException>(() => Draft.HandIn(Some.Ada, Some.Noon));
        Assert.Throws<RefusedException>(() => Draft.SendBack(Some.Bo, Some.Noon, "  "));
        article.Publish(Some.Bo, Some.Noon);
        Assert.Throws<RefusedException>(() => Draft.HandIn(Some.Ada, Some.Noon));
    }

    private void Write(NewsPortal.Accounts.Signature by) => Draft.Save(Some.Copy("Anew"), Some.Body("Anew."), by, Some.Noon);
}
