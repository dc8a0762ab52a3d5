using System.Text;
using Ccri.Domain.Accounts;
using Ccri.Domain.Indicators;
using Ccri.Domain.Reports;
using Ccri.Domain.Solutions;
using Ccri.Domain.WorkingGroups;
using Ccri.Web.Features.Indicators;
using Ccri.Web.Features.Reports;
using Ccri.Web.Features.Reports.Documents;
using Ccri.Web.Features.Shared;
using Ccri.Web.Features.Territories;
using Ccri.Web.Rendering;
using Ccri.Web.Tests.Reports.Documents;
using Ccri.Web.Tests.Support;
using static Ccri.Web.Tests.WorkingGroups.DocumentSamples;

namespace Ccri.Web.Tests.WorkingGroups;

/// <summary>Where sessions show: the facts of reports, indicators of delivery, timelines.</summary>
public abstract class SessionsInReportsTests(CcriApp app) : BothDatabases(app)
{
    private static readonly DateTime Now = new(2032, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    [Fact]
    public async Task A_snapshot_tells_what_a_territory_came_to_and_missed_and_what_names_it_once_minutes_are_final()
    {
        var (asker, berlin) = (await App.TerritoryAsync("asker"), await App.TerritoryAsync("berlin"));
        var settled = await App.AddSessionAsync("TWG-C", "Λατομεία", SessionState.Final, new(2025, 2, 3), s => Concern(s, "Names both", asker, berlin), "asker");
        await App.AddSessionAsync("TWG-RM", "Circulated", SessionState.Circulated, new(2025, 3, 31), s => { s.Attend([], [new(MemberCategory.Pilot, asker, null)], Now); Concern(s, "Names Asker too early", asker); });
        await App.AddSessionAsync(null, "Another quarter", SessionState.Final, new(2025, 4, 1), null, "asker");
        await App.AddSessionAsync("TWG-C", "Ahead", SessionState.Draft, Today.AddDays(9), s => s.Attend([new(null, asker, null)], [], DateTime.UtcNow));

        var sessions = await ReadAsync(new("2025-Q1", "Q1", new(2025, 1, 1), new(2025, 3, 31)), DateTime.UtcNow);

        sessions[asker].Select(s => (s.Topic, s.Group, s.Presence, string.Join("|", s.Items.Select(i => i.Text)))).ShouldBe(
            [("Λατομεία", "Circular Construction and Buildings", Presence.Present, "Names both"), ("Circulated", "Circular Resource Management", Presence.Missing, "")]);
        sessions[berlin].ShouldHaveSingleItem().ShouldSatisfyAllConditions(s => s.Id.ShouldBe(settled), s => s.Presence.ShouldBeNull(), s => s.Items.Single().Dimension.ShouldBe(FactorDimension.Procurement));
        (await ReadAsync(new("x", "x", Today, Today.AddDays(30)), DateTime.UtcNow)).ShouldBeEmpty("what lies ahead counts nowhere");
    }

    [Fact]
    public async Task The_overview_counts_sessions_people_and_items_of_all_groups_and_asks_as_often_for_many()
    {
        var period = new SnapshotPeriod("2024-Q3", "Q3", new(2024, 7, 1), new(2024, 9, 30));
        var asker = await App.TerritoryAsync("asker");
        await App.AddSessionAsync("TWG-B", "Counted", SessionState.Final, new(2024, 7, 1), s => { s.Count(10, 5, null); s.Note(ItemKind.Barrier, "One"); s.Note(ItemKind.Action, "Two"); s.Attend([], [new(MemberCategory.Pilot, asker, null)], Now); });
        var few = await QueryCount.OfAsync(() => OfAllAsync(period));
        await App.AddSessionAsync("TWG-B", "A draft", SessionState.Draft, new(2024, 9, 30), s => { s.Host([new("Rotor", "BE", 3)]); s.Note(ItemKind.Barrier, "Not yet"); }, "uppsala", "berlin");
        await App.AddSessionAsync(null, "For everybody", SessionState.Final, new(2024, 8, 5), s => s.Host([new("Rotor", null, 20)]));

        var groups = (await OfAllAsync(period)).Groups;

        groups.Select(g => g.Name).ShouldBe(["Circular Bioeconomy", "Circular Construction and Buildings", "Circular Industries and Industrial Symbiosis", "Circular Resource Management", "For everybody"]);
        groups[0].ShouldBe(new QuarterGroup(groups[0].Id, "Circular Bioeconomy", 2, 0, 20, 1) { Barriers = 1, Actions = 1 });
        groups[^1].ShouldBe(new QuarterGroup(null, "For everybody", 0, 1, 20, 0));
        (await QueryCount.OfAsync(() => OfAllAsync(period))).ShouldBe(few);
    }

    [Fact]
    public async Task Delivery_counts_sessions_participants_and_the_mean_of_those_that_asked()
    {
        await App.AddSessionAsync("TWG-II", "First", SessionState.Final, new(2022, 1, 10), s => s.Count(10, 2, 4.0m));
        await App.AddSessionAsync("TWG-II", "Second", SessionState.Draft, new(2022, 3, 31), s => s.Host([new("Rotor", null, 2)]), "asker");
        await App.AddSessionAsync(null, "Webinar", SessionState.Final, new(2022, 2, 1), s => s.Count(null, 100, 4.5m));
        await App.AddSessionAsync("TWG-II", "Later", SessionState.Final, new(2022, 4, 1), s => s.Count(0, 0, null));
        await App.AddSessionAsync("TWG-II", "Ahead", SessionState.Draft, Today.AddDays(3), s => s.Count(7, null, 5));

        (await OfAsync("DEL-03", new(2022, 1, 1), new(2022, 3, 31)), await OfAsync("DEL-04", new(2022, 1, 1), new(2022, 3, 31)), await OfAsync("DEL-05", new(2022, 1, 1), new(2022, 3, 31))).ShouldBe((2, 115, 4.3m));
        (await OfAsync("DEL-03", new(2022, 4, 1), new(2022, 6, 30)), await OfAsync("DEL-04", new(2022, 4, 1), new(2022, 6, 30)), await OfAsync("DEL-05", new(2022, 4, 1), new(2022, 6, 30))).ShouldBe((1, 0, null));
        (await OfAsync("DEL-03", Today, Today.AddDays(9)), await OfAsync("DEL-05", Today, Today.AddDays(9))).ShouldBe((0, null));

        async Task<decimal?> OfAsync(string code, DateOnly from, DateOnly to) =>
            (await App.SendAsync(new GetProgrammeIndicators.Query(new(Days: new Period(from, to))))).Delivery!.Lines.Single(l => l.Code == code).Cells.Single().Value;
    }

    [Fact]
    public async Task A_timeline_tells_what_a_territory_came_to_as_far_as_the_reader_reads_minutes()
    {
        var sofia = await App.TerritoryAsync("sofia");
        var (draft, circulated, final) = (await AddAsync(SessionState.Draft), await AddAsync(SessionState.Circulated), await AddAsync(SessionState.Final));
        await App.AddSessionAsync("TWG-C", "Пловдив missed", SessionState.Final, new(2026, 5, 5), s => s.Attend([], [new(MemberCategory.Fellow, sofia, null)], Now));

        (await SeenAsync(Role.Officer)).ShouldBe([draft, circulated, final], ignoreOrder: true);
        (await SeenAsync(Role.Territory)).ShouldBe([circulated, final], ignoreOrder: true);
        (await SeenAsync(Role.Desk)).ShouldBe([final]);

        Task<Guid> AddAsync(SessionState state) => App.AddSessionAsync("TWG-C", $"Пловдив {state}", state, new(2026, 5, 4), null, "sofia");

        async Task<IEnumerable<Guid>> SeenAsync(Role role) =>
            (await App.SendAsync(new GetTimeline.Query("sofia"), role, role == Role.Territory ? sofia : null)).Where(e => e.What.Contains("Пловдив")).Select(e => Guid.Parse(e.Address!["working-groups/sessions/".Length..]));
    }

    private static void Concern(Session session, string text, params Guid[] territories)
    {
        var item = session.Note(ItemKind.Barrier, text);
        item.Say(ItemKind.Barrier, text, FactorDimension.Procurement);
        item.Concern(territories, []);
    }

    private Task<ILookup<Guid, SnapshotSession>> ReadAsync(SnapshotPeriod period, DateTime now) => App.WithDatabaseAsync(db => SnapshotSessions.ReadAsync(db, db.Territories.Select(t => t.Id), period, now, Cancellation));

    private Task<QuarterSessions> OfAllAsync(SnapshotPeriod period) => App.WithDatabaseAsync(db => SnapshotSessions.OfAllAsync(db, period, DateTime.UtcNow, Cancellation));
}

public sealed class SessionsInReportsOnSqlite(SqliteApp app) : SessionsInReportsTests(app), IClassFixture<SqliteApp>;

public sealed class SessionsInReportsOnPostgres(PostgresApp app) : SessionsInReportsTests(app), IClassFixture<PostgresApp>;

/// <summary>The chapter of a territory's report and the part of the overview, as blocks.</summary>
public sealed class SessionChapterTests
{
    private static readonly IReadOnlyList<SnapshotSession> Two =
    [
        new(SnapshotSamples.Id(950), "Circular Bioeconomy", SessionKind.Session, "Compost, Łódź", new(2026, 8, 4), null, SessionFormat.Online, Presence.Present) { Items = [new(ItemKind.Lever, "A fund for compost", FactorDimension.FinancialAndMarket)] },
        new(SnapshotSamples.Id(951), null, SessionKind.Conference, "Γενική διάσκεψη", new(2026, 9, 8), new(2026, 9, 9), null, Presence.Missing),
        new(SnapshotSamples.Id(952), "Circular Bioeconomy", SessionKind.Session, "It was only spoken of", new(2026, 9, 10), null, null, null) { Items = [new(ItemKind.Tool, "Its register", null)] },
    ];

    [Fact]
    public void Facts_from_before_sessions_were_recorded_have_no_such_chapter_and_none_is_said_in_a_sentence()
    {
        Blocks(NeedSamples.Small).OfType<HeadingBlock>().ShouldNotContain(h => h.Text == "Working groups and events");
        Table(Blocks(NeedSamples.Small with { Sessions = [] }), "sessions-table").ShouldSatisfyAllConditions(t => t.Rows.ShouldBeEmpty(), t => t.Empty.ShouldStartWith("This territory was at no session"));
    }

    [Fact]
    public void It_tells_what_the_territory_came_to_and_missed_and_what_was_said_that_names_it()
    {
        var blocks = Blocks(NeedSamples.Small with { Sessions = Two });

        blocks.OfType<HeadingBlock>().SkipWhile(h => h.Text != "Needs and support").First(h => h.Level == 1 && h.Text != "Needs and support").Text.ShouldBe("Working groups and events");
        blocks.OfType<ParagraphBlock>().Single(p => p.Key == "sessions-total").Text.Plain.ShouldBe("This territory took part in 1 of 2\u00a0sessions and events of 2026-Q3 that it belongs to or came to.");
        Table(blocks, "sessions-table").Rows.Select(r => ((TextCell)r.Cells![^1]!).Text.Plain).ShouldBe(["Took part", "Missing"]);
        Table(blocks, "sessions-items").Rows.Select(r => ((TextCell)r.Cells![0]!).Text.Plain).ShouldBe(["A fund for compost", "Its register"]);
    }

    [Fact]
    public void A_snapshot_with_sessions_is_read_back_as_it_was()
    {
        var snapshot = NeedSamples.Small with { Sessions = Two };
        var kept = CanonicalJson.Of(snapshot);

        CanonicalJson.Of(CanonicalJson.Read<TerritorySnapshot>(kept)).ShouldBe(kept);
        Encoding.UTF8.GetString(CanonicalJson.Of(NeedSamples.Small)).ShouldNotContain("\"sessions\"");
    }

    private static IReadOnlyList<Block> Blocks(TerritorySnapshot snapshot) => ReportDocuments.Of(ReportKind.Progress, SnapshotSamples.Facts(snapshot)).Blocks;

    private static TableBlock Table(IReadOnlyList<Block> blocks, string key) => blocks.OfType<TableBlock>().Single(t => t.Key == key);
}
