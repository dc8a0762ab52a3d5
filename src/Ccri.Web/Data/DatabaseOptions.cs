namespace Ccri.Web.Data;

/// <summary>Settings <c>Database:Provider</c> and <c>Database:ConnectionString</c>.</summary>
public sealed class DatabaseOptions
{
    public const string Section = "Database";

    public DatabaseProvider Provider { get; init; } = DatabaseProvider.Sqlite;
    public string ConnectionString { get; init; } = "Data Source=var/ccri.db";
}

public enum DatabaseProvider
{
    Sqlite,
    Postgres,
}
