using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.Options;

namespace Ccri.Web.Data;

public static class DataRegistration
{
    public static IServiceCollection AddData(this IServiceCollection services, IConfiguration configuration, Home home)
    {
        var database = configuration.GetSection(DatabaseOptions.Section).Get<DatabaseOptions>() ?? new DatabaseOptions();
        services.AddOptions<DatabaseOptions>().BindConfiguration(DatabaseOptions.Section)
            .Validate(o => !string.IsNullOrWhiteSpace(o.ConnectionString), "Database:ConnectionString is empty. It should be, for example, “Data Source=var/ccri.db”.").ValidateOnStart();
        if (database.Provider == DatabaseProvider.Postgres)
            services.AddDbContext<CcriDbContext, PostgresCcriDbContext>(o => o.UseNpgsql(database.ConnectionString).ConfigureWarnings(Quieten));
        else
            services.AddDbContext<CcriDbContext, SqliteCcriDbContext>(o =>
                o.UseSqlite(InHome(database.ConnectionString, home)).AddInterceptors(new SqlitePragmas()).ConfigureWarnings(Quieten));

        services.AddDataProtection().SetApplicationName("ccri"); // one name: a link made on the command line opens on the site
        services.AddSingleton<DatabaseKeyRepository>();
        services.AddSingleton<IConfigureOptions<KeyManagementOptions>>(provider =>
            new ConfigureOptions<KeyManagementOptions>(o => o.XmlRepository = provider.GetRequiredService<DatabaseKeyRepository>()));
        return services;
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
