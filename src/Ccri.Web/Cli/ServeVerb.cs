using System.CommandLine;
using Ccri.Web.Data;
using Ccri.Web.Features.Accounts;
using Ccri.Web.Security;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Ccri.Web.Cli;

public static class ServeVerb
{
    public static Command Create()
    {
        var prepare = new Option<bool>("--prepare") { Description = "First bring the database up to date, load the register when it is empty, and print the first coordinator's link" };
        var email = new Option<string>("--coordinator") { Description = "Address of the first coordinator", DefaultValueFactory = _ => "coordinator@example.org" };
        var demo = new Option<bool>("--demo") { Description = "With --prepare: also fill the register with invented plans, solutions and projects" };
        var verb = new Command("serve", "Run the site (default)") { prepare, demo, email };
        verb.TreatUnmatchedTokensAsErrors = false;
        verb.SetAction((parsed, cancellation) => ServeAsync([.. parsed.UnmatchedTokens], parsed.GetValue(prepare), parsed.GetValue(demo), parsed.GetValue(email)!, cancellation));
        return verb;
    }

    public static Task<int> ServeAsync(string[] args, bool prepare, bool demo, string email, CancellationToken cancellationToken) =>
        Sending.GuardAsync(() => RunAsync(args, prepare, demo, email, cancellationToken));

    private static async Task<int> RunAsync(string[] args, bool prepare, bool demo, string email, CancellationToken cancellationToken)
    {
        var builder = Application.CreateBuilder(args);
        await using var app = builder.AddCcri().Build();
        await using (var scope = app.Services.CreateAsyncScope())
        {
            if (prepare)
                await PrepareAsync(scope.ServiceProvider, demo, cancellationToken);
            else if (await Sending.IsBehind(scope.ServiceProvider))
                return Sending.Refuse("The database is not up to date. Run: scripts/ccri migrate");
        }
        app.UseCcri();
        await app.StartAsync(cancellationToken);
        if (prepare)
            await WelcomeAsync(app, email, cancellationToken);
        await app.WaitForShutdownAsync(cancellationToken);
        return Exit.Done;
    }

    private static async Task PrepareAsync(IServiceProvider services, bool demo, CancellationToken cancellationToken)
    {
        services.GetRequiredService<CurrentUser>().ActAsCommandLine();
        await MigrateVerb.ApplyAsync(services, cancellationToken);
        var mediator = services.GetRequiredService<IMediator>();
        if (!await services.GetRequiredService<CcriDbContext>().Territories.AnyAsync(cancellationToken))
            Console.WriteLine($"Register loaded: {LoadVerb.Words(await LoadVerb.LoadAsync(mediator, LoadVerb.OfHome(services), cancellationToken))}");
        if (demo)
            await DemoVerb.FillUnlessWorkedInAsync(mediator, cancellationToken);
    }

    private static async Task WelcomeAsync(WebApplication app, string email, CancellationToken cancellationToken)
    {
        await using var scope = app.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentUser>().ActAsCommandLine();
        var link = await scope.ServiceProvider.GetRequiredService<IMediator>().Send(new PrepareFirstCoordinator.Command(email), cancellationToken);
        Console.WriteLine($"{Environment.NewLine}CCRI tracking runs at {scope.ServiceProvider.GetRequiredService<IOptions<SiteOptions>>().Value.Address}");
        if (link is not null)
            Console.WriteLine($"First sign-in as {link.Email}, coordinator (good once, for 24 hours):{Environment.NewLine}  {link.Address}");
        if (app.Environment.IsEnvironment(DemonstrationSite.Environment))
            Console.WriteLine("Or look around as each role: the buttons stand on top of every page.");
        Console.WriteLine("Stop with Ctrl+C.");
    }
}
