using System.Net;
using Ccri.Domain.Accounts;
using Ccri.Domain.Findings;
using Ccri.Web.Features.Findings;
using Ccri.Web.Features.Shared;
using Ccri.Web.Tests.Plans;

namespace Ccri.Web.Tests.Findings;

public abstract class FindingPagesTests(CcriApp app) : BothDatabases(app)
{
    [Fact]
    public async Task A_finding_is_accepted_through_its_page_folded_on_the_plan_and_taken_back()
    {
        var plan = await App.FinancedPlanAsync();
        await plan.EditActionAsync(form => form with { Funding = null, Title = "Δυτική Μακεδονία" });
        var address = $"/findings/ActionWithoutMoney/{plan.Action}";
        using var officer = await App.SignedInAsync(Role.Officer);
        foreach (var shown in (string[])["What does not fit", $"href=\"{address}\"", $"href=\"/plans/{plan.Ceap}/actions/{plan.Action}\""])
        {
            (await officer.PageAsync($"/plans/{plan.Ceap}")).ShouldContain(shown);
            (await officer.PageAsync($"/plans/{plan.Ceip}")).ShouldContain(shown);
        }

        using var refused = await officer.PostFormAsync(address, ("Input.Reason", ""));
        (refused.StatusCode, (await refused.TextAsync()).Contains("Say why it may stay as it is")).ShouldBe((HttpStatusCode.BadRequest, true));
        using var stale = await officer.SendFormAsync(address, await officer.OpenFormAsync(address), ("Input.Fingerprint", "of an older page"), ("Input.Reason", "Paid by volunteers, all of it."));
        var again = await stale.TextAsync();
        (stale.StatusCode, again.Contains("The facts changed since you opened this page."), again.Contains("Paid by volunteers, all of it.")).ShouldBe((HttpStatusCode.Conflict, true, true));
        using var accepted = await officer.PostFormAsync(address, ("Input.Reason", "Paid by volunteers, all of it."));
        (await accepted.TextAsync()).ShouldContain("Paid by volunteers, all of it.");
        (await officer.PageAsync($"/plans/{plan.Ceap}")).ShouldContain("1 accepted finding");
        (await officer.PageAsync("/findings?kind=actionwithoutmoney")).ShouldNotContain(plan.Action.ToString());
        (await officer.PageAsync("/findings.csv?show=accepted&territory=uppsala")).ShouldContain("Paid by volunteers, all of it.");

        using var open = await officer.PostBarAsync(await officer.PageAsync(address), $"{address}?handler=TakeBack");
        (await open.TextAsync()).ShouldContain("Accept it with a reason");
        (await officer.PageAsync("/findings?kind=actionwithoutmoney&territory=uppsala")).ShouldContain(plan.Action.ToString());
    }

    [Fact]
    public async Task Who_may_not_accept_reads_it_the_desk_reads_nothing_and_what_was_mended_says_so()
    {
        var plan = await App.FinancedPlanAsync();
        await plan.EditActionAsync(form => form with { Funding = null });
        var address = $"/findings/actionwithoutmoney/{plan.Action}";
        using var lead = await App.SignedInAsync(Role.Lead);
        using var desk = await App.SignedInAsync(Role.Desk);

        (await lead.PageAsync(address)).ShouldNotContain("Accept it with a reason");
        (await lead.PageAsync("/findings?kind=nonsense&show=nonsense&p=nonsense")).ShouldContain("Findings");
        (await lead.PageAsync("/findings?territory=nowhere")).ShouldContain("No finding matches");
        (await desk.StatusAsync("/findings")).ShouldBe(HttpStatusCode.Forbidden);
        (await desk.StatusAsync(address)).ShouldBe(HttpStatusCode.Forbidden);
        (await lead.StatusAsync($"/findings/nonsense/{plan.Action}")).ShouldBe(HttpStatusCode.NotFound);
        (await lead.StatusAsync($"/findings/actionwithoutmoney/{Guid.NewGuid()}")).ShouldBe(HttpStatusCode.NotFound);
        await plan.EditActionAsync(form => form with { Funding = "LIFE" });
        (await lead.PageAsync(address)).ShouldContain("This is mended.");
    }

    [Fact]
    public async Task Many_findings_are_paged_and_a_plan_shows_the_first_of_them()
    {
        var plan = await App.FinancedPlanAsync("capannori");
        for (var i = 0; i < 52; i++)
            await plan.AddProjectAsync($"P{i}", form => form with { ActionId = null, Name = i == 51 ? new string('W', 300) : form.Name });
        using var officer = await App.SignedInAsync(Role.Officer);

        (await officer.PageAsync("/findings?territory=capannori&kind=moneywithoutaction")).ShouldContain("1–50 of 52");
        (await officer.PageAsync("/findings?territory=capannori&kind=moneywithoutaction&p=2")).ShouldContain("51–52 of 52");
        (await officer.PageAsync($"/plans/{plan.Ceip}")).ShouldContain("47 more, and all others of Capannori");
    }
}

public sealed class FindingPagesOnSqlite(SqliteApp app) : FindingPagesTests(app), IClassFixture<SqliteApp>;

public sealed class FindingPagesOnPostgres(PostgresApp app) : FindingPagesTests(app), IClassFixture<PostgresApp>;

/// <summary>What somebody sees who looks around.</summary>
public sealed class FindingsOfTheDemonstrationTests(FilledSqliteApp app) : IClassFixture<FilledSqliteApp>
{
    [Fact]
    public async Task It_holds_some_of_each_kind_and_no_flood_of_any()
    {
        var found = await app.SendAsync(new ListFindings.Query(Size: CsvFile.MostRows));

        found.Counts.Select(c => c.Kind).ShouldBe(Enum.GetValues<FindingKind>());
        found.Counts.ShouldAllBe(c => c.Count >= 1 && c.Count <= 30);
        found.Total.ShouldBeLessThanOrEqualTo(90);
    }
}
