using System.Text;
using System.Text.RegularExpressions;
using Ccri.Domain;
using Ccri.Domain.Accounts;
using Ccri.Domain.Reports;
using Ccri.Web.Data;
using Ccri.Web.Demonstration;
using Ccri.Web.Features.Overview;
using Ccri.Web.Features.Shared;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Ccri.Web.Tests.Programme;

/// <summary>The year that the demonstration replays: four quarters frozen, one open.</summary>
public abstract partial class DemonstrationHistoryTests(CcriApp app) : BothDatabases(app)
{
    private static readonly DateOnly Day = TestDatabases.DemonstrationDay;

    [Fact]
    public async Task Four_quarters_are_frozen_one_of_them_twice_and_the_next_is_open_with_territories_in_every_state()
    {
        var periods = await App.WithDatabaseAsync(db => db.ReportingPeriods.AsNoTracking().Include(p => p.Steps).OrderBy(p => p.From).ToListAsync(Cancellation));
        periods.Select(p => (p.Code, p.IsFrozen, p.Revision)).ShouldBe([("2025-Q4", true, 1), ("2026-Q1", true, 2), ("2026-Q2", true, 1), ("2026-Q3", true, 1), ("2026-Q4", false, 0)]);
        periods.SelectMany(p => p.Steps).Where(s => s.Kind == PeriodStepKind.Frozen).ShouldAllBe(s => s.Reason != null && s.PersonId != null);
        var reports = await App.WithDatabaseAsync(db => db.TerritoryReports.AsNoTracking().Include(r => r.Steps).ToListAsync(Cancellation));
        reports.Where(r => r.PeriodId == periods[^1].Id).Select(r => r.State).Distinct().Count().ShouldBe(Enum.GetValues<ReportState>().Length);
        foreach (var frozen in periods.SkipLast(1))
        {
            var of = reports.Where(r => r.PeriodId == frozen.Id).ToList();
            of.Count(r => r.State == ReportState.Approved).ShouldBeGreaterThan(5, frozen.Code);
            of.Count(r => r.CapturedAt != null).ShouldBeGreaterThan(5, frozen.Code);
        }
        var approvals = reports.SelectMany(r => r.Steps.Where(s => s.Kind == ReportStepKind.Approved).Select(s => (s.PersonId, r.SubmittedById))).ToList();
        approvals.ShouldAllBe(a => a.PersonId != null && a.PersonId != a.SubmittedById);
        reports.SelectMany(r => r.Steps).ShouldAllBe(s => s.At < Day.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc));
        reports.Where(r => r.Summary != null).ShouldAllBe(r => r.Summary!.StartsWith("Illustrative: ") && r.Next!.StartsWith("Illustrative: "));
    }

    [Fact]
    public async Task From_one_quarter_to_the_next_something_of_each_kind_changed()
    {
        var sealedOnes = (await SealedAsync(App)).Where(s => s.Revision == 1).GroupBy(s => s.Slug).ToDictionary(g => g.Key, g => g.OrderBy(s => s.Code).Select(s => CanonicalJson.Read<TerritorySnapshot>(s.Content)).ToList());
        var changes = sealedOnes.Values.SelectMany(of => of.Zip(of.Skip(1), Changes.Between)).ToList();

        changes.Count.ShouldBe(37 * 3);
        foreach (var kind in Enum.GetValues<ChangeKind>())
            changes.ShouldContain(of => of.Any(change => change.Kind == kind), kind.ToString());
        foreach (var uppsala in sealedOnes["uppsala"].Zip(sealedOnes["uppsala"].Skip(1), Changes.Between))
            uppsala.Count.ShouldBeInRange(4, 120);
        sealedOnes["uppsala"].Select(s => s.Day).ShouldBeInOrder();
    }

    [Fact]
    public async Task Another_database_has_the_same_in_its_snapshots()
    {
        await using var other = new SqliteApp();
        await other.InitializeAsync();
        await other.SendAsSystemAsync(new FillDemonstration.Command(Day));

        var (here, there) = (await WordsAsync(App), await WordsAsync(other));

        here.Count.ShouldBe(37 * 5);
        foreach (var (which, words) in here)
            there[which].ShouldBe(words, which);
    }

    [Fact]
    public async Task The_desk_sees_what_changed_from_one_frozen_quarter_to_the_next_and_gets_to_the_last()
    {
        var changed = await App.SendAsync(new GetChanged.Query(), Role.Desk);
        using var desk = await App.SignedInAsync(Role.Desk);
        var page = await desk.PageAsync("/");

        (changed.Last!.Code, changed.Before!.Code, changed.Lines.Count).ShouldBe(("2026-Q3", "2026-Q2", GetChanged.Most));
        changed.Lines.ShouldContain(line => line.Was != null && line.Is != null && line.Was != line.Is);
        changed.Lines.Select(line => line.Is is not null).ShouldBeInOrder(SortDirection.Descending);
        (page.Contains("Changed since the last report"), page.Contains("href=\"/reports/2026-Q3/overview\""), page.Contains("Needs you this week")).ShouldBe((true, true, false));
    }

    [Fact]
    public async Task Nobody_of_the_invented_persons_can_sign_in_and_what_they_did_is_said_to_be_theirs()
    {
        var persons = await App.WithDatabaseAsync(db => db.Persons.AsNoTracking().Where(p => p.Email.StartsWith("illustrative.")).ToListAsync(Cancellation));
        var ids = persons.ConvertAll(p => p.Id);

        persons.ShouldAllBe(p => p.Name.StartsWith("Illustrative "));
        (await App.WithDatabaseAsync(db => db.Users.CountAsync(u => ids.Contains(u.Id) && u.PasswordHash == null, Cancellation))).ShouldBe(persons.Count);
        (await App.WithDatabaseAsync(db => db.MailMessages.CountAsync(Cancellation))).ShouldBe(0);
        (await App.WithDatabaseAsync(db => db.AuditRows.CountAsync(a => a.Noun == nameof(TerritoryReport) && !ids.Contains(a.PersonId!.Value), Cancellation))).ShouldBe(0);
    }

    private static Task<List<SealedFacts>> SealedAsync(CcriApp app) => app.WithDatabaseAsync(db =>
        (from s in db.SealedSnapshots
         join p in db.ReportingPeriods on s.PeriodId equals p.Id
         join t in db.Territories on s.TerritoryId equals t.Id
         join snapshot in db.Snapshots on s.SnapshotId equals snapshot.Id
         orderby p.Code, s.Revision, t.Slug
         select new SealedFacts(p.Code, s.Revision, t.Slug, snapshot.Content)).ToListAsync(Cancellation));

    /// <summary>Without ids: those of what was loaded are each database's own.</summary>
    private static async Task<Dictionary<string, string>> WordsAsync(CcriApp app) =>
        (await SealedAsync(app)).ToDictionary(s => $"{s.Code} {s.Revision} {s.Slug}", s => Id().Replace(Encoding.UTF8.GetString(s.Content), "id"));

    private sealed record SealedFacts(string Code, int Revision, string Slug, byte[] Content);

    [GeneratedRegex("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")]
    private static partial Regex Id();
}

public sealed class DemonstrationHistoryOnSqlite(FilledSqliteApp app) : DemonstrationHistoryTests(app), IClassFixture<FilledSqliteApp>;

public sealed class DemonstrationHistoryOnPostgres(FilledPostgresApp app) : DemonstrationHistoryTests(app), IClassFixture<FilledPostgresApp>;

public sealed class MovableClockTests(MovedSqliteApp app) : IClassFixture<MovedSqliteApp>
{
    [Fact]
    public async Task It_is_moved_for_one_flow_of_control_only_and_otherwise_tells_what_the_clock_below_it_tells()
    {
        var then = new DateTime(2025, 12, 31, 14, 0, 0, DateTimeKind.Utc);
        var (clock, registered) = (app.Services.GetRequiredService<MovableClock>(), app.Services.GetRequiredService<TimeProvider>());
        registered.ShouldBeSameAs(clock);
        app.Clock.By = TimeSpan.FromDays(1000);
        var beside = new TaskCompletionSource();
        var other = Task.Run(async () => { await beside.Task; return registered.GetUtcNow(); }, TestContext.Current.CancellationToken);

        using (clock.At(then))
        {
            await Task.Yield();
            registered.GetUtcNow().UtcDateTime.ShouldBe(then);
            app.Services.GetRequiredService<ProgrammeCalendar>().Today.ShouldBe(new DateOnly(2025, 12, 31));
            beside.SetResult();
            (await other).ShouldBeGreaterThan(TimeProvider.System.GetUtcNow().AddDays(999));
        }
        registered.GetUtcNow().ShouldBeGreaterThan(TimeProvider.System.GetUtcNow().AddDays(999));
    }

    [Theory]
    [InlineData("2026-11-22", "2026-Q4")]
    [InlineData("2026-10-05", "2026-Q3")]
    [InlineData("2026-10-25", "2026-Q3")]
    [InlineData("2026-10-26", "2026-Q4")]
    [InlineData("2026-01-01", "2025-Q4")]
    public void The_last_frozen_quarter_is_one_whose_freezing_lies_behind(string day, string open)
    {
        var today = DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture);

        var (past, current) = Quarter.Of(today, 4);

        (past.Count, current.Code).ShouldBe((4, open));
        past.ShouldAllBe(quarter => quarter.FrozenOn < today && quarter.OpensOn >= quarter.Days.From);
        past.Append(current).Zip(past.Append(current).Skip(1)).ShouldAllBe(pair => pair.First.Days.To.AddDays(1) == pair.Second.Days.From);
        (current.OpensOn >= current.Days.From, current.OpensOn < today, current.CutOffOn >= current.OpensOn).ShouldBe((true, true, true));
    }

    [Fact]
    public async Task A_database_in_which_the_filling_was_interrupted_is_not_taken_for_whole()
    {
        await using var site = new SqliteApp();
        await site.InitializeAsync();
        await site.WithDatabaseAsync(async db =>
        {
            HeldDemonstration.Mark(db, new DateOnly(2026, 11, 22));
            return await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        });

        (await Should.ThrowAsync<RuleViolationException>(() => site.SendAsSystemAsync(new FillDemonstration.Command()))).Message.ShouldStartWith("The demonstration was interrupted");
    }
}
