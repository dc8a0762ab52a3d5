using Ccri.Domain;
using Ccri.Domain.Knowledge;
using Ccri.Domain.WorkingGroups;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Tests.Programme;

/// <summary>The published events of the initiative, no more and no less exact than their sources.</summary>
public abstract class LoadEventsTests(CcriApp app) : BothDatabases(app)
{
    [Fact]
    public async Task The_events_are_history_of_no_group_each_with_a_source()
    {
        var events = await App.WithDatabaseAsync(db => db.Sessions.AsNoTracking().Where(s => s.WorkingGroupId == null).OrderBy(s => s.On).ToListAsync(Cancellation));
        var sources = await App.WithDatabaseAsync(db => db.FactNotes.Where(n => db.Sessions.Any(s => s.Id == n.SubjectId)).Select(n => new { n.Field, n.Confidence }).ToListAsync(Cancellation));

        events.Select(e => Words.Of(e.Time, e.Precision)).ShouldBe(["19 Oct 2022", "2023", "8 to 9 Nov 2023", "18 Apr 2024", "13 Nov 2024", "6 Jun 2025"]);
        events.ShouldAllBe(e => e.State == SessionState.Final && e.Kind != SessionKind.Session);
        sources.Count.ShouldBe(6);
        sources.ShouldAllBe(s => s.Field == "" && s.Confidence == Confidence.High);
    }

    [Fact]
    public async Task What_is_only_estimated_is_told_and_not_counted()
    {
        var events = await App.WithDatabaseAsync(db => db.Sessions.AsNoTracking().Where(s => s.WorkingGroupId == null).ToListAsync(Cancellation));

        events.ShouldAllBe(e => e.PeopleOnSite == null && e.PeopleOnline == null);
        events.Single(e => e.On == new DateOnly(2023, 11, 8)).Summary.ShouldBe("More than 190 people took part on site, 370 online.");
        events.Single(e => e.Precision == DatePrecision.Year).Place.ShouldBe("Helsinki");
    }
}

public sealed class LoadEventsOnSqlite(SqliteApp app) : LoadEventsTests(app), IClassFixture<SqliteApp>;

public sealed class LoadEventsOnPostgres(PostgresApp app) : LoadEventsTests(app), IClassFixture<PostgresApp>;
