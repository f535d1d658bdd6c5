using System.Linq.Expressions;
using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace NewsPortal.Data;

/// <summary>
/// A query behind the pages that are read most. It is built and taken apart once, where a plain one is at every asking
/// before it is found among those known; for small answers that is the larger part of the work. It is written like any
/// other, with the rooms' own words, except that what differs from asking to asking stands in it as an
/// <see cref="Asked{T}"/>. Whatever else it captures stays what it was at first.
/// </summary>
public sealed class CompiledQuery<T, TRow>(Func<NewsDb, Asked<T>, IQueryable<TRow>> write)
{
    // EF's compiled query knows one model only, and a process may hold the models of both engines.
    private readonly ConditionalWeakTable<IModel, Func<NewsDb, T, IAsyncEnumerable<TRow>>> compiled = [];

    public IAsyncEnumerable<TRow> Ask(NewsDb db, T value) => compiled.GetValue(db.Model, _ => Compile(db))(db, value);

    private Func<NewsDb, T, IAsyncEnumerable<TRow>> Compile(NewsDb db)
    {
        var asked = new Asked<T>("asked");
        var query = UnboundQuery.Of(write(db, asked));
        return EF.CompileAsyncQuery(Expression.Lambda<Func<NewsDb, T, IQueryable<TRow>>>(query, UnboundQuery.Db, asked.Parameter));
    }
}

/// <summary>The same, of two things asked.</summary>
public sealed class CompiledQuery<T1, T2, TRow>(Func<NewsDb, Asked<T1>, Asked<T2>, IQueryable<TRow>> write)
{
    private readonly ConditionalWeakTable<IModel, Func<NewsDb, T1, T2, IAsyncEnumerable<TRow>>> compiled = [];

    public IAsyncEnumerable<TRow> Ask(NewsDb db, T1 first, T2 second) => compiled.GetValue(db.Model, _ => Compile(db))(db, first, second);

    private Func<NewsDb, T1, T2, IAsyncEnumerable<TRow>> Compile(NewsDb db)
    {
        var (first, second) = (new Asked<T1>("first"), new Asked<T2>("second"));
        var query = UnboundQuery.Of(write(db, first, second));
        return EF.CompileAsyncQuery(
            Expression.Lambda<Func<NewsDb, T1, T2, IQueryable<TRow>>>(query, UnboundQuery.Db, first.Parameter, second.Parameter));
    }
}
