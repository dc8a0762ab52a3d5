using Ccri.Web.Data;
using Quartz;

namespace Ccri.Web.Work;

public static class WorkRegistration
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(3);

    /// <summary>Quartz in memory beside SQLite (its own store there can deadlock with ours), its clustered store on PostgreSQL.</summary>
    public static IServiceCollection AddWork(this IServiceCollection services, IConfiguration configuration)
    {
        var database = configuration.GetSection(DatabaseOptions.Section).Get<DatabaseOptions>() ?? new DatabaseOptions();
        // A wrong name is refused by ProgrammeOptions, in a sentence, before any job runs.
        var zone = TimeZoneInfo.TryFindSystemTimeZoneById(configuration["Programme:TimeZone"] ?? "Europe/Brussels", out var known) ? known : TimeZoneInfo.Utc;
        services.AddQuartz(quartz =>
        {
            if (database.Provider == DatabaseProvider.Postgres)
            {
                quartz.UsePersistentStore(store =>
                {
                    store.UsePostgres(Npgsql.NpgsqlFactory.Instance, database.ConnectionString);
                    store.UseClustering();
                    store.ProvisionSchema();
                });
            }
            foreach (var scheduled in Schedule.Table)
            {
                var key = new JobKey(scheduled.Name);
                quartz.AddJob<WakeUp>(job => job.WithIdentity(key));
                quartz.AddTrigger(trigger => trigger.ForJob(key).WithIdentity(scheduled.Name).WithCronSchedule(scheduled.Cron, cron => cron.InTimeZone(zone)));
                quartz.RunAtStartup(key); // what a stopped machine missed is looked at when it starts
            }
        });
        services.AddQuartzHostedService(options => options.WaitForJobsToComplete = true);
        services.AddSingleton<ScheduledRuns>();
        foreach (var work in Schedule.Workers.Where(w => w.IsHere(configuration)))
            services.AddRowWorker(work);
        return services;
    }

    /// <summary>Not AddHostedService, which takes one of a type.</summary>
    private static void AddRowWorker(this IServiceCollection services, RowWork work) =>
        services.AddSingleton<IHostedService>(provider => ActivatorUtilities.CreateInstance<RowWorker>(provider, work, Pause));
}
