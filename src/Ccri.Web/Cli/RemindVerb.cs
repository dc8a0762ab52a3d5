using System.CommandLine;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Ccri.Web.Features.Reminders;
using Ccri.Web.Mail;
using MediatR;

namespace Ccri.Web.Cli;

public static class RemindVerb
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    public static Command Create()
    {
        var dryRun = new Option<bool>("--dry-run") { Description = "Say who will be reminded of what, and write nothing" };
        var days = new Option<int>("--days") { Description = "How many days to look ahead, 1 to 366", DefaultValueFactory = _ => 30 };
        var today = Today();
        var json = new Option<bool>("--json") { Description = "Answer as JSON: a list of reminders" };
        var send = new Option<bool>("--send") { Description = "Plan the reminders of today, make the mails that are due, and send them" };
        var verb = new Command("remind", "Reminders: what will fall in the next days, or what is due now") { dryRun, days, today, json, send };
        verb.Validators.Add(given =>
        {
            if (given.GetValue(dryRun) == given.GetValue(send))
                given.AddError("Choose one: --dry-run to look ahead, or --send to send what is due.");
            else if (given.GetValue(send) && new Option[] { days, today, json }.FirstOrDefault(option => given.GetResult(option) is { Implicit: false }) is { } extra)
                given.AddError($"{extra.Name} goes with --dry-run only: what is sent is always what is due today.");
        });
        verb.SetAction((parsed, cancellation) => Sending.RunAsync(async (services, mediator) =>
        {
            if (parsed.GetValue(send))
                return await SendAsync(mediator, services.GetRequiredService<MailGate>(), cancellation);
            var answer = await mediator.Send(new PreviewReminders.Query(Days: parsed.GetValue(days), Today: parsed.GetValue(today)), cancellation);
            Console.WriteLine(parsed.GetValue(json) ? JsonSerializer.Serialize(answer.Rows, Json) : InWords(answer));
            return Exit.Done;
        }));
        return verb;
    }

    private static async Task<int> SendAsync(IMediator mediator, MailGate gate, CancellationToken cancellationToken)
    {
        var done = await mediator.Send(new PlanReminders.Command(), cancellationToken);
        var sent = 0;
        for (int more; (more = await mediator.Send(new SendDueMail.Command(), cancellationToken)) > 0;)
            sent += more;
        Console.WriteLine($"{done.Note}.{Environment.NewLine}{Plural.Of(sent, "mail")} sent.");
        return gate.State?.Problem is { } problem ? Sending.Refuse(problem) : Exit.Done;
    }

    private static string InWords(PreviewReminders.Answer answer)
    {
        var period = $"{Words.Of(answer.From)} to {Words.Of(answer.Until)}{(answer.Rows.Any(r => r.On < answer.From) ? " and from the days before" : "")}";
        return answer.Rows.Count == 0 ? $"No reminder falls from {period}, by the rules that are on."
            : string.Join(Environment.NewLine, [.. answer.Rows.Select(Line), $"{Plural.Of(answer.Rows.Count, "reminder")} from {period}, in {Plural.Of(answer.Mails, "mail")}; {answer.LastHeld} still held on the last day because a week is full."]);
    }

    private static string Line(PreviewReminders.Row row) =>
        $"{row.On:yyyy-MM-dd}  {row.Person}: {row.Title}, due {row.DueOn:yyyy-MM-dd} ({row.Rule}){(row.MailedOn is { } mailed ? mailed == row.On ? "" : $"; mailed {mailed:yyyy-MM-dd}" : row.Held is null ? "; shown only" : "")}{(row.Held is { } held ? $"; held: {Words.Of(held)}" : "")}";

    private static Option<DateOnly?> Today() => new("--today")
    {
        Description = "The day to look ahead from, for example 2026-12-31 (default: today)",
        CustomParser = result =>
        {
            if (DateOnly.TryParseExact(result.Tokens.SingleOrDefault()?.Value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
                return day;
            result.AddError($"“{result.Tokens.SingleOrDefault()?.Value}” is no day. Write it as 2026-12-31.");
            return null;
        },
    };
}
