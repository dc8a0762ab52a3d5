using System.CommandLine;
using System.Diagnostics;
using Ccri.Domain;
using Ccri.Web.Demonstration;
using Ccri.Web.Features.Reminders;
using MediatR;

namespace Ccri.Web.Cli;

public static class DemoVerb
{
    public static Command Create()
    {
        var today = new Option<DateOnly?>("--today") { Description = "The day from which things are late or done, such as 2026-11-22 (default: today)" };
        var verb = new Command("demo", "Fill a loaded register with invented plans, solutions and projects; never one in which somebody has worked") { today };
        verb.SetAction((parsed, cancellation) => Sending.RunAsync(async (_, mediator) =>
        {
            Console.WriteLine(await Waiting.ForAsync("Inventing plans and solutions", () => FillAsync(mediator, parsed.GetValue(today), cancellation)));
            return Exit.Done;
        }));
        return verb;
    }

    /// <summary>Before the site starts: a database in which somebody has worked is served as it is.</summary>
    public static async Task FillUnlessWorkedInAsync(IMediator mediator, CancellationToken cancellationToken)
    {
        try
        {
            Console.WriteLine(await FillAsync(mediator, null, cancellationToken));
        }
        catch (RuleViolationException refusal)
        {
            Console.Error.WriteLine(refusal.Message);
        }
    }

    private static async Task<string> FillAsync(IMediator mediator, DateOnly? today, CancellationToken cancellationToken)
    {
        var watch = Stopwatch.StartNew();
        var outcome = await mediator.Send(new FillDemonstration.Command(today), cancellationToken);
        if (!outcome.WasFilled)
            await mediator.Send(new AddStandardRules.Command(Demonstration: true), cancellationToken);
        return outcome.WasFilled
            ? $"The demonstration is there already, as of {Words.Of(outcome.Today)}. Nothing was changed."
            : FormattableString.Invariant($"The demonstration as of {Words.Of(outcome.Today)}, in {watch.Elapsed.TotalSeconds:0.0} s:{Environment.NewLine}{string.Join(Environment.NewLine, outcome.Rows.Select(row => $"{row.Key,-18}{row.Value,6}"))}");
    }
}
