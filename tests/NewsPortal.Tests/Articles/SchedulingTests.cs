using NewsPortal.Articles;
using NewsPortal.Shared;
using NewsPortal.Tests.Support;

namespace NewsPortal.Tests.Articles;

public sealed class SchedulingTests
{
    private static readonly DateTime Noon = Some.Noon;

    private readonly NewsPortal.Articles.Article article = Some.Article("As approved");

    [Fact]
    public void A_planned_story_goes_out_in_the_words_that_were_planned_and_as_of_the_planned_time()
    {
        var plan = article.PlanPublication(Some.Bo, At(60), Noon);
        Assert.Equal((ArticleState.Scheduled, DraftState.Approved), (article.State, article.Draft.State));
        article.Draft.Save(Some.Copy("Half a sent"), Some.Body("Half"), Some.Ada, Noon.AddMinutes(30));

        article.CarryOut(plan, Some.Body("As approved"), Noon.AddMinutes(70));

        Assert.Equal(("As approved", ArticleState.Published, Noon.AddMinutes(60)), (article.Headline, article.State, article.PublishedUtc));
        Assert.Equal(("Half a sent", DraftState.Writing), (article.Draft.Headline, article.Draft.State));
    }

    [Fact]
    public void A_change_to_a_live_story_is_planned_without_a_byte_of_it_changing_until_then()
    {
        article.Publish(Some.Ada, Noon);
        article.Draft.Save(Some.Copy("Second thoughts"), Some.Body("Second"), Some.Ada, Noon.AddMinutes(1));
        var plan = article.PlanPublication(Some.Bo, At(60), Noon.AddMinutes(2));
        Assert.Equal(("As approved", ArticleState.Published), (article.Headline, article.State));

        article.CarryOut(plan, null, Noon.AddMinutes(60));

        Assert.Equal(("Second thoughts", Noon, Noon.AddMinutes(60)), (article.Headline, article.PublishedUtc, article.UpdatedUtc));
        Assert.Equal(DraftState.Settled, article.Draft.State);
    }

    [Fact]
    public void A_second_plan_of_the_same_kind_takes_the_place_of_the_first()
    {
        article.PlanPublication(Some.Bo, At(60), Noon);
        article.PlanPublication(Some.Bo, At(90), Noon);
        Assert.Equal(Noon.AddMinutes(90), Assert.Single(article.Schedules).DueUtc);
    }

    [Fact]
    public void A_plan_that_is_given_up_leaves_the_story_approved_and_unpublished()
    {
        var plan = article.PlanPublication(Some.Bo, At(60), Noon);
        article.Unplan(Some.Bo, plan.Id, Noon);
        Assert.Empty(article.Schedules);
        Assert.Equal((ArticleState.Unpublished, DraftState.Approved), (article.State, article.Draft.State));
        Assert.Throws<RefusedException>(() => article.Unplan(Some.Bo, plan.Id, Noon));
    }

    [Fact]
    public void Publishing_or_withdrawing_at_once_makes_the_plans_for_it_void()
    {
        article.PlanPublication(Some.Bo, At(60), Noon);
        article.Publish(Some.Bo, Noon);
        Assert.Empty(article.Schedules);

        article.PlanWithdrawal(Some.Bo, At(60), "It expires.", Noon);
        article.Withdraw(Some.Bo, "It was wrong.", Noon);
        Assert.Empty(article.Schedules);
    }

    [Fact]
    public void What_is_planned_to_go_out_is_not_sent_back_behind_the_plan()
    {
        article.PlanPublication(Some.Bo, At(60), Noon);
        Assert.Throws<RefusedException>(() => article.Draft.SendBack(Some.Bo, Noon, "Why?"));
        Assert.Equal(DraftState.Approved, article.Draft.State);
    }

    [Fact]
    public void What_cannot_be_planned_is_refused()
    {
        Assert.Throws<RefusedException>(() => article.PlanPublication(Some.Bo, At(0), Noon));
        Assert.Throws<RefusedException>(() => article.PlanWithdrawal(Some.Bo, At(60), "Why not.", Noon));
        article.Publish(Some.Bo, Noon);
        Assert.Throws<RefusedException>(() => article.PlanWithdrawal(Some.Bo, At(60), " ", Noon));
        article.Withdraw(Some.Bo, "It was wrong.", Noon);
        Assert.Throws<RefusedException>(() => article.PlanPublication(Some.Bo, At(60), Noon));
    }

    [Fact]
    public void Nothing_is_published_or_planned_to_be_before_its_embargo_ends()
    {
        article.Draft.Save(Some.Copy() with { EmbargoUtc = Noon.AddHours(1) }, Some.Body("Secret"), Some.Ada, Noon);
        Assert.Throws<RefusedException>(() => article.Publish(Some.Bo, Noon));
        Assert.Throws<RefusedException>(() => article.PlanPublication(Some.Bo, At(59), Noon));
        Assert.Equal(ArticleState.Unpublished, article.State);

        var plan = article.PlanPublication(Some.Bo, At(60), Noon);
        article.CarryOut(plan, null, Noon.AddHours(1));
        Assert.Equal(ArticleState.Published, article.State);
    }

    private static WallTime At(int minutes) => WallTime.Of(Noon.AddMinutes(minutes), TimeZoneInfo.Utc);
}
