using Ccri.Domain.Indicators;
using Ccri.Domain.Needs;
using Ccri.Domain.Reports;
using Ccri.Domain.Support;
using Ccri.Web.Features.Indicators;
using Ccri.Web.Tests.Territories;

namespace Ccri.Web.Tests.Indicators;

public abstract class SupportIndicatorsTests(CcriApp app) : BothDatabases(app)
{
    [Fact]
    public async Task Expert_days_are_counted_once_however_many_territories_an_activity_was_for()
    {
        Guid[] territories = [await App.AddTerritoryAsync("days-a", "Days A"), await App.AddTerritoryAsync("days-b", "Days B"), await App.AddTerritoryAsync("days-c", "Days C")];
        await App.WithDatabaseAsync(async db =>
        {
            db.AddRange(Activity(ActivityType.ExpertMission, new(2022, 1, 1), 1.25m, territories), Activity(ActivityType.FollowUpCall, new(2022, 3, 31), 0.25m, territories[..1]),
                Activity(ActivityType.ExpertMission, new(2022, 4, 1), 2, territories[..1]), Activity(ActivityType.Webinar, new(2022, 2, 1), null, territories));
            return await db.SaveChangesAsync(Cancellation);
        });

        (await OfAsync("DEL-01", new(2022, 1, 1), new(2022, 3, 31))).ShouldBe(1.5m);
        (await OfAsync("DEL-01", new(2022, 4, 1), new(2022, 6, 30))).ShouldBe(2);
        (await OfAsync("DEL-01", new(2022, 7, 1), new(2022, 9, 30))).ShouldBe(0);
        (await OfAsync("DEL-01", Today.AddDays(1), Today.AddDays(9))).ShouldBeNull();
    }

    [Fact]
    public async Task Needs_are_met_when_their_territory_says_so_and_wait_when_nobody_serves_them_for_ninety_days()
    {
        var territory = await App.AddTerritoryAsync("indicated", "Indicated");
        await App.WithDatabaseAsync(async db =>
        {
            var needs = Enumerable.Range(1, 4).Select(i => db.Add(new Need(territory, i, "financing", $"Need {i}", new(2021, 1, 1))).Entity).ToList();
            needs[0].Take(NeedVerdict.Met, true);
            db.Add(NeedStep.OfVerdict(needs[0], NeedVerdict.Met, new(2021, 3, 1), null, false, null, At(3), Today));
            needs[1].Drop("The law is another.");
            db.Add(new NeedStep(needs[1], NeedStepKind.Dropped, new(2021, 3, 1), "The law is another.", null, At(3)));
            var activity = Activity(ActivityType.Webinar, new(2021, 3, 15), null, [territory]);
            activity.BeFor([territory], [needs[2]]);
            db.Add(activity);
            return await db.SaveChangesAsync(Cancellation);
        });

        (await OfAsync("DEL-07", new(2020, 10, 1), new(2020, 12, 31))).ShouldBeNull(); // there was none yet
        (await OfAsync("DEL-07", new(2021, 2, 1), new(2021, 2, 28))).ShouldBe(0);
        (await OfAsync("DEL-07", new(2021, 1, 1), new(2021, 3, 31))).ShouldBe(33.3m); // one of three, the fourth is dropped
        (await OfAsync("DEL-08", new(2021, 1, 1), new(2021, 4, 1))).ShouldBe(0); // the ninetieth day
        (await OfAsync("DEL-08", new(2021, 1, 1), new(2021, 4, 2))).ShouldBe(1);
        (await OfAsync("DEL-08", new(2021, 1, 1), new(2021, 6, 30))).ShouldBe(2); // what was served in March waits again
    }

    [Fact]
    public async Task A_report_is_in_time_when_it_was_handed_in_for_the_first_time_by_the_cut_off()
    {
        Guid[] territories = [await App.AddTerritoryAsync("timely", "Timely"), await App.AddTerritoryAsync("tardy", "Tardy"), await App.AddTerritoryAsync("silent", "Silent")];
        await App.WithDatabaseAsync(async db =>
        {
            var period = db.Add(new ReportingPeriod("2023-x", "A quarter of 2023", new Period(new(2023, 1, 1), new(2023, 3, 31)))).Entity;
            period.Open(new(2023, 4, 1), new(2023, 4, 15), new(2023, 4, 30), null, new DateTime(2023, 4, 1, 8, 0, 0, DateTimeKind.Utc));
            var reports = territories.Select(id => db.Add(new TerritoryReport(period.Id, id)).Entity).ToList();
            var snapshots = territories.Select(id => db.Add(new Snapshot(period.Id, id, 1, SnapshotCause.Submitted, TerritorySnapshot.Version, "{}"u8.ToArray(), new DateTime(2023, 4, 15, 8, 0, 0, DateTimeKind.Utc))).Entity.Id).ToList();
            reports[0].Submit(snapshots[0], null, new DateTime(2023, 4, 15, 20, 0, 0, DateTimeKind.Utc));
            reports[0].Return("The figures are of last year.", null, new DateTime(2023, 4, 16, 8, 0, 0, DateTimeKind.Utc));
            reports[1].Submit(snapshots[1], null, new DateTime(2023, 4, 15, 22, 30, 0, DateTimeKind.Utc)); // half past midnight in Brussels
            return await db.SaveChangesAsync(Cancellation);
        });

        (await OfAsync("DEL-11", new(2023, 1, 1), new(2023, 3, 31))).ShouldBe(33.3m);
        (await OfAsync("DEL-11", new(2023, 4, 1), new(2023, 6, 30))).ShouldBeNull(); // no period ends in it
    }

    private static DateTime At(int month) => new(2021, month, 1, 9, 0, 0, DateTimeKind.Utc);

    private static SupportActivity Activity(ActivityType type, DateOnly on, decimal? days, Guid[] territories)
    {
        var activity = new SupportActivity(type, "Of an indicator", on, on);
        activity.Measure(days, days is null ? 2 : null, days is null ? 5 : null);
        activity.BeFor(territories, []);
        return activity;
    }

    private async Task<decimal?> OfAsync(string code, DateOnly from, DateOnly to) =>
        (await App.SendAsync(new GetProgrammeIndicators.Query(new(Days: new Period(from, to))))).Delivery!.Lines.Single(l => l.Code == code).Cells.Single().Value;
}

public sealed class SupportIndicatorsOnSqlite(SqliteApp app) : SupportIndicatorsTests(app), IClassFixture<SqliteApp>;

public sealed class SupportIndicatorsOnPostgres(PostgresApp app) : SupportIndicatorsTests(app), IClassFixture<PostgresApp>;
