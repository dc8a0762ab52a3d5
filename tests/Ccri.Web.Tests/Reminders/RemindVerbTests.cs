using System.Text.Json;
using Ccri.Web.Cli;
using Ccri.Web.Tests.Cli;
using Microsoft.Data.Sqlite;

namespace Ccri.Web.Tests.Reminders;

public sealed class RemindVerbTests
{
    [Fact]
    public async Task It_looks_ahead_as_a_table_and_as_JSON_and_sends_what_is_due()
    {
        await using var database = await CliDatabase.LoadedAsync();
        (await database.RunAsync("user", "add", "ann@example.org", "--name", "Ann Łoś", "--role", "territory", "--scope", "asker")).ExitCode.ShouldBe(Exit.Done);
        (await database.RunAsync("remind", "--dry-run")).Output.ShouldStartWith("No reminder falls from ");

        Execute(database, "UPDATE ReminderRules SET OnSince = '2025-01-01', Offsets = '[0]', EscalateAfter = NULL, EscalateTo = 'None', Audience = 'Owner' WHERE Kind = 'PeriodCutOff'");
        var cutOff = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime).AddDays(10);
        (await database.RunAsync("period", "open", "P-1", "--name", "These days", "--from", Day(cutOff.AddDays(-40)), "--to", Day(cutOff.AddDays(-5)), "--opens", Day(cutOff.AddDays(-20)), "--cut-off", Day(cutOff), "--deadline", Day(cutOff))).ExitCode.ShouldBe(Exit.Done);

        var table = await database.RunAsync("remind", "--dry-run", "--days", "20");
        table.ExitCode.ShouldBe(Exit.Done, table.Errors);
        table.Output.ShouldContain($"{cutOff:yyyy-MM-dd}  Ann Łoś: These days: last day to submit the report, due {cutOff:yyyy-MM-dd} (Reports before the cut-off)");
        table.Output.ShouldContain("1 reminder from ");
        var json = await database.RunAsync("remind", "--dry-run", "--days", "5", "--today", Day(cutOff), "--json");
        json.ExitCode.ShouldBe(Exit.Done, json.Errors);
        using var rows = JsonDocument.Parse(json.Output);
        rows.RootElement.EnumerateArray().ShouldHaveSingleItem().ShouldSatisfyAllConditions(
            r => r.GetProperty("on").GetString().ShouldBe(Day(cutOff)), r => r.GetProperty("kind").GetString().ShouldBe("periodCutOff"), r => r.GetProperty("step").GetString().ShouldBe("usual"),
            r => r.GetProperty("channel").GetString().ShouldBe("both"), r => r.GetProperty("person").GetString().ShouldBe("Ann Łoś"), r => r.GetProperty("offset").GetInt32().ShouldBe(0));

        var sent = await database.RunWithAsync(new() { ["Mail__PickupFolder"] = Path.Combine(database.Folder, "mail") }, "remind", "--send");
        sent.ExitCode.ShouldBe(Exit.Done, sent.Errors);
        sent.Output.ShouldStartWith("0 reminders planned, 0 mails");
        sent.Output.ShouldContain("1 mail sent.", Case.Sensitive, "the invitation");
        (await database.RunWithAsync(new() { ["Mail__PickupFolder"] = Path.Combine(database.Folder, "mail") }, "remind", "--send")).Output.ShouldContain("0 mails sent.");
    }

    [Theory]
    [InlineData(Exit.WrongUse, "Choose one: --dry-run")]
    [InlineData(Exit.WrongUse, "Choose one: --dry-run", "--dry-run", "--send")]
    [InlineData(Exit.WrongUse, "--days goes with --dry-run only", "--send", "--days", "3")]
    [InlineData(Exit.WrongUse, "is no day", "--dry-run", "--today", "tomorrow")]
    [InlineData(Exit.WrongUse, "soon", "--dry-run", "--days", "soon")]
    [InlineData(Exit.Refused, "Days is a number from 1 to 366.", "--dry-run", "--days", "0")]
    [InlineData(Exit.Refused, "2090-12-31", "--dry-run", "--today", "9999-12-31")]
    public async Task What_cannot_be_done_is_refused_in_a_sentence(int exit, string sentence, params string[] arguments)
    {
        await using var database = await CliDatabase.MigratedAsync();

        var run = await database.RunAsync(["remind", .. arguments]);

        (run.ExitCode, run.Output).ShouldBe((exit, ""), run.Errors);
        run.Errors.ShouldContain(sentence);
    }

    [Fact]
    public async Task A_loaded_register_has_its_rules_once_and_only_those_of_the_page_are_on()
    {
        await using var database = await CliDatabase.LoadedAsync();
        (await database.RunAsync("load")).ExitCode.ShouldBe(Exit.Done);

        Rules(database).Count.ShouldBe(13);
        Rules(database).Where(r => r.IsOn).Select(r => (r.Kind, r.Channel)).ShouldBe([("OwnReminder", "App"), ("MailGivenUp", "App")], ignoreOrder: true);

        Execute(database, "DELETE FROM ReminderRules WHERE Kind = 'TerritoryQuiet'");
        (await database.RunAsync("load")).ExitCode.ShouldBe(Exit.Done);
        Rules(database).Count.ShouldBe(12, "what a coordinator has removed does not come back");
    }

    [Fact]
    public async Task The_demonstration_switches_a_handful_of_rules_on()
    {
        await using var database = await CliDatabase.FilledAsync();

        Rules(database).Where(r => r.IsOn).Select(r => r.Kind).ShouldBe(["Action", "FollowUp", "MailGivenUp", "Milestone", "MinutesMissing", "OwnReminder", "PeriodCutOff"], ignoreOrder: true);
    }

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    private static List<(string Kind, string Channel, bool IsOn)> Rules(CliDatabase database)
    {
        using var connection = new SqliteConnection(database.ConnectionString);
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT Kind, Channel, OnSince IS NOT NULL FROM ReminderRules";
        using var reader = command.ExecuteReader();
        var rules = new List<(string, string, bool)>();
        while (reader.Read())
            rules.Add((reader.GetString(0), reader.GetString(1), reader.GetBoolean(2)));
        return rules;
    }

    private static void Execute(CliDatabase database, string sql)
    {
        using var connection = new SqliteConnection(database.ConnectionString);
        connection.Open();
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // written here
        command.CommandText = sql;
#pragma warning restore CA2100
        command.ExecuteNonQuery();
    }
}
