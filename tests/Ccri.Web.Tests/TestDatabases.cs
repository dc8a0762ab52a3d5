using System.Collections.Concurrent;
using System.Globalization;
using Ccri.Web.Cli;
using Ccri.Web.Data;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Ccri.Web.Tests;

/// <summary>What a database of a test holds before the test begins; each is a copy of the one before it and a verb of the command line.</summary>
public enum Contents
{
    Schema,
    Register,

    /// <summary>As of <see cref="TestDatabases.DemonstrationDay"/>.</summary>
    Demonstration,
}

/// <summary>Templates are made once for the whole run, then copied: a copy takes milliseconds.</summary>
public static class TestDatabases
{
    /// <summary>Connection string of a PostgreSQL server where databases may be created; <c>scripts/test</c> starts one.</summary>
    public static readonly string? Postgres = Environment.GetEnvironmentVariable("CCRI_TEST_POSTGRES");

    public const string NoPostgres = "PostgreSQL is not there: scripts/test starts it where it is installed";

    public static readonly DateOnly DemonstrationDay = new(2026, 11, 22);

    private static readonly ConcurrentDictionary<(string Provider, Contents Contents), Lazy<Task<string>>> Templates = [];

    private static readonly Lock Copying = new();

    public static async Task<string> CopyAsync(string provider, Contents contents)
    {
        if (provider == nameof(DatabaseProvider.Postgres) && Postgres is null)
            return "Host=none"; // every test of the class skips itself
        var template = await Templates.GetOrAdd((provider, contents), _ => new(() => MakeAsync(provider, contents))).Value;
        return provider == nameof(DatabaseProvider.Sqlite) ? CopyFile(template) : await CreateAsync($"TEMPLATE \"{template}\"");
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

    private static async Task<string> MakeAsync(string provider, Contents contents)
    {
        var isSqlite = provider == nameof(DatabaseProvider.Sqlite);
        var connectionString = contents > Contents.Schema ? await CopyAsync(provider, contents - 1) : isSqlite ? $"Data Source={NewFile()}" : await CreateAsync("");
        await ScriptAsync(provider, connectionString, contents switch
        {
            Contents.Schema => ["migrate"],
            Contents.Register => ["load"],
            _ => ["demo", "--today", DemonstrationDay.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)],
        });
        return isSqlite ? new SqliteConnectionStringBuilder(connectionString).DataSource : new NpgsqlConnectionStringBuilder(connectionString).Database!;
    }

    /// <summary>Through the command line itself, in a process of its own.</summary>
    private static async Task ScriptAsync(string provider, string connectionString, string[] verb)
    {
        var run = await CcriProcess.RunAsync(verb, new() { ["Database__Provider"] = provider, ["Database__ConnectionString"] = connectionString });
        run.ExitCode.ShouldBe(Exit.Done, run.Errors);
    }

    private static string NewFile() => Path.Combine(Path.GetTempPath(), $"ccri-test-{Guid.NewGuid():N}.db");

    private static string CopyFile(string template)
    {
        using var _ = Copying.EnterScope(); // who closes a template last tidies its log, and then nobody else may open it
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
