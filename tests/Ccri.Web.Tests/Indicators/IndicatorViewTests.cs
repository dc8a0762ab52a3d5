using Ccri.Domain;
using Ccri.Domain.Accounts;
using Ccri.Domain.Indicators;
using Ccri.Domain.Programme;
using Ccri.Domain.Solutions;
using Ccri.Domain.Statuses;
using Ccri.Web.Errors;
using Ccri.Web.Features.Indicators;
using Ccri.Web.Features.Overview;
using Ccri.Web.Features.Statuses;
using Ccri.Web.Tests.Organisations;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Tests.Indicators;

public abstract class IndicatorViewTests(CcriApp app) : BothDatabases(app)
{
    private static readonly PeriodChoice Spring = Days(new(2025, 1, 1), new(2025, 3, 31));

    [Fact]
    public async Task Each_indicator_is_taken_together_as_its_definition_says()
    {
        await App.FollowedAsync("CSS-01", "bergen", "Sums", values: [(new(2024, 12, 31), 1), (new(2025, 1, 1), 10.5m), (new(2025, 3, 30), 4), (new(2025, 3, 31), 20), (new(2025, 4, 1), 300)]);
        await App.FollowedAsync("U4SSC-2", "bergen", values: [(new(2025, 1, 1), 41.25m), (new(2025, 3, 31), 44), (new(2025, 4, 1), 60)]);

        var shown = await App.SendAsync(new GetTerritoryIndicators.Query("bergen", Spring));

        shown.Solutions.Single(s => s.Title == "Sums").Table.Lines.Single().Cells.Single().Value.ShouldBe(34.5m);
        Line(shown.Own, "U4SSC-2").Cells.Single().Value.ShouldBe(44);

        // The quarter in which summer time begins and the one in which it ends have all their days.
        await App.FollowedAsync("CSS-06", "bergen", "Clocks", values: [(new(2026, 3, 29), 3), (new(2026, 10, 25), 5)]);
        (await Cell(new(2026, 3, 29), new(2026, 3, 29)), await Cell(new(2026, 1, 1), new(2026, 3, 31)), await Cell(new(2026, 10, 25), new(2026, 12, 31)), await Cell(new(2026, 4, 1), new(2026, 10, 24))).ShouldBe((3m, 3m, 5m, null));

        async Task<decimal?> Cell(DateOnly from, DateOnly to) =>
            (await App.SendAsync(new GetTerritoryIndicators.Query("bergen", Days(from, to)))).Solutions.Single(s => s.Title == "Clocks").Table.Lines.Single().Cells.Single().Value;
    }

    [Theory]
    [InlineData(PeriodLength.Quarter)]
    [InlineData(PeriodLength.HalfYear)]
    [InlineData(PeriodLength.Year)]
    public async Task The_last_four_periods_of_a_length_hold_what_lies_in_them(PeriodLength length)
    {
        var periods = Period.Last(4, length, Today);
        await App.FollowedAsync("CSS-09", "asker", $"By {length}", values: [(periods[0].From.AddDays(-1), 1000), (periods[0].From, 1), (periods[0].To, 2), (periods[2].To, 4), (Today, 8)]);

        var shown = (await App.SendAsync(new GetTerritoryIndicators.Query("asker", new PeriodChoice(length)))).Solutions.Single(s => s.Title == $"By {length}").Table;

        shown.Periods.ShouldBe(periods);
        shown.Lines.Single().Cells.Select(c => c.Value).ShouldBe([3, null, 4, 8]);
    }

    [Fact]
    public async Task A_superseded_value_is_in_no_view()
    {
        var series = await App.FollowedAsync("U4SSC-3", "flanders", target: (500, new(2090, 1, 1)), values: [(new(2025, 1, 15), 10), (new(2025, 3, 1), 777.7m)]);
        string[] pages = ["/indicators/flanders", "/indicators/flanders?by=year", "/indicators/flanders.csv?from=2025-01-01&to=2025-03-31", "/indicators/followed/U4SSC-3"];
        using var officer = await App.SignedInAsync(Role.Officer);
        foreach (var address in pages)
            (await officer.PageAsync(address)).ShouldContain("777.7"); // with a point, which no id and no token has
        await App.CorrectAsync(series, new(2025, 3, 1), 12, new(2025, 2, 1));

        var lines = new[] { Line((await App.SendAsync(new GetTerritoryIndicators.Query("flanders", Spring))).Own, "U4SSC-3"), (await App.SendAsync(new GetFollowers.Query("U4SSC-3", Spring))).Table.Lines.Single(l => l.Name == "Flanders") };

        (await App.SendAsync(new GetStatus.Query(StatusKind.Indicator, series))).Status.Status.ShouldBe(Rag.OnTrack, "777.7 would have reached the target");
        lines.ShouldAllBe(l => l.Values.Count == 2 && l.Latest!.Value.Value == 12 && l.Cells.Single().Value == 12);
        foreach (var address in pages)
            (await officer.PageAsync(address)).ShouldNotContain("777.7");
    }

    [Fact]
    public async Task Context_is_shown_by_year_whatever_is_chosen_and_its_values_are_not_made_one()
    {
        await App.FollowedAsync("cei_wm011", "munich", values: [(new(2024, 6, 30), 60), (new(2024, 12, 31), 62)]);

        foreach (var choice in (PeriodChoice[])[new(), new(PeriodLength.HalfYear), new(PeriodLength.Year), Spring])
        {
            var context = (await App.SendAsync(new GetTerritoryIndicators.Query("munich", choice))).Context;
            context.Periods.ShouldBe(Period.Last(4, PeriodLength.Year, Today));
            var cell = context.Lines.Single().Cells[context.Periods.ToList().FindIndex(p => p.From.Year == 2024)];
            cell.Value.ShouldBeNull();
            cell.Each.ShouldBe([new(new(2024, 6, 30), 60), new(new(2024, 12, 31), 62)]);
            context.HasTargets.ShouldBeFalse();
            (await App.SendAsync(new GetFollowers.Query("cei_wm011", choice))).Table.Periods.ShouldBe(context.Periods);
        }
        var years = Days(new(2024, 1, 1), new(2025, 12, 31));
        (await App.SendAsync(new GetTerritoryIndicators.Query("munich", years))).Context.Periods.ShouldBe([years.Days!.Value]);
        (await App.SendAsync(new GetTerritoryIndicators.Query("munich"))).Own.Lines.ShouldNotContain(l => l.Code == "cei_wm011");
    }

    [Fact]
    public async Task A_target_is_held_against_the_figure_of_its_kind_and_has_a_status()
    {
        await App.FollowedAsync("CSS-04", "sofia", "Behind", (100, new(2024, 1, 1)), (900, new(2028, 1, 1)), (new(2026, 1, 31), 60), (new(2026, 7, 31), 50));
        await App.FollowedAsync("CSS-06", "sofia", "Reached", (0, new(2025, 1, 1)), (10, new(2028, 1, 1)), (new(2024, 6, 30), 90), (new(2025, 6, 30), 4), (new(2026, 6, 30), 6));
        await App.FollowedAsync("CSS-02", "sofia", "Young", (400, new(2026, 1, 1)), (500, new(2029, 1, 1)), (new(2026, 3, 31), 110));
        await App.FollowedAsync("CSS-09", "sofia", "Grown", (20, new(2025, 1, 1)), (60, new(2027, 1, 1)), (new(2026, 1, 1), 20));
        await App.FollowedAsync("CSS-10", "sofia", "Unmoved", (20, new(2026, 1, 1)), (60, new(2029, 1, 1)), (new(2025, 12, 1), 20));
        await App.FollowedAsync("CSS-11", "sofia", "Silent", null, (10, new(2028, 1, 1)));
        await App.FollowedAsync("CSS-12", "sofia", "Old", values: [(new(2024, 2, 1), 5)]);

        var lines = (await App.SendAsync(new GetTerritoryIndicators.Query("sofia"))).Solutions.ToDictionary(s => s.Title, s => s.Table.Lines.Single());

        (lines["Behind"].Status, lines["Behind"].Actual!.Value.Value, lines["Behind"].ActualOf).ShouldBe((Rag.AtRisk, 110, "sum of the twelve months to 31 Jul 2026"));
        (lines["Reached"].Status, lines["Reached"].Actual!.Value.Value, lines["Reached"].ActualOf).ShouldBe((Rag.Complete, 10, "sum since 1 Jan 2025"));
        (lines["Young"].Status, lines["Young"].Actual, lines["Young"].ActualOf).ShouldBe((Rag.NoData, null, "No full year yet since 1 Jan 2026"));
        (lines["Grown"].Status, lines["Grown"].Actual!.Value.Value, lines["Grown"].ActualOf).ShouldBe((Rag.OnTrack, 40, "baseline 20 plus 20 since 1 Jan 2025"));
        (lines["Unmoved"].Actual, lines["Unmoved"].ActualOf).ShouldBe((null, "Nothing yet since 1 Jan 2026"));
        (lines["Silent"].Status, lines["Silent"].Missing, lines["Silent"].Line.IsEmpty).ShouldBe((Rag.NoData, "No value yet", true));
        (lines["Old"].Status, lines["Old"].Missing).ShouldBe((null, "No value since 1 Feb 2024"));
        var followed = (await App.SendAsync(new GetProgrammeIndicators.Query())).Followed;
        followed.Single(f => f.Code == "CSS-11").InWords.ShouldBe("1 territory, 1 without a value for a year");
        followed.Single(f => f.Code == "CSS-04").InWords.ShouldBe("1 territory, 1 behind");
    }

    [Fact]
    public async Task What_lacks_a_value_is_the_same_on_each_page_and_no_benchmark_and_nothing_of_a_solution_that_is_over()
    {
        var territory = await App.TerritoryIdAsync("capannori");
        await App.FollowedAsync("cei_srm030", "capannori");
        await App.FollowedAsync("ISO59020-EC1", "capannori", values: [(Today.AddYears(-1), 3)]);
        await App.FollowedAsync("ISO59020-EC2", "capannori", values: [(Today.AddYears(-1).AddDays(-1), 3)]);
        await App.FollowedAsync("CSS-08", "capannori", "Over");
        await App.WithDatabaseAsync(async db =>
        {
            (await db.Solutions.SingleAsync(s => s.Title == "Over", Cancellation)).Stop(new PartialDate(new DateOnly(2026, 1, 31), DatePrecision.Day), "No money.", "Ask earlier.", Today);
            return await db.SaveChangesAsync(Cancellation);
        });

        var shown = await App.SendAsync(new GetTerritoryIndicators.Query("capannori"));
        IEnumerable<IndicatorLine> lines = [.. shown.Own.Lines, .. shown.Context.Lines, .. shown.Solutions.SelectMany(s => s.Table.Lines)];
        lines.Where(l => l.IsMissing).Select(l => l.Code).ShouldBe(["ISO59020-EC2"]);
        (await App.SendAsync(new GetProgrammeIndicators.Query(), Role.Territory, territory)).Followed.Where(f => f.WithoutValue > 0).Select(f => f.Code).ShouldBe(["ISO59020-EC2"]);
        (await App.SendAsync(new GetOverview.Query(), Role.Territory, territory)).Work!.Attention!.MissingValues.ShouldBe(1);
    }

    [Fact]
    public async Task The_number_of_questions_is_the_same_for_2_and_200_series()
    {
        await App.FollowedAsync("U4SSC-1", "lucca", values: [(new(2025, 1, 1), 3)]);
        await App.FollowedAsync("CSS-01", "lucca", "Small", (1, new(2024, 1, 1)), (9, new(2028, 1, 1)), (new(2025, 1, 1), 3));
        var few = await CountAsync();
        var territory = await App.TerritoryIdAsync("lucca");
        await App.WithDatabaseAsync(async db =>
        {
            var indicators = await db.Indicators.Where(i => i.Code == "CSS-02" || i.Code == "CSS-03").ToListAsync(Cancellation);
            foreach (var solution in Enumerable.Range(0, 100).Select(i => new Solution(territory, $"CSS-{Guid.NewGuid():N}", $"Solution {i}")))
            {
                db.Add(solution);
                foreach (var indicator in indicators)
                {
                    var series = db.Add(new IndicatorSeries(indicator, territory, solution)).Entity;
                    series.Aim(indicator, 1, new(2025, 1, 1), 100, new(2028, 1, 1), null, Today);
                    db.Add(new Observation(series, 5, new(2026, 1, 1), "A test", ObservationQuality.Measured, null, null, Today, DateTime.UnixEpoch));
                }
            }
            return await db.SaveChangesAsync(Cancellation);
        });

        (await CountAsync()).ShouldBe(few);
        (await App.SendAsync(new GetTerritoryIndicators.Query("lucca"))).Solutions.Count.ShouldBe(101);

        async Task<(int, int, int)> CountAsync() =>
        (
            await QueryCount.OfAsync(() => App.SendAsync(new GetTerritoryIndicators.Query("lucca"))),
            await QueryCount.OfAsync(() => App.SendAsync(new GetProgrammeIndicators.Query())),
            await QueryCount.OfAsync(() => App.SendAsync(new GetFollowers.Query("CSS-02"))));
    }

    [Fact]
    public async Task A_territory_contact_sees_the_own_indicators_only()
    {
        await App.FollowedAsync("ISO59020-OUT2", "asker");
        await App.FollowedAsync("ISO59020-OUT2", "berlin");
        await App.FollowedAsync("ISO59020-OUT3", "berlin");
        var own = await App.TerritoryIdAsync("asker");

        var shown = await App.SendAsync(new GetProgrammeIndicators.Query(), Role.Territory, own);
        (shown.Delivery, shown.MayEdit).ShouldBe((null, false));
        shown.Territories.Select(t => t.Slug).ShouldBe(["asker"]);
        shown.Followed.Single(f => f.Code == "ISO59020-OUT2").Territories.ShouldBe(1);
        shown.Followed.ShouldNotContain(f => f.Code == "ISO59020-OUT3");
        (await App.SendAsync(new GetFollowers.Query("ISO59020-OUT2"), Role.Territory, own)).Table.Lines.Select(l => l.Name).ShouldBe(["Asker"]);
        (await App.SendAsync(new GetTerritoryIndicators.Query("asker"), Role.Territory, own)).MayEdit.ShouldBeTrue();
        var ofOffice = await App.FollowedAsync("DEL-09", null);
        await Should.ThrowAsync<NotAllowedException>(() => App.SendAsync(new GetSeries.Query(ofOffice), Role.Territory, own));
        (await App.SendAsync(new GetSeries.Query(ofOffice), Role.Lead)).Indicator.Code.ShouldBe("DEL-09");
        await Should.ThrowAsync<NotAllowedException>(() => App.SendAsync(new GetTerritoryIndicators.Query("berlin"), Role.Territory, own));
    }

    [Fact]
    public async Task The_64_definitions_are_found_by_framework_level_and_words()
    {
        var all = await App.SendAsync(new ListDefinitions.Query());
        (all.Rows.Count, all.Rows.Select(r => r.Code).Distinct().Count()).ShouldBe((64, 64));
        all.Frameworks.Count.ShouldBe(all.Rows.Select(r => r.Framework).Distinct().Count());
        all.Rows.ShouldAllBe(r => r.Source != null);

        (await App.SendAsync(new ListDefinitions.Query(Level: IndicatorLevel.Delivery))).Rows.Select(r => r.Code).ShouldBe(Enumerable.Range(1, 12).Select(i => $"DEL-{i:D2}"));
        (await App.SendAsync(new ListDefinitions.Query(Framework: "ISO 59020"))).Rows.ShouldAllBe(r => r.Code.StartsWith("ISO59020"));
        (await App.SendAsync(new ListDefinitions.Query("  WASTE Ávoided "))).Rows.Single().Code.ShouldBe("CSS-01");
        (await App.SendAsync(new ListDefinitions.Query("no such thing"))).Rows.ShouldBeEmpty();
    }

    private static IndicatorLine Line(IndicatorTable table, string code) => table.Lines.Single(l => l.Code == code);

    private static PeriodChoice Days(DateOnly from, DateOnly to) => new(Days: new Period(from, to));
}

public sealed class IndicatorViewOnSqlite(SqliteApp app) : IndicatorViewTests(app), IClassFixture<SqliteApp>;

public sealed class IndicatorViewOnPostgres(PostgresApp app) : IndicatorViewTests(app), IClassFixture<PostgresApp>;
