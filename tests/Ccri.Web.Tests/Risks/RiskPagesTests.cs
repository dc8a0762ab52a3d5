using System.Net;
using Ccri.Domain;
using Ccri.Domain.Accounts;
using Ccri.Domain.Risks;
using Ccri.Web.Features.Risks;
using Ccri.Web.Tests.Plans;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Tests.Risks;

public abstract class RiskPagesTests(CcriApp app) : BothDatabases(app)
{
    [Fact]
    public async Task A_risk_is_added_weighed_becomes_an_issue_is_closed_with_its_outcome_and_reopened()
    {
        using var officer = await App.SignedInAsync(Role.Officer);
        using var refused = await officer.PostFormAsync("/risks/new?territory=roubaix", ("Input.Title", ""), ("Input.Kind", "Risk"));
        var sentences = await refused.TextAsync();
        (refused.StatusCode, sentences.Contains("Say how likely the risk is."), sentences.Contains("Say how grave it is.")).ShouldBe((HttpStatusCode.BadRequest, true, true));

        using var added = await officer.PostFormAsync("/risks/new?territory=roubaix",
            ("Input.Kind", "Risk"), ("Input.Title", "Η άδεια αργεί ένα χρόνο"), ("Input.Probability", "High"), ("Input.Impact", "Medium"), ("Input.Mitigation", "Talks with the prefecture every month."), ("Input.RaisedOn", $"{Today:yyyy-MM-dd}"));
        (await added.TextAsync()).ShouldContain("Likely, serious");
        var risk = await App.WithDatabaseAsync(db => db.Risks.SingleAsync(r => r.Title == "Η άδεια αργεί ένα χρόνο", Cancellation));
        (await officer.PageAsync("/territories/roubaix")).ShouldContain($"/risks/{risk.Id}/edit");

        using var edited = await officer.PostFormAsync($"/risks/{risk.Id}/edit", [.. await FieldsAsync(officer, risk), ("Input.Kind", "Issue"), ("Input.Impact", "High")]);
        (await edited.TextAsync()).ShouldContain("Has happened, grave");
        using var early = await officer.PostFormAsync($"/risks/{risk.Id}/close", ("Input.On", $"{Today.AddDays(2):yyyy-MM-dd}"), ("Input.Outcome", "The permit came."));
        (early.StatusCode, (await early.TextAsync()).Contains("has not come yet")).ShouldBe((HttpStatusCode.BadRequest, true));
        using var closed = await officer.PostFormAsync($"/risks/{risk.Id}/close", ("Input.On", $"{Today:yyyy-MM-dd}"), ("Input.Outcome", "The permit came."));
        var list = await closed.TextAsync();
        (list.Contains("1 closed risk or issue"), list.Contains("The permit came.")).ShouldBe((true, true));
        await App.SendByAsync(new ReopenRisk.Command(risk.Id));

        (await App.SendAsync(new ListRisks.Query("roubaix"))).Open.ShouldContain(r => r.Risk.Id == risk.Id && r.Risk.Outcome == null && r.Risk.Kind == RiskKind.Issue);
    }

    [Fact]
    public async Task The_gravest_stand_first_and_on_the_page_of_the_territory()
    {
        foreach (var (title, probability, impact) in ((string, RiskLevel, RiskLevel)[])[("Slight", RiskLevel.Low, RiskLevel.Low), ("Middling", RiskLevel.Medium, RiskLevel.Medium), ("Dire", RiskLevel.High, RiskLevel.High), (new string('W', 300), RiskLevel.Low, RiskLevel.Medium)])
            await App.AddRiskAsync("munich", title, probability, impact);
        using var lead = await App.SignedInAsync(Role.Lead, scope: await App.WithDatabaseAsync(db => db.WorkingGroups.OrderBy(g => g.Code).Select(g => g.Code).FirstAsync(Cancellation)));

        (await App.SendAsync(new ListRisks.Query("munich"))).Open.Select(r => r.Risk.Title[..4]).ShouldBe(["Dire", "Midd", "WWWW", "Slig"]);
        var page = await lead.PageAsync("/territories/munich");
        (page.Contains("All 4 open risks and issues"), page.Contains("Dire"), page.Contains("Slight</span>"), page.Contains("/risks/new")).ShouldBe((true, true, false, false));
    }

    [Fact]
    public async Task Somebody_elses_territory_is_closed_to_a_contact_live_risks_to_the_desk_and_a_stale_save_is_refused()
    {
        var id = await App.AddRiskAsync("uppsala", "The supply dries up");
        using var contact = await App.SignedInAsync(Role.Territory, "asker");
        using var desk = await App.SignedInAsync(Role.Desk);
        foreach (var address in (string[])["/territories/uppsala/risks", $"/risks/{id}/edit", $"/risks/{id}/close", "/risks/new?territory=uppsala"])
        {
            (await contact.StatusAsync(address)).ShouldBe(HttpStatusCode.Forbidden, address);
            (await desk.StatusAsync(address)).ShouldBe(HttpStatusCode.Forbidden, address);
        }
        (await contact.StatusAsync("/territories/asker/risks")).ShouldBe(HttpStatusCode.OK);
        (await desk.PageAsync("/territories/uppsala")).ShouldNotContain("The supply dries up");
        (await contact.StatusAsync($"/risks/{Guid.NewGuid()}/edit")).ShouldBe(HttpStatusCode.NotFound);

        var form = (await App.SendAsync(new GetRiskForm.Query(id))).Form;
        await App.SendAsync(form with { Title = "The supply has dried up" });
        await Should.ThrowAsync<DbUpdateConcurrencyException>(() => App.SendAsync(form with { Title = "Something else" }));
        await Should.ThrowAsync<RuleViolationException>(() => App.SendAsync(new ReopenRisk.Command(id)));
    }

    private async Task<(string, string)[]> FieldsAsync(HttpClient officer, Risk risk) =>
        [.. (await officer.OpenFormAsync($"/risks/{risk.Id}/edit")).Where(f => f.Key is not ("Input.Kind" or "Input.Impact" or "Input.Version" or "__RequestVerificationToken") && f.Key.StartsWith("Input.")).Select(f => (f.Key, f.Value))];
}

internal static class RiskSamples
{
    public static Task<Guid> AddRiskAsync(this CcriApp app, string territory, string title, RiskLevel probability = RiskLevel.Medium, RiskLevel impact = RiskLevel.Medium) =>
        app.SendAsync(new CreateRisk.Command { Territory = territory, Kind = RiskKind.Risk, Title = title, Probability = probability, Impact = impact, RaisedOn = new(2026, 3, 2) });
}

public sealed class RiskPagesOnSqlite(SqliteApp app) : RiskPagesTests(app), IClassFixture<SqliteApp>;

public sealed class RiskPagesOnPostgres(PostgresApp app) : RiskPagesTests(app), IClassFixture<PostgresApp>;
