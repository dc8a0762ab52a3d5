using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Ccri.Domain.Accounts;
using Ccri.Domain.WorkingGroups;
using Ccri.Web.Errors;
using Ccri.Web.Features.WorkingGroups.Documents;
using Ccri.Web.Rendering;
using Ccri.Web.Tests.Rendering;
using Ccri.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;
using static Ccri.Web.Tests.WorkingGroups.DocumentSamples;

namespace Ccri.Web.Tests.WorkingGroups;

public abstract class MinutesDocumentTests(CcriApp app) : BothDatabases(app)
{
    [Fact]
    public async Task Everybody_reads_only_the_minutes_that_are_theirs_to_read()
    {
        var (uppsala, berlin) = (await App.TerritoryAsync("uppsala"), await App.TerritoryAsync("berlin"));
        var (draft, circulated, final) = (await AddAsync(SessionState.Draft), await AddAsync(SessionState.Circulated), await AddAsync(SessionState.Final));

        foreach (var role in (Role[])[Role.Officer, Role.Lead, Role.Coordinator])
            foreach (var id in (Guid[])[draft, circulated, final])
                (await App.SendAsync(new GetMinutes.Query(id), role)).Id.ShouldBe(id);
        (await App.SendAsync(new GetMinutes.Query(final), Role.Desk)).Id.ShouldBe(final);
        (await App.SendAsync(new GetMinutes.Query(circulated), Role.Territory, uppsala)).Id.ShouldBe(circulated);
        await Should.ThrowAsync<NotFoundException>(() => App.SendAsync(new GetMinutes.Query(circulated), Role.Desk));
        await Should.ThrowAsync<NotFoundException>(() => App.SendAsync(new GetMinutes.Query(draft), Role.Desk));
        await Should.ThrowAsync<NotFoundException>(() => App.SendAsync(new GetMinutes.Query(draft), Role.Territory, uppsala));
        await Should.ThrowAsync<NotFoundException>(() => App.SendAsync(new RenderMinutes.Query(draft), Role.Territory, berlin));

        Task<Guid> AddAsync(SessionState state) => App.AddSessionAsync("TWG-C", $"Theirs {state}", state, came: "uppsala");
    }

    [Fact]
    public async Task The_same_facts_give_the_same_minutes_for_every_reader_and_a_correction_is_told()
    {
        var id = await App.AddSessionAsync("TWG-C", "Пловдив: одити", SessionState.Final, tell: session => session.Note(ItemKind.Barrier, "Δεν υπάρχουν δεδομένα").Concern([session.Attendees[0].TerritoryId!.Value], []), came: ["uppsala", "asker"]);
        var (officer, desk, contact) = (await App.SendAsync(new GetMinutes.Query(id), Role.Officer), await App.SendAsync(new GetMinutes.Query(id), Role.Desk), await App.SendAsync(new GetMinutes.Query(id), Role.Territory, await App.TerritoryAsync("uppsala")));

        (desk.Report.Json.ToArray().SequenceEqual(officer.Report.Json.Span), contact.Report.Json.ToArray().SequenceEqual(officer.Report.Json.Span), contact.Facts.SequenceEqual(officer.Facts)).ShouldBe((true, true, true));
        Encoding.UTF8.GetString(officer.Facts).ShouldNotMatch("[0-9a-f]{8}-[0-9a-f]{4}-");
        await App.WithDatabaseAsync(async db =>
        {
            var session = await db.Sessions.SingleAsync(s => s.Id == id, Cancellation);
            db.MinutesVersions.Add(session.Correct(() => "{}", 0, "The day was wrong.", null, new DateTime(2026, 7, 1, 9, 0, 0, DateTimeKind.Utc))!);
            return await db.SaveChangesAsync(Cancellation);
        });
        (await App.SendAsync(new GetMinutes.Query(id))).Report.Report.Blocks.OfType<ListBlock>().Single().Items.Select(i => i.Plain).ShouldContain("Corrected on 1\u00a0Jul\u00a02026: The day was wrong.");
    }

    [Fact]
    public async Task The_page_shows_the_words_and_the_button_gives_a_sound_file_with_a_name()
    {
        var id = await App.AddSessionAsync("TWG-RM", "Łódź: naprawa", SessionState.Draft, new(2026, 5, 4), session => session.Note(ItemKind.Recommendation, "Lend tools"), "asker");
        using var lead = await App.SignedInAsync(Role.Lead, scope: "TWG-RM");
        using var desk = await App.SignedInAsync(Role.Desk);

        var page = await lead.PageAsync($"/working-groups/sessions/{id}/minutes");
        (page.Contains("Łódź: naprawa"), page.Contains("Lend tools"), page.Contains("Draft, not circulated"), page.Contains($"/working-groups/sessions/{id}/minutes.pdf")).ShouldBe((true, true, true, true));
        using var answer = await lead.GetAsync(new Uri($"/working-groups/sessions/{id}/minutes.pdf", UriKind.Relative), Cancellation);
        (answer.StatusCode, answer.Content.Headers.ContentType!.MediaType, answer.Content.Headers.ContentDisposition!.FileName).ShouldBe((HttpStatusCode.OK, "application/pdf", "minutes-2026-05-04-twg-rm.pdf"));
        foreach (var address in (string[])["minutes", "minutes.pdf", "calendar.ics"])
            (await desk.StatusAsync($"/working-groups/sessions/{id}/{address}")).ShouldBe(HttpStatusCode.NotFound, address);
    }
}

public sealed class MinutesDocumentOnSqlite(SqliteApp app) : MinutesDocumentTests(app), IClassFixture<SqliteApp>;

public sealed class MinutesDocumentOnPostgres(PostgresApp app) : MinutesDocumentTests(app), IClassFixture<PostgresApp>;

/// <summary>What minutes say, as blocks and on paper.</summary>
public sealed class MinutesReportTests(SqliteApp app) : IClassFixture<SqliteApp>
{
    private ProgrammeCalendar Calendar => app.Services.GetService(typeof(ProgrammeCalendar)) as ProgrammeCalendar ?? throw new InvalidOperationException();

    [Fact]
    public void They_tell_the_times_of_both_clocks_who_came_as_what_and_who_was_missing()
    {
        var facts = MinutesReport.Of(Whole(), [], Calendar).Blocks.OfType<KeyValuesBlock>().SelectMany(b => b.Items).ToDictionary(i => i.Key!, i => i.Value.Plain);

        facts["time"].ShouldBe("22:00 to 01:00 the next day in Helsinki, 21:00 to 00:00 in Brussels");
        (facts["present-Pilot"], facts["present-Fellow"], facts["present-CcriProject"], facts["present-others"]).ShouldBe(("Łódź", "Δυτική Μακεδονία", "CIRC-BOOST", "Пловдив"));
        (facts["missing"], facts["guests"], facts["people"], facts["satisfaction"]).ShouldBe(("Uppsala (Pilot)", "Rotor (Belgium), 2\u00a0people; A school", "8 on site, 12 online", "4.2 of 5"));
    }

    [Fact]
    public void A_draft_says_so_and_final_minutes_say_nothing_of_it()
    {
        var (draft, circulated, final) = (MinutesReport.Of(Whole(SessionState.Draft), [], Calendar), MinutesReport.Of(Whole(SessionState.Circulated), [], Calendar), MinutesReport.Of(Whole(), [], Calendar));

        (draft.Meta.Draft, circulated.Meta.Draft, final.Meta.Draft).ShouldBe((true, false, false));
        (draft.Blocks.OfType<NoteBlock>().Single().Title, circulated.Blocks.OfType<NoteBlock>().Single().Title).ShouldBe(("Draft", "Circulated, not final"));
        final.Blocks.OfType<NoteBlock>().ShouldBeEmpty();
        final.Meta.FrozenAt.UtcDateTime.ShouldBe(Whole().ChangedAt);
    }

    [Fact]
    public void What_was_agreed_comes_first_and_the_rest_stands_by_kind_without_empty_columns()
    {
        var tables = MinutesReport.Of(Whole(), [], Calendar).Blocks.OfType<TableBlock>().ToDictionary(t => t.Key!);

        tables.Keys.ShouldBe(["decision", "actions", "points"]);
        tables["points"].Columns.Select(c => c.Name).ShouldBe(["Point", "Dimension"]);
        tables["points"].Rows.Select(r => r.Group ?? string.Join(" | ", r.Cells!.OfType<TextCell>().Select(c => $"{c.Text.Plain}{(c.Note is null ? "" : $" ({c.Note})")}"))).ShouldBe(["Barriers", "Audits come after the permit. (Łódź) | Regulatory", "Knowledge and tools", "A register of materials."]);
        tables["decision"].Columns.Select(c => c.Name).ShouldBe(["Decision"]);
        tables["actions"].Rows.Select(r => string.Join(" | ", r.Cells!.Select(c => (c as TextCell)?.Text.Plain))).ShouldBe(["Send the template. | Uppsala | 1\u00a0Dec\u00a02026 | Open", "Ask Rotor. | Anna Kowalska | 5\u00a0Dec\u00a02026 | 23\u00a0Nov\u00a02026"]);
    }

    [Fact]
    public async Task On_paper_they_are_sound_and_the_same_bytes_each_time_with_and_without_anything_to_say()
    {
        using var renderer = Tools.Renderer();
        var bare = Whole() with { Items = [], Attendees = [], Guests = [], Names = null, Agenda = null, Summary = null, Place = null, Format = null, PeopleOnline = null, PeopleOnSite = null, Satisfaction = null, Steps = [] };
        var many = Whole(SessionState.Draft) with
        {
            Topic = string.Concat(Enumerable.Repeat("Αποδόμηση, επαναχρησιμοποίηση ", 10))[..300], Place = "https://meet.example.org/" + new string('a', 270),
            Items = [.. Enumerable.Range(1, 100).Select(i => Item(i, ItemKind.Barrier, new string('ж', 30) + " " + string.Concat(Enumerable.Repeat("слово ", i * 3)), null, "Łódź"))],
        };
        foreach (var (session, least) in new[] { (Whole(), 1), (bare, 1), (many, 5) })
        {
            var job = new RenderJob(PrintableReport.From(MinutesReport.Of(session, [], Calendar)), "{}"u8.ToArray());
            var (first, second) = ((await renderer.RenderAsync([job], TestContext.Current.CancellationToken))[0], (await renderer.RenderAsync([job], TestContext.Current.CancellationToken))[0]);
            using var pdf = new PdfFile(first);
            await pdf.ShouldBeSoundAsync();
            second.Pdf.ShouldBe(first.Pdf);
            first.Pages.ShouldBeGreaterThanOrEqualTo(least);
            (await pdf.FillsAsync()).SkipLast(1).ShouldAllBe(fill => fill > 0.2);
            Regex.Replace(await pdf.TextAsync(), @"\s+", "").ShouldContain(Regex.Replace(session.Topic, @"\s+", ""));
        }
    }
}
