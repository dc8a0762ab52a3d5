using Ccri.Web.Cli;

namespace Ccri.Web.Tests.Cli;

public sealed class ReportVerbTests
{
    [Fact]
    public async Task A_relative_folder_is_the_callers()
    {
        await using var database = await CliDatabase.LoadedAsync();

        var run = await database.RunAsync("report", "sheet", "asker", "sofia", "--out", "deep/sheets");

        run.ExitCode.ShouldBe(Exit.Done, run.Errors);
        run.Output.Trim().ShouldBe($"2 sheets in {Path.Combine(database.Folder, "deep", "sheets")}");
        Directory.GetFiles(Path.Combine(database.Folder, "deep/sheets")).Select(Path.GetFileName).ShouldBe(["territory-sheet-asker.pdf", "territory-sheet-sofia.pdf"], ignoreOrder: true);
    }

    [Fact]
    public async Task A_territory_that_nobody_knows_is_refused_and_nothing_is_written()
    {
        await using var database = await CliDatabase.LoadedAsync();

        var run = await database.RunAsync("report", "sheet", "asker", "atlantis", "--out", "sheets");

        (run.ExitCode, run.Errors.Trim()).ShouldBe((Exit.Refused, "Territory “atlantis” does not exist. It may have been renamed or removed."));
        Directory.GetFiles(database.Folder, "*.pdf", SearchOption.AllDirectories).ShouldBeEmpty();
    }

    [Fact]
    public async Task The_report_of_a_group_is_made_and_an_unknown_group_is_refused()
    {
        await using var database = await CliDatabase.LoadedAsync();

        var run = await database.RunAsync("report", "group", "TWG-B", "--minutes", "--out", "groups");
        var unknown = await database.RunAsync("report", "group", "TWG-X", "--out", "groups");

        (run.ExitCode, run.Output.Trim()).ShouldBe((Exit.Done, $"1 file in {Path.Combine(database.Folder, "groups")}"), run.Errors);
        (unknown.ExitCode, unknown.Errors.Trim()).ShouldBe((Exit.Refused, "Working group “TWG-X” does not exist. It may have been renamed or removed."));
        Directory.GetFiles(Path.Combine(database.Folder, "groups")).Select(Path.GetFileName).ShouldBe(["working-group-report-twg-b.pdf"]);
    }

    [Fact]
    public async Task Without_Node_it_says_what_is_missing()
    {
        await using var database = await CliDatabase.LoadedAsync();

        var run = await database.RunWithAsync(new() { ["Rendering__NodePath"] = "/nowhere/node" }, "report", "sheet", "asker", "--out", "sheets");

        run.ExitCode.ShouldBe(Exit.Refused);
        run.Errors.ShouldContain("asker: Node.js could not be started");
        run.Errors.ShouldNotContain("   at "); // no stack trace
        run.Output.Trim().ShouldStartWith("0 sheets in ");
    }
}
