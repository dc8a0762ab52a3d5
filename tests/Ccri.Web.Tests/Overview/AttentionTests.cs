using Ccri.Domain.Accounts;
using Ccri.Domain.Indicators;
using Ccri.Domain.Needs;
using Ccri.Domain.Programme;
using Ccri.Domain.Statuses;
using Ccri.Domain.Support;
using Ccri.Domain.Territories;
using Ccri.Web.Errors;
using Ccri.Web.Features.Overview;
using Ccri.Web.Features.Territories;
using Ccri.Web.Tests.Statuses;
using Ccri.Web.Tests.Territories;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Tests.Overview;

/// <summary>What needs somebody, on days that the tests choose. Each one works in territories of its own.</summary>
public abstract class AttentionTests(CcriApp app) : BothDatabases(app)
{
    [Fact]
    public async Task Days_after_it_is_due_a_thing_is_today_late_at_risk_and_then_late_off_track()
    {
        var due = Day(2026, 12, 1);
        await App.AddWorkAsync("bergen", "DAYS-1", due.AddYears(3), due);

        foreach (var (days, when, status) in ((int, string?, Rag)[])
                 [(-15, null, Rag.OnTrack), (-14, "in 14 days", Rag.OnTrack), (-1, "tomorrow", Rag.OnTrack), (0, "today", Rag.OnTrack), (1, "1 day late", Rag.AtRisk), (30, "30 days late", Rag.AtRisk), (31, "31 days late", Rag.OffTrack)])
        {
            Move(due.AddDays(days));
            var thing = (await App.SendAsync(new GetDue.Query("bergen"))).Things.SingleOrDefault(t => t.What == "Milestone DAYS-1 (Solution DAYS-1)");

            (thing?.When, thing?.Status ?? Rag.OnTrack).ShouldBe((when, status), $"{days} days after");
            (thing?.Address ?? "solutions/CSS-DAYS-1").ShouldBe("solutions/CSS-DAYS-1");
        }
    }

    [Theory]
    [InlineData("2027-03-27T22:59:00Z", "today")]
    [InlineData("2027-03-27T23:00:00Z", "1 day late")] // midnight in Brussels, the night in which the clocks go forward
    [InlineData("2027-03-28T21:59:00Z", "1 day late")]
    [InlineData("2027-03-28T22:00:00Z", "2 days late")]
    public async Task A_day_begins_at_midnight_in_Brussels_also_when_the_clocks_change(string now, string when)
    {
        var code = $"DST-{now[5..13].Replace(':', '-').Replace('T', '-')}-{now[14..16]}";
        await App.AddWorkAsync("munich", code, Day(2030, 1, 1), Day(2027, 3, 27));

        Clock.Now = DateTimeOffset.Parse(now, System.Globalization.CultureInfo.InvariantCulture);

        (await App.SendAsync(new GetDue.Query("munich"))).Things.Single(t => t.What.StartsWith($"Milestone {code} ", StringComparison.Ordinal)).When.ShouldBe(when);
    }

    [Fact]
    public async Task Off_track_comes_before_at_risk_then_what_is_soon_and_more_than_eight_are_counted()
    {
        var today = Day(2026, 11, 23);
        Move(today);
        for (var i = 0; i < 4; i++)
            await App.AddWorkAsync("uppsala", $"ORDER-{i}", today.AddDays(-20 - 10 * i), today.AddDays(5 + i), today.AddDays(-i));

        var territory = await App.TerritoryIdAsync("uppsala");
        var all = (await App.SendAsync(new GetDue.Query("uppsala"))).Things.Where(t => t.What.Contains("ORDER", StringComparison.Ordinal)).ToList();
        var shown = (await App.SendAsync(new GetOverview.Query(), Role.Territory, territory)).Work!.Attention!;

        all.Select(t => t.When).ShouldBe(["50 days late", "40 days late", "30 days late", "20 days late", "3 days late", "2 days late", "1 day late", "today", "in 5 days", "in 6 days", "in 7 days", "in 8 days"]);
        all[0].Address.ShouldStartWith("plans/CEAP-ORDER-3/actions/");
        all[4].ShouldSatisfyAllConditions(t => t.What.ShouldBe("P1 Project ORDER-3: next gate"), t => t.Address.ShouldStartWith("plans/CEIP-ORDER-3/projects/"));
        shown.Due.Count.ShouldBe(8);
        shown.MoreDue.ShouldBe((await App.SendAsync(new GetDue.Query("uppsala"))).Total - 8);
        (await App.SendAsync(new GetOverview.Query(), Role.Officer, territory)).Work!.Attention!.Due.ShouldAllBe(t => t.TerritoryId == territory, "an officer of one territory");
        var steps = await App.SendAsync(new GetTerritoryStanding.Query("uppsala"));
        (steps.Next.Count, steps.Next.Count + steps.MoreNext, steps.Status.Status).ShouldBe((6, 12, Rag.OffTrack));
    }

    [Fact]
    public async Task What_is_finished_dropped_or_judged_by_a_person_asks_for_nothing()
    {
        var today = Day(2026, 11, 23);
        Move(today);
        await App.AddWorkAsync("roubaix", "OVER-1", today.AddDays(-5), today.AddDays(-5), today.AddDays(-5));
        (await TitlesAsync()).Count.ShouldBe(3);

        await App.WithDatabaseAsync(async db =>
        {
            (await db.PlanActions.SingleAsync(a => a.Title == "Action OVER-1", Cancellation)).Drop("Not needed.");
            (await db.Milestones.SingleAsync(m => m.Title == "Milestone OVER-1", Cancellation)).Finish(today, today);
            return await db.SaveChangesAsync(Cancellation);
        });

        (await TitlesAsync()).ShouldBe(["P1 Project OVER-1: next gate"]);

        var project = await App.WithDatabaseAsync(db => db.InvestmentProjects.Where(p => p.Name == "Project OVER-1").Select(p => p.Id).SingleAsync(Cancellation));
        await App.GiveAsync(StatusKind.Project, project, Rag.OffTrack);
        (await TitlesAsync()).Count.ShouldBe(1, "a person who says that it is worse makes it no less late");
        await App.GiveAsync(StatusKind.Project, project, Rag.OnTrack);
        (await TitlesAsync()).ShouldBeEmpty();

        async Task<IReadOnlyList<string>> TitlesAsync() => [.. (await App.SendAsync(new GetDue.Query("roubaix"))).Things.Select(t => t.What).Where(w => w.Contains("OVER-1", StringComparison.Ordinal))];
    }

    [Fact]
    public async Task A_territory_is_quiet_more_than_sixty_days_after_its_last_contact_and_a_place_held_for_one_never_is()
    {
        var contact = Day(2026, 9, 1);
        Move(contact.AddDays(60));
        await App.WithDatabaseAsync(async db =>
        {
            var person = new Person("Officer of the quiet", $"{Guid.NewGuid():N}@example.org", contact.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc));
            db.Add(person);
            foreach (var slug in (string[])["flanders", "fellow-to-be-named-2"])
                db.Add(new LoggedContact(await db.Territories.Where(t => t.Slug == slug).Select(t => t.Id).SingleAsync(Cancellation), person.Id, contact, "A call"));
            return await db.SaveChangesAsync(Cancellation);
        });

        (await QuietAsync()).ShouldNotContain("flanders", "sixty days are not too long");
        Move(contact.AddDays(61));
        var quiet = await QuietAsync();

        quiet.ShouldContain("flanders");
        quiet.ShouldContain("capannori", "without any contact");
        quiet.ShouldAllBe(slug => !slug.StartsWith("fellow-to-be-named", StringComparison.Ordinal));
        (await App.ListAsync(new(IsQuiet: true))).Select(r => r.Slug).ShouldBe(quiet, ignoreOrder: true);
        (await App.ListAsync(new(IsQuiet: true), Role.Desk)).Count.ShouldBe((await App.ListAsync(new())).Count, "the log is the office's own business");
        (await App.SendAsync(new GetOverview.Query())).Work!.Attention!.Quiet.Single(q => q.Slug == "flanders").ShouldSatisfyAllConditions(q => q.Days.ShouldBe(61), q => q.Last.ShouldBe(contact));
        (await App.SendAsync(new GetOverview.Query(), Role.Territory, await App.TerritoryIdAsync("flanders"))).Work!.Attention!.Quiet.ShouldBeEmpty();

        async Task<List<string>> QuietAsync() => [.. (await App.SendAsync(new GetOverview.Query())).Work!.Attention!.Quiet.Select(q => q.Slug)];
    }

    [Fact]
    public async Task Findings_and_values_that_are_missing_are_counted_for_those_who_can_act()
    {
        var today = Day(2026, 11, 23);
        Move(today);
        var sofia = await App.TerritoryIdAsync("sofia");
        var before = (await App.SendAsync(new GetOverview.Query(), Role.Territory, sofia)).Work!.Attention!;
        await App.AddWorkAsync("sofia", "COUNT-1", today.AddDays(300), today.AddDays(300));
        await App.WithDatabaseAsync(async db =>
        {
            foreach (var (indicator, i) in (await db.Indicators.Where(i => i.Level == IndicatorLevel.Territory).OrderBy(i => i.Code).Take(3).ToListAsync(Cancellation)).Select((x, i) => (x, i)))
            {
                var series = new IndicatorSeries(indicator, sofia);
                db.Add(series);
                if (i > 0) // one without any value, one more than a year old, one of a year ago to the day
                    db.Add(new Observation(series, 5, today.AddYears(-1).AddDays(i - 2), "A test", ObservationQuality.Measured, null, null, today, today.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc)));
            }
            return await db.SaveChangesAsync(Cancellation);
        });

        var after = (await App.SendAsync(new GetOverview.Query(), Role.Territory, sofia)).Work!.Attention!;

        (after.Findings - before.Findings, after.MissingValues - before.MissingValues).ShouldBe((2, 2)); // a project without an action, a solution without an indicator
        (await App.SendAsync(new GetOverview.Query(), Role.Lead)).Work!.Attention.ShouldBeNull();
        (await App.SendAsync(new GetOverview.Query(), Role.Desk)).Work.ShouldBeNull();
        await Should.ThrowAsync<NotAllowedException>(() => App.SendAsync(new GetDue.Query("sofia"), Role.Territory, Guid.CreateVersion7()));
    }

    [Fact]
    public async Task Needs_that_nobody_has_served_for_90_days_are_counted_for_those_who_give_support()
    {
        var today = Day(2026, 11, 23);
        Move(today);
        var matosinhos = await App.TerritoryIdAsync("matosinhos");
        var before = (await App.SendAsync(new GetOverview.Query(), Role.Officer)).Work!.Attention!.WaitingNeeds;
        await App.WithDatabaseAsync(async db =>
        {
            List<Need> needs = [.. new[] { 91, 90, 300, 300, 300 }.Select((days, i) => new Need(matosinhos, i + 1, "regulation", $"Need {i}", today.AddDays(-days)))];
            db.AddRange(needs);
            db.AddRange(Served(needs[2], today.AddDays(-90)), Served(needs[3], today.AddDays(-91)));
            needs[4].Take(NeedVerdict.Met, isServed: false);
            return await db.SaveChangesAsync(Cancellation);
        });

        (await App.SendAsync(new GetOverview.Query(), Role.Officer)).Work!.Attention!.WaitingNeeds.ShouldBe(before + 2);
        (await App.SendAsync(new GetOverview.Query(), Role.Officer, matosinhos)).Work!.Attention!.WaitingNeeds.ShouldBe(2);
        (await App.SendAsync(new GetOverview.Query(), Role.Territory, matosinhos)).Work!.Attention!.WaitingNeeds.ShouldBe(0);
        using var officer = await App.SignedInAsync(Role.Officer);
        (await officer.PageAsync("/")).ShouldContain("Not served for 90 days");

        SupportActivity Served(Need need, DateOnly on)
        {
            var activity = new SupportActivity(ActivityType.Webinar, "Permits", on, today);
            activity.Measure(null, 1, 10);
            activity.BeFor([matosinhos], [need]);
            need.Serve();
            return activity;
        }
    }

    [Fact]
    public async Task The_page_says_it_in_words_and_none_is_said_too()
    {
        Move(Day(2026, 11, 23));
        await App.AddWorkAsync("jyvaskyla", "PAGE-1", Day(2026, 11, 22), Day(2030, 1, 1));
        using var contact = await App.SignedInAsync(Role.Territory, "jyvaskyla");
        using var officer = await App.SignedInAsync(Role.Officer);

        (await contact.PageAsync("/")).ShouldSatisfyAllConditions(page => page.ShouldContain("Needs you this week"), page => page.ShouldContain("1.1 Action PAGE-1"), page => page.ShouldContain("1 day late"));
        (await contact.PageAsync("/territories/jyvaskyla")).ShouldSatisfyAllConditions(page => page.ShouldContain("Next steps"), page => page.ShouldNotContain("Change status"), page => page.ShouldNotContain("another status"));
        (await officer.PageAsync("/territories/jyvaskyla")).ShouldSatisfyAllConditions(page => page.ShouldContain("Change status"), page => page.ShouldContain("another status"));
        using var elsewhere = await App.SignedInAsync(Role.Officer, "bergen");
        (await elsewhere.PageAsync("/territories/jyvaskyla")).ShouldSatisfyAllConditions(page => page.ShouldContain("id=\"standing\""), page => page.ShouldNotContain("Change status"), page => page.ShouldNotContain("another status"));
        (await officer.PageAsync("/")).ShouldContain("No contact for more than 60 days");
        (await officer.PageAsync("/overview/due?territory=lucca")).ShouldContain("Nothing is late");
        using var desk = await App.SignedInAsync(Role.Desk);
        (await desk.PageAsync("/territories/jyvaskyla")).ShouldSatisfyAllConditions(page => page.ShouldNotContain("Next steps"), page => page.ShouldNotContain("id=\"standing\""));
        (await desk.PageAsync("/territories")).ShouldNotContain("name=\"status\"");
    }

    private MovedClock Clock => ((IMovedApp)App).Clock;

    private void Move(DateOnly day) => Clock.Now = new DateTimeOffset(day.ToDateTime(new TimeOnly(11, 0)), TimeSpan.Zero);

    private static DateOnly Day(int year, int month, int day) => new(year, month, day);
}

public sealed class AttentionOnSqlite(MovedSqliteApp app) : AttentionTests(app), IClassFixture<MovedSqliteApp>;

public sealed class AttentionOnPostgres(MovedPostgresApp app) : AttentionTests(app), IClassFixture<MovedPostgresApp>;
