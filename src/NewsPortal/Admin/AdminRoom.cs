using NewsPortal.Admin.Accounts;
using NewsPortal.Admin.Articles;
using NewsPortal.Admin.Breaking;
using NewsPortal.Admin.Comments;
using NewsPortal.Admin.Live;
using NewsPortal.Admin.Sections;

namespace NewsPortal.Admin;

public static class AdminRoom
{
    /// <summary>What the staff's pages need beside the rooms they look into.</summary>
    public static IServiceCollection AddAdmin(this IServiceCollection services)
        => services.AddFlashDesk().AddLiveDesk().AddCommentDesk().AddScoped<People>().AddScoped<PaperParts>().AddScoped<StoryMoves>().AddScoped<Selections>();
}
