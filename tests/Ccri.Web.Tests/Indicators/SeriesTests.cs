using Ccri.Domain;
using Ccri.Domain.Accounts;
using Ccri.Domain.Programme;
using Ccri.Web.Errors;
using Ccri.Web.Features.Indicators;
using Ccri.Web.Tests.Organisations;
using Ccri.Web.Tests.Plans;
using Ccri.Web.Tests.Solutions;
using Microsoft.EntityFrameworkCore;
using static Ccri.Web.Tests.Indicators.SeriesSamples;

namespace Ccri.Web.Tests.Indicators;

public abstract class SeriesTests(CcriApp app) : BothDatabases(app)
{
    [Fact]
    public async Task A_solution_follows_an_indicator_of_solutions_once_with_every_answer_of_the_form()
    {
        var solution = await App.AddSolutionAsync("uppsala", "Δυτική Μακεδονία");
        var command = new FollowIndicator.Command
        {
            Territory = "uppsala", Indicator = WasteAvoided, Solution = solution, Unit = "tonnes per year", Baseline = "1 200,5 t", BaselineOn = new(2024, 12, 31), Target = "2000", TargetOn = new(2030, 12, 31), Source = " Roadmap ",
        };
        var id = await App.SendAsync(command);

        var series = await App.SeriesAsync(id);
        (series.Head.Solution, series.Head.Territory, series.Head.ListAddress, series.Indicator.Code).ShouldBe(("Δυτική Μακεδονία", "Uppsala", "/indicators/uppsala", WasteAvoided));
        var row = series.Series;
        (row.Baseline, row.BaselineOn, row.Target, row.TargetOn, row.Source).ShouldBe((1200.5m, new(2024, 12, 31), 2000, new(2030, 12, 31), "Roadmap"));
        series.Status!.Status.ShouldBe(Rag.NoData);
        series.Expected!.Value.ShouldBeInRange(1200.5m, 2000);
        (await App.RefusedAsync(command))["Solution"].ShouldBe("Δυτική Μακεδονία follows “Waste avoided” already. Enter values for it, or choose another one.");
        (await App.SendAsync(new GetSeriesForm.Query("uppsala", WasteAvoided))).Solutions.ShouldNotContain(s => s.Value == solution);
        await App.EnterAsync("uppsala", September, (id, "2100"));
        (await App.SeriesAsync(id)).Status!.Status.ShouldBe(Rag.Complete);
    }

    [Fact]
    public async Task What_is_wrong_is_said_at_its_field()
    {
        var (own, other) = (await App.AddSolutionAsync("asker"), await App.AddSolutionAsync("uppsala", "Elsewhere"));
        var territory = new FollowIndicator.Command { Territory = "asker", Indicator = Recycled };

        (await App.RefusedAsync(new FollowIndicator.Command { Territory = "asker" })).ShouldHaveSingleItem().ShouldBe(new("Indicator", "Choose the indicator."));
        (await App.RefusedAsync(territory with { Indicator = "NO-SUCH" }))["Indicator"].ShouldStartWith("There is no such indicator.");
        (await App.RefusedAsync(territory with { Indicator = Exchanges }))["Indicator"].ShouldContain("The programme as a whole follows it");
        (await App.RefusedAsync(territory with { Territory = null }))["Indicator"].ShouldContain("The programme follows indicators of delivery");
        (await App.RefusedAsync(territory with { Solution = own }))["Indicator"].ShouldContain("not of one solution");
        (await App.RefusedAsync(territory with { Indicator = WasteAvoided }))["Solution"].ShouldContain("Choose which one");
        (await App.RefusedAsync(territory with { Indicator = WasteAvoided, Solution = other }))["Solution"].ShouldContain("belongs to another territory");
        (await App.RefusedAsync(territory with { Indicator = WasteAvoided, Solution = "CSS-NOWHERE-1" }))["Solution"].ShouldStartWith("There is no such solution.");
        (await App.RefusedAsync(territory with { Unit = "kg" }))["Unit"].ShouldContain("not in kg");
        var refused = await App.RefusedAsync(territory with { Baseline = "45 kg", Target = "abc" });
        refused.Keys.ShouldBe(["Baseline", "Target"], ignoreOrder: true);
        (await App.RefusedAsync(territory with { Baseline = "45" }))["BaselineOn"].ShouldStartWith("A baseline has a value and a day.");
        (await App.RefusedAsync(territory with { BaselineOn = June }))["Baseline"].ShouldStartWith("A baseline has a value and a day.");
        (await App.RefusedAsync(territory with { Baseline = "45", BaselineOn = Today.AddDays(1) }))["BaselineOn"].ShouldContain("has not come yet");
        (await App.RefusedAsync(territory with { Target = "45" }))["TargetOn"].ShouldStartWith("A target has a value and a day");
        (await App.RefusedAsync(territory with { Baseline = "45", BaselineOn = June, Target = "50", TargetOn = June }))["TargetOn"].ShouldContain("is not after the baseline");
        (await App.RefusedAsync(territory with { Indicator = "cei_pc034", Target = "5", TargetOn = new(2030, 1, 1) }))["Target"].ShouldContain("nobody is held to a target");
        (await App.RefusedAsync(territory with { TargetOn = new(3030, 1, 1), BaselineOn = new(1025, 1, 1), Source = new string('x', 501) })).Keys.ShouldBe(["BaselineOn", "TargetOn", "Source"], ignoreOrder: true);

        (await App.SendAsync(new GetValueGrid.Query("asker"))).Rows.ShouldBeEmpty();
    }

    [Fact]
    public async Task Several_who_begin_the_same_series_at_once_begin_it_once()
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(async _ =>
        {
            try
            {
                return (Guid?)await App.StartFollowingAsync("bergen", Lifetime);
            }
            catch (FluentValidation.ValidationException refused)
            {
                refused.Errors.Single().ErrorMessage.ShouldContain("already");
                return null;
            }
        }));
        answers.Count(a => a is not null).ShouldBe(1);
    }

    [Fact]
    public async Task A_correction_takes_the_place_of_the_value_also_on_the_same_day_and_both_stay()
    {
        var series = await App.StartFollowingAsync("guimaraes", Recycled);
        await App.EnterAsync("guimaraes", June, (series, "40"));
        await App.EnterAsync("guimaraes", September, (series, "45"));
        var form = await App.CorrectionAsync(series, September);
        form.Value.ShouldBe("45");

        await App.SendByAsync(form with { Value = "46,5 %", Source = "Corrected statistics", Reason = "Two digits swapped" });
        (await App.RefusedAsync((await App.CorrectionAsync(series, September)) with { On = June, Reason = "Another day" }))["Value"].ShouldStartWith("There is a value for 30 Jun 2026: 40\u00a0%.");
        await App.SendByAsync((await App.CorrectionAsync(series, June)) with { On = new(2026, 6, 29), Reason = "The day before" });

        var after = await App.SeriesAsync(series);
        after.Values.Select(v => (v.On, v.Value, v.Source)).ShouldBe([(September, 46.5m, "Corrected statistics"), (new(2026, 6, 29), 40, "Waste statistics")]);
        after.Ended.Select(e => (e.Value.On, e.Value.Value, e.Successor, e.Reason, e.Who)).ShouldBe([(June, 40, 40, "The day before", "Test Coordinator"), (September, 45, 46.5m, "Two digits swapped", "Test Coordinator")]);
        (await Should.ThrowAsync<RuleViolationException>(() => App.SendByAsync(form with { Reason = "Again" }))).Message.ShouldStartWith("This value was corrected or withdrawn already.");
    }

    [Fact]
    public async Task A_correction_is_refused_at_its_field_and_changes_nothing()
    {
        var series = await App.StartFollowingAsync("roubaix", Recycled);
        await App.EnterAsync("roubaix", June, (series, "40"));
        await App.EnterAsync("roubaix", September, (series, "45"));
        var form = (await App.CorrectionAsync(series, September)) with { Reason = "Mistyped" };

        (await App.RefusedAsync(form))["Value"].ShouldStartWith("That is what it says already.");
        (await App.RefusedAsync(form with { Value = "45 kg" }))["Value"].ShouldStartWith("Its unit is %, not kg.");
        (await App.RefusedAsync(form with { Value = "450" }))["Right"].ShouldStartWith("450\u00a0% is ten times the last value or more: 40\u00a0% on 30 Jun 2026.");
        (await App.RefusedAsync(form with { On = Today.AddDays(1) }))["On"].ShouldContain("has not come yet");
        (await App.RefusedAsync(form with { Value = " ", On = null, Source = "", Reason = " " })).Keys.ShouldBe(["Value", "On", "Source", "Reason"], ignoreOrder: true);
        (await App.RefusedAsync(new WithdrawValue.Command { Id = form.Id, Version = form.Version })).ShouldHaveSingleItem().ShouldBe(new("Reason", "Say why the value is withdrawn, in a few words."));
        await Should.ThrowAsync<DbUpdateConcurrencyException>(() => App.SendAsync(form with { Value = "46", Version = Guid.CreateVersion7() }));

        var after = await App.SeriesAsync(series);
        (after.Values[0].Value, after.TotalEnded).ShouldBe((45, 0));
        await App.SendByAsync(form with { Value = "450", Right = "450" });
        (await App.SeriesAsync(series)).Values[0].Value.ShouldBe(450);
    }

    [Fact]
    public async Task Whatever_is_entered_corrected_and_withdrawn_the_views_have_what_holds_and_the_history_all_the_rest()
    {
        var (series, random) = (await App.StartFollowingAsync("flanders", Recycled), new Random(7));
        var (holding, gone) = (new Dictionary<DateOnly, decimal>(), new List<decimal>());
        for (var step = 0; step < 60; step++)
        {
            var (day, value) = (new DateOnly(2025, 1, 1).AddDays(random.Next(12)), 50 + step); // each value once, none far from another
            if (!holding.ContainsKey(day))
            {
                await App.EnterAsync("flanders", day, (series, $"{value}"));
                holding[day] = value;
                continue;
            }
            var form = (await App.CorrectionAsync(series, day)) with { Reason = "A reason" };
            gone.Add(holding[day]);
            if (random.Next(3) == 0)
            {
                await App.SendByAsync(new WithdrawValue.Command { Id = form.Id, Version = form.Version, Reason = "A reason" });
                holding.Remove(day);
            }
            else
            {
                await App.SendByAsync(form with { Value = $"{value}" });
                holding[day] = value;
            }
        }

        var shown = await App.SeriesAsync(series);
        var newestFirst = holding.OrderByDescending(h => h.Key).Select(h => (h.Key, h.Value)).ToList();
        gone.Count.ShouldBeGreaterThan(20);
        shown.Values.Select(v => (v.On, v.Value)).ShouldBe(newestFirst);
        shown.Series.Values.Select(v => (v.On, v.Value)).Reverse().ShouldBe(newestFirst);
        (await App.SendAsync(new GetValueGrid.Query("flanders"))).Rows.Single(r => r.Id == series).Series.Last!.Value.ShouldBe(newestFirst[0].Value);
        shown.Series.Actual!.Value.Value.ShouldBe(newestFirst[0].Value);
        shown.Ended.Select(e => e.Value.Value).ShouldBe(gone.AsEnumerable().Reverse());
    }

    [Fact]
    public async Task A_series_with_values_keeps_its_unit_and_is_not_removed()
    {
        var series = await App.StartFollowingAsync("podravje-maribor", "cei_pc030");
        var form = (await App.SendAsync(new EditSeries.Query(series))).Form;
        form.Unit.ShouldBe("EUR per kg (chain-linked)");
        await App.SendAsync(form with { Unit = "index" });
        await App.EnterAsync("podravje-maribor", June, (series, "100"));

        form = (await App.SendAsync(new EditSeries.Query(series))).Form;
        (await App.RefusedAsync(form with { Unit = "PPS per kg" }))["Unit"].ShouldStartWith("It has values in index, so it keeps that unit.");
        await App.SendAsync(form with { Baseline = "90", BaselineOn = new(2020, 12, 31) });
        await Should.ThrowAsync<DbUpdateConcurrencyException>(() => App.SendAsync(form with { Baseline = "91", BaselineOn = new(2020, 12, 31) }));
        form = (await App.SendAsync(new EditSeries.Query(series))).Form;
        form.Baseline.ShouldBe("90");

        var remove = new RemoveSeries.Command { Id = series, Version = form.Version };
        (await Should.ThrowAsync<RuleViolationException>(() => App.SendAsync(remove))).Message.ShouldStartWith("It has 1 value,");
        var value = await App.CorrectionAsync(series, June);
        await App.SendByAsync(new WithdrawValue.Command { Id = value.Id, Version = value.Version, Reason = "Not ours" });
        (await Should.ThrowAsync<RuleViolationException>(() => App.SendAsync(remove))).Message.ShouldContain("corrected and withdrawn ones included");

        var empty = await App.StartFollowingAsync("podravje-maribor", Lifetime);
        await App.SendAsync(new RemoveSeries.Command { Id = empty, Version = (await App.SendAsync(new EditSeries.Query(empty))).Form.Version });
        await Should.ThrowAsync<NotFoundException>(() => App.SeriesAsync(empty));
    }

    [Fact]
    public async Task Two_thousand_values_come_page_by_page_with_the_same_number_of_questions()
    {
        var series = await App.StartFollowingAsync("munich", Recycled);
        var few = await QueryCount.OfAsync(() => App.SeriesAsync(series));
        await App.AddManyValuesAsync(series, 2_000);

        (await QueryCount.OfAsync(() => App.SeriesAsync(series))).ShouldBe(few);
        var last = await App.SendAsync(new GetSeries.Query(series, 999));
        (last.Total, last.Page, last.Values.Count, last.Values[^1].On).ShouldBe((2_000, 40, 50, September.AddDays(-1_999)));
    }
}

public sealed class SeriesOnSqlite(SqliteApp app) : SeriesTests(app), IClassFixture<SqliteApp>;

public sealed class SeriesOnPostgres(PostgresApp app) : SeriesTests(app), IClassFixture<PostgresApp>;
