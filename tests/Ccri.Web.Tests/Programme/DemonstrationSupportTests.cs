using Ccri.Domain.Knowledge;
using Ccri.Domain.Needs;
using Ccri.Domain.Programme;
using Ccri.Domain.Reports;
using Ccri.Domain.Support;
using Ccri.Web.Features.Reports.Documents;
using Ccri.Web.Features.Shared;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Tests.Programme;

/// <summary>Assessments, needs and support that are invented; that they are the same in both databases tests <see cref="DemonstrationTests"/>.</summary>
public sealed class DemonstrationSupportTests(FilledSqliteApp app) : IClassFixture<FilledSqliteApp>
{
    private static readonly DateOnly Day = TestDatabases.DemonstrationDay;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task All_territories_with_a_name_were_assessed_and_needs_and_support_are_of_every_kind()
    {
        var (rounds, needs, steps, activities) = await app.WithDatabaseAsync(async db => (
            await db.AssessmentRounds.AsNoTracking().Include(r => r.Ratings).ToListAsync(Cancellation), await db.Needs.AsNoTracking().ToListAsync(Cancellation),
            await db.NeedSteps.AsNoTracking().ToListAsync(Cancellation), await db.SupportActivities.AsNoTracking().Include(a => a.Territories).Include(a => a.Needs).ToListAsync(Cancellation)));

        rounds.Select(r => r.TerritoryId).Distinct().Count().ShouldBe(30);
        rounds.Where(r => r.Kind == RoundKind.Office).GroupBy(r => r.TerritoryId).Count(g => g.Count() > 1).ShouldBeGreaterThan(8);
        foreach (var self in rounds.Where(r => r.Kind == RoundKind.Self))
            RoundPairs.PairOf(self, rounds)!.Ratings.Join(self.Ratings, r => r.Key, r => r.Key, (ours, theirs) => Math.Abs(ours.Value - theirs.Value)).Max().ShouldBeGreaterThanOrEqualTo(Rating.WorthATalk);
        needs.Select(n => n.State).Distinct().Count().ShouldBe(Enum.GetValues<NeedState>().Length);
        steps.Where(s => s.Verdict is not null).Select(s => s.Verdict).Distinct().Count().ShouldBe(Enum.GetValues<NeedVerdict>().Length);
        steps.Select(s => s.Kind).Distinct().Count().ShouldBe(Enum.GetValues<NeedStepKind>().Length - 1); // nothing was reopened
        needs.ShouldAllBe(n => n.State == NeedPast.StateOn(Day, steps.Where(s => s.NeedId == n.Id).ToList(), activities.Where(a => a.Needs.Any(served => served.NeedId == n.Id)).Select(a => a.Until ?? a.On).ToList()));
        activities.ShouldContain(a => a.Territories.Count > 15);
        activities.Count(a => a.On > Day.AddMonths(-3)).ShouldBeGreaterThan(10);
        needs.ShouldContain(n => n.State == NeedState.Open && Unserved.IsTooLong(true, n.RaisedOn, null, Day));

        (await app.WithDatabaseAsync(async db => (
            await db.Acceptances.CountAsync(a => a.Rule == Acceptance.TierEntitlement && a.PersonId != null, Cancellation),
            await db.SupportActivities.CountAsync(a => a.OrganisationId != null && !db.FactNotes.Any(n => n.SubjectId == a.OrganisationId && n.Confidence == Confidence.Illustrative), Cancellation),
            await db.Needs.CountAsync(n => !n.Statement.StartsWith("Illustrative"), Cancellation), await db.SupportActivities.CountAsync(a => !a.Title.StartsWith("Illustrative"), Cancellation),
            await db.AssessmentRounds.CountAsync(r => !r.Note!.StartsWith("Illustrative"), Cancellation)))).ShouldBe((1, 0, 0, 0, 0));
    }

    [Fact]
    public async Task A_frozen_quarter_knows_of_needs_what_there_was_then()
    {
        var quarters = await app.WithDatabaseAsync(db => (from p in db.ReportingPeriods
                                                          join s in db.Snapshots on p.Id equals s.PeriodId
                                                          where s.TerritoryId == null && p.Revision == 1
                                                          orderby p.From
                                                          select s.Content).ToListAsync(Cancellation));

        var support = quarters.ConvertAll(content => CanonicalJson.Read<QuarterSnapshot>(content).Support!);

        support.Count.ShouldBe(3);
        support.ShouldAllBe(s => s.Tiers.Sum(t => t.Days) == s.Partners.Sum(p => p.Given) && s.Tiers.Sum(t => t.Days) == s.Territories.Sum(t => t.Given));
        support.Select(s => s.Dimensions.Max(d => d.Compared)).ShouldBe([0, 0, support[^1].Dimensions.Max(d => d.Compared)]);
        support[^1].Dimensions.Max(d => d.Compared).ShouldBeGreaterThan(8); // the second assessments
        support[^1].Exceptions.ShouldHaveSingleItem();
        support[0].Exceptions.ShouldBeEmpty();
    }
}
