using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace NewsPortal.Data;

/// <summary>Gives <c>dotnet ef</c> the model of each engine; no database is opened.</summary>
internal sealed class DesignTime : IDesignTimeDbContextFactory<SqliteNewsDb>, IDesignTimeDbContextFactory<SqlServerNewsDb>
{
    SqliteNewsDb IDesignTimeDbContextFactory<SqliteNewsDb>.CreateDbContext(string[] args)
        => new(new DbContextOptionsBuilder<SqliteNewsDb>().UseSqlite("Data Source=unused.db").Options);

    SqlServerNewsDb IDesignTimeDbContextFactory<SqlServerNewsDb>.CreateDbContext(string[] args)
        => new(new DbContextOptionsBuilder<SqlServerNewsDb>().UseSqlServer("Server=unused;Database=unused").Options);
}
