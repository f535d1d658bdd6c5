using System.Linq.Expressions;
using System.Reflection;
using Microsoft.EntityFrameworkCore.Query;

namespace NewsPortal.Data;

/// <summary>
/// Frees a query from the context it was written with, which is back in the pool when the query is asked again: tables and
/// parts of queries that were captured are put in, and what is asked becomes a parameter.
/// </summary>
internal sealed class UnboundQuery : ExpressionVisitor
{
    public static readonly ParameterExpression Db = Expression.Parameter(typeof(NewsDb));

    private UnboundQuery()
    {
    }

    public static Expression Of(IQueryable query) => new UnboundQuery().Visit(query.Expression);

    protected override Expression VisitMember(MemberExpression node)
    {
        if (node.Expression is not null && Captured(node.Expression) is IAsked asked)
        {
            return asked.Parameter;
        }

        return typeof(IQueryable).IsAssignableFrom(node.Type) && Captured(node) is IQueryable part
            ? Visit(part.Expression)
            : base.VisitMember(node);
    }

    protected override Expression VisitExtension(Expression node)
        => node is QueryRootExpression { QueryProvider: not null } table ? table.DetachQueryProvider() : base.VisitExtension(node);

    /// <summary>The value of a captured variable, or of a member of one; null for anything that only the database knows.</summary>
    private static object? Captured(Expression node) => node switch
    {
        ConstantExpression constant => constant.Value,
        MemberExpression { Member: FieldInfo field, Expression: { } owner } when Captured(owner) is { } value => field.GetValue(value),
        MemberExpression { Member: PropertyInfo property, Expression: { } owner } when Captured(owner) is NewsDb db => property.GetValue(db),
        _ => null,
    };
}
