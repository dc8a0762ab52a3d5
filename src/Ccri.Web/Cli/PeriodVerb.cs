using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using Ccri.Domain.Reports;
using Ccri.Web.Features.Reports;

namespace Ccri.Web.Cli;

public static class PeriodVerb
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerOptions.Web) { Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) } };

    public static Command Create() => new("period", "Reporting periods: open, freeze, list") { Open(), Freeze(), List() };

    private static Command Open()
    {
        var code = Code();
        var name = new Option<string?>("--name") { Description = "Such as “Fourth quarter of 2026”; a quarter has its own" };
        var from = Day("--from", "First day that is reported on; a quarter has its own");
        var to = Day("--to", "Last day that is reported on");
        var opens = Day("--opens", "Day from which territories can submit");
        var cutOff = Day("--cut-off", "Last day to submit");
        var deadline = Day("--deadline", "Day on which the report is due");
        var verb = new Command("open", "Open a period, for example 2026-Q4; everybody who takes part gets a report") { code, name, from, to, opens, cutOff, deadline };
        verb.SetAction((parsed, cancellation) => Sending.RunAsync(async (_, mediator) =>
        {
            await mediator.Send(new OpenPeriod.Command(parsed.GetValue(code)!, parsed.GetValue(name) ?? "", parsed.GetValue(from), parsed.GetValue(to), parsed.GetValue(opens), parsed.GetValue(cutOff), parsed.GetValue(deadline)), cancellation);
            var period = await mediator.Send(new GetPeriod.Query(parsed.GetValue(code)!.Trim()), cancellation);
            Console.WriteLine($"{period.Period.Name} is there: {Plural.Of(period.Counts.Values.Sum(), "territory reports", "territories report")}, {period.Period.StateOn(period.Today)}.");
            return Exit.Done;
        }));
        return verb;
    }

    private static Command Freeze()
    {
        var code = Code();
        var reason = new Option<string?>("--reason") { Description = "Why it is frozen with participants that are unconfirmed or not named; printed" };
        var verb = new Command("freeze", "Seal a period as its next revision; its files are made by the site, or by scripts/ccri report") { code, reason };
        verb.SetAction((parsed, cancellation) => Sending.RunAsync(async (_, mediator) =>
        {
            await Waiting.ForAsync("Freezing", () => mediator.Send(new FreezePeriod.Command(parsed.GetValue(code)!, parsed.GetValue(reason)), cancellation));
            var period = await mediator.Send(new GetPeriod.Query(parsed.GetValue(code)!), cancellation);
            Console.WriteLine($"{period.Period.Name} is {period.Period.StateOn(period.Today)}, with {Plural.Of(period.Counts.Values.Sum(), "territory", "territories")}, {period.Captured} of them not submitted.");
            return Exit.Done;
        }));
        return verb;
    }

    private static Command List()
    {
        var json = new Option<bool>("--json") { Description = "Answer as JSON" };
        var verb = new Command("list", "The periods, the newest first") { json };
        verb.SetAction((parsed, cancellation) => Sending.RunAsync(async (_, mediator) =>
        {
            var (rows, page) = (new List<ListPeriods.Row>(), await mediator.Send(new ListPeriods.Query(), cancellation));
            for (rows.AddRange(page.Rows); rows.Count < page.Total; rows.AddRange(page.Rows))
                page = await mediator.Send(new ListPeriods.Query(page.Page + 1), cancellation);
            if (parsed.GetValue(json))
                Console.WriteLine(JsonSerializer.Serialize(rows, Json));
            else if (rows.Count == 0)
                Console.WriteLine("No period yet. Open one: scripts/ccri period open 2026-Q4");
            else
                foreach (var row in rows)
                    Console.WriteLine($"{row.Code}  {row.Name}  {row.From:yyyy-MM-dd} to {row.To:yyyy-MM-dd}  {row.StateOn(page.Today)}  {Counts(row)}");
            return Exit.Done;
        }));
        return verb;
    }

    private static string Counts(ListPeriods.Row row) =>
        string.Join(", ", Enum.GetValues<ReportState>().Where(row.Counts.ContainsKey).Select(state => $"{row.Counts[state]} {Words.Of(state).ToLowerInvariant()}"));

    private static Argument<string> Code() => new("code") { Description = "Of the period, for example 2026-Q4" };

    private static Option<DateOnly?> Day(string name, string description) => new(name)
    {
        Description = $"{description}, for example 2026-12-31",
        CustomParser = result =>
        {
            if (DateOnly.TryParseExact(result.Tokens.SingleOrDefault()?.Value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
                return day;
            result.AddError($"“{result.Tokens.SingleOrDefault()?.Value}” is no day. Write it as 2026-12-31.");
            return null;
        },
    };
}
