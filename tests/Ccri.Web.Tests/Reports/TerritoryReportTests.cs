using Ccri.Domain;
using Ccri.Domain.Accounts;
using Ccri.Domain.Plans;
using Ccri.Domain.Reports;
using Ccri.Web.Errors;
using Ccri.Web.Features.Plans;
using Ccri.Web.Features.Reports;
using Ccri.Web.Features.Solutions;
using Ccri.Web.Tests.Plans;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Tests.Reports;

public abstract class TerritoryReportTests(CcriApp app) : BothDatabases(app)
{
    private const string Place = "uppsala";

    [Fact]
    public async Task A_report_goes_from_the_territory_to_the_office_back_and_on_and_every_step_stays()
    {
        var (code, id) = (await App.PeriodAsync(), await App.IdOfAsync(Place));
        var (contact, officer) = (await App.ActorAsync(Role.Territory, id, "Ελένη Παπαδοπούλου"), await App.ActorAsync(Role.Officer, name: "Димитър Иванов"));
        (await App.ReportAsync(code, Place)).State.ShouldBe(ReportState.NoData);

        await contact.SendAsync(new WriteReport.Command(code, Place, "A hub was opened.", null));
        (await App.ReportAsync(code, Place)).State.ShouldBe(ReportState.InProgress);
        await contact.SendAsync(new SubmitReport.Command(code, Place));
        await officer.SendAsync(new ReturnReport.Command(code, Place, "How many people came?"));
        await contact.SendAsync(new RemarkOnReport.Command(code, Place, "We look it up."));
        await contact.SubmitAsync(code, Place, "A hub was opened; 40 people came.");
        await officer.SendAsync(new ApproveReport.Command(code, Place));

        var shown = await App.ReportAsync(code, Place);
        shown.State.ShouldBe(ReportState.Approved);
        shown.Steps.Select(s => s.Kind).ShouldBe([ReportStepKind.Begun, ReportStepKind.Submitted, ReportStepKind.Returned, ReportStepKind.Remark, ReportStepKind.Submitted, ReportStepKind.Approved]);
        shown.Steps.Select(s => s.Who).ShouldBe([contact.Name, contact.Name, officer.Name, contact.Name, contact.Name, officer.Name]);
        shown.Steps[2].Text.ShouldBe("How many people came?");
        var snapshots = await App.SnapshotsAsync(code, id);
        snapshots.Select(s => (s.Number, s.Cause)).ShouldBe([(1, SnapshotCause.Submitted), (2, SnapshotCause.Submitted)]);
        (await App.WithDatabaseAsync(db => db.TerritoryReports.Where(r => r.TerritoryId == id && db.ReportingPeriods.Any(p => p.Id == r.PeriodId && p.Code == code)).Select(r => r.SnapshotId).SingleAsync())).ShouldBe(snapshots[1].Id);
    }

    [Fact]
    public async Task Whoever_submitted_does_not_approve_and_any_second_officer_does()
    {
        var code = await App.PeriodAsync();
        var (first, second) = (await App.ActorAsync(Role.Officer), await App.ActorAsync(Role.Coordinator));
        await first.SubmitAsync(code, Place);

        (await Should.ThrowAsync<RuleViolationException>(() => first.SendAsync(new ApproveReport.Command(code, Place)))).Message.ShouldContain("You submitted this report");
        var mine = await first.SendAsync(new GetTerritoryReport.Query(code, Place));
        (mine.IsMine, mine.CanApprove).ShouldBe((true, false));
        await second.SendAsync(new ApproveReport.Command(code, Place));
        (await App.ReportAsync(code, Place)).State.ShouldBe(ReportState.Approved);
    }

    [Fact]
    public async Task Of_officers_who_approve_at_once_one_does_and_the_others_are_told()
    {
        var code = await App.PeriodAsync();
        await (await App.ActorAsync(Role.Territory, await App.IdOfAsync(Place))).SubmitAsync(code, Place);
        var officers = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => App.ActorAsync(Role.Officer)));

        var answers = await Task.WhenAll(officers.Select(async officer =>
        {
            try
            {
                await officer.SendAsync(new ApproveReport.Command(code, Place));
                return "";
            }
            catch (RuleViolationException refused)
            {
                return refused.Message;
            }
        }));

        answers.Count(a => a.Length == 0).ShouldBe(1);
        answers.Count(a => a == "This report is approved already.").ShouldBe(2);
        (await App.ReportAsync(code, Place)).Steps.Count(s => s.Kind == ReportStepKind.Approved).ShouldBe(1);
    }

    [Fact]
    public async Task A_report_is_not_submitted_twice_returned_without_a_reason_or_written_while_it_lies_with_the_office()
    {
        var code = await App.PeriodAsync();
        var officer = await App.ActorAsync(Role.Officer);
        await Should.ThrowAsync<RuleViolationException>(() => officer.SendAsync(new ApproveReport.Command(code, Place)));
        await Should.ThrowAsync<RuleViolationException>(() => officer.SendAsync(new ReturnReport.Command(code, Place, "There is nothing yet.")));
        await officer.SubmitAsync(code, Place);

        await Should.ThrowAsync<RuleViolationException>(() => officer.SendAsync(new SubmitReport.Command(code, Place)));
        await Should.ThrowAsync<RuleViolationException>(() => officer.SendAsync(new WriteReport.Command(code, Place, "Another text", null)));
        await Should.ThrowAsync<ValidationException>(() => officer.SendAsync(new ReturnReport.Command(code, Place, " ")));
        (await App.SnapshotsAsync(code, await App.IdOfAsync(Place))).Count.ShouldBe(1);
    }

    [Fact]
    public async Task An_empty_summary_and_what_is_late_without_a_forecast_block_and_lead_to_their_fields()
    {
        const string place = "asker";
        var (code, officer) = (await App.PeriodAsync(), await App.ActorAsync(Role.Officer));
        var plan = await App.AddPlanAsync(place);
        var action = await App.SendAsync(new CreateAction.Command { Code = plan, Number = "7", Title = "A late action", End = $"{Today.AddMonths(-4):yyyy-MM}", Funding = "City" });

        var checks = (await App.ReportAsync(code, place)).Checks;

        checks.Where(c => c.Blocks).Select(c => c.Address).ShouldBe([$"reports/{code}/territories/{place}/write#Input_Summary", $"plans/{plan}/actions/{action}/edit#Input_Forecast"]);
        await officer.SendAsync(new WriteReport.Command(code, place, "Much was done.", null));
        (await Should.ThrowAsync<RuleViolationException>(() => officer.SendAsync(new SubmitReport.Command(code, place)))).Message.ShouldStartWith("Action 7 A late action should have ended on");
        await officer.SendAsync((await App.SendAsync(new GetActionForm.Query(plan, action))).Form with { Forecast = Today.AddDays(40) });
        await officer.SendAsync(new SubmitReport.Command(code, place));
        (await App.ReportAsync(code, place)).State.ShouldBe(ReportState.Submitted);
    }

    [Fact]
    public async Task Confirming_says_who_and_when_begins_the_report_and_twice_writes_one_note()
    {
        const string place = "flanders";
        var (code, id) = (await App.PeriodAsync(), await App.IdOfAsync(place));
        var contact = await App.ActorAsync(Role.Territory, id, "Łukasz Żółć");
        await App.AddPlanAsync(place);
        await App.SendAsSystemAsync(new CreateSolution.Command { Territory = place, Title = "Reuse of bricks" });
        var stale = (await App.ReportAsync(code, place)).Statements.First(s => s.Kind == StatementKind.Solution);
        (stale.IsStale, stale.SaidOn).ShouldBe((true, null));

        (await contact.SendAsync(new ConfirmStatements.Command(code, place, [stale.Subject]))).ShouldBe(1);
        (await contact.SendAsync(new ConfirmStatements.Command(code, place, [stale.Subject, Guid.CreateVersion7()]))).ShouldBe(1);

        var shown = await App.ReportAsync(code, place);
        shown.State.ShouldBe(ReportState.InProgress);
        shown.Statements.Single(s => s.Subject == stale.Subject).ShouldSatisfyAllConditions(s => s.IsStale.ShouldBeFalse(), s => s.IsConfirmed.ShouldBeTrue(), s => s.By.ShouldBe(contact.Name), s => s.SaidOn.ShouldBe(Today));
        (await contact.SendAsync(new ConfirmStatements.Command(code, place, [.. shown.Statements.Select(s => s.Subject)]))).ShouldBe(shown.Statements.Count);
        (await App.ReportAsync(code, place)).Statements.ShouldAllBe(s => !s.IsStale);
        (await App.WithDatabaseAsync(db => db.FactNotes.CountAsync(n => n.SubjectId == stale.Subject))).ShouldBe(1);
        await Should.ThrowAsync<RuleViolationException>(() => contact.SendAsync(new ConfirmStatements.Command(code, place, [Guid.CreateVersion7()])));
    }

    [Fact]
    public async Task A_plan_that_was_only_confirmed_has_no_source_and_asks_for_none()
    {
        var (code, officer) = (await App.PeriodAsync(), await App.ActorAsync(Role.Officer));
        var plan = await App.AddPlanAsync(Place);
        await officer.SendAsync(new ConfirmStatements.Command(code, Place, [(await App.PlanAsync(plan)).Id]));

        (await App.PlanAsync(plan)).Source.ShouldBeNull();
        await officer.SendAsync((await App.SendAsync(new GetPlanForm.Query(plan))).Form with { Title = "Another title" });
        (await App.PlanAsync(plan)).Title.ShouldBe("Another title");
    }

    [Fact]
    public async Task What_is_edited_after_the_submission_is_counted_and_changes_no_byte_of_the_snapshot()
    {
        var (code, id, officer) = (await App.PeriodAsync(), await App.IdOfAsync(Place), await App.ActorAsync(Role.Officer));
        await officer.SubmitAsync(code, Place);
        var before = (await App.SnapshotsAsync(code, id)).Single();
        (await App.ReportAsync(code, Place)).ChangedSince.ShouldBe(0);

        await App.AddPlanAsync(Place);

        (await App.ReportAsync(code, Place)).ChangedSince.ShouldBe(1);
        (await App.SnapshotsAsync(code, id)).Single().Content.ShouldBe(before.Content);
    }

    [Fact]
    public async Task A_contact_works_on_the_own_report_only_and_an_officer_in_the_own_scope()
    {
        var (code, id, other) = (await App.PeriodAsync(), await App.IdOfAsync(Place), await App.IdOfAsync("asker"));
        var (stranger, elsewhere, lead, desk) = (await App.ActorAsync(Role.Territory, other), await App.ActorAsync(Role.Officer, other), await App.ActorAsync(Role.Lead), await App.ActorAsync(Role.Desk));
        await (await App.ActorAsync(Role.Territory, id)).SubmitAsync(code, Place);

        await Should.ThrowAsync<NotAllowedException>(() => stranger.SendAsync(new GetTerritoryReport.Query(code, Place)));
        await Should.ThrowAsync<NotAllowedException>(() => stranger.SendAsync(new WriteReport.Command(code, Place, "Mine", null)));
        await Should.ThrowAsync<NotAllowedException>(() => stranger.SendAsync(new ConfirmStatements.Command(code, Place, [id])));
        await Should.ThrowAsync<NotAllowedException>(() => stranger.SendAsync(new RemarkOnReport.Command(code, Place, "Mine")));
        await Should.ThrowAsync<NotAllowedException>(() => elsewhere.SendAsync(new ApproveReport.Command(code, Place)));
        await Should.ThrowAsync<NotAllowedException>(() => elsewhere.SendAsync(new ReturnReport.Command(code, Place, "Not mine")));
        await Should.ThrowAsync<NotAllowedException>(() => desk.SendAsync(new GetTerritoryReport.Query(code, Place)));
        (await lead.SendAsync(new GetTerritoryReport.Query(code, Place))).ShouldSatisfyAllConditions(r => r.MayEdit.ShouldBeFalse(), r => r.CanApprove.ShouldBeFalse());
        (await stranger.SendAsync(new GetPeriod.Query(code))).Rows.ShouldHaveSingleItem().Slug.ShouldBe("asker");
        (await desk.SendAsync(new ListPeriods.Query())).Rows.ShouldNotContain(r => r.Code == code);
    }

    [Fact]
    public async Task Texts_of_any_script_and_length_stay_as_they_were_typed_and_too_long_ones_are_refused_in_a_sentence()
    {
        var (code, officer) = (await App.PeriodAsync(), await App.ActorAsync(Role.Officer));
        var text = $"Ανακύκλωση & <b>кръгова</b> икономика “ñ” 🚲 {new string('x', 300)}";

        await officer.SendAsync(new WriteReport.Command(code, Place, text, null));

        (await App.ReportAsync(code, Place)).Summary.ShouldBe(text);
        (await Should.ThrowAsync<ValidationException>(() => officer.SendAsync(new WriteReport.Command(code, Place, new string('x', 4001), null)))).Message.ShouldContain("4,001 characters");
        using var page = await App.SignedInAsync(Role.Officer);
        (await page.PageAsync($"/reports/{code}/territories/{Place}")).ShouldContain("&lt;b&gt;кръгова&lt;/b&gt;");
    }

    [Fact]
    public async Task Of_two_who_write_at_once_the_second_is_shown_both_texts()
    {
        var code = await App.PeriodAsync();
        using var officer = await App.SignedInAsync(Role.Officer);
        var address = $"/reports/{code}/territories/{Place}/write";
        var form = await officer.OpenFormAsync(address);
        await (await App.ActorAsync(Role.Officer)).SendAsync(new WriteReport.Command(code, Place, "Their text", null));

        using var answer = await officer.SendFormAsync(address, form, ("Input.Summary", "My text"));

        ((int)answer.StatusCode).ShouldBe(409);
        (await answer.TextAsync()).ShouldSatisfyAllConditions(t => t.ShouldContain("Their text"), t => t.ShouldContain("My text"));
    }
}

public sealed class TerritoryReportOnSqlite(SqliteApp app) : TerritoryReportTests(app), IClassFixture<SqliteApp>;

public sealed class TerritoryReportOnPostgres(PostgresApp app) : TerritoryReportTests(app), IClassFixture<PostgresApp>;
