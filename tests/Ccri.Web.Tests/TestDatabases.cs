using Ccri.Web.Cli;
using Ccri.Web.Data;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Ccri.Web.Tests;

/// <summary>Templates are migrated and loaded once for the whole run, then copied: a copy takes milliseconds.</summary>
public static class TestDatabases
{
    /// <summary>Connection string of a PostgreSQL server where databases may be created; <c>scripts/test</c> starts one.</summary>
    public static readonly string? Postgres = Environment.GetEnvironmentVariable("CCRI_TEST_POSTGRES");

    public const string NoPostgres = "PostgreSQL is not there: scripts/test starts it where it is installed";

    private static readonly SemaphoreSlim One = new(1);
    private static readonly Dictionary<(string, bool), string> Templates = [];

    public static async Task<string> CopyAsync(string provider, bool isLoaded)
    {
        if (provider == nameof(DatabaseProvider.Postgres) && Postgres is null)
            return "Host=none"; // every test of the class skips itself
        await One.WaitAsync();
        try
        {
            if (!Templates.TryGetValue((provider, isLoaded), out var template))
                Templates[(provider, isLoaded)] = template = await MakeAsync(provider, isLoaded);
            return provider == nameof(DatabaseProvider.Sqlite) ? CopyFile(template) : await CreateAsync($"TEMPLATE \"{template}\"");
        }
        finally
        {
            One.Release();
        }
    }

    public static async Task DropAsync(string provider, string connectionString)
    {
        if (provider == nameof(DatabaseProvider.Sqlite))
        {
            SqliteConnection.ClearAllPools();
            File.Delete(new SqliteConnectionStringBuilder(connectionString).DataSource);
        }
        else if (Postgres is not null)
        {
            await ExecuteAsync($"DROP DATABASE IF EXISTS \"{new NpgsqlConnectionStringBuilder(connectionString).Database}\" WITH (FORCE)");
        }
    }

    private static async Task<string> MakeAsync(string provider, bool isLoaded)
    {
        var connectionString = provider == nameof(DatabaseProvider.Sqlite) ? $"Data Source={NewFile()};Pooling=False" : await CreateAsync("");
        await ScriptAsync(provider, connectionString, "migrate");
        if (isLoaded)
            await ScriptAsync(provider, connectionString, "load");
        if (provider == nameof(DatabaseProvider.Sqlite))
            return new SqliteConnectionStringBuilder(connectionString).DataSource;
        NpgsqlConnection.ClearAllPools(); // a template may have no open connection
        return new NpgsqlConnectionStringBuilder(connectionString).Database!;
    }

    /// <summary>Through the command line itself, in a process of its own.</summary>
    private static async Task ScriptAsync(string provider, string connectionString, string verb)
    {
        var run = await CcriProcess.RunAsync([verb], new() { ["Database__Provider"] = provider, ["Database__ConnectionString"] = connectionString });
        run.ExitCode.ShouldBe(Exit.Done, run.Errors);
    }

    private static string NewFile() => Path.Combine(Path.GetTempPath(), $"ccri-test-{Guid.NewGuid():N}.db");

    private static string CopyFile(string template)
    {
        var copy = NewFile();
        using var source = new SqliteConnection($"Data Source={template};Pooling=False");
        using var target = new SqliteConnection($"Data Source={copy};Pooling=False");
        source.Open();
        target.Open();
        source.BackupDatabase(target);
        return $"Data Source={copy}";
    }

    private static async Task<string> CreateAsync(string options)
    {
        var name = $"ccri_test_{Guid.NewGuid():N}";
        await ExecuteAsync($"CREATE DATABASE \"{name}\" {options}");
        return new NpgsqlConnectionStringBuilder(Postgres) { Database = name }.ToString();
    }

    private static async Task ExecuteAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(Postgres);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
