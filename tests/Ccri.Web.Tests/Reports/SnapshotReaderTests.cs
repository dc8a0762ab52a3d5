using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Ccri.Domain.Accounts;
using Ccri.Domain.Knowledge;
using Ccri.Domain.Organisations;
using Ccri.Domain.Reports;
using Ccri.Web.Data;
using Ccri.Web.Features.Reports;
using Ccri.Web.Features.Shared;
using Ccri.Web.Features.Statuses;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Ccri.Web.Tests.Reports;

public abstract class SnapshotReaderTests(CcriApp app, IMovedApp moved) : BothDatabases(app), IAsyncLifetime
{
    public async ValueTask InitializeAsync()
    {
        moved.Clock.Now = SnapshotSamples.Now;
        await App.JobsHaveRunAsync();
        if (!await App.WithDatabaseAsync(db => db.Territories.AnyAsync(t => t.Slug == SnapshotSamples.Slug, Cancellation)))
            await App.AddSampleTerritoryAsync();
        await App.SendAsSystemAsync(new RecordStatuses.Command()); // so that each status is known to be of that day
    }

    public ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }

    [Theory]
    [InlineData("en-GB")]
    [InlineData("tr-TR")]
    [InlineData("ar-SA")]
    public async Task The_same_facts_give_the_same_bytes_in_each_database_and_culture(string culture)
    {
        var before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = new CultureInfo(culture);
        try
        {
            var snapshot = await App.SnapshotAsync() with { CapturedAt = SnapshotSamples.Now };

            // The file stands for both databases and for every later version of this code: it is read, and written, as it was.
            var kept = await File.ReadAllTextAsync(Path.Combine(Repository.Root, "tests", "Ccri.Web.Tests", "Reports", "snapshot-1.json"), Cancellation);
            // What was added since is empty here, and left out.
            (snapshot.Assessment, snapshot.Needs?.Count, snapshot.Support?.Count, snapshot.PlannedDays?.Count, snapshot.Sessions?.Count).ShouldBe((null, 0, 0, 0, 0));
            var first = snapshot with { Needs = null, Support = null, PlannedDays = null, Sessions = null };
            Encoding.UTF8.GetString(CanonicalJson.Of(first)).ShouldBe(Encoding.UTF8.GetString(CanonicalJson.Of(JsonNode.Parse(kept))));
        }
        finally
        {
            CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = before;
        }
    }

    [Fact]
    public async Task What_was_written_is_read_back_as_it_was()
    {
        var bytes = CanonicalJson.Of(await App.SnapshotAsync());

        CanonicalJson.Of(CanonicalJson.Read<TerritorySnapshot>(bytes)).ShouldBe(bytes);
        Changes.Between(CanonicalJson.Read<TerritorySnapshot>(bytes), await App.SnapshotAsync()).ShouldBeEmpty();
    }

    [Theory]
    [InlineData(null)]
    [InlineData(Role.Coordinator)]
    [InlineData(Role.Desk)]
    public async Task Whoever_asks_nothing_confidential_and_nobody_s_name_is_in_it(Role? role)
    {
        var snapshot = await App.SnapshotAsync(role) with { CapturedAt = SnapshotSamples.Now };
        var text = Encoding.UTF8.GetString(CanonicalJson.Of(snapshot));

        foreach (var secret in SnapshotSamples.Secrets.Append(SnapshotSamples.Contact).Append("98,765"))
            text.ShouldNotContain(secret);
        var projects = snapshot.Plans.Single(p => p.Code == "CEIP-SORIA-1").Projects;
        projects.Select(p => (p.Number, p.IsWithheld, p.Capex, Line: p.Lines[0].Amount)).ShouldBe([("P2", false, 1_000_000_00, 400_000_00), ("P10", true, null, null)]);
        projects[1].Effects.Select(e => (e.Kind, e.Amount)).ShouldBe([(Domain.Plans.EffectKind.Jobs, 12.5m)]);
    }

    [Fact]
    public async Task It_says_in_which_role_somebody_wrote_or_confirmed_and_what_only_a_source_says()
    {
        var before = await App.SnapshotAsync();
        var (action, plan) = (before.Plans[0].Actions[0], before.Plans[0]);
        action.Said.ShouldBe(new Said("the territory", new DateOnly(2026, 10, 5), Confirmed: false));
        before.Territory.Said.ShouldBe(new Said("a public source", new DateOnly(2026, 8, 5), Confirmed: false));
        before.Solutions[0].Said.ShouldBe(new Said("the support office", new DateOnly(2026, 10, 5), Confirmed: false));
        plan.Said!.By.ShouldBe("the territory", "what is written of its action is written of the plan");

        var note = await App.WithDatabaseAsync(async db =>
        {
            var added = db.FactNotes.Add(new FactNote(SnapshotSamples.Id(30), "", SnapshotSamples.Id(1))).Entity;
            added.Cite(["https://example.org/wool"], null, Confidence.High, SnapshotSamples.Now.AddYears(-1));
            added.Confirm(SnapshotSamples.Id(2), SnapshotSamples.Now.AddDays(-20));
            await db.SaveChangesAsync(Cancellation);
            return added.Id;
        });
        (await App.SnapshotAsync()).Solutions[0].Said.ShouldBe(new Said("the territory", new DateOnly(2026, 9, 15), Confirmed: true));

        var listed = await App.WithDatabaseAsync(async db =>
        {
            var organisation = db.Organisations.Add(new Organisation("Office of wool")).Entity;
            var contact = db.Contacts.Add(new Contact(organisation.Id, null, SnapshotSamples.Contact)).Entity;
            contact.WriteTo("ainhoa@example.org");
            await db.SaveChangesAsync(Cancellation);
            return contact.Id;
        });
        (await App.SnapshotAsync()).Solutions[0].Said!.By.ShouldBe("the territory (Office of wool)", "an organisation, and still nobody's name");
        await App.WithDatabaseAsync(db => db.Contacts.Where(c => c.Id == listed).ExecuteDeleteAsync(Cancellation));
        await App.WithDatabaseAsync(db => db.Organisations.Where(o => o.Name == "Office of wool").ExecuteDeleteAsync(Cancellation));
        await App.WithDatabaseAsync(db => db.FactNotes.Where(n => n.Id == note).ExecuteDeleteAsync(Cancellation));
    }

    [Fact]
    public async Task However_many_territories_the_number_of_questions_is_the_same()
    {
        async Task<int> CountAsync(int territories)
        {
            await using var scope = App.ScopeAs(null);
            var (db, reader) = (scope.ServiceProvider.GetRequiredService<CcriDbContext>(), scope.ServiceProvider.GetRequiredService<SnapshotReader>());
            var ids = await db.Territories.OrderByDescending(t => t.Slug == SnapshotSamples.Slug).ThenBy(t => t.Slug).Select(t => t.Id).Take(territories).ToListAsync(Cancellation);
            return await QueryCount.OfAsync(async () => (await reader.ReadAsync(db.Territories.Where(t => ids.Contains(t.Id)), SnapshotSamples.Quarter, SnapshotCause.CutOff, Cancellation)).Count.ShouldBe(territories));
        }

        await CountAsync(1); // asks once more whether the demonstration is held
        (await CountAsync(30)).ShouldBe(await CountAsync(2));
    }

    [Fact]
    public async Task A_later_edit_changes_no_byte_of_what_was_kept_and_the_next_one_has_the_next_number()
    {
        var period = await App.AddPeriodAsync("2026-kept", new DateOnly(2026, 9, 30), 15, SnapshotSamples.Slug);
        await App.SealAsync(period, SnapshotSamples.Slug);
        var first = await KeptAsync(period);

        await RenameAsync("Wool chain, renamed");
        await App.SealAsync(period, SnapshotSamples.Slug, 2);

        var both = await KeptAsync(period);
        both.Select(s => s.Number).ShouldBe([1, 2]);
        both[0].Content.ShouldBe(first[0].Content);
        both[0].Sha256.ShouldBe(Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(both[0].Content)));
        CanonicalJson.Read<TerritorySnapshot>(both[1].Content).Solutions[0].Title.ShouldBe("Wool chain, renamed");
        await RenameAsync("Wool chain");
    }

    private Task<int> RenameAsync(string title) => App.WithDatabaseAsync(async db =>
    {
        (await db.Solutions.SingleAsync(s => s.Id == SnapshotSamples.Id(30), Cancellation)).Call(title);
        return await db.SaveChangesAsync(Cancellation);
    });

    private Task<List<Snapshot>> KeptAsync(ReportingPeriod period) => App.WithDatabaseAsync(db => db.Snapshots.AsNoTracking().Where(s => s.PeriodId == period.Id).OrderBy(s => s.Number).ToListAsync(Cancellation));
}

public sealed class SnapshotReaderOnSqlite(MovedSqliteApp app) : SnapshotReaderTests(app, app), IClassFixture<MovedSqliteApp>;

public sealed class SnapshotReaderOnPostgres(MovedPostgresApp app) : SnapshotReaderTests(app, app), IClassFixture<MovedPostgresApp>;
