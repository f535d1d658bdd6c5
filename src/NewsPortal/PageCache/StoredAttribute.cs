namespace NewsPortal.PageCache;

/// <summary>
/// The answers of this action are the same for everybody and may be stored. Nothing is stored without it. The action is
/// carried out for nobody in particular: without the cookies and headers of whoever asked, at the site's own address.
/// </summary>
/// <param name="query">Names in the query that the answer depends on; every other one is dropped.</param>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class StoredAttribute(params string[] query) : Attribute
{
    public IReadOnlyList<string> Query { get; } = query;
}
