using System.Net;
using Ccri.Domain;
using Ccri.Domain.Accounts;
using Ccri.Domain.Territories;
using Ccri.Web.Features.Overview;
using Ccri.Web.Features.Territories;
using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Ccri.Web.Tests.Territories;

public abstract class ContactLogTests(CcriApp app) : BothDatabases(app)
{
    [Fact]
    public async Task One_line_logs_a_call_of_today()
    {
        var officer = await App.SignedInAsync(Role.Officer, followsRedirects: false);
        (await officer.PostFormAsync("/territories/asker/log", ("Input.Text", "Asked how the tender goes"))).StatusCode.ShouldBe(HttpStatusCode.Redirect);

        var row = (await LogAsync("asker")).Rows.First(r => r.Text == "Asked how the tender goes");
        (row.Kind, row.On, row.FollowUp).ShouldBe((ContactKind.Call, (await LogAsync("asker")).Today, null));
        row.Who.ShouldBe("Test Officer");
        (await officer.PageAsync("/territories/asker")).ShouldContain("Last contact");
    }

    [Fact]
    public async Task A_follow_up_has_an_owner_and_a_day_is_late_after_it_and_done_with_one_press()
    {
        var officer = await App.SignedInAsync(Role.Officer);
        var yesterday = (await LogAsync("uppsala")).Today.AddDays(-1);
        await officer.PostFormAsync("/territories/uppsala/log", ("Input.Text", "A meeting"), ("Input.Kind", "Meeting"), ("Input.On", $"{yesterday.AddDays(-3):yyyy-MM-dd}"),
            ("Input.FollowUp", "Send the template"), ("Input.FollowUpDue", $"{yesterday:yyyy-MM-dd}"));

        (await officer.PageAsync("/")).ShouldContain("1 day late");
        var row = (await LogAsync("uppsala")).Rows.Single(r => r.Text == "A meeting");
        row.DaysLate((await LogAsync("uppsala")).Today).ShouldBe(1);

        await App.SendAsync(new FinishFollowUp.Command(row.Id, true), Role.Officer);
        await App.SendAsync(new FinishFollowUp.Command(row.Id, true), Role.Officer); // pressed twice
        (await LogAsync("uppsala")).Rows.Single(r => r.Id == row.Id).DoneAt.ShouldNotBeNull();
        (await officer.PageAsync("/")).ShouldNotContain("Send the template");
        await App.SendAsync(new FinishFollowUp.Command(row.Id, false), Role.Officer);
        (await LogAsync("uppsala")).Rows.Single(r => r.Id == row.Id).DoneAt.ShouldBeNull();
    }

    [Fact]
    public async Task What_cannot_be_is_refused_in_a_sentence()
    {
        var officer = await App.SignedInAsync(Role.Officer, followsRedirects: false);
        var tomorrow = (await LogAsync("flanders")).Today.AddDays(1);

        (await (await officer.PostFormAsync("/territories/flanders/log", ("Input.Text", "Too early"), ("Input.On", $"{tomorrow:yyyy-MM-dd}"))).TextAsync()).ShouldContain("<span class=\"err\" id=\"Input_On-e\">The contact is dated");
        (await (await officer.PostFormAsync("/territories/flanders/log", ("Input.Text", ""))).TextAsync()).ShouldContain("Say in a line what it was about.");
        (await (await officer.PostFormAsync("/territories/flanders/log", ("Input.Text", "x"), ("Input.FollowUp", "Call back"))).TextAsync()).ShouldContain("Enter the day by which the follow-up is due.");
        (await (await officer.PostFormAsync("/territories/flanders/log", ("Input.Text", new string('x', 501)))).TextAsync()).ShouldContain("The line has 501 characters. Please use at most 500.");
        (await (await officer.PostFormAsync("/territories/flanders/log", ("Input.Text", "x"), ("Input.FollowUp", "y"), ("Input.FollowUpDue", "2026-01-01"), ("Input.FollowUpOwnerId", $"{Guid.NewGuid()}"))).TextAsync())
            .ShouldContain("This person cannot be given a follow-up.");
        (await LogAsync("flanders")).Total.ShouldBe(0);
    }

    [Fact]
    public async Task The_log_is_the_offices_own()
    {
        await (await App.SignedInAsync(Role.Officer)).PostFormAsync("/territories/munich/log", ("Input.Text", "Not for everybody"));

        (await (await App.SignedInAsync(Role.Lead)).PageAsync("/territories/munich")).ShouldContain("Not for everybody");
        (await (await App.SignedInAsync(Role.Desk)).PageAsync("/territories/munich")).ShouldNotContain("Not for everybody");
        (await (await App.SignedInAsync(Role.Territory, "munich")).PageAsync("/territories/munich")).ShouldNotContain("Not for everybody");
        (await (await App.SignedInAsync(Role.Desk)).StatusAsync("/territories/munich/log")).ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task The_timeline_holds_contacts_and_dated_changes_newest_first_and_contacts_only_for_the_office()
    {
        var today = (await LogAsync("capannori")).Today;
        await (await App.SignedInAsync(Role.Officer)).PostFormAsync("/territories/capannori/log", ("Input.Text", "On the timeline"), ("Input.Kind", "Visit"));
        await App.SendAsync(new JoinNetwork.Command
        {
            Slug = "capannori", Network = await App.WithDatabaseAsync(db => db.Networks.OrderByDescending(n => n.Code).Select(n => n.Code).FirstAsync(Cancellation)), From = today.AddDays(-1), Source = "Its list",
        });

        var office = await App.SendAsync(new GetTimeline.Query("capannori"), Role.Officer);
        office[0].ShouldBe(new GetTimeline.Event(today, "Visit: On the timeline"));
        office[1].On.ShouldBe(today.AddDays(-1));
        office[1].What.ShouldStartWith("In ");
        (await App.SendAsync(new GetTimeline.Query("capannori"), Role.Desk)).ShouldNotContain(e => e.What.Contains("On the timeline"));
    }

    [Fact]
    public async Task The_audit_says_that_the_line_changed_and_never_what_it_said()
    {
        await (await App.SignedInAsync(Role.Officer)).PostFormAsync("/territories/roubaix/log", ("Input.Text", "Spoke with Marie Curie"));
        var id = (await LogAsync("roubaix")).Rows.Single().Id;
        var row = await App.WithDatabaseAsync(db => db.AuditRows.SingleAsync(a => a.SubjectId == id, Cancellation));
        row.Changes.ShouldContain("\"Text\":[\"changed\"]");
        row.Changes.ShouldNotContain("Curie");
    }

    [Fact]
    public async Task Facts_that_nobody_confirmed_for_two_quarters_are_listed_on_the_overview_until_somebody_does()
    {
        (await App.SendAsync(new GetOverview.Query())).NotConfirmed.ShouldNotContain(s => s.Address == "territories/gothenburg");
        await App.WithDatabaseAsync(db => db.FactNotes.Where(n => n.TerritoryId == db.Territories.Single(t => t.Slug == "gothenburg").Id)
            .ExecuteUpdateAsync(set => set.SetProperty(n => n.RecordedAt, new DateTime(2026, 3, 29, 1, 30, 0, DateTimeKind.Utc)), Cancellation));

        (await App.SendAsync(new GetOverview.Query(), Role.Officer)).NotConfirmed.Single(s => s.Address == "territories/gothenburg").Facts.ShouldBeGreaterThan(3);
        (await App.SendAsync(new GetOverview.Query(), Role.Desk)).NotConfirmed.ShouldBeEmpty();
        (await (await App.SignedInAsync(Role.Officer)).PageAsync("/territories/gothenburg")).ShouldContain("not confirmed for two quarters");

        await App.SendAsync(new ConfirmFacts.Command("gothenburg", await App.WithDatabaseAsync(db => db.FactNotes.Where(n => n.TerritoryId == db.Territories.Single(t => t.Slug == "gothenburg").Id).Select(n => n.Id).ToListAsync(Cancellation))));
        (await App.SendAsync(new GetOverview.Query())).NotConfirmed.ShouldNotContain(s => s.Address == "territories/gothenburg");
    }

    private Task<GetContactLog.Answer> LogAsync(string slug) => App.SendAsync(new GetContactLog.Query(slug), Role.Officer);
}

public sealed class ContactLogOnSqlite(SqliteApp app) : ContactLogTests(app), IClassFixture<SqliteApp>;

public sealed class ContactLogOnPostgres(PostgresApp app) : ContactLogTests(app), IClassFixture<PostgresApp>;
