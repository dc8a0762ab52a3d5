using Ccri.Domain.Accounts;
using Ccri.Domain.Indicators;
using Ccri.Domain.Support;
using Ccri.Web.Data;
using Ccri.Web.Features.Indicators;
using Ccri.Web.Features.Ledger;
using Ccri.Web.Features.Reports;
using Ccri.Web.Features.Reports.Documents;
using Ccri.Web.Features.Shared;
using Ccri.Web.Features.Support;
using Ccri.Web.Tests.Territories;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Tests.Reports;

/// <summary>Expert-days are told in five places; whatever was given to whom by whom, they are the same days.</summary>
public abstract class ExpertDaysAgreeTests(CcriApp app) : BothDatabases(app)
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task The_log_the_ledger_the_indicator_and_the_overview_of_the_quarter_tell_the_same_days(int seed)
    {
        var outside = await App.AddTerritoryAsync($"outside-{seed}", $"Outside of the cohort {seed}");
        await App.WithDatabaseAsync(async db =>
        {
            await db.SupportActivities.ExecuteDeleteAsync(Cancellation);
            return await GiveAsync(db, new Random(seed), 40, [outside, .. await db.Territories.OrderBy(t => t.Slug).Select(t => t.Id).Take(12).ToListAsync(Cancellation)]);
        });
        var (code, uppsala) = (await App.PeriodAsync(daysToCutOff: 0), await App.IdOfAsync("uppsala"));
        await (await App.ActorAsync(Role.Territory, uppsala)).SubmitAsync(code, "uppsala");
        await App.WithDatabaseAsync(async db => await GiveAsync(db, new Random(-seed), 5, [uppsala, await db.Territories.Where(t => t.Slug == "asker").Select(t => t.Id).SingleAsync(Cancellation)])); // after Uppsala's snapshot was taken

        await (await App.ActorAsync(Role.Coordinator)).SendAsync(new FreezePeriod.Command(code, ReportSamples.Reason));

        var total = await App.WithDatabaseAsync(async db => (await db.SupportActivities.Where(a => a.Days != null).Select(a => a.Days!.Value).ToListAsync(Cancellation)).Sum());
        total.ShouldBeGreaterThan(20);
        var overview = CanonicalJson.Read<QuarterSnapshot>((await App.SnapshotsAsync(code, null)).Single().Content).Support!;
        (overview.Tiers.Sum(t => t.Days), overview.Territories.Sum(t => t.Given), overview.Partners.Sum(p => p.Given)).ShouldBe((total, total, total));
        overview.Tiers.ShouldContain(t => t.Tier == QuarterTier.Others && t.Days > 0);
        foreach (var by in Enum.GetValues<GetLedgerDays.Grouping>())
        {
            var days = await App.SendAsync(new GetLedgerDays.Query(by, GetLedgerDays.Always));
            (days.Given, days.Rows.Sum(r => r.Given)).ShouldBe((total, total), $"{by}");
        }
        (await App.SendAsync(new ListSupport.Query())).Days.ShouldBe(total);
        (await App.SendAsync(new GetProgrammeIndicators.Query(new(Days: new Period(Today.AddDays(-40), Today))))).Delivery!.Lines.Single(l => l.Code == "DEL-01").Cells.Single().Value.ShouldBe(total);
    }

    [Fact]
    public async Task An_exception_for_a_Fellow_stands_in_the_overview_of_the_quarter_with_its_reason()
    {
        var code = await App.PeriodAsync(daysToCutOff: 0);
        var coordinator = await App.ActorAsync(Role.Coordinator);
        await coordinator.SendAsync(new LogSupport.Command { Type = ActivityType.ExpertMission, Territory = "bergen", Title = "Permits on site", On = Today, Days = 0.5m, Exception = "Promised before the tier was agreed." });

        await coordinator.SendAsync(new FreezePeriod.Command(code, ReportSamples.Reason));

        CanonicalJson.Read<QuarterSnapshot>((await App.SnapshotsAsync(code, null)).Single().Content).Support!.Exceptions
            .ShouldContain(new QuarterException("Bergen", "Permits on site", Today, "Promised before the tier was agreed."));
    }

    /// <summary>Every kind of activity of the last weeks, for one territory or several, by partners who are known or not.</summary>
    private async Task<int> GiveAsync(CcriDbContext db, Random random, int count, IReadOnlyList<Guid> territories)
    {
        var partners = await db.Organisations.OrderBy(o => o.SearchName).Select(o => (Guid?)o.Id).Take(3).ToListAsync(Cancellation);
        for (var i = 0; i < count; i++)
        {
            var activity = new SupportActivity(i % 4 == 3 ? ActivityType.Webinar : ActivityType.ExpertMission, $"Activity {i} in Łódź", Today.AddDays(-random.Next(30)), Today);
            activity.GivenBy(random.Next(4) is var who && who < 3 ? partners[who] : null, null, 1);
            activity.Measure(random.Next(1, 300) / 100m, 2, 20);
            activity.BeFor([.. random.GetItems([.. territories], random.Next(1, 8)).Append(territories[i % territories.Count])], []);
            db.Add(activity);
        }
        return await db.SaveChangesAsync(Cancellation);
    }
}

public sealed class ExpertDaysAgreeOnSqlite(SqliteApp app) : ExpertDaysAgreeTests(app), IClassFixture<SqliteApp>;

public sealed class ExpertDaysAgreeOnPostgres(PostgresApp app) : ExpertDaysAgreeTests(app), IClassFixture<PostgresApp>;
