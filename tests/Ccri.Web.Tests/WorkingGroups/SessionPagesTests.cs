using System.Net;
using System.Text.RegularExpressions;
using Ccri.Domain.Accounts;
using Ccri.Domain.WorkingGroups;
using Ccri.Web.Features.WorkingGroups.Sessions;
using Ccri.Web.Tests.Territories;
using static Ccri.Web.Tests.WorkingGroups.SessionSamples;

namespace Ccri.Web.Tests.WorkingGroups;

public abstract partial class SessionPagesTests(CcriApp app) : BothDatabases(app)
{
    private const string New = "/working-groups/sessions/new?group=TWG-C";

    [Fact]
    public async Task A_session_is_logged_with_the_topic_alone_and_shown_by_its_page()
    {
        using var officer = await App.SignedInAsync(Role.Officer);
        var page = await officer.PageAsync(New);
        Ticked(page).Count.ShouldBe(7);
        using var refused = await officer.SendFormAsync(New, Browsing.FormOf(page), ("Input.From", "half past two"));
        var text = await refused.TextAsync();
        (refused.StatusCode, text.Contains("“half past two” is no time of the day"), text.Contains("Say in a line what it was about")).ShouldBe((HttpStatusCode.BadRequest, true, true));

        using var logged = await officer.SendFormAsync(New, Browsing.FormOf(page), ("Input.Topic", "Ανακύκλωση στο Пловдив"), ("Input.Items[0].Kind", "Decision"), ("Input.Items[0].Text", "We meet again"), ("Input.FollowUps[0].What", "Book the room"));
        (logged.StatusCode, logged.RequestMessage!.RequestUri!.AbsolutePath).ShouldSatisfyAllConditions(l => l.StatusCode.ShouldBe(HttpStatusCode.OK), l => l.AbsolutePath.ShouldMatch("/working-groups/sessions/[0-9a-f-]{36}$"));
        var shown = await logged.TextAsync();
        foreach (var words in (string[])["Ανακύκλωση στο Пловдив", "We meet again", "Book the room", "Minutes: draft", "Log the same again"])
            shown.ShouldContain(words);
    }

    [Fact]
    public async Task Another_group_brings_its_members_and_one_more_row_keeps_what_was_typed()
    {
        using var officer = await App.SignedInAsync(Role.Officer);
        var form = await officer.OpenFormAsync(New);
        using var moved = await officer.SendFormAsync($"{New}&handler=Members", form, ("Input.Group", "TWG-RM"), ("Input.Topic", "Half typed"));
        var page = await moved.TextAsync();
        Browsing.FormOf(page).ShouldSatisfyAllConditions(f => f["Input.Topic"].ShouldBe("Half typed"), f => f["Input.Group"].ShouldBe("TWG-RM"), f => f["Input.MembersOf"].ShouldStartWith("TWG-RM "));
        Ticked(page).ShouldBe([$"{await App.TerritoryIdAsync("capannori")}", $"{await App.TerritoryIdAsync("helsinki-uusimaa")}", $"{await App.TerritoryIdAsync("munich")}"], ignoreOrder: true);

        using var more = await officer.SendFormAsync($"{New}&handler=Point", form, ("Input.Items[2].Text", "The third"));
        var longer = Browsing.FormOf(await more.TextAsync());
        (longer["Input.Items[2].Text"], longer["Input.Items[3].Text"]).ShouldBe(("The third", ""));
        using var owed = await officer.SendFormAsync($"{New}&handler=FollowUp", form, ("Input.FollowUps[1].What", "The second"));
        Browsing.FormOf(await owed.TextAsync()).ShouldSatisfyAllConditions(f => f["Input.FollowUps[1].What"].ShouldBe("The second"), f => f.ShouldContainKey("Input.FollowUps[2].What"));
    }

    [Fact]
    public async Task A_draft_with_seven_points_of_another_group_shows_seven_and_its_members()
    {
        using var officer = await App.SignedInAsync(Role.Officer);
        var munich = await App.TerritoryIdAsync("munich");
        var form = await officer.OpenFormAsync(New);
        form["Input.Group"] = "TWG-RM";
        form["Input.MembersOf"] = $"TWG-RM {form["Input.On"]}"; // its members were shown, and all but one unticked
        form["Input.Present"] = $"{munich}";
        form["Input.Items[6].Text"] = "The seventh";
        form["Input.Items[6].Territories"] = $"{munich}";
        using var kept = await officer.SendFormAsync("/accounts/drafts", form);
        (await kept.TextAsync()).ShouldStartWith("Draft kept");

        var page = WebUtility.HtmlDecode(await officer.PageAsync($"{New}&draft=1"));

        Browsing.FormOf(page).ShouldSatisfyAllConditions(f => f["Input.Items[6].Text"].ShouldBe("The seventh"), f => f["Input.MembersOf"].ShouldStartWith("TWG-RM "));
        Ticked(page).ShouldBe([$"{munich}"]);
        Regex.IsMatch(page, $"name=\"Input.Items\\[6\\].Territories\" value=\"{munich}\" checked").ShouldBeTrue();
    }

    [Fact]
    public async Task A_draft_of_a_group_whose_members_were_not_shown_ticks_them_all()
    {
        using var officer = await App.SignedInAsync(Role.Officer);
        var form = await officer.OpenFormAsync(New);
        form["Input.Group"] = "TWG-RM";
        using var kept = await officer.SendFormAsync("/accounts/drafts", form);

        var page = WebUtility.HtmlDecode(await officer.PageAsync($"{New}&draft=1"));

        foreach (var member in (string[])["capannori", "helsinki-uusimaa", "munich"])
            Ticked(page).ShouldContain($"{await App.TerritoryIdAsync(member)}");
    }

    [Fact]
    public async Task Rows_that_somebody_else_changed_meanwhile_are_told_and_not_written_over()
    {
        var id = await App.LogAsync("Of two", form => form with { Items = [Point(ItemKind.Barrier, "As it was")] });
        using var officer = await App.SignedInAsync(Role.Officer);
        var form = await officer.OpenFormAsync($"/working-groups/sessions/{id}/edit");
        var other = (await App.SendAsync(new EditSession.Query(id))).Form;
        await App.SendAsync(other with { Items = [other.Items[0] with { Text = "As the other says" }] });
        form["Input.Topic"] = "Of two, renamed";

        using var answer = await officer.SendFormAsync($"/working-groups/sessions/{id}/edit", form);

        (await answer.TextAsync()).ShouldContain("somebody else changed these rows");
        (await App.SheetAsync(id)).ShouldSatisfyAllConditions(s => s.Topic.ShouldBe("Of two"), s => s.Items.Single().Text.ShouldBe("As the other says"));
    }

    [Fact]
    public async Task A_draft_of_endless_rows_does_not_make_them()
    {
        using var officer = await App.SignedInAsync(Role.Officer);
        var form = await officer.OpenFormAsync(New);
        form["Input.Items[2000000000].Text"] = "Too many";
        using var kept = await officer.SendFormAsync("/accounts/drafts", form);
        (await officer.PageAsync($"{New}&draft=1")).ShouldNotContain("Input.Items[3]");
    }

    [Fact]
    public async Task Minutes_go_from_draft_to_final_by_the_buttons_of_the_page()
    {
        var id = await App.LogAsync("By buttons");
        var address = $"/working-groups/sessions/{id}";
        using var lead = await App.SignedInAsync(Role.Lead, "TWG-C");
        using var desk = await App.SignedInAsync(Role.Desk);
        (await desk.StatusAsync(address)).ShouldBe(HttpStatusCode.NotFound);
        (await PressAsync(lead, address, "Circulate")).ShouldContain("Minutes: circulated");
        using var objected = await lead.PostFormAsync($"{address}/objections/new", ("Input.For", $"{await App.TerritoryIdAsync("asker")}"), ("Input.Text", "Not so"));
        (await objected.TextAsync()).ShouldContain("Not so");
        (await PressAsync(lead, address, "Finalise")).ShouldContain("An objection waits for its answer. Answer it first.");
        using var answered = await lead.PostFormAsync($"{address}/objections/1", ("Input.IsAccepted", "false"), ("Input.Text", "It was so"));
        (await answered.TextAsync()).ShouldContain("It was so");
        (await PressAsync(lead, address, "Finalise")).ShouldContain("Minutes: final");
        (await desk.PageAsync(address)).ShouldContain("By buttons");
        using var withdrawn = await lead.PostFormAsync($"{address}/withdraw", ("Input.Reason", "A name is wrong"));
        (await withdrawn.TextAsync()).ShouldContain("A name is wrong");
        (await desk.StatusAsync(address)).ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task An_edit_after_two_days_is_read_in_its_earlier_version_and_follow_ups_are_done_and_undone()
    {
        var id = await App.LogAsync("Kept", form => form with { FollowUps = [FollowUp("Ring them", new OwnerKey(null, form.Present[0]))] });
        await App.CirculateAsync(id);
        await App.FinaliseAsync(id);
        using var lead = await App.SignedInAsync(Role.Lead, "TWG-C");
        var address = $"/working-groups/sessions/{id}";
        using var edited = await lead.SendFormAsync($"{address}/edit", await lead.OpenFormAsync($"{address}/edit"), ("Input.Topic", "Kept and mended"), ("Input.Reason", "A slip of the pen"));
        (await edited.TextAsync()).ShouldContain("A slip of the pen");
        (await lead.PageAsync($"{address}/versions/1")).ShouldContain("The topic: “Kept” became “Kept and mended”.");
        using var contact = await App.SignedInAsync(Role.Territory, "asker");
        (await contact.StatusAsync($"{address}/versions/1")).ShouldBe(HttpStatusCode.Forbidden);

        (await lead.PageAsync("/")).ShouldContain("Log a session");
        var item = (await App.SheetAsync(id)).Items.Single().Id;
        (await lead.PageAsync("/working-groups/follow-ups")).ShouldContain("Ring them");
        var done = await PostAsync(lead, "/working-groups/follow-ups", $"/working-groups/follow-ups?handler=Done&item={item}&back=%2F%2Fevil.example.org");
        (done.Contains("Done: Ring them"), done.Contains("Undo")).ShouldBe((true, true));
        (await lead.PageAsync("/working-groups/follow-ups?stand=done")).ShouldContain("Ring them");
        (await PostAsync(lead, "/working-groups/follow-ups?stand=done", $"/working-groups/follow-ups?handler=Open&item={item}")).ShouldContain("Open again: Ring them");
    }

    [Fact]
    public async Task The_list_is_filtered_and_downloaded_and_closed_to_nobody_who_reads()
    {
        await App.LogAsync("=HYPERLINK(\"a\")");
        using var lead = await App.SignedInAsync(Role.Lead, "TWG-C");
        (await lead.PageAsync("/working-groups/sessions?q=hyperlink&group=TWG-C&year=2026&kind=session&state=draft")).ShouldContain("HYPERLINK");
        var csv = await lead.PageAsync("/working-groups/sessions.csv?q=hyperlink");
        csv.ShouldContain("Open follow-ups");
        csv.Split('\n').Count(line => line.StartsWith('=')).ShouldBe(0);
        (await lead.PageAsync("/working-groups/sessions?q=none-like-this")).ShouldContain("No session matches");
        using var desk = await App.SignedInAsync(Role.Desk);
        (await desk.PageAsync("/working-groups/sessions")).ShouldNotContain("HYPERLINK");
        (await desk.StatusAsync("/working-groups/follow-ups")).ShouldBe(HttpStatusCode.Forbidden);
        (await desk.StatusAsync("/working-groups/sessions/new")).ShouldBe(HttpStatusCode.Forbidden);
    }

    /// <summary>The ids of the attendance that are ticked.</summary>
    private static List<string> Ticked(string page) => [.. TickedBox().Matches(page).Select(m => m.Groups[1].Value)];

    private static async Task<string> PressAsync(HttpClient client, string address, string handler)
    {
        var version = Version().Match(await client.PageAsync(address)).Groups[1].Value;
        return await PostAsync(client, address, $"{address}?handler={handler}", ("version", version));
    }

    private static async Task<string> PostAsync(HttpClient client, string shown, string address, params (string, string)[] fields)
    {
        var token = Token().Match(await client.PageAsync(shown)).Groups[1].Value;
        using var content = new FormUrlEncodedContent([.. fields.Select(f => KeyValuePair.Create(f.Item1, f.Item2)), KeyValuePair.Create("__RequestVerificationToken", token)]);
        using var answer = await client.PostAsync(new Uri(address, UriKind.Relative), content, Cancellation);
        return await answer.TextAsync();
    }

    [GeneratedRegex("name=\"Input.Present\" value=\"([^\"]*)\" checked")]
    private static partial Regex TickedBox();

    [GeneratedRegex("name=\"version\" value=\"([^\"]*)\"")]
    private static partial Regex Version();

    [GeneratedRegex("name=\"__RequestVerificationToken\"[^>]*value=\"([^\"]*)\"")]
    private static partial Regex Token();
}

public sealed class SessionPagesOnSqlite(SqliteApp app) : SessionPagesTests(app), IClassFixture<SqliteApp>;

public sealed class SessionPagesOnPostgres(PostgresApp app) : SessionPagesTests(app), IClassFixture<PostgresApp>;
