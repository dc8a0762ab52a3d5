using System.Text.Json;
using Ccri.Web.Cli;

namespace Ccri.Web.Tests.Cli;

public sealed class PeriodVerbTests
{
    [Fact]
    public async Task A_period_is_opened_listed_and_frozen_with_a_reason()
    {
        await using var database = await CliDatabase.LoadedAsync();
        (await database.RunAsync("period", "list")).Output.ShouldContain("No period yet");

        var opened = await database.RunAsync("period", "open", "2026-Q1", "--opens", "2026-03-17", "--cut-off", "2026-04-15", "--deadline", "2026-04-30");
        opened.ExitCode.ShouldBe(Exit.Done, opened.Errors);
        opened.Output.ShouldStartWith("First quarter of 2026 is there: 37 territories report");
        var refused = await database.RunAsync("period", "freeze", "2026-Q1");
        (refused.ExitCode, refused.Output).ShouldBe((Exit.Refused, ""));
        refused.Errors.ShouldContain("unconfirmed or not named");
        var frozen = await database.RunAsync("period", "freeze", "2026-Q1", "--reason", "The names are not public yet.");
        frozen.ExitCode.ShouldBe(Exit.Done, frozen.Errors);
        frozen.Output.ShouldContain("frozen as revision 1");

        using var list = JsonDocument.Parse((await database.RunAsync("period", "list", "--json")).Output);
        list.RootElement.EnumerateArray().ShouldHaveSingleItem().ShouldSatisfyAllConditions(p => p.GetProperty("code").GetString().ShouldBe("2026-Q1"), p => p.GetProperty("revision").GetInt32().ShouldBe(1));
    }

    [Theory]
    [InlineData(Exit.WrongUse, "is no day", "open", "x", "--from", "yesterday")]
    [InlineData(Exit.Refused, "Enter the name", "open", "x")]
    [InlineData(Exit.Refused, "does not exist", "freeze", "2026-Q9")]
    public async Task What_cannot_be_done_is_refused_in_a_sentence(int exit, string sentence, params string[] arguments)
    {
        await using var database = await CliDatabase.MigratedAsync();

        var run = await database.RunAsync(["period", .. arguments]);

        run.ExitCode.ShouldBe(exit, run.Output);
        run.Errors.ShouldContain(sentence);
    }
}
