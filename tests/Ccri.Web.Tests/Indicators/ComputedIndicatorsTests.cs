using Ccri.Domain.Accounts;
using Ccri.Domain.Indicators;
using Ccri.Domain.Milestones;
using Ccri.Domain.Plans;
using Ccri.Domain.Programme;
using Ccri.Domain.Solutions;
using Ccri.Domain.Territories;
using Ccri.Web.Features.Indicators;
using Ccri.Web.Tests.Organisations;
using Ccri.Web.Tests.Plans;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Tests.Indicators;

public abstract class ComputedIndicatorsTests(CcriApp app) : BothDatabases(app)
{
    [Fact]
    public async Task Territories_with_a_contact_are_counted_once_each_in_a_period()
    {
        var (asker, lucca) = (await App.TerritoryIdAsync("asker"), await App.TerritoryIdAsync("lucca"));
        await App.WithDatabaseAsync(async db =>
        {
            var person = db.Add(new Person("Olga", $"{Guid.NewGuid():N}@example.org", DateTime.UnixEpoch)).Entity;
            foreach (var (territory, day) in new[] { (asker, 1), (asker, 31), (lucca, 31) })
                db.Add(new LoggedContact(territory, person.Id, new DateOnly(2025, 3, day), "A call"));
            return await db.SaveChangesAsync(Cancellation);
        });

        (await OfAsync("DEL-02", new(2025, 1, 1), new(2025, 3, 31))).Cells.Single().Value.ShouldBe(2);
        (await OfAsync("DEL-02", new(2025, 3, 1), new(2025, 3, 30))).Cells.Single().Value.ShouldBe(1);
        var none = await OfAsync("DEL-02", new(2025, 4, 1), new(2025, 6, 30));
        (none.Cells.Single().Value, none.Note).ShouldBe((0, "Computed from the contact log."));
        (await OfAsync("DEL-02", Today.AddDays(1), Today.AddDays(9))).Cells.Single().Value.ShouldBeNull(); // nobody knows yet
    }

    [Fact]
    public async Task Milestones_are_on_time_when_they_are_done_on_their_agreed_day_or_before()
    {
        var territory = await App.TerritoryIdAsync("asker");
        var (_, solution) = await App.ActionAndSolutionAsync(territory);
        await App.WithDatabaseAsync(async db =>
        {
            Add(new(2001, 2, 10), new(2001, 2, 10));
            Add(new(2001, 2, 20), new(2001, 1, 5));
            Add(new(2001, 3, 31), new(2001, 4, 1));
            Add(new(2001, 4, 2), null);
            return await db.SaveChangesAsync(Cancellation);

            void Add(DateOnly due, DateOnly? done)
            {
                var milestone = db.Add(Milestone.OfSolution(solution, territory, "A milestone", due)).Entity;
                if (done is { } day)
                    milestone.Finish(day, Today);
            }
        });

        (await OfAsync("DEL-06", new(2001, 1, 1), new(2001, 3, 31))).Cells.Single().Value.ShouldBe(66.7m);
        (await OfAsync("DEL-06", new(2001, 4, 1), new(2001, 6, 30))).Cells.Single().Value.ShouldBe(0);
        (await OfAsync("DEL-06", new(2001, 7, 1), new(2001, 9, 30))).Cells.Single().Value.ShouldBeNull(); // none was due: neither good nor bad
    }

    [Fact]
    public async Task Secured_money_is_that_of_territories_with_support_of_their_own_as_of_the_end_of_the_period()
    {
        var (pilot, fellow) = (await SlugAsync(isSupported: true), await SlugAsync(isSupported: false));
        var (before, later) = (await SecuredAsync(new(2025, 6, 30)), await SecuredAsync(new(2025, 9, 30)));
        await AddAsync(pilot, isConfidential: false, (1_000, FundingStatus.Contracted, new(2025, 6, 30)), (200, FundingStatus.Disbursed, new(2025, 7, 1)), (50, FundingStatus.Approved, new(2025, 1, 1)));
        await AddAsync(pilot, isConfidential: true, (7_000, FundingStatus.Contracted, new(2025, 6, 1)));
        await AddAsync(fellow, isConfidential: false, (99_000, FundingStatus.Contracted, new(2025, 6, 1)));

        ((await SecuredAsync(new(2025, 6, 30))).Value - before.Value, (await SecuredAsync(new(2025, 9, 30))).Value - later.Value).ShouldBe((8_000, 8_200));
        var lead = await SecuredAsync(new(2025, 9, 30), Role.Lead);
        (lead.Value - later.Value).ShouldBe(1_200);
        lead.Note!.ShouldContain("of territories with individual support on the last day of the period. Lines without a day count in every period.");
        lead.Note!.ShouldContain("Left out: 1 confidential project, whose amounts you may not see.");
    }

    [Fact]
    public async Task What_is_not_held_says_what_it_needs_and_all_twelve_are_there()
    {
        var lines = (await App.SendAsync(new GetProgrammeIndicators.Query())).Delivery!.Lines;

        lines.Select(l => l.Code).ShouldBe(Enumerable.Range(1, 12).Select(i => $"DEL-{i:D2}"));
        lines.ShouldAllBe(l => l.Note != null && (l.Note.StartsWith("Computed from") || l.Note.StartsWith("Not held yet: needs")));
    }

    [Fact]
    public async Task A_computed_value_counts_against_its_target_once_its_quarter_is_over_whatever_periods_are_shown()
    {
        await App.FollowedAsync("DEL-06", null, null, (50, new(2024, 1, 1)), (80, new(2030, 12, 31)));
        var territory = await App.TerritoryIdAsync("lucca");
        var (_, solution) = await App.ActionAndSolutionAsync(territory);
        var (last, current) = (Period.Last(2, PeriodLength.Quarter, Today)[0], Period.Of(PeriodLength.Quarter, Today));
        await App.WithDatabaseAsync(async db =>
        {
            await db.Milestones.Where(m => m.Due >= last.From).ExecuteDeleteAsync(Cancellation);
            db.Add(Milestone.OfSolution(solution, territory, "Done", last.From)).Entity.Finish(last.From, Today);
            db.Add(Milestone.OfSolution(solution, territory, "Late", last.From.AddDays(1)));
            db.Add(Milestone.OfSolution(solution, territory, "Done early", current.From)).Entity.Finish(current.From, Today);
            return await db.SaveChangesAsync(Cancellation);
        });

        foreach (var choice in (PeriodChoice[])[new(), new(PeriodLength.HalfYear), new(PeriodLength.Year), new(Days: new Period(new(1995, 1, 1), new(1995, 12, 31)))])
        {
            var line = (await App.SendAsync(new GetProgrammeIndicators.Query(choice))).Delivery!.Lines.Single(l => l.Code == "DEL-06");
            (line.Actual, line.ActualOf, line.Status, line.Values.Count).ShouldBe((new DatedValue(last.To, 50), $"quarter to {Words.Of(last.To)}", Rag.AtRisk, 2), $"{choice}");
            line.Cells.Count.ShouldBe(choice.On(Today).Count);
            (line.Cells[^1].Value is null).ShouldBe(choice.Days is not null);
        }
    }

    private async Task<IndicatorLine> OfAsync(string code, DateOnly from, DateOnly to, Role role = Role.Coordinator) =>
        (await App.SendAsync(new GetProgrammeIndicators.Query(new(Days: new Period(from, to))), role)).Delivery!.Lines.Single(l => l.Code == code);

    private async Task<(decimal Value, string? Note)> SecuredAsync(DateOnly on, Role role = Role.Coordinator) =>
        await OfAsync("DEL-12", on, on, role) is var line ? (line.Cells.Single().Value!.Value, line.Note) : default;

    private Task<string> SlugAsync(bool isSupported) => App.WithDatabaseAsync(db => db.Territories.Where(t => db.Participations.Any(p => p.TerritoryId == t.Id && p.To == null && (p.From == null || p.From < new DateOnly(2025, 1, 1))
        && db.Tiers.Any(tier => tier.Id == p.TierId && tier.IndividualSupport == isSupported))).OrderBy(t => t.Slug).Select(t => t.Slug).FirstAsync(Cancellation));

    private async Task AddAsync(string slug, bool isConfidential, params (long Euro, FundingStatus Status, DateOnly On)[] lines)
    {
        var plan = await App.NewInvestmentPlanAsync(slug);
        await App.WithDatabaseAsync(async db =>
        {
            var project = db.Add(new InvestmentProject(plan.PlanId, plan.TerritoryId, "1", "A project")).Entity;
            project.KeepConfidential(isConfidential);
            foreach (var (euro, status, on) in lines)
            {
                var line = db.Add(new FundingLine(project)).Entity;
                line.Give(euro * 100, Money.Euro, null, null);
                line.Stand(status, on, Today);
            }
            return await db.SaveChangesAsync(Cancellation);
        });
    }
}

public sealed class ComputedIndicatorsOnSqlite(SqliteApp app) : ComputedIndicatorsTests(app), IClassFixture<SqliteApp>;

public sealed class ComputedIndicatorsOnPostgres(PostgresApp app) : ComputedIndicatorsTests(app), IClassFixture<PostgresApp>;
