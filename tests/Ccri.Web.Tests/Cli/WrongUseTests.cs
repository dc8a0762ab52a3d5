using Ccri.Web.Cli;

namespace Ccri.Web.Tests.Cli;

/// <summary>Wrong use ends with exit code 2 before anything is opened.</summary>
public sealed class WrongUseTests
{
    [Theory]
    [InlineData("frobnicate")]
    [InlineData("stats", "--jsno")]
    [InlineData("stats", "extra")]
    [InlineData("migrate", "--all")]
    [InlineData("user")]
    [InlineData("user", "add")]
    [InlineData("user", "add", "a@example.org")]
    [InlineData("user", "add", "--role", "desk")]
    [InlineData("user", "add", "a@example.org", "--role")]
    [InlineData("user", "add", "a@example.org", "--role", "king")]
    [InlineData("user", "add", "a@example.org", "--role", "2")]
    [InlineData("user", "add", "a@example.org", "--role", "17")]
    [InlineData("user", "add", "a@example.org", "--role", "officer,lead")]
    [InlineData("user", "add", "a@example.org", "b@example.org", "--role", "desk")]
    [InlineData("user", "disable")]
    [InlineData("user", "promote", "a@example.org")]
    [InlineData("report")]
    [InlineData("report", "letter")]
    [InlineData("report", "sheet")]
    [InlineData("report", "sheet", "asker", "--all")]
    [InlineData("report", "sheet", "asker", "--out")]
    public async Task It_is_refused_with_exit_code_2(params string[] arguments)
    {
        await using var database = CliDatabase.None();

        var run = await database.RunAsync(arguments);

        (run.ExitCode, run.Output).ShouldBe((Exit.WrongUse, ""));
        run.Errors.ShouldEndWith($"Try scripts/ccri --help.{Environment.NewLine}");
    }

    [Fact]
    public async Task It_says_what_is_wrong_and_where_help_is()
    {
        var run = await CcriProcess.RunAsync(["frobnicate"], []);

        run.ExitCode.ShouldBe(Exit.WrongUse);
        run.Errors.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).ShouldBe(["There is no verb “frobnicate”.", "Try scripts/ccri --help."]);
        run.Output.ShouldBeEmpty();
    }

    [Fact]
    public async Task Help_names_every_verb()
    {
        var run = await CcriProcess.RunAsync(["--help"], []);

        run.ExitCode.ShouldBe(Exit.Done);
        foreach (var verb in (string[])["serve", "migrate", "load", "stats", "user", "report"])
            run.Output.ShouldMatch($@"\n\s+{verb}\b");
    }
}
