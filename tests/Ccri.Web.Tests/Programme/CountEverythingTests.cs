using Ccri.Web.Features.Programme;
using Ccri.Web.Tests.Indicators;

namespace Ccri.Web.Tests.Programme;

public abstract class CountEverythingTests(CcriApp app) : BothDatabases(app)
{
    [Fact]
    public async Task The_loaded_register_has_12_Pilots_and_25_Fellows()
    {
        var counts = await App.SendAsync(new CountEverything.Query());

        counts.Keys.ShouldBe(CountEverything.Keys);
        counts["territories"].ShouldBe(37);
        counts["pilots"].ShouldBe(12);
        counts["fellows"].ShouldBe(25);
        counts["groups"].ShouldBe(4);
        counts["indicators"].ShouldBe(64);
        (counts["plans"], counts["solutions"], counts["actions"]).ShouldBe((8, 8, 0));
        (counts["sessions"], counts["items"], counts["rounds"], counts["needs"], counts["supportActivities"]).ShouldBe((6, 0, 0, 0, 0));
        counts["auditRows"].ShouldBeGreaterThan(37);
    }

    [Fact]
    public async Task Of_observations_those_are_counted_that_hold()
    {
        var series = await App.FollowedAsync("U4SSC-2", "asker", values: [(new(2026, 3, 31), 40), (new(2026, 6, 30), 41)]);
        await App.CorrectAsync(series, new(2026, 6, 30), 42);

        (await App.SendAsync(new CountEverything.Query()))["observations"].ShouldBe(2);
    }
}

public sealed class CountEverythingOnSqlite(SqliteApp app) : CountEverythingTests(app), IClassFixture<SqliteApp>;

public sealed class CountEverythingOnPostgres(PostgresApp app) : CountEverythingTests(app), IClassFixture<PostgresApp>;
