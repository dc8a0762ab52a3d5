using Ccri.Domain;
using Ccri.Web.Data;
using Ccri.Web.Errors;
using Ccri.Web.Features.Programme.Loading;
using Ccri.Web.Security;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Ccri.Web.Cli;

/// <summary>Starts the application without the web server, sends messages as "command line", and turns refusals into exit codes.</summary>
public static class Sending
{
    public static Task<int> RunAsync(Func<IServiceProvider, IMediator, Task<int>> work, bool needsSchema = true) => GuardAsync(async () =>
    {
        var builder = Application.CreateBuilder([]);
        builder.Logging.ClearProviders().AddConsole(console => console.LogToStandardErrorThreshold = LogLevel.Trace).SetMinimumLevel(LogLevel.Warning);
        await using var app = builder.AddCcri().Build();
        app.Services.GetRequiredService<IStartupValidator>().Validate(); // as the site does when it starts
        await using var scope = app.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentUser>().ActAsCommandLine();
        if (needsSchema && await IsBehind(scope.ServiceProvider))
            return Refuse("The database is not up to date. Run: scripts/ccri migrate");
        return await work(scope.ServiceProvider, scope.ServiceProvider.GetRequiredService<IMediator>());
    });

    /// <summary>Refusals, and what is broken around us, become a sentence and an exit code; a fault of ours keeps its stack trace.</summary>
    public static async Task<int> GuardAsync(Func<Task<int>> work)
    {
        try
        {
            return await work();
        }
        catch (LoadRefusedException refused)
        {
            foreach (var fault in refused.Faults)
                Console.Error.WriteLine(fault);
            return Refuse($"Nothing was loaded: {Plural.Of(refused.Faults.Count, "fault")}.");
        }
        catch (Exception refusal) when (refusal is ValidationException or RuleViolationException or NotFoundException or NotAllowedException)
        {
            return Refuse(ErrorStatus.Sentence(refusal));
        }
        catch (OperationCanceledException)
        {
            return Refuse("Stopped before it was done.");
        }
        catch (DbUpdateException refusal)
        {
            return Refuse($"Nothing was saved. {ErrorStatus.Sentence(refusal)}");
        }
        catch (Exception broken) when (broken is IOException or UnauthorizedAccessException or System.Data.Common.DbException or OptionsValidationException)
        {
            return Refuse(broken.Message);
        }
    }

    public static int Refuse(string sentence)
    {
        Console.Error.WriteLine(sentence);
        return Exit.Refused;
    }

    public static async Task<bool> IsBehind(IServiceProvider services) =>
        (await services.GetRequiredService<CcriDbContext>().Database.GetPendingMigrationsAsync()).Any();
}
