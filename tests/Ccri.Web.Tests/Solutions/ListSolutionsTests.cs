using Ccri.Domain.Accounts;
using Ccri.Domain.Programme;
using Ccri.Domain.Solutions;
using Ccri.Web.Features.Shared;
using Ccri.Web.Features.Solutions;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Tests.Solutions;

public abstract class ListSolutionsTests(CcriApp app) : BothDatabases(app)
{
    [Fact]
    public async Task The_latest_comes_first_and_every_filter_and_order_works()
    {
        await App.WithDatabaseAsync(db => db.Solutions.ExecuteDeleteAsync(Cancellation)); // the published ones would stand between those of the test
        var late = await SolutionAsync("uppsala", "Åker late", Today.AddDays(-12));
        await SolutionAsync("bergen", "Zero of a Fellow", null);
        await SolutionAsync("munich", "Middle", Today.AddDays(3), Today.AddDays(-40));
        await App.WithDatabaseAsync(async db =>
        {
            var solution = await db.Solutions.SingleAsync(s => s.Code == late, Cancellation);
            solution.Enter(Phase.Design, new(Today), null, Today);
            solution.Pause(new(Today), "x", "y", Today);
            solution.Support(true);
            var score = new CriterionScore(solution.Id, solution.TerritoryId, Criterion.Actors);
            score.Rate(2, "x", Today);
            db.Add(score);
            return await db.SaveChangesAsync(Cancellation);
        });

        (await TitlesAsync(new())).ShouldBe(["Åker late", "Middle", "Zero of a Fellow"]);
        (await TitlesAsync(new(Descending: true))).ShouldBe(["Middle", "Åker late", "Zero of a Fellow"]);
        (await TitlesAsync(new(Q: "aker"))).ShouldBe(["Åker late"]);
        (await TitlesAsync(new(Q: "berg"))).ShouldBe(["Zero of a Fellow"]);
        (await TitlesAsync(new(Territory: "munich"))).ShouldBe(["Middle"]);
        (await TitlesAsync(new(Tier: "fellow"))).ShouldBe(["Zero of a Fellow"]);
        (await TitlesAsync(new(Phase: Phase.Design))).ShouldBe(["Åker late"]);
        (await TitlesAsync(new(State: SolutionState.Active))).ShouldBe(["Middle", "Zero of a Fellow"]);
        (await TitlesAsync(new(IsSupported: true))).ShouldBe(["Åker late"]);
        (await TitlesAsync(new(Status: Rag.AtRisk))).ShouldBe(["Åker late"]);
        (await TitlesAsync(new(Status: Rag.OnTrack))).ShouldBe(["Middle"]);
        (await TitlesAsync(new(Status: Rag.NoData))).ShouldBe(["Zero of a Fellow"]);
        (await TitlesAsync(new(Sort: ListSolutions.SortBy.Status))).ShouldBe(["Åker late", "Middle", "Zero of a Fellow"]);
        foreach (var sort in Enum.GetValues<ListSolutions.SortBy>())
        {
            var upwards = await TitlesAsync(new(Sort: sort));
            upwards.Count.ShouldBe(3);
            (await TitlesAsync(new(Sort: sort, Descending: true))).ShouldBe(upwards, ignoreOrder: true);
        }
        (await TitlesAsync(new(Sort: ListSolutions.SortBy.Name))).ShouldBe(["Åker late", "Middle", "Zero of a Fellow"]);
        (await TitlesAsync(new(Sort: ListSolutions.SortBy.Late, Descending: true)))[0].ShouldBe("Åker late");

        var row = (await App.SendAsync(new ListSolutions.Query(Q: "aker"), Role.Lead)).Rows.Single();
        (row.Next, row.Due, row.Late, row.Criteria, row.Tier, row.Status).ShouldBe(("First", Today.AddDays(-12), 1, 2, "Pilot", Rag.AtRisk));
        var munich = await App.WithDatabaseAsync(db => db.Territories.Where(t => t.Slug == "munich").Select(t => t.Id).SingleAsync(Cancellation));
        (await App.SendAsync(new ListSolutions.Query(), Role.Territory, munich)).ShouldSatisfyAllConditions(
            answer => answer.Rows.Select(r => r.Title).ShouldBe(["Middle"]), answer => answer.Territories.Select(t => t.Name).ShouldBe(["Munich"]));
        (await App.SendAsync(new ListSolutions.Query(Page: 9, Size: 2))).ShouldSatisfyAllConditions(answer => answer.Page.ShouldBe(2), answer => answer.Rows.Count.ShouldBe(1));

        using var officer = await App.SignedInAsync(Role.Officer);
        var page = await officer.PageAsync("/solutions?tier=pilot&supported=YES&state=nonsense&columns=name&columns=late");
        page.ShouldContain("1 solution found");
        page.ShouldContain("Late milestones");
        (await officer.PageAsync("/solutions?q=nowhere")).ShouldContain("No solution matches");
        (await officer.PageAsync("/solutions?status=ONTRACK")).ShouldSatisfyAllConditions(found => found.ShouldContain("1 solution found"), found => found.ShouldContain("<option value=\"OnTrack\" selected"));
        var csv = await officer.PageAsync("/solutions.csv?q=aker");
        csv.ShouldContain("Solution,Territory,Status,Tier,Phase,State,Supported,\"Criteria, of 30\",Next milestone,Late milestones");
        csv.ShouldContain($"Åker late,Uppsala,At risk,Pilot,Design,Paused,yes,2,\"First, {Today.AddDays(-12):yyyy-MM-dd}\",1");
    }

    /// <param name="days">Of its milestones; the second one is done.</param>
    private async Task<string> SolutionAsync(string slug, string title, params DateOnly?[]? days)
    {
        var code = await App.AddSolutionAsync(slug, title);
        if (days?.FirstOrDefault() is { } first)
            await App.AddMilestoneAsync(code, "First", first);
        if (days?.ElementAtOrDefault(1) is { } second)
            await App.SendAsync(new Features.Milestones.FinishMilestone.Command(await App.AddMilestoneAsync(code, "Done", second)));
        return code;
    }

    /// <summary>Of those that this test made: the public ones are loaded, too.</summary>
    private async Task<IReadOnlyList<string>> TitlesAsync(ListSolutions.Query query) =>
        [.. (await App.SendAsync(query with { Size = CsvFile.MostRows })).Rows.Select(r => r.Title).Where(title => title is "Åker late" or "Middle" or "Zero of a Fellow")];
}

public sealed class ListSolutionsOnSqlite(SqliteApp app) : ListSolutionsTests(app), IClassFixture<SqliteApp>;

public sealed class ListSolutionsOnPostgres(PostgresApp app) : ListSolutionsTests(app), IClassFixture<PostgresApp>;

/// <summary>The list knows its columns and its saved views.</summary>
public sealed class SolutionColumnsTests
{
    [Fact]
    public void Every_column_can_be_sorted_by_and_a_saved_view_knows_the_parameters()
    {
        SolutionColumns.All.Select(c => c.Key).ShouldBe(Enum.GetNames<ListSolutions.SortBy>().Select(n => n.ToLowerInvariant()), ignoreOrder: true);
        FilteredList.Solutions.UsualColumns.ShouldBe(SolutionColumns.All.Where(c => c.IsUsual).Select(c => c.Key));
        FilteredList.Solutions.Parameters.ShouldBe(typeof(SolutionFilter).GetProperties()
            .Select(p => p.GetCustomAttributes(typeof(Microsoft.AspNetCore.Mvc.FromQueryAttribute), false).OfType<Microsoft.AspNetCore.Mvc.FromQueryAttribute>().FirstOrDefault()?.Name).OfType<string>().Where(n => n != "p"), ignoreOrder: true);
    }
}
