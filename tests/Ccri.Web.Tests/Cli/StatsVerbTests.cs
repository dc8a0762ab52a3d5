using System.Text.Json;
using Ccri.Web.Cli;

namespace Ccri.Web.Tests.Cli;

public sealed class StatsVerbTests
{
    /// <summary>As the issue lists them; written here by hand, so that a slip in the code is seen. Later ones are added at their end.</summary>
    private const string Keys = "territories, pilots, fellows, organisations, contacts, groups, persons, plans, actions, projects, fundingLines, solutions, milestones, "
        + "indicators, observations, rounds, needs, supportActivities, sessions, items, risks, periods, snapshots, reminders, mails, auditRows";

    [Fact]
    public async Task As_JSON_it_is_one_flat_object_of_counts_with_the_listed_keys()
    {
        await using var database = await CliDatabase.LoadedAsync();

        var run = await database.RunAsync("stats", "--json");

        run.ExitCode.ShouldBe(Exit.Done, run.Errors);
        run.Output.Trim().ShouldNotContain("\n");
        using var counts = JsonDocument.Parse(run.Output);
        counts.RootElement.EnumerateObject().Select(p => p.Name).ShouldBe(Keys.Split(", "));
        counts.RootElement.EnumerateObject().ShouldAllBe(p => p.Value.ValueKind == JsonValueKind.Number);
        (counts.RootElement.GetProperty("territories").GetInt32(), counts.RootElement.GetProperty("organisations").GetInt32()).ShouldBe((37, 71));
    }

    [Fact]
    public async Task For_people_it_is_a_line_for_each()
    {
        await using var database = await CliDatabase.MigratedAsync();

        var lines = (await database.RunAsync("stats")).Output.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

        lines.Select(line => line.Split(' ')[0]).ShouldBe(Keys.Split(", "));
        lines.ShouldAllBe(line => line.EndsWith(" 0"));
    }
}
