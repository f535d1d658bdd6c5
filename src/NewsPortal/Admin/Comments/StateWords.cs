using NewsPortal.Comments;

namespace NewsPortal.Admin.Comments;

/// <summary>The shape that stands before a state's word, so that it is never told by colour alone.</summary>
public static class StateWords
{
    public static string Shape(CommentState state) => state switch
    {
        CommentState.Approved => "live",
        CommentState.Pending => "review",
        _ => "back",
    };
}
