using Ccri.Domain;
using Ccri.Domain.Accounts;
using Ccri.Domain.WorkingGroups;
using Ccri.Web.Errors;
using Ccri.Web.Features.WorkingGroups;
using Ccri.Web.Tests.Organisations;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Tests.WorkingGroups;

public abstract class GroupTests(CcriApp app) : BothDatabases(app)
{
    [Fact]
    public async Task Its_page_tells_the_last_and_the_next_session_what_is_to_be_done_and_what_is_collected()
    {
        var group = await App.NewGroupAsync("asker", "uppsala");
        var (old, last, next) = (await App.HeldAsync(group, 30, "asker"), await App.HeldAsync(group, 3, "asker", "uppsala"), await App.HeldAsync(group, -10, "asker"));
        await App.WithDatabaseAsync(async db =>
        {
            var session = await db.Sessions.Include(s => s.Items).SingleAsync(s => s.Id == old.Id, Cancellation);
            session.Note(ItemKind.Barrier, "Няма място за склад");
            session.Note(ItemKind.Barrier, "said twice").LeaveOut("said twice", null, DateTime.UtcNow);
            session.Note(ItemKind.Action, "done").Finish(DateTime.UtcNow);
            session.Note(ItemKind.Action, "Zadzwonić do Łodzi").Owe(null, await db.Territories.Where(t => t.Slug == "asker").Select(t => t.Id).SingleAsync(Cancellation), session.On.AddDays(5), session.On);
            return await db.SaveChangesAsync(Cancellation);
        });

        var page = await App.SendAsync(new GetGroup.Query(group.Code));

        (page.Last!.Id, page.Next!.Id, page.Sessions).ShouldBe((last.Id, next.Id, 3));
        page.FollowUps.Select(f => (f.Text, f.Owner)).ShouldBe([("Zadzwonić do Łodzi", "Asker")]);
        (page.OpenFollowUps, page.Items[ItemKind.Barrier], page.Items[ItemKind.Action], page.Items.Count).ShouldBe((1, 1, 2, 2));
        page.Members.Select(m => (m.Line.Name, m.Attended!.Words)).ShouldBe([("Asker", "2 of 2"), ("Uppsala", "1 of 2")]);
        (await App.SendAsync(new ListWorkingGroups.Query())).Single(g => g.Code == group.Code).ShouldSatisfyAllConditions(g => g.Last!.Id.ShouldBe(last.Id), g => g.Next!.Id.ShouldBe(next.Id), g => g.OpenFollowUps.ShouldBe(1));
    }

    [Fact]
    public async Task A_group_without_anything_says_so()
    {
        var group = await App.NewGroupAsync();
        using var officer = await App.SignedInAsync(Role.Officer);

        var page = await officer.PageAsync($"/working-groups/{group.Code}");

        foreach (var words in (string[])["None is planned.", "None yet.", "None known to you.", "Nothing is waiting.", "Nothing yet."])
            page.ShouldContain(words);
        (await officer.PageAsync($"/working-groups/{group.Code}/attendance")).ShouldContain("No session yet");
    }

    [Fact]
    public async Task Each_role_sees_of_it_what_it_should()
    {
        var group = await App.NewGroupAsync("asker", "uppsala");
        await App.HeldAsync(group, 5, "asker");
        var circulated = await App.HeldAsync(group, 9, "uppsala");
        await App.WithDatabaseAsync(async db =>
        {
            (await db.Sessions.Include(s => s.Attendees).Include(s => s.Steps).SingleAsync(s => s.Id == circulated.Id, Cancellation)).Circulate(null, DateTime.UtcNow);
            return await db.SaveChangesAsync(Cancellation);
        });

        var officer = await App.SendAsync(new GetGroup.Query(group.Code), Role.Officer);
        var desk = await App.SendAsync(new GetGroup.Query(group.Code), Role.Desk);
        var asker = await App.SendAsync(new GetGroup.Query(group.Code), Role.Territory, await App.TerritoryIdAsync("asker"));
        var munich = await App.SendAsync(new GetGroup.Query(group.Code), Role.Territory, await App.TerritoryIdAsync("munich"));
        var lead = await App.SendAsLeadAsync(new GetGroup.Query(group.Code), group.Id);
        var other = await App.SendAsLeadAsync(new GetGroup.Query(group.Code), Guid.CreateVersion7());

        new[] { officer, desk, asker, munich, lead, other }.Select(a => (a.Sessions, a.Members.Count, a.SeesAttendance, a.MayLead, a.MayLog)).ShouldBe(
            [(2, 2, true, true, true), (0, 2, false, false, false), (1, 1, false, false, false), (0, 0, false, false, false), (2, 2, true, true, true), (2, 2, true, false, false)]);
        (asker.Members.Single().Line.Slug, asker.Members.Single().Attended!.Words).ShouldBe(("asker", "0 of 1"));
        desk.Members.ShouldAllBe(m => m.Attended == null);
    }

    [Fact]
    public async Task The_own_group_comes_first()
    {
        var last = (await App.SendAsync(new ListWorkingGroups.Query()))[^1];

        var groups = await App.SendAsLeadAsync(new ListWorkingGroups.Query(), last.Id);

        (groups[0].Code, groups.Count(g => g.IsOwn)).ShouldBe((last.Code, 1));
    }

    [Fact]
    public async Task A_lead_changes_the_own_group_alone_and_a_sub_group_coordinator_none()
    {
        var (own, other) = (await App.NewGroupAsync("asker"), await App.NewGroupAsync());
        var part = await App.SendAsync(new AddSubGroup.Command { Code = own.Code, Name = "Части" });
        var form = await App.SendAsLeadAsync(new EditGroup.Query(own.Code), own.Id) with { Name = "Κυκλική οικονομία", Topics = "Łódź\n\n  Пловдив \nŁódź", ReportDue = 2027, Notes = "said by the leader" };

        await App.SendAsLeadAsync(form, own.Id);

        var page = await App.SendAsync(new GetGroup.Query(own.Code));
        (page.Name, string.Join('|', page.Topics), page.ReportDue, page.Notes).ShouldBe(("Κυκλική οικονομία", "Łódź|Пловдив", 2027, "said by the leader"));
        await Should.ThrowAsync<NotAllowedException>(() => App.SendAsLeadAsync(new EditGroup.Query(other.Code), own.Id));
        await Should.ThrowAsync<NotAllowedException>(() => App.SendAsLeadAsync(form, own.Id, part));
        await Should.ThrowAsync<NotAllowedException>(() => App.SendAsLeadAsync(new AddMember.Command { Code = other.Code, Category = MemberCategory.Pilot, Territory = "munich", Source = GroupSamples.Source }, own.Id));
        await Should.ThrowAsync<NotAllowedException>(() => App.SendAsLeadAsync(new AddSubGroup.Command { Code = own.Code, Name = "another" }, own.Id, part));
        (await App.SendAsLeadAsync(new GetGroup.Query(own.Code), own.Id, part)).ShouldSatisfyAllConditions(a => a.MayLead.ShouldBeFalse(), a => a.MayLog.ShouldBeTrue());
        await Should.ThrowAsync<DbUpdateConcurrencyException>(() => App.SendAsync(form));
    }

    [Fact]
    public async Task What_is_published_of_a_group_is_changed_with_its_source_only()
    {
        var form = await App.SendAsync(new EditGroup.Query("TWG-II"));

        (await App.RefusedAsync(form with { ReportDue = 2028 })).Keys.ShouldBe(["Source"]);
        (await App.RefusedAsync(form with { ReportDue = 1999 }))["ReportDue"].ShouldContain("between 2022 and 2100");
        (await App.RefusedAsync(form with { Name = " " })).Keys.ShouldBe(["Name"]);
        await App.SendAsync(form with { ReportDue = 2028, Source = GroupSamples.Source });

        (await App.SendAsync(new GetGroup.Query("TWG-II"))).ShouldSatisfyAllConditions(g => g.ReportDue.ShouldBe(2028), g => g.Source!.Sources.ShouldBe([GroupSamples.Source]));
    }

    [Fact]
    public async Task A_member_comes_once_at_a_time_leaves_and_may_come_again()
    {
        var group = await App.NewGroupAsync();
        var join = new AddMember.Command { Code = group.Code, Category = MemberCategory.Fellow, Territory = "bergen", From = new(2023, 1, 1), Source = GroupSamples.Source };
        await App.SendAsLeadAsync(join, group.Id);

        (await App.RefusedAsync(join))["Territory"].ShouldContain("a member of this group already (since 1 Jan 2023)");
        var saved = await App.SendAsync(new EditMember.Query(group.Code, (await App.MemberAsync(group, "bergen")).Id));
        (await App.RefusedAsync(saved.Form with { To = new(2024, 6, 30) })).Keys.ShouldBe(["Source"]);
        (await App.RefusedAsync(saved.Form with { Category = MemberCategory.AssociatedPartner, Source = "x" }))["Category"].ShouldContain("is an organisation");
        (await App.RefusedAsync(saved.Form with { To = new(2022, 6, 30) }))["To"].ShouldContain("lies before the first day");
        await App.SendAsLeadAsync(saved.Form with { To = new(2024, 6, 30), Category = MemberCategory.Pilot, Source = GroupSamples.Source }, group.Id);
        await App.SendAsync(join with { From = new(2024, 7, 1) });

        var page = await App.SendAsync(new GetGroup.Query(group.Code));
        (page.Members.Single().Line.From, page.Former.Single().To, page.Former.Single().Category).ShouldBe((new DateOnly(2024, 7, 1), new DateOnly(2024, 6, 30), MemberCategory.Pilot));
    }

    [Fact]
    public async Task Who_and_as_what_must_fit_together()
    {
        var group = await App.NewGroupAsync();
        var partner = await App.NewOrganisationAsync();

        (await App.RefusedAsync(new AddMember.Command { Code = group.Code })).Keys.ShouldBe(["Category", "Source"], ignoreOrder: true);
        (await App.RefusedAsync(new AddMember.Command { Code = group.Code, Category = MemberCategory.Pilot, Organisation = partner, Source = "x" })).Keys.ShouldBe(["Territory", "Organisation"], ignoreOrder: true);
        (await App.RefusedAsync(new AddMember.Command { Code = group.Code, Category = MemberCategory.CcriProject, Territory = "bergen", Source = "x" })).Keys.ShouldBe(["Territory", "Organisation"], ignoreOrder: true);
        (await App.RefusedAsync(new AddMember.Command { Code = group.Code, Category = MemberCategory.Fellow, Territory = "nowhere", Source = "x" }))["Territory"].ShouldContain("no such territory");
        await App.SendAsync(new AddMember.Command { Code = group.Code, Category = MemberCategory.AssociatedPartner, Organisation = partner, Source = "x" });

        (await App.SendAsync(new GetGroup.Query(group.Code))).Members.Single().Line.ShouldSatisfyAllConditions(m => m.Key.ShouldBe(partner), m => m.IsTerritory.ShouldBeFalse());
    }

    [Fact]
    public async Task What_something_refers_to_is_ended_and_not_removed()
    {
        var group = await App.NewGroupAsync("asker", "uppsala", "munich");
        var (asker, uppsala, munich) = (await FormAsync(group, "asker"), await FormAsync(group, "uppsala"), await FormAsync(group, "munich"));
        var part = await App.SendAsync(new AddSubGroup.Command { Code = group.Code, Name = "Βιολιπάσματα", Coordinator = asker.Id });

        (await Should.ThrowAsync<RuleViolationException>(() => App.SendAsync(new RemoveMember.Command(group.Code, asker.Id, asker.Version)))).Message.ShouldContain("Βιολιπάσματα");
        await App.SendAsync(new RemoveMember.Command(group.Code, munich.Id, munich.Version));
        await App.HeldAsync(group, 4, "asker");
        (await Should.ThrowAsync<RuleViolationException>(() => App.SendAsync(new RemoveMember.Command(group.Code, uppsala.Id, uppsala.Version)))).Message.ShouldContain("whether it came");
        await App.SendAsync(new AddPersonOf(group.Code, part).Message);
        var form = (await App.SendAsync(new EditSubGroup.Query(group.Code, part))).Form;
        (await Should.ThrowAsync<RuleViolationException>(() => App.SendAsync(new RemoveSubGroup.Command(group.Code, part, form.Version)))).Message.ShouldContain("role");

        (await App.SendAsync(new GetGroup.Query(group.Code))).Members.Select(m => m.Line.Slug).ShouldBe(["asker", "uppsala"]);
    }

    [Fact]
    public async Task A_sub_group_has_a_coordinator_among_the_members_a_name_of_its_own_and_an_end()
    {
        var (group, other) = (await App.NewGroupAsync("asker", "uppsala", "munich"), await App.NewGroupAsync("bergen"));
        var (asker, uppsala, bergen) = (await App.MemberAsync(group, "asker"), await App.MemberAsync(group, "uppsala"), await App.MemberAsync(other, "bergen"));
        var create = new AddSubGroup.Command { Code = group.Code, Name = "Биоторове", Coordinator = asker.Id, Members = [uppsala.Id] };
        var id = await App.SendAsLeadAsync(create, group.Id);

        (await App.RefusedAsync(create))["Name"].ShouldContain("already");
        (await App.RefusedAsync(create with { Name = "x", Coordinator = bergen.Id })).Keys.ShouldBe(["Coordinator"]);
        (await App.RefusedAsync(create with { Name = "x", Members = [bergen.Id] })).Keys.ShouldBe(["Members"]);
        (await App.RefusedAsync(create with { Name = "" })).Keys.ShouldBe(["Name"]);
        (await App.SendAsync(new GetGroup.Query(group.Code))).SubGroups.Single().ShouldSatisfyAllConditions(p => p.Coordinator.ShouldBe("Asker"), p => p.Members.ShouldBe(["Asker", "Uppsala"]));
        var form = (await App.SendAsync(new EditSubGroup.Query(group.Code, id))).Form;
        await App.SendAsync(form with { Name = "Torove", Coordinator = uppsala.Id, Members = [], To = new(2027, 1, 1) });
        await Should.ThrowAsync<DbUpdateConcurrencyException>(() => App.SendAsync(form with { Name = "Too late" }));

        (await App.SendAsync(new GetGroup.Query(group.Code))).SubGroups.Single().ShouldSatisfyAllConditions(p => p.Name.ShouldBe("Torove"), p => p.Members.ShouldBe(["Uppsala"]), p => p.To.ShouldBe(new DateOnly(2027, 1, 1)));
        await App.SendAsync(new RemoveSubGroup.Command(group.Code, id, (await App.SendAsync(new EditSubGroup.Query(group.Code, id))).Form.Version));
        (await App.SendAsync(new GetGroup.Query(group.Code))).SubGroups.ShouldBeEmpty();
    }

    [Fact]
    public async Task The_forms_save_what_is_typed()
    {
        var group = await App.NewGroupAsync("asker");
        using var officer = await App.SignedInAsync(Role.Officer, followsRedirects: false);
        var asker = await App.MemberAsync(group, "asker");

        var member = await officer.PostFormAsync($"/working-groups/{group.Code}/members/new", ("Input.Category", "Fellow"), ("Input.Territory", "bergen"), ("Input.Source", "a letter"));
        var part = await officer.PostFormAsync($"/working-groups/{group.Code}/sub-groups/new", ("Input.Name", "Komposty"), ("Input.Coordinator", $"{asker.Id}"), ("Input.Members", $"{asker.Id}"));
        var edited = await officer.PostFormAsync($"/working-groups/{group.Code}/edit", ("Input.Name", "Другая"), ("Input.Version", $"{(await App.SendAsync(new EditGroup.Query(group.Code))).Version}"));
        var removed = await officer.PostFormAsync($"/working-groups/{group.Code}/members/{(await App.MemberAsync(group, "bergen")).Id}?handler=Remove", ("Input.Version", $"{(await FormAsync(group, "bergen")).Version}"));

        foreach (var answer in new[] { member, part, edited, removed })
            answer.StatusCode.ShouldBe(System.Net.HttpStatusCode.Redirect, await answer.TextAsync());
        (await App.SendAsync(new GetGroup.Query(group.Code))).ShouldSatisfyAllConditions(g => g.Name.ShouldBe("Другая"), g => g.SubGroups.Single().Coordinator.ShouldBe("Asker"), g => g.Members.Count.ShouldBe(1));
    }

    [Fact]
    public async Task Many_members_and_sessions_take_as_many_questions_as_one()
    {
        var (one, many) = (await App.NewGroupAsync("asker"), await App.NewGroupAsync("asker", "uppsala", "munich", "bergen", "berlin", "lucca"));
        await App.HeldAsync(one, 2, "asker");
        foreach (var days in Enumerable.Range(2, 20))
            await App.HeldAsync(many, days, "asker", "lucca");
        await App.SendAsync(new GetGroup.Query(one.Code));

        var (few, lots) = (await QueryCount.OfAsync(() => App.SendAsync(new GetGroup.Query(one.Code))), await QueryCount.OfAsync(() => App.SendAsync(new GetGroup.Query(many.Code))));

        lots.ShouldBe(few);
        (await QueryCount.OfAsync(() => App.SendAsync(new GetAttendance.Query(many.Code)))).ShouldBe(await QueryCount.OfAsync(() => App.SendAsync(new GetAttendance.Query(one.Code))));
    }

    private async Task<EditMember.Command> FormAsync(WorkingGroup group, string slug) => (await App.SendAsync(new EditMember.Query(group.Code, (await App.MemberAsync(group, slug)).Id))).Form;

    private sealed record AddPersonOf(string Code, Guid Part)
    {
        public Ccri.Web.Features.Accounts.AddPerson.Command Message => new($"part.{Part:N}@example.org", "Coordinator of a part", Role.Lead, $"{Code}/{Part}");
    }
}

public sealed class GroupsOnSqlite(SqliteApp app) : GroupTests(app), IClassFixture<SqliteApp>;

public sealed class GroupsOnPostgres(PostgresApp app) : GroupTests(app), IClassFixture<PostgresApp>;
