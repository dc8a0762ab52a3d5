using System.Data.Common;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.Options;
using Npgsql;

namespace Ccri.Web.Data;

public static class DataRegistration
{
    public static IServiceCollection AddData(this IServiceCollection services, IConfiguration configuration, Home home)
    {
        var database = Read(configuration.GetSection(DatabaseOptions.Section));
        services.AddOptions<DatabaseOptions>().BindConfiguration(DatabaseOptions.Section);
        if (database.Provider == DatabaseProvider.Postgres)
            services.AddDbContext<CcriDbContext, PostgresCcriDbContext>(o => o.UseNpgsql(database.ConnectionString).ConfigureWarnings(Quieten));
        else
            services.AddDbContext<CcriDbContext, SqliteCcriDbContext>(o =>
                o.UseSqlite(InHome(database.ConnectionString, home)).AddInterceptors(new SqlitePragmas()).ConfigureWarnings(Quieten));

        services.AddSingleton<HeldDemonstration>();
        services.AddDataProtection().SetApplicationName("ccri"); // one name: a link made on the command line opens on the site
        services.AddSingleton<DatabaseKeyRepository>();
        services.AddSingleton<IConfigureOptions<KeyManagementOptions>>(provider =>
            new ConfigureOptions<KeyManagementOptions>(o => o.XmlRepository = provider.GetRequiredService<DatabaseKeyRepository>()));
        return services;
    }

    /// <summary>Judged at once: which context is registered depends on it.</summary>
    /// <exception cref="OptionsValidationException">With the name of the setting.</exception>
    private static DatabaseOptions Read(IConfigurationSection section)
    {
        if (section[nameof(DatabaseOptions.Provider)] is { } provider && !Array.Exists(Enum.GetNames<DatabaseProvider>(), name => name.Equals(provider, StringComparison.OrdinalIgnoreCase)))
            throw Wrong($"Database:Provider is “{provider}”. It should be {string.Join(" or ", Enum.GetNames<DatabaseProvider>())}.");
        var database = section.Get<DatabaseOptions>() ?? new DatabaseOptions();
        if (string.IsNullOrWhiteSpace(database.ConnectionString))
            throw Wrong("Database:ConnectionString is empty. It should be, for example, “Data Source=var/ccri.db”.");
        try
        {
            DbConnectionStringBuilder _ = database.Provider == DatabaseProvider.Postgres
                ? new NpgsqlConnectionStringBuilder(database.ConnectionString) : new SqliteConnectionStringBuilder(database.ConnectionString);
            return database;
        }
        catch (ArgumentException notUnderstood)
        {
            throw Wrong($"Database:ConnectionString is not understood: {notUnderstood.Message}");
        }

        static OptionsValidationException Wrong(string sentence) => new(DatabaseOptions.Section, typeof(DatabaseOptions), [sentence]);
    }

    /// <summary>A relative file lies under the home folder, whatever folder the process was started from.</summary>
    private static string InHome(string connectionString, Home home)
    {
        var sqlite = new SqliteConnectionStringBuilder(connectionString);
        if (sqlite.DataSource is not (":memory:" or ""))
        {
            sqlite.DataSource = home.Resolve(sqlite.DataSource);
            Directory.CreateDirectory(Path.GetDirectoryName(sqlite.DataSource)!);
        }
        return sqlite.ToString();
    }

    private static void Quieten(WarningsConfigurationBuilder warnings) => warnings
        .Log((RelationalEventId.CommandExecuting, LogLevel.Trace), (RelationalEventId.CommandExecuted, LogLevel.Debug));
}
