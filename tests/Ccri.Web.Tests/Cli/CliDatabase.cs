namespace Ccri.Web.Tests.Cli;

/// <summary>A SQLite file and a folder for one test, and the command line on both.</summary>
public sealed class CliDatabase : IAsyncDisposable
{
    private CliDatabase(string connectionString) => ConnectionString = connectionString;

    public string ConnectionString { get; }

    /// <summary>The caller's folder.</summary>
    public string Folder { get; } = Directory.CreateTempSubdirectory("ccri-cli-").FullName;

    /// <summary>The file is not there yet.</summary>
    public static CliDatabase None() => new($"Data Source={Path.Combine(Path.GetTempPath(), $"ccri-cli-{Guid.NewGuid():N}.db")}");

    public static async Task<CliDatabase> MigratedAsync() => new(await TestDatabases.CopyAsync("Sqlite", Contents.Schema));

    public static async Task<CliDatabase> LoadedAsync() => new(await TestDatabases.CopyAsync("Sqlite", Contents.Register));

    public static async Task<CliDatabase> FilledAsync() => new(await TestDatabases.CopyAsync("Sqlite", Contents.Demonstration));

    public Task<CcriProcess.Run> RunAsync(params string[] arguments) => RunWithAsync([], arguments);

    public Task<CcriProcess.Run> RunWithAsync(Dictionary<string, string?> settings, params string[] arguments) =>
        CcriProcess.RunAsync(arguments, new Dictionary<string, string?>(settings.Append(KeyValuePair.Create<string, string?>("Database__ConnectionString", ConnectionString)).DistinctBy(s => s.Key)), Folder);

    /// <summary>Writes a file into the caller's folder.</summary>
    public async Task WriteAsync(string name, string text) => await File.WriteAllTextAsync(Path.Combine(Folder, name), text, TestContext.Current.CancellationToken);

    public async ValueTask DisposeAsync()
    {
        await TestDatabases.DropAsync("Sqlite", ConnectionString);
        Directory.Delete(Folder, recursive: true);
    }
}
