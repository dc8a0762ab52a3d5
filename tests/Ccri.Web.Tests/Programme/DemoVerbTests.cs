using Ccri.Web.Cli;
using Ccri.Web.Tests.Cli;
using Microsoft.Data.Sqlite;

namespace Ccri.Web.Tests.Programme;

public sealed class DemoVerbTests
{
    private static readonly string[] Tables = ["Plans", "PlanActions", "PlanVersions", "InvestmentProjects", "FundingLines", "Solutions", "Milestones", "RoadmapVersions"];

    [Fact]
    public async Task In_another_language_and_time_zone_the_same_day_gives_the_same()
    {
        await using var here = await CliDatabase.FilledAsync();
        await using var there = await CliDatabase.LoadedAsync();

        var other = await there.RunWithAsync(new() { ["LANG"] = "tr_TR.UTF-8", ["LC_ALL"] = "tr_TR.UTF-8", ["TZ"] = "Asia/Tokyo" }, "demo", "--today", "2026-11-22");

        other.ExitCode.ShouldBe(Exit.Done, other.Errors);
        other.Output.ShouldContain("PlanAction");
        foreach (var table in Tables)
            Rows(there, table).ShouldBe(Rows(here, table), table);
        (await here.RunAsync("demo")).Output.ShouldContain("The demonstration is there already, as of 22 Nov 2026. Nothing was changed.");
    }

    [Fact]
    public async Task Without_a_register_it_says_what_to_do_first()
    {
        await using var database = await CliDatabase.MigratedAsync();

        var run = await database.RunAsync("demo");

        (run.ExitCode, run.Output).ShouldBe((Exit.Refused, ""));
        run.Errors.Trim().ShouldEndWith("Load the register first: scripts/ccri load");
    }

    [Theory]
    [InlineData("2019-01-01", Exit.Refused)]
    [InlineData("tomorrow", Exit.WrongUse)]
    public async Task A_day_that_cannot_be_is_refused(string day, int exit)
    {
        await using var database = await CliDatabase.LoadedAsync();

        (await database.RunAsync("demo", "--today", day)).ExitCode.ShouldBe(exit);
    }

    /// <summary>All columns but the versions, which are renewed where a loaded row was changed.</summary>
    private static List<string> Rows(CliDatabase database, string table)
    {
        using var connection = new SqliteConnection(database.ConnectionString);
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = $"SELECT * FROM \"{table}\" ORDER BY \"Id\"";
        using var reader = command.ExecuteReader();
        var rows = new List<string>();
        while (reader.Read())
            rows.Add(string.Join(" | ", Enumerable.Range(0, reader.FieldCount).Where(i => reader.GetName(i) != "Version").Select(i => $"{reader.GetName(i)}={reader.GetValue(i)}")));
        return rows;
    }
}
