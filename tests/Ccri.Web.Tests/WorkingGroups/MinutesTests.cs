using System.Text;
using Ccri.Domain;
using Ccri.Domain.Accounts;
using Ccri.Domain.WorkingGroups;
using Ccri.Web.Errors;
using Ccri.Web.Features.WorkingGroups.Sessions;
using Ccri.Web.Security;
using Ccri.Web.Tests.Territories;
using static Ccri.Web.Tests.WorkingGroups.SessionSamples;

namespace Ccri.Web.Tests.WorkingGroups;

public abstract class MinutesTests(CcriApp app) : BothDatabases(app)
{
    private static readonly ScopedRole Desk = new(Role.Desk, null, null);

    [Fact]
    public async Task A_territory_reads_what_is_circulated_of_its_groups_and_the_desk_what_is_final()
    {
        var id = await App.LogAsync("Read by whom");
        var (member, stranger) = (new ScopedRole(Role.Territory, await App.TerritoryIdAsync("asker"), null), new ScopedRole(Role.Territory, await App.TerritoryIdAsync("munich"), null));
        await Unseen(member);
        await Unseen(Desk);

        await App.CirculateAsync(id);
        var seen = await App.AsAsync(member, new GetSession.Query(id));
        (seen.MayWrite, seen.Versions.Count, seen.ObjectsFor.Single().Name).ShouldBe((false, 0, "Asker"));
        seen.Sheet.Attendees.Where(a => a.IsTerritory).ShouldAllBe(a => a.Slug == null || a.Slug == "asker");
        await Unseen(stranger);
        await Unseen(Desk);

        await App.FinaliseAsync(id);
        (await App.AsAsync(Desk, new GetSession.Query(id))).Sheet.State.ShouldBe(SessionState.Final);
        await Unseen(stranger);

        async Task Unseen(ScopedRole role)
        {
            await Should.ThrowAsync<NotFoundException>(() => App.AsAsync(role, new GetSession.Query(id)));
            (await App.AsAsync(role, new ListSessions.Query("Read by whom"))).Total.ShouldBe(0);
        }
    }

    [Fact]
    public async Task A_lead_writes_only_in_the_own_group()
    {
        var (id, other, own) = (await App.LogAsync("Mine alone"), await App.LeadAsync("TWG-RM"), await App.LeadAsync("TWG-C"));
        var version = (await App.AsAsync(other, new GetSession.Query(id))).Sheet.Version;
        await Should.ThrowAsync<NotAllowedException>(() => App.AsAsync(other, new EditSession.Query(id)));
        await Should.ThrowAsync<NotAllowedException>(() => App.AsAsync(other, new CirculateMinutes.Command(id, version)));
        await Should.ThrowAsync<NotAllowedException>(() => App.AsAsync(other, new FinaliseMinutes.Command(id, version)));
        await Should.ThrowAsync<NotAllowedException>(() => App.AsAsync(other, new WithdrawMinutes.Query(id)));
        await Should.ThrowAsync<NotAllowedException>(() => App.AsAsync(other, new RemoveSession.Command(id, version)));
        await Should.ThrowAsync<NotAllowedException>(() => App.AsAsync(other, new AddSessionFile.Command(id, "notes.txt", "Notes"u8.ToArray())));
        var form = (await App.AsAsync(own, new EditSession.Query(id))).Form;
        await Should.ThrowAsync<NotAllowedException>(() => App.AsAsync(own, form with { Group = "TWG-RM", MembersOf = null }));
        await App.AsAsync(own, new CirculateMinutes.Command(id, version));
    }

    [Fact]
    public async Task Somebody_who_took_part_objects_and_the_minutes_are_final_only_when_that_is_answered()
    {
        var (asker, flanders) = (await App.TerritoryIdAsync("asker"), await App.TerritoryIdAsync("flanders"));
        var id = await App.LogAsync("Disputed", form => form with { Present = [.. form.Present.Where(key => key != flanders)] });
        var objection = new RaiseObjection.Command { Id = id, For = asker, Text = "We did not say that." };
        await Should.ThrowAsync<RuleViolationException>(() => App.SendAsync(objection));
        await App.CirculateAsync(id);
        await Should.ThrowAsync<NotAllowedException>(() => App.AsAsync(new(Role.Territory, flanders, null), objection));
        await Should.ThrowAsync<RuleViolationException>(() => App.AsAsync(new(Role.Territory, flanders, null), objection with { For = flanders }));
        await App.AsAsync(new(Role.Territory, asker, null), objection);
        await App.SendAsync(objection with { Text = "As told on the phone." });
        await Should.ThrowAsync<RuleViolationException>(() => App.FinaliseAsync(id));

        foreach (var number in (int[])[1, 2])
        {
            var answer = await App.SendAsync(new AnswerObjection.Query(id, number));
            await App.SendAsync(answer.Form with { IsAccepted = number == 1, Text = "Looked into." });
        }
        await App.FinaliseAsync(id);

        var sheet = await App.SheetAsync(id);
        sheet.Objections.Select(o => (o.For, o.State)).ShouldBe([("Asker", ObjectionState.Accepted), ("Asker", ObjectionState.Declined)]);
        sheet.Steps.Select(s => s.To).ShouldBe([SessionState.Circulated, SessionState.Final]);
        await Should.ThrowAsync<RuleViolationException>(() => App.AsAsync(new(Role.Territory, asker, null), objection));
    }

    [Fact]
    public async Task A_follow_up_is_done_by_whoever_took_it_on_or_writes_in_the_group()
    {
        var (asker, uppsala, officer) = (await App.TerritoryIdAsync("asker"), await App.TerritoryIdAsync("uppsala"), await App.OfficerAsync("Doer"));
        var id = await App.LogAsync("To do", form => form with { FollowUps = [FollowUp("By a person", new OwnerKey(officer, null), Autumn), FollowUp("By Asker", new OwnerKey(null, asker), Today.AddDays(400))] });
        await App.CirculateAsync(id);
        var items = (await App.SheetAsync(id)).Items;
        await Should.ThrowAsync<NotAllowedException>(() => App.AsAsync(new(Role.Territory, uppsala, null), new FinishAction.Command(items[1].Id, true)));
        await Should.ThrowAsync<NotAllowedException>(async () => await App.AsAsync(await App.LeadAsync("TWG-RM"), new FinishAction.Command(items[0].Id, true)));

        var open = await App.AsAsync(await App.LeadAsync("TWG-RM"), new ListFollowUps.Query("TWG-C"));
        open.Rows.Where(r => r.SessionId == id).Select(r => (r.What, r.DaysLate > 0, r.MayFinish)).ShouldBe([("By a person", true, false), ("By Asker", false, false)]);
        (await App.AsAsync(new(Role.Territory, asker, null), new ListFollowUps.Query(IsMine: true))).Rows.ShouldContain(r => r.What == "By Asker" && r.MayFinish);
        (await App.AsAsync(new(Role.Officer, uppsala, null), new ListFollowUps.Query(IsMine: true), officer)).Rows.Single().What.ShouldBe("By a person");

        await App.AsAsync(new(Role.Officer, uppsala, null), new FinishAction.Command(items[0].Id, true), officer);
        await App.AsAsync(new(Role.Territory, asker, null), new FinishAction.Command(items[1].Id, true));
        await App.AsAsync(await App.LeadAsync("TWG-C"), new FinishAction.Command(items[1].Id, false));
        (await App.SheetAsync(id)).Items.Select(i => i.DoneAt is not null).ShouldBe([true, false]);
        (await App.SendAsync(new ListFollowUps.Query(Stand: ListFollowUps.Stand.Done))).Rows.ShouldContain(r => r.Id == items[0].Id && r.DoneOn != null);
        (await App.SendAsync(new ListFollowUps.Query(Stand: ListFollowUps.Stand.Late))).Rows.ShouldNotContain(r => r.SessionId == id);
    }

    [Fact]
    public async Task A_file_is_added_by_who_writes_and_read_by_who_reads_the_session()
    {
        var id = await App.LogAsync("With slides");
        await App.SendAsync(new AddSessionFile.Command(id, "Διαφάνειες.pdf", Encoding.UTF8.GetBytes($"%PDF-1.7 {id}")));
        var file = (await App.SendAsync(new GetSession.Query(id))).Files.Single();
        var member = new ScopedRole(Role.Territory, await App.TerritoryIdAsync("asker"), null);
        await Should.ThrowAsync<NotFoundException>(() => App.AsAsync(member, new GetSessionFile.Query(id, file.Id)));
        await App.CirculateAsync(id);
        (await App.AsAsync(member, new GetSessionFile.Query(id, file.Id))).Name.ShouldBe("Διαφάνειες.pdf");
        await Should.ThrowAsync<NotFoundException>(() => App.AsAsync(Desk, new GetSessionFile.Query(id, file.Id)));
        await App.SendAsync(new RemoveSessionFile.Command(id, file.Id));
        (await App.SendAsync(new GetSession.Query(id))).Files.ShouldBeEmpty();
    }

    [Fact]
    public async Task The_list_finds_by_group_kind_state_year_and_words_without_accents()
    {
        var id = await App.LogAsync("Größe in Łódź", form => form with { Kind = SessionKind.Workshop, On = new DateOnly(2024, 5, 6) });
        async Task<bool> Finds(ListSessions.Query query) => (await App.SendAsync(query)).Rows.Any(r => r.Id == id);
        (await Finds(new("lodz")), await Finds(new(Group: "twg-c")), await Finds(new(Kind: SessionKind.Workshop)), await Finds(new(Year: 2024)), await Finds(new(State: SessionState.Draft))).ShouldBe((true, true, true, true, true));
        (await Finds(new("krakow")), await Finds(new(Group: ListSessions.ForEverybody)), await Finds(new(Kind: SessionKind.Webinar)), await Finds(new(Year: 2023)), await Finds(new(State: SessionState.Final))).ShouldBe((false, false, false, false, false));
        var one = await QueryCount.OfAsync(() => App.SendAsync(new ListSessions.Query("lodz")));
        for (var n = 0; n < 5; n++)
            await App.LogAsync($"Another {n}");
        (await QueryCount.OfAsync(() => App.SendAsync(new ListSessions.Query()))).ShouldBe(one);
    }
}

public sealed class MinutesOnSqlite(SqliteApp app) : MinutesTests(app), IClassFixture<SqliteApp>;

public sealed class MinutesOnPostgres(PostgresApp app) : MinutesTests(app), IClassFixture<PostgresApp>;
