using System.Text.Json;
using Ccri.Web.Cli;

namespace Ccri.Web.Tests.Cli;

public sealed class UserVerbTests
{
    [Fact]
    public async Task A_person_is_added_listed_and_disabled()
    {
        await using var database = await CliDatabase.LoadedAsync();

        var added = await database.RunAsync("user", "add", "Ana@Example.org", "--role", "officer", "--scope", "asker", "--name", "Ana Łódź");
        added.ExitCode.ShouldBe(Exit.Done, added.Errors);
        added.Output.ShouldContain("/accounts/choose-password?person=");

        var again = await database.RunAsync("user", "add", "ana@example.org", "--role", "officer", "--scope", "asker");
        (again.ExitCode, again.Errors.Trim()).ShouldBe((Exit.Refused, "The person has this role already."));

        var listed = await database.RunAsync("user", "list");
        listed.Output.Trim().ShouldBe("ana@example.org  Ana Łódź  Support officer (asker)  never signed in");

        (await database.RunAsync("user", "disable", "ANA@example.org")).ExitCode.ShouldBe(Exit.Done);
        (await database.RunAsync("user", "list")).Output.ShouldMatch(@"disabled \d{4}-\d\d-\d\d\s*$");
        var twice = await database.RunAsync("user", "disable", "ana@example.org");
        (twice.ExitCode, twice.Errors.Trim()).ShouldBe((Exit.Refused, "The person is disabled already."));
        var more = await database.RunAsync("user", "add", "ana@example.org", "--role", "desk");
        (more.ExitCode, more.Errors.Trim()).ShouldBe((Exit.Refused, "ana@example.org is disabled. A disabled person gets no new roles."));
    }

    [Fact]
    public async Task A_person_is_let_in_again_exported_and_erased()
    {
        await using var database = await CliDatabase.LoadedAsync();
        await database.RunAsync("user", "add", "zoe@example.org", "--role", "desk", "--name", "Zoë Quill");
        await database.RunAsync("user", "disable", "zoe@example.org");
        (await database.RunAsync("user", "enable", "zoe@example.org")).ExitCode.ShouldBe(Exit.Done);
        (await database.RunAsync("user", "list")).Output.Trim().ShouldBe("zoe@example.org  Zoë Quill  Commission desk officer  never signed in");

        var file = Path.Combine(database.Folder, "zoe.json");
        (await database.RunAsync("user", "export", "zoe@example.org", "--out", file)).ExitCode.ShouldBe(Exit.Done);
        using var exported = JsonDocument.Parse(await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken));
        exported.RootElement.GetProperty("Person").GetProperty("Name").GetString().ShouldBe("Zoë Quill");

        var unsure = await database.RunAsync("user", "erase", "zoe@example.org", "--confirm", "somebody@example.org");
        (unsure.ExitCode, unsure.Errors.Trim()).ShouldBe((Exit.Refused, "Type the address of the person, zoe@example.org, to confirm. This cannot be undone."));
        var erased = await database.RunAsync("user", "erase", "zoe@example.org", "--confirm", "zoe@example.org");
        erased.Output.Trim().ShouldMatch("^Done. What the person did stays under “Former user [0-9a-f]{4}”.$");
        (await database.RunAsync("user", "list")).Output.ShouldBeEmpty();
    }

    [Fact]
    public async Task Added_as_JSON_the_link_is_for_a_machine()
    {
        await using var database = await CliDatabase.LoadedAsync();

        using var added = JsonDocument.Parse((await database.RunAsync("user", "add", "lead@example.org", "--role", "lead", "--scope", "TWG-RM", "--json")).Output);
        added.RootElement.GetProperty("link").GetString().ShouldNotBeNull().ShouldContain(added.RootElement.GetProperty("personId").GetString()!);

        using var listed = JsonDocument.Parse((await database.RunAsync("user", "list", "--json")).Output);
        listed.RootElement[0].GetProperty("roles")[0].GetRawText().ShouldBe("""{"role":"lead","scope":"TWG-RM"}""");
    }

    [Fact]
    public async Task What_cannot_be_done_is_refused_with_its_reason()
    {
        await using var database = await CliDatabase.LoadedAsync();
        (string[] Arguments, string Reason)[] refusals =
        [
            (["add", "a@example.org", "--role", "territory", "--scope", "atlantis"], "Territory “atlantis” does not exist. It may have been renamed or removed."),
            (["add", "a@example.org", "--role", "territory"], "A territory contact needs the territory: name it as the scope."),
            (["add", "a@example.org", "--role", "desk", "--scope", "asker"], "Only officers and territory contacts can be limited to a territory."),
            (["add", "nobody", "--role", "desk"], "“nobody” is not an e-mail address. It should look like name@example.org."),
            (["disable", "nobody@example.org"], "Person “nobody@example.org” does not exist. It may have been renamed or removed."),
        ];

        var runs = await Task.WhenAll(refusals.Select(refused => database.RunAsync(["user", .. refused.Arguments])));

        runs.Select(run => (run.ExitCode, run.Errors.Trim())).ShouldBe(refusals.Select(refused => (Exit.Refused, refused.Reason)));
        (await database.RunAsync("user", "list")).Output.ShouldBeEmpty();
    }
}
