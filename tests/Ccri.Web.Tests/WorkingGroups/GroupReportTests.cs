using System.Net;
using System.Text;
using Ccri.Domain.Accounts;
using Ccri.Domain.Solutions;
using Ccri.Domain.WorkingGroups;
using Ccri.Web.Errors;
using Ccri.Web.Features.Shared.Calendar;
using Ccri.Web.Features.WorkingGroups.Calendar;
using Ccri.Web.Features.WorkingGroups.Documents;
using Ccri.Web.Tests.Support;
using FluentValidation;
using Microsoft.EntityFrameworkCore;
using static Ccri.Web.Tests.WorkingGroups.DocumentSamples;

namespace Ccri.Web.Tests.WorkingGroups;

public abstract class GroupReportTests(CcriApp app) : BothDatabases(app)
{
    [Fact]
    public async Task It_tells_what_was_said_in_sessions_that_were_held_with_the_text_of_the_lead_and_marks_drafts()
    {
        var group = await App.GroupAsync("TWG-C");
        await App.AddSessionAsync("TWG-C", "Demolition in Łódź", SessionState.Draft, tell: s => s.Note(ItemKind.Barrier, "Audits come late").Say(ItemKind.Barrier, "Audits come late", FactorDimension.Regulatory), came: "uppsala");
        await App.AddSessionAsync("TWG-C", "What is next", SessionState.Draft, Today.AddDays(40), s => s.Note(ItemKind.Barrier, "Nobody has said that yet"));
        await App.AddSessionAsync("TWG-RM", "Repair", SessionState.Final, tell: s => s.Note(ItemKind.Barrier, "Of another group"));
        await App.SendAsLeadAsync(new WriteGroupReport.Command { Code = "TWG-C", Section = "barriers-and-levers", Text = "Τα εμπόδια, με δικά μας λόγια." }, group);

        var report = await App.SendAsync(new GetGroupReport.Query("TWG-C"), Role.Lead);

        var said = Encoding.UTF8.GetString(report.Report.Json.Span);
        (said.Contains("Audits come late"), said.Contains("draft minutes"), said.Contains("Τα εμπόδια, με δικά μας λόγια."), said.Contains("Nobody has said that yet"), said.Contains("Of another group")).ShouldBe((true, true, true, false, false));
        Encoding.UTF8.GetString(report.Facts).ShouldNotMatch("[0-9a-f]{8}-[0-9a-f]{4}-");
        (await App.SendAsync(new GetGroupReport.Query("TWG-C"), Role.Officer)).Facts.ShouldBe(report.Facts);
        await Should.ThrowAsync<NotFoundException>(() => App.SendAsync(new GetGroupReport.Query("TWG-none")));
    }

    [Fact]
    public async Task An_item_is_left_out_with_a_reason_that_the_annex_tells_and_taken_in_again()
    {
        var group = await App.GroupAsync("TWG-II");
        await App.AddSessionAsync("TWG-II", "Heat of factories", SessionState.Final, tell: s => s.Note(ItemKind.Recommendation, "Use the heat twice"));
        var item = (await App.SendAsLeadAsync(new WriteGroupReport.Query("TWG-II", "recommendations"), group)).Items.ShouldHaveSingleItem();
        var form = (await App.SendAsLeadAsync(new LeaveOutItem.Query("TWG-II", item.Id), group)).Form;
        (await Should.ThrowAsync<ValidationException>(() => App.SendAsLeadAsync(form with { Reason = " " }, group))).Errors.Single().PropertyName.ShouldBe("Reason");

        await App.SendAsLeadAsync(form with { Reason = "Said twice" }, group);
        await Should.ThrowAsync<DbUpdateConcurrencyException>(() => App.SendAsLeadAsync(form with { Reason = "Said thrice" }, group));
        var out1 = Encoding.UTF8.GetString((await App.SendAsync(new GetGroupReport.Query("TWG-II"))).Report.Json.Span);
        (out1.Contains("Said twice"), out1.Contains("No recommendation is logged yet")).ShouldBe((true, true));

        await App.SendAsLeadAsync(new TakeInItem.Command("TWG-II", item.Id), group);
        await App.SendAsLeadAsync(new TakeInItem.Command("TWG-II", item.Id), group);
        var back = Encoding.UTF8.GetString((await App.SendAsync(new GetGroupReport.Query("TWG-II"))).Report.Json.Span);
        (back.Contains("Said twice"), back.Contains("Use the heat twice")).ShouldBe((false, true));
    }

    [Fact]
    public async Task Only_the_lead_of_the_whole_group_writes_in_it()
    {
        var (own, other) = (await App.GroupAsync("TWG-B"), await App.GroupAsync("TWG-C"));
        var session = await App.AddSessionAsync("TWG-B", "Compost", SessionState.Draft, tell: s => s.Note(ItemKind.Lever, "Compost for all"));
        var item = await App.WithDatabaseAsync(db => db.SessionItems.Where(i => i.SessionId == session).Select(i => i.Id).SingleAsync(Cancellation));
        var part = await App.WithDatabaseAsync(db => db.SubGroups.Where(g => g.WorkingGroupId == own).Select(g => g.Id).FirstAsync(Cancellation));
        var write = new WriteGroupReport.Command { Code = "TWG-B", Section = "introduction", Text = "Ours" };

        foreach (var (group, subGroup) in new[] { (other, (Guid?)null), (own, part) })
        {
            await Should.ThrowAsync<NotAllowedException>(() => App.SendAsLeadAsync(write, group, subGroup));
            await Should.ThrowAsync<NotAllowedException>(() => App.SendAsLeadAsync(new LeaveOutItem.Command { Code = "TWG-B", Id = item, Reason = "Why" }, group, subGroup));
            await Should.ThrowAsync<NotAllowedException>(() => App.SendAsLeadAsync(new TakeInItem.Command("TWG-B", item), group, subGroup));
            (await App.SendAsLeadAsync(new GetGroupReport.Query("TWG-B"), group, subGroup)).MayWrite.ShouldBeFalse();
        }
        await Should.ThrowAsync<NotFoundException>(() => App.SendAsLeadAsync(new LeaveOutItem.Query("TWG-C", item), other)); // an item of another group is not reached through the own one
        await App.SendAsLeadAsync(write, own);
        await Should.ThrowAsync<DbUpdateConcurrencyException>(() => App.SendAsLeadAsync(write with { Text = "Somebody else's" }, own));
        (await App.SendAsLeadAsync(new WriteGroupReport.Query("TWG-B", "introduction"), own)).Form.Text.ShouldBe("Ours");
        (await Should.ThrowAsync<ValidationException>(() => App.SendAsLeadAsync(write with { Text = new string('x', GroupReportText.LongestText + 1) }, own))).Errors.Single().PropertyName.ShouldBe("Text");
    }

    [Fact]
    public async Task The_pages_carry_a_text_and_a_reason_through_and_are_closed_to_those_who_only_read()
    {
        await App.AddSessionAsync("TWG-RM", "Textiles", SessionState.Final, tell: s => s.Note(ItemKind.GoodPractice, "A library of clothes"));
        using var lead = await App.SignedInAsync(Role.Lead, scope: "TWG-RM");
        using var other = await App.SignedInAsync(Role.Lead, scope: "TWG-C");
        using var desk = await App.SignedInAsync(Role.Desk);

        using var written = await lead.PostFormAsync("/working-groups/TWG-RM/report/replicable-practices", ("Input.Text", "Пример от Пловдив"));
        (written.RequestMessage!.RequestUri!.AbsolutePath, (await written.TextAsync()).Contains("Пример от Пловдив")).ShouldBe(("/working-groups/TWG-RM/report", true));
        var item = System.Text.RegularExpressions.Regex.Match(await lead.PageAsync("/working-groups/TWG-RM/report/replicable-practices"), "/working-groups/TWG-RM/report/items/[0-9a-f-]{36}").Value;
        using var refused = await lead.PostFormAsync(item, ("Input.Reason", ""));
        (refused.StatusCode, (await refused.TextAsync()).Contains("Say why it is left out")).ShouldBe((HttpStatusCode.BadRequest, true));
        using var leftOut = await lead.PostFormAsync(item, ("Input.Reason", "Not ours to tell"));
        (await leftOut.TextAsync()).ShouldContain("Left out: Not ours to tell");
        using var back = await lead.PostAgainAsync(await lead.PageAsync(item), $"{item}?handler=TakeIn");
        (await back.TextAsync()).ShouldContain("The item is in the report again.");

        (await other.PageAsync("/working-groups/TWG-RM/report")).ShouldNotContain("/working-groups/TWG-RM/report/replicable-practices");
        (await other.StatusAsync("/working-groups/TWG-RM/report/replicable-practices")).ShouldBe(HttpStatusCode.Forbidden);
        (await desk.StatusAsync("/working-groups/TWG-RM/report")).ShouldBe(HttpStatusCode.Forbidden);
        (await lead.StatusAsync("/working-groups/TWG-RM/report/nothing")).ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_report_of_many_sessions_asks_the_database_as_often_as_one_of_few()
    {
        await App.AddSessionAsync("TWG-B", "One", SessionState.Final, tell: s => s.Note(ItemKind.Lever, "One"), came: "asker");
        var few = await QueryCount.OfAsync(() => App.SendAsync(new GetGroupReport.Query("TWG-B")));
        for (var i = 0; i < 6; i++)
            await App.AddSessionAsync("TWG-B", $"Another {i}", SessionState.Draft, new DateOnly(2026, 3, 1 + i), s => s.Note(ItemKind.Tool, "Another"), "uppsala", "berlin");
        (await QueryCount.OfAsync(() => App.SendAsync(new GetGroupReport.Query("TWG-B")))).ShouldBe(few);
    }

    [Fact]
    public async Task The_calendar_of_a_group_tells_a_contact_what_lies_ahead_of_it_without_the_agenda_and_the_desk_what_is_final()
    {
        // Uppsala is in the group of construction, and Asker is not.
        await App.AddMemberAsync("TWG-C", "munich");
        var held = await App.AddSessionAsync("TWG-C", "Held and final", SessionState.Final, new(2026, 2, 2), s => s.Tell("The agenda of old", null, null));
        await App.AddSessionAsync("TWG-C", "Held, a draft", SessionState.Draft, new(2026, 2, 3));
        var ahead = await App.AddSessionAsync("TWG-C", "Ahead, Εμπρός", SessionState.Draft, Today.AddDays(30), s => s.Tell("A secret agenda", null, null));
        await App.AddSessionAsync("TWG-C", "Some spring", SessionState.Final, new(2023, 4, 1), s => s.Hold(At(new(2023, 4, 1)), Ccri.Domain.DatePrecision.Quarter));
        var (munich, roubaix) = (await App.TerritoryAsync("munich"), await App.TerritoryAsync("fellow-to-be-named-1"));

        var (officer, desk, member) = (await OfAsync(Role.Officer), await OfAsync(Role.Desk), await OfAsync(Role.Territory, munich));
        officer.Select(e => e.Summary).ShouldBe(["Held and final", "Held, a draft", "Ahead, Εμπρός"], ignoreOrder: true);
        desk.Select(e => e.Summary).ShouldBe(["Held and final"]);
        member.Select(e => (e.Summary, e.Url is null, e.Description is null)).ShouldBe([("Held and final", false, false), ("Ahead, Εμπρός", true, true)]);
        (await OfAsync(Role.Territory, roubaix)).ShouldBeEmpty();
        officer.Single(e => e.Summary == "Held and final").ShouldSatisfyAllConditions(e => e.Description!.ShouldStartWith("The agenda of old\n\nhttp"), e => e.Url!.ShouldEndWith($"/working-groups/sessions/{held}"));

        (await CalendarFileTests.ReadAsync((await App.SendAsync(new GetSessionCalendar.Query(ahead), Role.Territory, munich)).Text)).Single().Description.ShouldBeNull();
        await Should.ThrowAsync<NotFoundException>(() => App.SendAsync(new GetSessionCalendar.Query(ahead), Role.Desk));
        await Should.ThrowAsync<NotFoundException>(() => App.SendAsync(new GetSessionCalendar.Query(ahead), Role.Territory, roubaix));
        using var contact = await App.SignedInAsync(Role.Territory, "munich");
        using var answer = await contact.GetAsync(new Uri("/working-groups/TWG-C/calendar.ics", UriKind.Relative), Cancellation);
        (answer.Content.Headers.ContentType!.MediaType, answer.Content.Headers.ContentDisposition!.FileName).ShouldBe(("text/calendar", "twg-c.ics"));

        async Task<IReadOnlyList<CalendarFileTests.Read>> OfAsync(Role role, Guid? territory = null) =>
            [.. (await CalendarFileTests.ReadAsync((await App.SendAsync(new GetGroupCalendar.Query("TWG-C"), role, territory)).Text)).Where(e => e.Summary is "Held and final" or "Held, a draft" or "Ahead, Εμπρός" or "Some spring")];
    }
}

public sealed class GroupReportOnSqlite(SqliteApp app) : GroupReportTests(app), IClassFixture<SqliteApp>;

public sealed class GroupReportOnPostgres(PostgresApp app) : GroupReportTests(app), IClassFixture<PostgresApp>;
