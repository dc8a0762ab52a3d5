using System.CommandLine;
using Ccri.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Cli;

public static class MigrateVerb
{
    public static Command Create()
    {
        var verb = new Command("migrate", "Create the database, or bring it up to date");
        verb.SetAction((_, cancellation) => Sending.RunAsync(async (services, _) =>
        {
            var applied = await ApplyAsync(services, cancellation);
            Console.WriteLine(applied == 0 ? "The database is up to date." : $"{Plural.Of(applied, "migration")} applied.");
            return Exit.Done;
        }, needsSchema: false));
        return verb;
    }

    public static async Task<int> ApplyAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        var database = services.GetRequiredService<CcriDbContext>().Database;
        var pending = (await database.GetPendingMigrationsAsync(cancellationToken)).Count();
        if (pending > 0)
            await database.MigrateAsync(cancellationToken);
        return pending;
    }
}
