using System.Text.Json;
using Ccri.Web.Cli;

namespace Ccri.Web.Tests.Cli;

public sealed class LoadVerbTests
{
    private const string Header = "key,name,acronym,country,confidence,source_url,notes\n";

    [Fact]
    public async Task A_second_time_it_changes_nothing()
    {
        await using var database = await CliDatabase.MigratedAsync();

        var first = await database.RunAsync("load");
        (first.ExitCode, first.Errors).ShouldBe((Exit.Done, ""));
        first.Output.ShouldMatch(@"^created [1-9]\d*, changed 0, unchanged 0\s*$");

        var second = await database.RunAsync("load");
        second.ExitCode.ShouldBe(Exit.Done);
        second.Output.Trim().ShouldBe($"created 0, changed 0, unchanged {first.Output.Split(' ', ',')[1]}");
    }

    [Fact]
    public async Task A_file_with_three_faults_is_refused_with_all_three_and_writes_nothing()
    {
        await using var database = await CliDatabase.LoadedAsync();
        var before = await database.RunAsync("stats", "--json");
        await database.WriteAsync("organisations.csv", Header
            + "good,A good one,,BE,high,https://example.org,\n"
            + "no-name,,,BE,high,https://example.org,\n"
            + "no-country,Somewhere,,XX,high,https://example.org,\n"
            + "no-faith,Doubtful,,BE,perhaps,https://example.org,\n");

        var run = await database.RunAsync("load", "organisations.csv");

        run.ExitCode.ShouldBe(Exit.Refused);
        run.Output.ShouldBeEmpty();
        Lines(run.Errors).ShouldBe(
        [
            "organisations.csv, row 3, column name, value “”: This is needed.",
            "organisations.csv, row 4, column country, value “XX”: There is no “XX” in countries.csv.",
            "organisations.csv, row 5, column confidence, value “perhaps”: This should be one of high, medium, inferred, unconfirmed, approximate, placeholder, illustrative.",
            "Nothing was loaded: 3 faults.",
        ]);
        (await database.RunAsync("stats", "--json")).Output.ShouldBe(before.Output);
    }

    [Fact]
    public async Task A_file_of_another_name_or_none_at_all_is_refused()
    {
        await using var database = await CliDatabase.LoadedAsync();
        await database.WriteAsync("towns.csv", "key\nx\n");

        var unknown = await database.RunAsync("load", "towns.csv");
        unknown.ExitCode.ShouldBe(Exit.Refused);
        unknown.Errors.ShouldContain("towns.csv");
        unknown.Errors.ShouldContain("territories.csv");

        var missing = await database.RunAsync("load", "territories.csv");
        (missing.ExitCode, missing.Errors.Trim()).ShouldBe((Exit.Refused, $"There is no file {Path.Combine(database.Folder, "territories.csv")}."));
    }

    [Fact]
    public async Task One_file_of_the_callers_folder_is_loaded_and_answered_as_JSON()
    {
        await using var database = await CliDatabase.LoadedAsync();
        await database.WriteAsync("organisations.csv", "\ufeff" + Header + "new-one,A new one,,EL,high,https://example.org,\n");

        var run = await database.RunAsync("load", "organisations.csv", "--json");

        run.ExitCode.ShouldBe(Exit.Done, run.Errors);
        using var answer = JsonDocument.Parse(run.Output);
        (answer.RootElement.GetProperty("created").GetInt32(), answer.RootElement.GetProperty("kept").GetArrayLength()).ShouldBe((1, 0));
    }

    private static string[] Lines(string text) => text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
