using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Ccri.Domain.Accounts;
using Ccri.Web.Cli;
using Ccri.Web.Tests.Cli;
using Microsoft.AspNetCore.Hosting;

namespace Ccri.Web.Tests.Accounts;

public sealed class OfficersNeedASecondFactorApp : SqliteApp
{
    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        builder.UseSetting("SecondFactor:RequiredFor:0", "officer");
    }
}

public sealed class RequiredSecondFactorTests(OfficersNeedASecondFactorApp app) : IClassFixture<OfficersNeedASecondFactorApp>
{
    [Fact]
    public async Task Who_needs_a_second_factor_gets_to_the_page_to_set_it_and_nowhere_else_until_it_is_set()
    {
        var officer = await Member.JoinAsync(app, "needs@example.org");

        foreach (var path in (string[])["/", "/territories", "/accounts/me", "/territories.csv", "/no-such-page"])
            (await officer.Client.GetAsync(path, TestContext.Current.CancellationToken)).Headers.Location?.ToString().ShouldBe(Member.SecondFactorPage, path);
        var api = await officer.Client.GetAsync("/api/territories", TestContext.Current.CancellationToken);
        api.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await api.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken)).GetProperty("title").GetString().ShouldBe("Your role needs a second factor. Sign in on the site and set it there.");
        (await officer.Client.PageAsync(Member.SecondFactorPage)).ShouldContain("Your role needs a second factor.");
        (await officer.Client.StatusAsync("/help")).ShouldBe(HttpStatusCode.OK, "what anybody may see stays open");

        await officer.SetSecondFactorAsync();
        (await officer.Client.StatusAsync("/")).ShouldBe(HttpStatusCode.OK);
        (await officer.Client.StatusAsync("/api/territories")).ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Another_role_is_not_asked_for_it()
    {
        var desk = await Member.JoinAsync(app, "needs-none@example.org", Role.Desk);

        (await desk.Client.StatusAsync("/")).ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_role_that_does_not_exist_stops_the_start_with_the_name_of_the_setting()
    {
        await using var database = await CliDatabase.MigratedAsync();

        var run = await database.RunWithAsync(new() { ["SecondFactor__RequiredFor"] = "Coordinator, boss" }, "stats");

        run.ExitCode.ShouldBe(Exit.Refused);
        run.Errors.ShouldContain("SecondFactor:RequiredFor names “boss”, which is no role.");
    }
}
