using Ccri.Domain.Knowledge;
using Ccri.Domain.Plans;
using Ccri.Domain.Programme;
using Ccri.Domain.Solutions;
using Ccri.Domain.Statuses;
using Ccri.Web.Data;
using Ccri.Web.Features.Programme;
using Ccri.Web.Demonstration;
using Ccri.Web.Features.Territories;
using Ccri.Web.Rendering;
using Ccri.Web.Tests.Rendering;
using Ccri.Web.Tests.Statuses;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Tests.Programme;

public abstract class DemonstrationTests(CcriApp app) : BothDatabases(app)
{
    private static readonly DateOnly Day = TestDatabases.DemonstrationDay;

    [Fact]
    public async Task Another_database_gets_the_same_rows_under_the_same_ids()
    {
        await using var other = new SqliteApp();
        await other.InitializeAsync();
        await other.SendAsSystemAsync(new FillDemonstration.Command(Day));

        var (here, there) = (await ContentAsync(App), await ContentAsync(other));

        here.Count.ShouldBeGreaterThan(2000);
        there.Except(here).ShouldBeEmpty();
        there.Count.ShouldBe(here.Count);
    }

    [Fact]
    public async Task Filled_once_more_it_says_so_and_changes_nothing()
    {
        var before = await App.WithDatabaseAsync(db => db.AuditRows.CountAsync(Cancellation));

        var again = await App.SendAsSystemAsync(new FillDemonstration.Command(Day.AddDays(7)));

        (again.WasFilled, again.Today, again.Rows.Count).ShouldBe((true, Day, 0));
        (await App.WithDatabaseAsync(db => db.AuditRows.CountAsync(Cancellation))).ShouldBe(before);
    }

    [Fact]
    public async Task Everything_of_Uppsala_hangs_together()
    {
        var (plan, investment, solution) = (await PlanAsync("CEAP-UPPSALA-1"), await PlanAsync("CEIP-UPPSALA-1"), await App.WithDatabaseAsync(db => db.Solutions.SingleAsync(s => s.Code == "CSS-UPPSALA-1", Cancellation)));
        var counts = await App.WithDatabaseAsync(async db => new
        {
            Versions = await db.PlanVersions.CountAsync(v => v.PlanId == plan.Id, Cancellation),
            Actions = await db.PlanActions.CountAsync(a => a.PlanId == plan.Id && a.SolutionId == solution.Id, Cancellation),
            Projects = await db.InvestmentProjects.CountAsync(p => p.PlanId == investment.Id, Cancellation),
            Linked = await db.InvestmentProjects.CountAsync(p => p.SolutionId == solution.Id && db.PlanActions.Any(a => a.Id == p.ActionId && a.PlanId == plan.Id), Cancellation),
            Milestones = await db.Milestones.CountAsync(m => m.SolutionId == solution.Id, Cancellation),
            Roadmaps = await db.RoadmapVersions.CountAsync(v => v.SolutionId == solution.Id, Cancellation),
        });

        (plan.Status, investment.ActionPlanId, solution.PlanId, solution.State).ShouldBe((PlanStatus.UnderRevision, plan.Id, plan.Id, SolutionState.Redesigned));
        (counts.Versions, counts.Projects, counts.Milestones, counts.Roadmaps).ShouldBe((3, 8, 7, 3));
        counts.Actions.ShouldBeGreaterThan(4);
        counts.Linked.ShouldBeGreaterThan(2);
    }

    [Fact]
    public async Task It_has_what_every_page_and_report_must_bear()
    {
        var counts = await App.SendAsync(new CountEverything.Query());
        (counts["actions"], counts["projects"], counts["plans"]).ShouldBe((284, 58, 36));

        var (plans, actions, projects, lines, solutions, milestones) = await App.WithDatabaseAsync(async db => (
            await db.Plans.AsNoTracking().ToListAsync(Cancellation), await db.PlanActions.AsNoTracking().ToListAsync(Cancellation), await db.InvestmentProjects.AsNoTracking().ToListAsync(Cancellation),
            await db.FundingLines.AsNoTracking().ToListAsync(Cancellation), await db.Solutions.AsNoTracking().ToListAsync(Cancellation), await db.Milestones.AsNoTracking().ToListAsync(Cancellation)));
        plans.Select(p => p.Status).Distinct().Count().ShouldBe(Enum.GetValues<PlanStatus>().Length);
        actions.Select(a => a.Status).Distinct().Count().ShouldBe(Enum.GetValues<ActionStatus>().Length);
        solutions.Select(s => s.State).Distinct().Count().ShouldBe(Enum.GetValues<SolutionState>().Length);
        lines.Select(l => l.Status).Distinct().Count().ShouldBe(Enum.GetValues<FundingStatus>().Length);
        projects.Select(p => p.Stage).Distinct().Count().ShouldBeGreaterThan(7);
        projects.Select(p => p.Currency).Distinct().Order().ShouldBe(["EUR", "NOK", "SEK"]);
        projects.ShouldContain(p => p.Currency == "NOK" && p.Rate == null);
        projects.ShouldContain(p => p.IsConfidential);
        projects.ShouldContain(p => p.Capex == null);
        projects.ShouldContain(p => Funding.Of(new ProjectMoney(p.Id, Euro(p.Capex, p.Currency, p.Rate), Euro(p.Preparation, p.Currency, p.Rate),
            lines.Where(l => l.ProjectId == p.Id).Select(l => new LineMoney(Euro(l.Amount, l.Currency, l.Rate), l.Status, l.Source, l.IsPrivate)).ToList())).Surplus.Cents > 0);
        actions.ShouldContain(a => a.DaysLate(Day) > 30);
        actions.ShouldContain(a => a.DoneOn < a.End);
        actions.ShouldContain(a => a.Title.Length == 300 && !a.Title.Contains(' '));
        actions.ShouldContain(a => a.Description != null && a.Description.Length > 3900);
        actions.GroupBy(a => a.PlanId).Max(g => g.Count()).ShouldBe(80);
        foreach (var word in (string[])["Κέντρα", "Център", "Wspólny"])
            actions.ShouldContain(a => a.Title.StartsWith(word));
        milestones.ShouldContain(m => m.DaysLate(Day) > 0);
        milestones.ShouldContain(m => m.BlockedBy != null);
        milestones.ShouldContain(m => m.Due != m.FirstDue);
    }

    [Fact]
    public async Task Each_invented_row_says_that_it_is_and_no_published_one_does()
    {
        var (silent, wrong) = await App.WithDatabaseAsync(async db =>
        {
            var nouns = db.Plans.Select(p => p.Id).Concat(db.Solutions.Select(s => s.Id)).Concat(db.PlanActions.Select(a => a.Id)).Concat(db.InvestmentProjects.Select(p => p.Id)).Concat(db.Milestones.Select(m => m.Id));
            var illustrative = db.FactNotes.Where(n => n.Confidence == Confidence.Illustrative && n.Field == "");
            var published = db.LoadedRows.Select(r => r.SubjectId);
            return (await nouns.CountAsync(id => !published.Contains(id) && !illustrative.Any(n => n.SubjectId == id), Cancellation), await illustrative.CountAsync(n => published.Contains(n.SubjectId), Cancellation));
        });

        (silent, wrong).ShouldBe((0, 0));
    }

    [Fact]
    public async Task What_stands_without_a_source_of_its_own_says_it_in_its_words()
    {
        var words = await App.WithDatabaseAsync(async db => (List<string?>)
        [
            .. await db.Actors.Select(a => a.Part).ToListAsync(Cancellation), .. await db.Factors.Select(f => f.Text).ToListAsync(Cancellation), .. await db.Factors.Where(f => f.Response != null).Select(f => f.Response).ToListAsync(Cancellation), .. await db.RoadmapVersions.Select(v => v.Note).ToListAsync(Cancellation), .. await db.CriterionScores.Select(c => c.Evidence).ToListAsync(Cancellation),
            .. await db.StateChanges.Where(c => !db.LoadedRows.Any(r => r.SubjectId == c.Id)).Select(c => c.Reason).ToListAsync(Cancellation),
            .. await db.StateChanges.Where(c => !db.LoadedRows.Any(r => r.SubjectId == c.Id)).Select(c => c.Lesson).ToListAsync(Cancellation),
            .. await db.PlanReviews.Select(r => r.Summary).ToListAsync(Cancellation), .. await db.Recommendations.Select(r => r.Text).ToListAsync(Cancellation), .. await db.SectionScores.Select(s => s.Comment).ToListAsync(Cancellation),
            .. await db.Effects.Select(e => e.Basis).ToListAsync(Cancellation), .. await db.FundingLines.Select(l => l.Note).ToListAsync(Cancellation),
            .. await db.FundingLines.Where(l => l.Provider != null).Select(l => l.Provider).ToListAsync(Cancellation),
            .. await db.Milestones.Where(m => db.LoadedRows.Any(r => r.SubjectId == m.SolutionId)).Select(m => m.Description).ToListAsync(Cancellation),
        ]);

        words.Count.ShouldBeGreaterThan(1000);
        words.Where(text => text?.StartsWith("Illustrative", StringComparison.Ordinal) != true).ShouldBeEmpty();
    }

    [Fact]
    public async Task No_organisation_of_the_register_is_said_to_do_what_is_invented_and_no_published_solution_to_be_supported()
    {
        (await App.WithDatabaseAsync(async db => (
            await db.Actors.CountAsync(a => a.OrganisationId != null, Cancellation), await db.Leads.CountAsync(l => l.OrganisationId != null, Cancellation),
            await db.PlanReviews.CountAsync(r => r.OrganisationId != null, Cancellation), await db.Solutions.CountAsync(s => s.IsSupported && db.LoadedRows.Any(r => r.SubjectId == s.Id), Cancellation))))
            .ShouldBe((0, 0, 0, 0));
    }

    [Fact]
    public async Task It_has_a_history_of_statuses_and_of_two_words_of_persons_one_holds_and_one_has_lapsed()
    {
        var entries = await App.WithDatabaseAsync(db => db.StatusEntries.AsNoTracking().ToListAsync(Cancellation));
        var given = await App.WithDatabaseAsync(db => db.Acceptances.AsNoTracking().Where(a => a.Rule == Acceptance.Status).OrderBy(a => a.At).ToListAsync(Cancellation));
        var (plan, solution) = (await App.StatusAsync(StatusKind.Plan, given[0].SubjectId), await App.StatusAsync(StatusKind.Solution, given[1].SubjectId));

        given.Count.ShouldBe(2);
        (plan.Given!.Holds, solution.Given!.Holds, solution.Status.By).ShouldBe((false, true, "the support office"));
        given.ShouldAllBe(a => a.Reason.StartsWith("Illustrative: ") && a.PersonId == null);
        solution.History.ShouldContain(e => e.ByPerson);
        entries.Where(e => e.Status is not null).Select(e => e.Status).Distinct().Count().ShouldBe(Enum.GetValues<Rag>().Length);
        entries.ShouldAllBe(e => e.On <= Today);
        var trends = entries.GroupBy(e => e.SubjectId).Select(of => of.OrderBy(e => e.At).Select(e => new PastStatus(e.Status, e.On)).ToList()).Select(past => StatusPast.Of(past, past[^1].Status, Day)!.Trend).ToList();
        trends.ShouldContain(Trend.Better);
        trends.ShouldContain(Trend.Worse);
    }

    [Fact]
    public async Task Each_page_of_a_PDF_says_it()
    {
        var pages = await TextAsync("helsinki-uusimaa", "uppsala");

        pages.Count.ShouldBeGreaterThan(1);
        pages.ShouldAllBe(page => page.Contains(HeldDemonstration.Notice));
    }

    private static long? Euro(long? cents, string currency, decimal? rate) => Money.InEuro(cents, currency, rate);

    private static Task<List<string>> ContentAsync(CcriApp app) => app.WithDatabaseAsync(db => DemonstrationContent.OfAsync(db, Cancellation));

    private Task<Plan> PlanAsync(string code) => App.WithDatabaseAsync(db => db.Plans.SingleAsync(p => p.Code == code, Cancellation));

    private async Task<List<string>> TextAsync(params string[] slugs)
    {
        var pages = new List<string>();
        foreach (var sheet in await App.SendAsync(new RenderTerritorySheets.Query(slugs)))
        {
            using var pdf = new PdfFile(new RenderedReport(sheet.Pdf, null, 0, null, TimeSpan.Zero, null));
            await pdf.ShouldBeSoundAsync();
            pages.AddRange((await pdf.TextAsync()).TrimEnd('\f', '\n').Split('\f'));
        }
        return pages;
    }
}

public sealed class DemonstrationOnSqlite(FilledSqliteApp app) : DemonstrationTests(app), IClassFixture<FilledSqliteApp>;

public sealed class DemonstrationOnPostgres(FilledPostgresApp app) : DemonstrationTests(app), IClassFixture<FilledPostgresApp>;
