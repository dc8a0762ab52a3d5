using System.Net;
using Ccri.Domain.Accounts;
using Ccri.Domain.Reports;
using Ccri.Web.Features.Reports;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Tests.Reports;

public abstract class PeriodTests(CcriApp app) : BothDatabases(app)
{
    [Fact]
    public async Task A_quarter_needs_no_days_and_gives_a_report_to_everybody_who_takes_part()
    {
        var coordinator = await App.ActorAsync(Role.Coordinator);

        await coordinator.SendAsync(new OpenPeriod.Command("2031-Q2", ""));

        var shown = await App.SendAsync(new GetPeriod.Query("2031-Q2"));
        shown.Period.ShouldSatisfyAllConditions(p => p.Name.ShouldBe("Second quarter of 2031"), p => p.From.ShouldBe(new(2031, 4, 1)), p => p.To.ShouldBe(new(2031, 6, 30)),
            p => p.OpensOn.ShouldBe(new(2031, 6, 16)), p => p.CutOffOn.ShouldBe(new(2031, 7, 15)), p => p.DeadlineOn.ShouldBe(new(2031, 7, 30)));
        shown.Rows.Count.ShouldBe(await App.WithDatabaseAsync(db => db.Participations.Where(p => p.To == null || p.To >= new DateOnly(2031, 4, 1)).Select(p => p.TerritoryId).Distinct().CountAsync()));
        shown.Rows.ShouldAllBe(r => r.State == ReportState.NoData);
        var next = await coordinator.SendAsync(new OpenPeriod.Query());
        string.CompareOrdinal(next.Code, "2031-Q2").ShouldBeGreaterThan(0); // the one after the last
    }

    [Fact]
    public async Task Any_days_are_possible_in_a_possible_order_and_a_code_exists_once()
    {
        var coordinator = await App.ActorAsync(Role.Coordinator);
        var good = new OpenPeriod.Command("2030-half-1", "First half of 2030", new(2030, 1, 1), new(2030, 6, 30), new(2030, 6, 1), new(2030, 7, 15), new(2030, 7, 31));
        await coordinator.SendAsync(good);

        foreach (var (wrong, sentence) in ((OpenPeriod.Command, string)[])
        [
            (good, "There is a period 2030-half-1 already"), (good with { Code = "2030-HALF-1" }, "already"), (good with { Code = "a/b" }, "letters, digits and dashes"), (good with { Code = "new" }, "another page"),
            (good with { Code = "x1", To = new(2029, 12, 31) }, "lies before the first day"), (good with { Code = "x2", OpensOn = new(2029, 12, 1) }, "before its first day"),
            (good with { Code = "x3", CutOffOn = new(2030, 5, 1) }, "before the day it opens"), (good with { Code = "x4", DeadlineOn = new(2030, 7, 1) }, "before the cut-off"), (new OpenPeriod.Command("x5", ""), "Enter the name"),
        ])
            (await Should.ThrowAsync<ValidationException>(() => coordinator.SendAsync(wrong), $"{wrong}")).Message.ShouldContain(sentence);
    }

    [Fact]
    public async Task Days_move_with_a_reason_that_stays_and_a_stale_form_is_refused()
    {
        var (code, coordinator) = (await App.PeriodAsync(), await App.ActorAsync(Role.Coordinator));
        var form = await coordinator.SendAsync(new MovePeriod.Query(code));
        var moved = form with { CutOffOn = form.CutOffOn!.Value.AddDays(3) };

        (await Should.ThrowAsync<ValidationException>(() => coordinator.SendAsync(moved))).Message.ShouldContain("The reason");
        await coordinator.SendAsync(moved with { Reason = "Three territories asked for it." });

        (await App.SendAsync(new GetPeriod.Query(code))).Steps[0].ShouldSatisfyAllConditions(s => s.Kind.ShouldBe(PeriodStepKind.Moved), s => s.Reason.ShouldBe("Three territories asked for it."), s => s.Who.ShouldBe(coordinator.Name));
        await Should.ThrowAsync<DbUpdateConcurrencyException>(() => coordinator.SendAsync(moved with { Reason = "Once more, because of it." }));
    }

    [Fact]
    public async Task The_pages_of_a_period_answer_each_role_as_it_should()
    {
        var code = await App.PeriodAsync(daysToCutOff: 0);
        var here = $"/reports/{code}";
        using var coordinator = await App.SignedInAsync(Role.Coordinator);
        using var officer = await App.SignedInAsync(Role.Officer);
        using var contact = await App.SignedInAsync(Role.Territory, "uppsala");
        using var desk = await App.SignedInAsync(Role.Desk);

        (await coordinator.PageAsync("/reports")).ShouldSatisfyAllConditions(p => p.ShouldContain("Open a period"), p => p.ShouldContain(here));
        (await officer.PageAsync("/reports")).ShouldNotContain("/reports/new");
        (await coordinator.PageAsync(here)).ShouldContain($"{here}/freeze");
        (await officer.PageAsync(here)).ShouldNotContain($"{here}/freeze");
        (await contact.PageAsync(here)).ShouldSatisfyAllConditions(p => p.ShouldContain("territories/uppsala"), p => p.ShouldNotContain("territories/asker"));
        (await desk.PageAsync("/reports")).ShouldNotContain(here);
        (await desk.StatusAsync(here)).ShouldBe(HttpStatusCode.Forbidden);
        (await officer.StatusAsync($"{here}/freeze")).ShouldBe(HttpStatusCode.Forbidden);
        (await contact.StatusAsync($"{here}/territories/asker")).ShouldBe(HttpStatusCode.Forbidden);
        (await contact.PageAsync($"{here}/territories/uppsala")).ShouldSatisfyAllConditions(p => p.ShouldContain("The summary is empty"), p => p.ShouldContain("No change"), p => p.ShouldNotContain("handler=Approve"));
        (await coordinator.PageAsync($"{here}?state=Approved")).ShouldContain("No territory matches");
        (await coordinator.StatusAsync("/reports/nothing")).ShouldBe(HttpStatusCode.NotFound);
        foreach (var page in (string[])["/reports/new", $"{here}/edit", $"{here}/freeze", $"{here}/territories/uppsala/write", $"{here}/territories/uppsala/return"])
            (await coordinator.PageAsync(page)).ShouldContain("<h1>");
    }

    [Fact]
    public async Task The_whole_cycle_runs_through_the_pages()
    {
        using var coordinator = await App.SignedInAsync(Role.Coordinator);
        using var contact = await App.SignedInAsync(Role.Territory, "uppsala");
        var form = await coordinator.OpenFormAsync("/reports/new");
        var (code, today) = ($"page-{Guid.NewGuid():N}"[..20], Today);
        using (var opened = await coordinator.SendFormAsync("/reports/new", form, ("Input.Code", code), ("Input.Name", "Pages"), ("Input.From", $"{today.AddDays(-20):yyyy-MM-dd}"), ("Input.To", $"{today.AddDays(-1):yyyy-MM-dd}"),
            ("Input.OpensOn", $"{today.AddDays(-5):yyyy-MM-dd}"), ("Input.CutOffOn", $"{today:yyyy-MM-dd}"), ("Input.DeadlineOn", $"{today.AddDays(5):yyyy-MM-dd}")))
            (await opened.TextAsync()).ShouldContain("Pages is there.");
        var here = $"/reports/{code}/territories/uppsala";

        using (var written = await contact.PostFormAsync($"{here}/write", ("Input.Summary", "A hub was opened. It is used."), ("Input.Next", "")))
            (await written.TextAsync()).ShouldContain("The texts are saved.");
        var shown = await contact.PageAsync(here);
        using (var confirmed = await Plans.PlanSamples.PostBarAsync(contact, shown, $"{here}?handler=Confirm", ("subject", $"{await App.IdOfAsync("uppsala")}")))
            (await confirmed.TextAsync()).ShouldContain("Confirmed: no change.");
        using (var submitted = await Plans.PlanSamples.PostBarAsync(contact, shown, $"{here}?handler=Submit"))
            (await submitted.TextAsync()).ShouldContain("The report is submitted.");
        using (var returned = await coordinator.PostFormAsync($"{here}/return", ("Input.Reason", "Say how many people came.")))
            (await returned.TextAsync()).ShouldSatisfyAllConditions(t => t.ShouldContain("is returned"), t => t.ShouldContain("Say how many people came."));
        using (var again = await Plans.PlanSamples.PostBarAsync(contact, shown, $"{here}?handler=Submit"))
            (await again.TextAsync()).ShouldContain("The report is submitted.");
        using (var remark = await coordinator.PostFormAsync(here, ("Input.Text", "Good.")))
            ((int)remark.StatusCode).ShouldBeGreaterThanOrEqualTo(400); // the page itself takes no form: its buttons say what they do
        using (var approved = await Plans.PlanSamples.PostBarAsync(coordinator, await coordinator.PageAsync(here), $"{here}?handler=Approve"))
            (await approved.TextAsync()).ShouldContain("The report is approved.");
        using (var refused = await coordinator.PostFormAsync($"/reports/{code}/freeze", ("Input.Reason", "")))
            (await refused.TextAsync()).ShouldContain("unconfirmed or not named");
        using (var frozen = await coordinator.PostFormAsync($"/reports/{code}/freeze", ("Input.Reason", ReportSamples.Reason)))
            frozen.RequestMessage!.RequestUri!.AbsolutePath.ShouldBe($"/reports/{code}/files");
        using (var reopened = await coordinator.PostFormAsync($"/reports/{code}/reopen", ("Input.Reason", "A figure was wrong.")))
            (await reopened.TextAsync()).ShouldContain("is open again");
    }
}

public sealed class PeriodsOnSqlite(SqliteApp app) : PeriodTests(app), IClassFixture<SqliteApp>;

public sealed class PeriodsOnPostgres(PostgresApp app) : PeriodTests(app), IClassFixture<PostgresApp>;

/// <summary>Whose clock is moved over the day of the cut-off.</summary>
public abstract class SubmissionDayTests(CcriApp app) : BothDatabases(app)
{
    /// <summary>Of the nights on which the clock changes, and of one on which it does not.</summary>
    [Theory]
    [InlineData("2026-03-29", "2026-03-28T22:59:59Z", "2026-03-28T23:00:01Z")]
    [InlineData("2026-10-25", "2026-10-24T21:59:59Z", "2026-10-24T22:00:01Z")]
    [InlineData("2026-10-26", "2026-10-25T22:59:59Z", "2026-10-25T23:00:01Z")]
    [InlineData("2026-07-01", "2026-06-30T21:59:59Z", "2026-06-30T22:00:01Z")]
    public async Task A_report_can_be_submitted_from_midnight_in_Brussels_on(string opens, string before, string after)
    {
        var (clock, day) = (((IMovedApp)App).Clock, DateOnly.Parse(opens, System.Globalization.CultureInfo.InvariantCulture));
        clock.Now = DateTimeOffset.Parse(before, System.Globalization.CultureInfo.InvariantCulture).AddSeconds(-30);
        var code = $"day-{opens}";
        await (await App.ActorAsync(Role.Coordinator)).SendAsync(new OpenPeriod.Command(code, "A day", day.AddDays(-30), day.AddDays(-1), day, day, day.AddDays(1)));
        var officer = await App.ActorAsync(Role.Officer);
        await officer.SendAsync(new WriteReport.Command(code, "uppsala", "Much was done.", null));
        (await Should.ThrowAsync<Ccri.Domain.RuleViolationException>(() => officer.SendAsync(new SubmitReport.Command(code, "uppsala")))).Message.ShouldContain("can be submitted from");

        clock.Now = DateTimeOffset.Parse(after, System.Globalization.CultureInfo.InvariantCulture);

        await officer.SendAsync(new SubmitReport.Command(code, "uppsala"));
        var list = await App.SendAsync(new ListPeriods.Query());
        list.Rows.Single(r => r.Code == code).StateOn(list.Today).ShouldBe($"open until {Words.Of(day)}, today");
    }
}

public sealed class SubmissionDayOnSqlite(MovedSqliteApp app) : SubmissionDayTests(app), IClassFixture<MovedSqliteApp>;

public sealed class SubmissionDayOnPostgres(MovedPostgresApp app) : SubmissionDayTests(app), IClassFixture<MovedPostgresApp>;

/// <summary>Nobody takes part.</summary>
public abstract class EmptyPeriodTests(CcriApp app) : BothDatabases(app)
{
    [Fact]
    public async Task A_period_of_nobody_is_opened_and_frozen_without_a_reason()
    {
        using var signedIn = await App.SignedInAsync(Role.Coordinator);
        (await signedIn.PageAsync("/reports")).ShouldContain("No period yet");
        var code = await App.PeriodAsync(daysToCutOff: 5);

        await (await App.ActorAsync(Role.Coordinator)).SendAsync(new FreezePeriod.Command(code, null));

        (await App.SendAsync(new GetPeriod.Query(code))).ShouldSatisfyAllConditions(p => p.Period.Revision.ShouldBe(1), p => p.Rows.ShouldBeEmpty());
        (await App.WithDatabaseAsync(db => db.IssuedFiles.Select(f => f.Kind).ToListAsync())).ShouldBe([ReportKind.Quarter]);
        (await signedIn.PageAsync($"/reports/{code}")).ShouldContain("No territory reports");
    }
}

public sealed class EmptyPeriodOnSqlite(EmptySqliteApp app) : EmptyPeriodTests(app), IClassFixture<EmptySqliteApp>;

public sealed class EmptyPeriodOnPostgres(EmptyPostgresApp app) : EmptyPeriodTests(app), IClassFixture<EmptyPostgresApp>;
