using Microsoft.Extensions.Primitives;

namespace NewsPortal.PageCache;

/// <param name="TrueTo">The <see cref="ChangeMark"/> up to which nothing has touched the page.</param>
internal readonly record struct PageAnswer(StoredPage Page, StringValues TrueTo)
{
    public Task SendAsync(HttpContext context) => Page.SendAsync(context, TrueTo);
}
