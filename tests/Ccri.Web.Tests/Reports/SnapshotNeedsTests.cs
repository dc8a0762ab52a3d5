using System.Text;
using Ccri.Domain.Needs;
using Ccri.Domain.Organisations;
using Ccri.Domain.Programme;
using Ccri.Domain.Reports;
using Ccri.Domain.Support;
using Ccri.Web.Data;
using Ccri.Web.Features.Shared;
using Ccri.Web.Tests.Territories;

namespace Ccri.Web.Tests.Reports;

public abstract class SnapshotNeedsTests(CcriApp app) : BothDatabases(app)
{
    private const string Respondent = "Ottilie Unverwechselbar", Expert = "Xaver Einzigartig";

    private static readonly DateTime At = new(2026, 1, 5, 9, 0, 0, DateTimeKind.Utc);

    [Fact]
    public async Task A_questionnaire_that_changed_between_two_assessments_is_compared_where_it_asks_the_same()
    {
        var territory = await App.AddTerritoryAsync("assessed", "Assessed");
        await App.WithDatabaseAsync(async db =>
        {
            var questionnaire = db.Add(new Questionnaire("assessed", "Two versions")).Entity;
            var first = Published(db, new QuestionnaireVersion(questionnaire.Id, 1), Asked("data", "Data"), Asked("money", "Money"), Asked("law", "Law"));
            var second = Published(db, new QuestionnaireVersion(questionnaire.Id, 2), Asked("data", "Data and figures"), Asked("money", "Money"), Asked("skills", "Skills"));
            Round(db, territory, first, new(2025, 9, 1), 1, 2, 3);
            Round(db, territory, second, new(2026, 3, 1), 4, null, 5);
            Round(db, territory, second, new(2026, 4, 1), 0, 0, 0, RoundKind.Self);
            return await db.SaveChangesAsync(Cancellation);
        });

        var snapshot = await App.SnapshotAsync(slug: "assessed");

        var assessment = snapshot.Assessment.ShouldNotBeNull();
        (assessment.Questionnaire, assessment.Version, assessment.First, assessment.Now).ShouldBe(("Two versions", 2, new DateOnly(2025, 9, 1), new DateOnly(2026, 3, 1)));
        assessment.Answers.Select(a => (a.Key, a.Name, a.First, a.Now, a.Comparability)).ShouldBe(
        [
            ("data", "Data and figures", 1, 4, Comparability.Comparable), ("money", "Money", 2, null, Comparability.NotAnswered),
            ("skills", "Skills", null, 5, Comparability.NotAskedBefore), ("law", "Law", 3, null, Comparability.NoLongerAsked),
        ]);
        Encoding.UTF8.GetString(CanonicalJson.Of(snapshot)).ShouldNotContain(Respondent);
    }

    [Fact]
    public async Task Needs_that_are_open_and_those_that_closed_in_the_period_are_told_the_gravest_first()
    {
        var territory = await App.AddTerritoryAsync("needing", "Needing");
        await App.WithDatabaseAsync(async db =>
        {
            var (mild, grave, met, merged, old) = (Need(db, territory, 1, 2), Need(db, territory, 2, 5), Need(db, territory, 3, 3), Need(db, territory, 4, 1), Need(db, territory, 5, 4));
            met.Take(NeedVerdict.Met, true);
            db.Add(NeedStep.OfVerdict(met, NeedVerdict.Met, new(2026, 8, 1), "Done.", isTold: true, null, At, Today));
            merged.MergeInto(mild, "They are the same.");
            db.Add(NeedStep.With(merged, NeedStepKind.Merged, mild, new(2026, 7, 2), "They are the same.", null, At));
            old.Drop("Long over.");
            db.Add(new NeedStep(old, NeedStepKind.Dropped, new(2026, 6, 30), "Long over.", null, At));
            Activity(db, ActivityType.Webinar, new(2026, 2, 3), null, [territory], grave);
            return await db.SaveChangesAsync(Cancellation);
        });

        var needs = (await App.SnapshotAsync(slug: "needing")).Needs.ShouldNotBeNull();

        needs.Select(n => (n.Number, n.State, n.Activities, n.ServedOn)).ShouldBe(
            [(2, NeedState.InSupport, 1, new DateOnly(2026, 2, 3)), (1, NeedState.Open, 0, null), (3, NeedState.Met, 0, null), (4, NeedState.Dropped, 0, null)]);
        needs[2].Verdict.ShouldBe(new SnapshotVerdict(NeedVerdict.Met, new DateOnly(2026, 8, 1), IsTold: true) { WrittenOn = new(2026, 1, 5) });
        (needs[3].MergedInto, needs[3].Reason, needs[3].ClosedOn).ShouldBe((1, "They are the same.", new DateOnly(2026, 7, 2)));
    }

    [Fact]
    public async Task What_is_written_down_late_is_told_in_the_period_in_which_it_is_written_and_a_split_ends_the_whole()
    {
        var territory = await App.AddTerritoryAsync("late", "Late");
        await App.WithDatabaseAsync(async db =>
        {
            var (late, longOver, whole) = (Need(db, territory, 1, 3), Need(db, territory, 2, 3), Need(db, territory, 3, 3));
            late.Take(NeedVerdict.Met, true); // of June, written down in July
            db.Add(NeedStep.OfVerdict(late, NeedVerdict.Met, new(2026, 6, 28), null, isTold: true, null, new DateTime(2026, 7, 5, 9, 0, 0, DateTimeKind.Utc), Today));
            longOver.Take(NeedVerdict.NotMet, true);
            db.Add(NeedStep.OfVerdict(longOver, NeedVerdict.NotMet, new(2026, 6, 28), null, isTold: true, null, new DateTime(2026, 6, 29, 9, 0, 0, DateTimeKind.Utc), Today));
            var part = db.Add(whole.Split(4, "data", "A part of it")).Entity;
            db.Add(NeedStep.With(whole, NeedStepKind.Split, part, new(2026, 8, 3), null, null, At));
            whole.Drop("Split into need 4.");
            db.Add(new NeedStep(whole, NeedStepKind.Dropped, new(2026, 8, 3), "Split into need 4.", null, At));
            return await db.SaveChangesAsync(Cancellation);
        });

        var needs = (await App.SnapshotAsync(slug: "late")).Needs.ShouldNotBeNull();

        needs.Select(n => (n.Number, n.State, n.ClosedOn)).ShouldBe([(4, NeedState.Open, null), (1, NeedState.Met, new DateOnly(2026, 6, 28)), (3, NeedState.Dropped, new DateOnly(2026, 8, 3))]);
        needs[1].Verdict!.WrittenOn.ShouldBe(new DateOnly(2026, 7, 5));
    }

    [Fact]
    public async Task Each_territory_has_its_share_of_the_days_and_together_they_are_the_days_again()
    {
        Guid[] territories = [await App.AddTerritoryAsync("shared-a", "Shared A"), await App.AddTerritoryAsync("shared-b", "Shared B"), await App.AddTerritoryAsync("shared-c", "Shared C")];
        await App.WithDatabaseAsync(async db =>
        {
            var partner = db.Add(new Organisation("Partner of a snapshot")).Entity;
            var need = Need(db, territories[0], 7, 3);
            var mission = Activity(db, ActivityType.ExpertMission, new(2026, 8, 3), partner.Id, territories, need);
            Activity(db, ActivityType.Webinar, new(2026, 9, 30), null, territories);
            Activity(db, ActivityType.ExpertMission, new(2026, 6, 30), partner.Id, territories); // the period before
            db.Add(new Acceptance(Acceptance.TierEntitlement, mission.Id, territories[0], "f", "It was promised before.", null, At));
            db.Add(new PlannedDays(partner.Id, territories[0], new(2026, 7, 1), 2.5m));
            db.Add(new PlannedDays(partner.Id, territories[0], new(2026, 10, 1), 9));
            return await db.SaveChangesAsync(Cancellation);
        });

        var (one, two, three) = (await App.SnapshotAsync(slug: "shared-a"), await App.SnapshotAsync(slug: "shared-b"), await App.SnapshotAsync(slug: "shared-c"));

        new[] { one, two, three }.Sum(s => s.Support!.Sum(a => a.Days ?? 0)).ShouldBe(1);
        one.Support!.Select(a => (a.Type, a.Organisation, a.Territories, a.Exception)).ShouldBe([(ActivityType.ExpertMission, "Partner of a snapshot", 3, "It was promised before."), (ActivityType.Webinar, null, 3, null)]);
        one.Support![0].Needs.ShouldBe([7]);
        (two.Support![0].Needs.Count, two.Support[0].Exception, two.Support[1].Hours, two.Support[1].Participants).ShouldBe((0, null, 1.5m, 12));
        one.PlannedDays!.ShouldHaveSingleItem().Days.ShouldBe(2.5m);
        two.PlannedDays!.ShouldBeEmpty();
        Encoding.UTF8.GetString(CanonicalJson.Of(one)).ShouldNotContain(Expert);
    }

    private static AskedQuestion Asked(string key, string name) => new(key, "One cluster", name, null);

    private static QuestionnaireVersion Published(CcriDbContext db, QuestionnaireVersion version, params AskedQuestion[] questions)
    {
        version.Ask(questions, null);
        version.Publish(new DateTime(2020, 1, version.Number, 0, 0, 0, DateTimeKind.Utc)); // older than what is loaded: others see that
        return db.Add(version).Entity;
    }

    private static void Round(CcriDbContext db, Guid territory, QuestionnaireVersion version, DateOnly on, int? one, int? two, int? three, RoundKind kind = RoundKind.Office)
    {
        var round = new AssessmentRound(territory, version, kind, on, on);
        round.Hold(on, Respondent, null, on);
        foreach (var (question, value) in version.Questions.OrderBy(q => q.Number).Zip((int?[])[one, two, three]))
            round.Rate(question, value, null);
        round.Record(null, At);
        db.Add(round);
    }

    private static Need Need(CcriDbContext db, Guid territory, int number, int severity)
    {
        var need = db.Add(new Need(territory, number, "financing", $"Need {number}", new DateOnly(2026, 1, 4))).Entity;
        need.Weigh(severity, 3);
        db.Add(new NeedStep(need, NeedStepKind.Raised, need.RaisedOn, null, null, At.AddDays(-1)));
        return need;
    }

    private static SupportActivity Activity(CcriDbContext db, ActivityType type, DateOnly on, Guid? partner, Guid[] territories, params Need[] needs)
    {
        var activity = new SupportActivity(type, $"{type} of {on:yyyy-MM-dd}", on, on);
        activity.GivenBy(partner, Expert, 1);
        var isInDays = ActivityTypes.IsCountedInDays(type);
        activity.Measure(isInDays ? 1 : null, isInDays ? null : 1.5m, isInDays ? null : 12);
        activity.BeFor(territories, needs);
        foreach (var need in needs)
            need.Serve();
        return db.Add(activity).Entity;
    }
}

public sealed class SnapshotNeedsOnSqlite(SqliteApp app) : SnapshotNeedsTests(app), IClassFixture<SqliteApp>;

public sealed class SnapshotNeedsOnPostgres(PostgresApp app) : SnapshotNeedsTests(app), IClassFixture<PostgresApp>;
