using Ccri.Domain.Accounts;
using Ccri.Web.Errors;
using Ccri.Web.Features.Indicators;
using Ccri.Web.Tests.Organisations;
using Ccri.Web.Tests.Plans;
using Ccri.Web.Tests.Solutions;
using Microsoft.EntityFrameworkCore;
using static Ccri.Web.Tests.Indicators.SeriesSamples;

namespace Ccri.Web.Tests.Indicators;

public abstract class EnterValuesTests(CcriApp app) : BothDatabases(app)
{
    [Fact]
    public async Task The_grid_has_a_row_for_each_series_the_territorys_own_first_and_saves_what_was_typed()
    {
        var solution = await App.AddSolutionAsync("uppsala", "Δυτική Μακεδονία: επαναχρησιμοποίηση");
        var (hub, own) = (await App.StartFollowingAsync("uppsala", WasteAvoided, solution), await App.StartFollowingAsync("uppsala", Recycled));

        var grid = await App.SendAsync(new GetValueGrid.Query("uppsala"));
        grid.Rows.Select(r => (r.Id, r.Series.Solution)).ShouldBe([(own, null), (hub, "Δυτική Μακεδονία: επαναχρησιμοποίηση")]);
        var quarter = (Today.Month - 1) / 3;
        grid.Form.On.ShouldBe(new DateOnly(Today.Year, quarter * 3 + 1, 1).AddDays(-1));

        (await App.SendByAsync(Grid("uppsala", September, (own, "45 %"), (hub, "1 234,5 t")) with { Quality = Domain.Indicators.ObservationQuality.Estimated })).ShouldBe(2);
        await App.EnterAsync("uppsala", June, (own, "40"), (hub, " ")); // an empty row is left out

        var after = await App.SendAsync(new GetValueGrid.Query("uppsala", June));
        after.Rows.Select(r => (r.Series.Last!.Value, r.OfDay?.Value)).ShouldBe([(45, 40), (1234.5m, null)]);
        var value = (await App.SeriesAsync(hub)).Values.ShouldHaveSingleItem();
        (value.On, value.Source, value.Quality).ShouldBe((September, "Waste statistics", Domain.Indicators.ObservationQuality.Estimated));
    }

    [Fact]
    public async Task When_one_row_is_refused_none_is_written_and_each_fault_is_said_at_its_row()
    {
        var (first, second) = (await App.StartFollowingAsync("asker", Recycled), await App.StartFollowingAsync("asker", Lifetime));
        await App.EnterAsync("asker", June, (first, "45"));

        var refused = await App.RefusedAsync(Grid("asker", September, (first, "46"), (second, "abc")));
        refused.ShouldHaveSingleItem().ShouldBe(new("Rows[1].Value", "“abc” is no number. Write it as 12.5."));
        (await App.RefusedAsync(Grid("asker", September, (first, "46 kg"), (second, "1.5"))))["Rows[0].Value"].ShouldStartWith("Its unit is %, not kg.");
        (await App.RefusedAsync(Grid("asker", September, (first, "1,234"), (second, "1.2345678")))).Keys.ShouldBe(["Rows[0].Value", "Rows[1].Value"], ignoreOrder: true);
        (await App.RefusedAsync(Grid("asker", June, (first, "46"))))["Rows[0].Value"].ShouldBe("There is a value for 30 Jun 2026: 45\u00a0%. Correct that one, or choose another day.");
        (await App.RefusedAsync(Grid("asker", Today.AddDays(1), (first, "46"))))["On"].ShouldBe($"{Words.Of(Today.AddDays(1))} has not come yet. Enter values once they are known.");
        (await App.RefusedAsync(Grid("asker", September, (first, "46"), (first, "47"))))["Rows[1].Value"].ShouldContain("has two rows");
        (await App.RefusedAsync(Grid("asker", September, (first, "46"), (Guid.CreateVersion7(), "47"))))["Rows[1].Value"].ShouldBe("Somebody removed the series that “47” was for. Take the value away.");
        (await App.RefusedAsync(Grid("asker", September, (first, ""))))["Rows"].ShouldStartWith("Enter at least one value.");
        (await App.RefusedAsync(Grid("asker", September, (first, "46")) with { On = null, Source = " " })).Keys.ShouldBe(["On", "Source"], ignoreOrder: true);
        var remark = Grid("asker", September, (first, "46"), (second, ""));
        (await App.RefusedAsync(remark with { Rows = [remark.Rows[0], remark.Rows[1] with { Remark = "Why?" }] }))["Rows[1].Value"].ShouldStartWith("Enter the value that the remark is about");

        (await App.SeriesAsync(first)).Values.ShouldHaveSingleItem().Value.ShouldBe(45);
        (await App.SeriesAsync(second)).Values.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_value_ten_times_off_asks_once_and_for_that_very_value()
    {
        var series = await App.StartFollowingAsync("bergen", Recycled);
        await App.EnterAsync("bergen", June, (series, "45"));
        var grid = Grid("bergen", September, (series, "450"));

        var refused = await App.RefusedAsync(grid);
        refused.ShouldHaveSingleItem().ShouldBe(new("Rows[0].Right", "450\u00a0% is ten times the last value or more: 45\u00a0% on 30 Jun 2026. Is it right?"));
        (await App.RefusedAsync(Grid("bergen", September, (series, "4.5"))))["Rows[0].Right"].ShouldStartWith("4.5\u00a0% is a tenth of the last value or less");
        (await App.RefusedAsync(grid with { Rows = [grid.Rows[0] with { Value = "4500", Right = "450" }] })).Keys.ShouldBe(["Rows[0].Right"]);

        await App.SendByAsync(grid with { Rows = [grid.Rows[0] with { Right = "450" }] });
        (await App.SeriesAsync(series)).Values[0].Value.ShouldBe(450);
    }

    [Fact]
    public async Task What_the_system_counts_itself_is_not_entered_and_the_programme_has_a_grid_of_its_own()
    {
        var (counted, exchanges) = (await App.StartFollowingAsync(null, "DEL-02"), await App.StartFollowingAsync(null, Exchanges));

        var grid = await App.SendAsync(new GetValueGrid.Query(null));
        grid.Rows.ShouldHaveSingleItem().Id.ShouldBe(exchanges);
        grid.Computed.ShouldBe(["Territories with at least one support contact"]);
        (await App.RefusedAsync(Grid(null, September, (counted, "4"))))["Rows[0].Value"].ShouldContain("is counted by the system");
        await App.EnterAsync(null, September, (exchanges, "12"));

        (await App.SeriesAsync(exchanges)).Values.ShouldHaveSingleItem().Value.ShouldBe(12);
        await Should.ThrowAsync<NotAllowedException>(() => App.SendAsync(new GetValueGrid.Query(null), Role.Territory));
        var asker = await App.TerritoryIdAsync("asker");
        await Should.ThrowAsync<NotAllowedException>(() => App.SendAsync(Grid(null, June, (exchanges, "1")), Role.Officer, asker)); // an officer of one territory
    }

    [Fact]
    public async Task Who_enters_the_same_day_at_once_is_told_and_one_value_is_written()
    {
        var series = await App.StartFollowingAsync("guimaraes", Recycled);
        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(async i =>
        {
            try
            {
                return await App.EnterAsync("guimaraes", September, (series, $"{40 + i}"));
            }
            catch (FluentValidation.ValidationException refused)
            {
                refused.Errors.Single().ErrorMessage.ShouldStartWith("There is a value for 30 Sep 2026");
                return 0;
            }
        }));

        answers.Sum().ShouldBe(1);
        (await App.SeriesAsync(series)).Values.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Who_answers_for_another_territory_neither_reads_nor_enters()
    {
        var (series, other) = (await App.StartFollowingAsync("roubaix", Recycled), await App.TerritoryIdAsync("asker"));
        await App.EnterAsync("roubaix", June, (series, "45"));
        var correction = await App.CorrectionAsync(series, June);

        await Refused(new GetSeries.Query(series), Role.Territory);
        foreach (var role in (Role[])[Role.Territory, Role.Officer])
        {
            await Refused(new GetValueGrid.Query("roubaix"), role);
            await Refused(Grid("roubaix", September, (series, "46")), role);
            await Refused(correction with { Value = "46", Reason = "Mine" }, role);
            await Refused(new CorrectValue.Query(correction.Id), role);
            await Refused(new WithdrawValue.Command { Id = correction.Id, Version = correction.Version, Reason = "Mine" }, role);
            await Refused(new EditSeries.Query(series), role);
            await Refused(new EditSeries.Command { Id = series }, role);
            await Refused(new RemoveSeries.Command { Id = series }, role);
            await Refused(new FollowIndicator.Command { Territory = "roubaix", Indicator = Lifetime }, role);
        }
        // Nor does the own territory lend its name to the series of another one.
        (await Should.ThrowAsync<FluentValidation.ValidationException>(() => App.SendAsync(Grid("asker", September, (series, "46")), Role.Territory, other))).Message.ShouldContain("Somebody removed the series");

        Task<NotAllowedException> Refused<T>(MediatR.IRequest<T> message, Role role) => Should.ThrowAsync<NotAllowedException>(() => App.SendAsync(message, role, other));
    }

    [Fact]
    public async Task The_grid_costs_as_many_questions_for_many_series_as_for_one()
    {
        await App.StartFollowingAsync("flanders", Recycled);
        var few = await QueryCount.OfAsync(() => App.SendAsync(new GetValueGrid.Query("flanders")));
        foreach (var code in await App.WithDatabaseAsync(db => db.Indicators.Where(i => i.Level == Domain.Indicators.IndicatorLevel.Territory && i.Code != Recycled).OrderBy(i => i.Code).Select(i => i.Code).ToListAsync(Cancellation)))
            await App.AddManyValuesAsync(await App.StartFollowingAsync("flanders", code), 20);

        (await App.SendAsync(new GetValueGrid.Query("flanders"))).Rows.Count.ShouldBeGreaterThan(10);
        (await QueryCount.OfAsync(() => App.SendAsync(new GetValueGrid.Query("flanders")))).ShouldBe(few);
    }
}

public sealed class EnterValuesOnSqlite(SqliteApp app) : EnterValuesTests(app), IClassFixture<SqliteApp>;

public sealed class EnterValuesOnPostgres(PostgresApp app) : EnterValuesTests(app), IClassFixture<PostgresApp>;
