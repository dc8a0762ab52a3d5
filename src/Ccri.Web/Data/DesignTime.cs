using Ccri.Web.Security;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace Ccri.Web.Data;

/// <summary>For <c>scripts/add-migration</c>, which asks for a model and never for a connection.</summary>
public sealed class SqliteDesignTime : IDesignTimeDbContextFactory<SqliteCcriDbContext>
{
    public SqliteCcriDbContext CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<SqliteCcriDbContext>().UseSqlite("Data Source=:memory:").Options, new CurrentUser(), TimeProvider.System);
}

/// <inheritdoc cref="SqliteDesignTime"/>
public sealed class PostgresDesignTime : IDesignTimeDbContextFactory<PostgresCcriDbContext>
{
    public PostgresCcriDbContext CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<PostgresCcriDbContext>().UseNpgsql("Host=none").Options, new CurrentUser(), TimeProvider.System);
}
