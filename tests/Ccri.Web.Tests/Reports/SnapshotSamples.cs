using System.Reflection;
using Ccri.Domain;
using Ccri.Domain.Accounts;
using Ccri.Domain.Indicators;
using Ccri.Domain.Knowledge;
using Ccri.Domain.Milestones;
using Ccri.Domain.Plans;
using Ccri.Domain.Programme;
using Ccri.Domain.Reports;
using Ccri.Domain.Risks;
using Ccri.Domain.Solutions;
using Ccri.Domain.Territories;
using Ccri.Web.Data;
using Ccri.Web.Features.Reports;
using Ccri.Web.Features.Shared;
using Ccri.Web.Security;
using Ccri.Web.Work;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Ccri.Web.Tests.Reports;

/// <summary>A territory with one of everything that a snapshot holds, whose ids are the same in every database.</summary>
internal static class SnapshotSamples
{
    public const string Slug = "soria-cuenca", Contact = "Ainhoa Zubizarreta";

    /// <summary>Amounts of the confidential project, in cents: no snapshot says one of them.</summary>
    public static readonly IReadOnlyList<string> Secrets = ["7654321", "1234567", "9876543", "76543"];

    public static readonly DateTime Now = new(2026, 10, 5, 12, 0, 0, DateTimeKind.Utc);

    private static readonly DateOnly Day = new(2026, 10, 5);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static Guid Id(int number) => new(number, 0, 0, new byte[8]);

    public static async Task AddSampleTerritoryAsync(this CcriApp app)
    {
        var person = Fixed(2, new Person(Contact, "ainhoa@example.org", Now));
        await app.WithDatabaseAsync(async db =>
        {
            var territory = Fixed(1, new Territory(Slug, "Soria y Cuenca"));
            territory.LieIn("ES");
            territory.Count(89_528);
            var (cohort, tier) = (await db.Cohorts.OrderBy(c => c.Code).FirstAsync(Cancellation), await db.Tiers.SingleAsync(t => t.Code == "pilot", Cancellation));
            var note = Fixed(3, new FactNote(territory.Id, nameof(Territory.Participations), territory.Id));
            note.Cite(["https://example.org/cohort"], null, Confidence.High, Now.AddMonths(-2));
            territory.Join(cohort.Id, tier.Id, new DateOnly(2023, 1, 1));
            person.Give(new RoleAssignment(Role.Territory, territory.Id));
            db.AddRange(territory, note, person);
            AddActionPlan(db, territory.Id);
            AddInvestmentPlan(db, territory.Id);
            AddSolution(db, territory.Id);
            await AddIndicatorAsync(db, territory.Id);
            var risk = Fixed(70, new Risk(territory.Id, RiskKind.Risk, "The permit comes late", Day.AddDays(-40)));
            risk.Weigh(RiskLevel.High, RiskLevel.Medium);
            db.Risks.Add(risk);
            return await db.SaveChangesAsync(Cancellation);
        });
        await app.AsContactAsync(async db => (await db.PlanActions.SingleAsync(a => a.Id == Id(12), Cancellation)).Progress(45));
    }

    /// <summary>At its start the application runs each of its jobs; a test that counts what they do waits for that.</summary>
    public static async Task JobsHaveRunAsync(this CcriApp app)
    {
        foreach (var job in Schedule.Table)
        {
            while (!await app.WithDatabaseAsync(db => db.JobRuns.AnyAsync(r => r.Job == job.Name && r.FinishedAt != null, Cancellation)))
                await Task.Delay(50, Cancellation);
        }
    }

    /// <summary>Saves as the territory's contact.</summary>
    public static async Task AsContactAsync(this CcriApp app, Func<CcriDbContext, Task> work)
    {
        await using var scope = app.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentUser>().ActAs(Id(2), Contact, [new ScopedRole(Role.Territory, Id(1), null)]);
        var db = scope.ServiceProvider.GetRequiredService<CcriDbContext>();
        await work(db);
        await db.SaveChangesAsync(Cancellation);
    }

    /// <summary>Read by whoever is named.</summary>
    public static async Task<TerritorySnapshot> SnapshotAsync(this CcriApp app, Role? role = null, string slug = Slug)
    {
        await using var scope = app.ScopeAs(role);
        var db = scope.ServiceProvider.GetRequiredService<CcriDbContext>();
        return (await scope.ServiceProvider.GetRequiredService<SnapshotReader>().ReadAsync(db.Territories.Where(t => t.Slug == slug), Quarter, SnapshotCause.Submitted, Cancellation)).ShouldHaveSingleItem();
    }

    public static SnapshotPeriod Quarter { get; } = new("2026-Q3", "Third quarter of 2026", new DateOnly(2026, 7, 1), new DateOnly(2026, 9, 30));

    /// <summary>A period with a report of each of these territories.</summary>
    /// <param name="cutOff">Days after its end.</param>
    public static Task<ReportingPeriod> AddPeriodAsync(this CcriApp app, string code, DateOnly end, int cutOff, params string[] slugs) => app.WithDatabaseAsync(async db =>
    {
        var period = new ReportingPeriod(code, $"Period {code}", new Period(end.AddDays(1).AddMonths(-3), end));
        period.Open(end, end.AddDays(cutOff), end.AddDays(cutOff + 15), null, Now);
        db.Add(period);
        foreach (var id in await db.Territories.Where(t => slugs.Contains(t.Slug)).Select(t => t.Id).ToListAsync(Cancellation))
            db.Add(new TerritoryReport(period.Id, id));
        await db.SaveChangesAsync(Cancellation);
        return period;
    });

    /// <summary>Seals what is so, as a freezing does.</summary>
    public static async Task SealAsync(this CcriApp app, ReportingPeriod period, string slug, int revision = 1)
    {
        await using var scope = app.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentUser>().ActAsCommandLine();
        var db = scope.ServiceProvider.GetRequiredService<CcriDbContext>();
        var territory = await db.Territories.Where(t => t.Slug == slug).Select(t => t.Id).SingleAsync(Cancellation);
        await using var held = await db.HoldAsync<ReportingPeriod>(period.Id, Cancellation); // the job that captures at the cut-off may be at it
        var kept = await scope.ServiceProvider.GetRequiredService<SnapshotKeeper>().KeepAsync([territory], period, SnapshotCause.Freezing, Cancellation);
        db.SealedSnapshots.Add(new SealedSnapshot(period.Id, revision, territory, kept[territory].Id, ReportState.Approved, SnapshotCause.Freezing));
        await db.SaveChangesAsync(Cancellation);
        await held.CommitAsync(Cancellation);
    }

    private static void AddActionPlan(CcriDbContext db, Guid territory)
    {
        var plan = Fixed(10, new Plan(territory, PlanKind.Ceap, "CEAP-SORIA-1", "Plan de acción"));
        plan.Report(PlanStatus.Adopted, new DateOnly(2025, 3, 1), "Diputación");
        var objective = Fixed(11, new Objective(plan.Id, territory, "Less waste & more repair"));
        objective.Place(1);
        var action = Fixed(12, new PlanAction(plan.Id, territory, "1.1", "Repair cafés in 12 villages"));
        action.Serve(objective, []);
        action.Run(new DateOnly(2025, 1, 1), new DateOnly(2026, 8, 31));
        action.Cost(120_000_00, "EUR", "LIFE");
        var effect = Fixed(13, Effect.OfAction(action));
        effect.Tell(EffectKind.WasteAvoided, 45.0m, null, 2027, null);
        var milestone = Fixed(14, Milestone.OfAction(action.Id, territory, "Tender published", new DateOnly(2026, 6, 30)));
        milestone.Replan(new DateOnly(2026, 11, 15), "The ministry asked for another round.", null, Now);
        var score = Fixed(15, new SectionScore(plan.Id, territory, PlanSection.Vision));
        score.Rate(2, "Clear, without figures.");
        var review = Fixed(16, new PlanReview(plan.Id, territory, null));
        review.Tell(new DateOnly(2026, 7, 10), null, null, Day);
        db.AddRange(plan, objective, action, effect, milestone, score, review, Fixed(17, Lead.OfAction(action, null, "Ayuntamiento de Soria", Sector.Public, false, [])),
            Fixed(18, new Recommendation(review.Id, plan.Id, territory, PlanSection.Monitoring, "Name an indicator for repair.")));
    }

    private static void AddInvestmentPlan(CcriDbContext db, Guid territory)
    {
        var plan = Fixed(20, new Plan(territory, PlanKind.Ceip, "CEIP-SORIA-1", "Plan de inversión"));
        var open = Fixed(21, new InvestmentProject(plan.Id, territory, "P2", "Composting plant"));
        open.Cost("NOK", 11.5m, new DateOnly(2026, 9, 1), 11_500_000_00, null, 0, null, null);
        open.Mature(7, null, 40, new DateOnly(2026, 9, 1));
        var line = Fixed(22, new FundingLine(open));
        line.ComeFrom(FundingSource.Erdf, FundingInstrument.Grant, "Junta", false);
        line.Give(400_000_00, "EUR", null, null);
        line.Stand(FundingStatus.Contracted, new DateOnly(2026, 8, 1), Day);
        var secret = Fixed(23, new InvestmentProject(plan.Id, territory, "P10", "Wool laundry"));
        secret.KeepConfidential(true);
        secret.Cost("EUR", null, null, 7_654_321, null, 1_234_567, null, null);
        var other = Fixed(24, new FundingLine(secret));
        other.ComeFrom(FundingSource.EibLoan, FundingInstrument.Loan, "EIB", false);
        other.Give(9_876_543, "EUR", null, null);
        other.Remark("EUR 98,765.43 until 2030");
        var (value, jobs) = (Fixed(25, Effect.OfProject(secret)), Fixed(26, Effect.OfProject(secret)));
        value.Tell(EffectKind.ValueAdded, 76_543m, null, 2028, null);
        jobs.Tell(EffectKind.Jobs, 12.50m, null, 2028, null);
        db.AddRange(plan, open, line, secret, other, value, jobs);
    }

    private static void AddSolution(CcriDbContext db, Guid territory)
    {
        var solution = Fixed(30, new Solution(territory, "CSS-SORIA-1", "Wool chain"));
        var phase = solution.Enter(Phase.Map, new PartialDate(new DateOnly(2024, 1, 1), DatePrecision.Quarter), "The first map.", Day);
        var milestone = Fixed(31, Milestone.OfSolution(solution.Id, territory, "Pilot line runs", new DateOnly(2027, 1, 31)));
        var score = Fixed(32, new CriterionScore(solution.Id, territory, Criterion.Actors));
        score.Rate(3, "Cooperative of 40 herders", Day);
        db.AddRange(solution, Fixed(33, phase), milestone, score, Fixed(34, new Factor(solution.Id, territory, FactorKind.Barrier, FactorDimension.Regulatory, "Wool counts as waste")), Fixed(35, new Strand(solution.Id, territory, "Washing")));
    }

    private static async Task AddIndicatorAsync(CcriDbContext db, Guid territory)
    {
        var indicator = await db.Indicators.Where(i => i.Code == "U4SSC-2").SingleAsync(Cancellation);
        var series = Fixed(40, new IndicatorSeries(indicator, territory));
        series.Aim(indicator, 45.0m, new DateOnly(2024, 12, 31), 60.50m, new DateOnly(2030, 12, 31), "Statistics", Day);
        db.AddRange(series, Fixed(41, new Observation(series, 46.10m, new DateOnly(2026, 6, 30), "Statistics", ObservationQuality.Measured, null, null, Day, Now)),
            Fixed(42, new Observation(series, 47.000001m, new DateOnly(2026, 9, 30), "Statistics", ObservationQuality.Provisional, "Without the villages", null, Day, Now)));
    }

    private static T Fixed<T>(int number, T entity) where T : Entity
    {
        typeof(Entity).GetProperty(nameof(Entity.Id), BindingFlags.Public | BindingFlags.Instance)!.SetValue(entity, Id(number));
        return entity;
    }
}
