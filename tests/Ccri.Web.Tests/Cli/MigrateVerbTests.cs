using Ccri.Web.Cli;
using Ccri.Web.Data;

namespace Ccri.Web.Tests.Cli;

public sealed class MigrateVerbTests
{
    [Fact]
    public async Task The_first_time_it_creates_the_database_and_the_second_time_does_nothing()
    {
        await using var database = CliDatabase.None();

        var first = await database.RunAsync("migrate");
        (first.ExitCode, first.Errors).ShouldBe((Exit.Done, ""));
        first.Output.ShouldMatch(@"^\d+ migrations? applied\.\s*$");

        var second = await database.RunAsync("migrate");
        (second.ExitCode, second.Output.Trim()).ShouldBe((Exit.Done, "The database is up to date."));
    }

    [Fact]
    public async Task Without_it_every_other_verb_says_what_to_run()
    {
        await using var database = CliDatabase.None();

        string[][] verbs = [["stats"], ["load"], ["user", "list"], ["report", "sheet", "--all"], ["serve"]];
        var runs = await Task.WhenAll(verbs.Select(arguments => database.RunAsync(arguments)));

        foreach (var (arguments, run) in verbs.Zip(runs))
            (run.ExitCode, run.Errors.Trim()).ShouldBe((Exit.Refused, "The database is not up to date. Run: scripts/ccri migrate"), string.Join(' ', arguments));
    }

    [Fact]
    public async Task The_database_is_chosen_by_the_environment()
    {
        Assert.SkipUnless(TestDatabases.Postgres is not null, TestDatabases.NoPostgres);
        var database = await TestDatabases.CopyAsync(nameof(DatabaseProvider.Postgres), Contents.Register);
        try
        {
            var run = await CcriProcess.RunAsync(["stats"], new() { ["Database__Provider"] = "Postgres", ["Database__ConnectionString"] = database });
            (run.ExitCode, run.Errors).ShouldBe((Exit.Done, ""));
            run.Output.ShouldMatch(@"territories\s+37\r?\n");
        }
        finally
        {
            await TestDatabases.DropAsync(nameof(DatabaseProvider.Postgres), database);
        }
    }

    [Theory]
    [InlineData("Database__Provider", "Oracle", "Database:Provider")]
    [InlineData("Database__ConnectionString", "", "Database:ConnectionString")]
    [InlineData("Database__ConnectionString", "Nonsense=1", "Database:ConnectionString")]
    [InlineData("Programme__TimeZone", "Europe/Atlantis", "Programme:TimeZone")]
    [InlineData("Programme__QuietAfterDays", "0", "Programme:QuietAfterDays")]
    public async Task A_wrong_setting_is_refused_by_its_name(string name, string value, string said)
    {
        await using var database = CliDatabase.None();

        var run = await database.RunWithAsync(new() { [name] = value }, "migrate");

        run.ExitCode.ShouldBe(Exit.Refused, run.Errors);
        run.Errors.ShouldContain(said);
        run.Errors.ShouldNotContain("   at "); // no stack trace
    }

    [Fact]
    public async Task A_server_that_does_not_answer_is_a_sentence_and_no_stack_trace()
    {
        var run = await CcriProcess.RunAsync(["stats"], new() { ["Database__Provider"] = "Postgres", ["Database__ConnectionString"] = "Host=127.0.0.1;Port=1;Username=x;Database=x" });

        run.ExitCode.ShouldBe(Exit.Refused);
        run.Errors.ShouldNotContain("   at ");
        run.Errors.Trim().ShouldNotBeEmpty();
    }
}
