using System.Linq.Expressions;

namespace NewsPortal.Data;

/// <summary>What is asked of a <see cref="CompiledQuery{T,TRow}"/>, where it stands in the query.</summary>
public sealed class Asked<T>(string name) : IAsked
{
    public ParameterExpression Parameter { get; } = Expression.Parameter(typeof(T), name);

    /// <summary>To be named inside the query only; each asking has its own.</summary>
    public T Value => throw new InvalidOperationException("What is asked is known once the query runs, not while it is written.");
}

internal interface IAsked
{
    ParameterExpression Parameter { get; }
}
