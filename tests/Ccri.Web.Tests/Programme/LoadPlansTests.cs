using Ccri.Domain;
using Ccri.Domain.Knowledge;
using Ccri.Domain.Plans;
using Ccri.Domain.Solutions;
using Ccri.Web.Features.Programme.Loading;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Tests.Programme;

/// <summary>What is published of plans and solutions, no more and no less exact than its source.</summary>
public sealed class LoadPlansTests(SqliteApp app) : IClassFixture<SqliteApp>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_plan_of_Castilla_y_Leon_has_its_years_its_60_measures_and_its_budget_but_no_day_of_adoption()
    {
        var plan = await app.WithDatabaseAsync(db => db.Plans.SingleAsync(p => p.Code == "CEAP-CASTILLA-Y-LEON-1", Cancellation));

        (plan.ValidFrom, plan.ValidTo, plan.PublishedActions, plan.Budget, plan.Currency).ShouldBe((2024, 2026, 60, 23_740_000_000, "EUR"));
        (plan.Status, plan.AdoptedOn, plan.AdoptedBy).ShouldBe((PlanStatus.Adopted, null, null));
    }

    [Fact]
    public async Task Each_published_plan_and_solution_has_one_source_for_its_row()
    {
        var unsourced = await app.WithDatabaseAsync(db => db.Plans.Select(p => p.Id).Concat(db.Solutions.Select(s => s.Id)).Concat(db.Strands.Select(s => s.Id)).Concat(db.StateChanges.Select(c => c.Id))
            .Where(id => !db.FactNotes.Any(n => n.SubjectId == id && n.Field == "" && n.Confidence != Confidence.Illustrative)).CountAsync(Cancellation));

        unsourced.ShouldBe(0);
    }

    [Fact]
    public async Task Uppsala_was_stopped_in_a_quarter_and_redesigned_in_a_year_in_that_order()
    {
        var solution = await app.WithDatabaseAsync(db => db.Solutions.AsSplitQuery().Include(s => s.Changes).Include(s => s.Phases).SingleAsync(s => s.Code == "CSS-UPPSALA-1", Cancellation));

        solution.Changes.OrderBy(c => c.On).ThenBy(c => c.Id).Select(c => (c.To, Words.Of(new PartialDate(c.On, c.Precision))))
            .ShouldBe([(SolutionState.Stopped, "Q1 2024"), (SolutionState.Redesigned, "2024")]);
        (solution.State, solution.Phase, solution.Phases.Single().Precision).ShouldBe((SolutionState.Redesigned, Phase.Implement, DatePrecision.Year));
    }

    [Fact]
    public async Task Of_Uppsala_no_lesson_is_put_into_the_mouth_of_the_source_and_what_is_inferred_says_so()
    {
        var changes = await app.WithDatabaseAsync(db => db.StateChanges.Where(c => db.Solutions.Any(s => s.Id == c.SolutionId && s.Code == "CSS-UPPSALA-1"))
            .Select(c => new { c.Lesson, db.FactNotes.Single(n => n.SubjectId == c.Id && n.Field == "").Confidence }).ToListAsync(Cancellation));

        changes.Select(c => (c.Lesson, c.Confidence)).ShouldBe([("The source states no lesson.", Confidence.Inferred), ("The source states no lesson.", Confidence.Inferred)]);
    }

    [Fact]
    public async Task Asker_has_four_strands() =>
        (await app.WithDatabaseAsync(db => db.Strands.CountAsync(s => db.Solutions.Any(o => o.Id == s.SolutionId && o.Code == "CSS-ASKER-1"), Cancellation))).ShouldBe(4);

    [Fact]
    public async Task A_history_that_a_person_carried_on_is_left_alone_and_one_that_was_loaded_is_never_rewritten()
    {
        await app.WithDatabaseAsync(async db =>
        {
            var solution = await db.Solutions.Include(s => s.Changes).SingleAsync(s => s.Code == "CSS-MUNICH-1", Cancellation);
            solution.Pause(new PartialDate(new DateOnly(2025, 3, 1)), "The tender found no bidder.", "Ask the market first.", new DateOnly(2026, 1, 1));
            return await db.SaveChangesAsync(Cancellation);
        });
        var file = await File.ReadAllTextAsync(Path.Combine(Repository.Root, "data", "solution-changes.csv"), Cancellation);
        var more = file.Replace("2024-Q1", "2024-Q2").TrimEnd('\n') + "\nmunich-stopped,CSS-MUNICH-1,stopped,2025,No bidder.,Ask first.,high,somewhere,\n";

        var outcome = await app.SendAsSystemAsync(new LoadRegister.Command([new LoadRegister.File("solution-changes.csv", more)]));

        (outcome.Created, outcome.Changed, outcome.Unchanged).ShouldBe((0, 0, 3));
        outcome.Kept.ShouldBe([
            "solution-changes.csv, uppsala-stopped, on: the history of a solution is never rewritten; what was loaded first is kept.",
            "solution-changes.csv, munich-stopped: a person has carried the history of CSS-MUNICH-1 on, so nothing is put into it."]);
    }
}
