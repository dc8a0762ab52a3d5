using Ccri.Domain.Solutions;
using Ccri.Domain.WorkingGroups;
using Ccri.Web.Errors;
using Ccri.Web.Features.WorkingGroups.Sessions;
using Ccri.Web.Tests.Territories;
using FluentValidation;
using Microsoft.EntityFrameworkCore;
using static Ccri.Web.Tests.WorkingGroups.SessionSamples;

namespace Ccri.Web.Tests.WorkingGroups;

public abstract class LogSessionTests(CcriApp app) : BothDatabases(app)
{
    [Fact]
    public async Task A_lead_begins_with_the_own_group_today_and_all_its_members_and_types_only_the_topic()
    {
        var lead = await App.LeadAsync("TWG-C");
        var form = await App.AsAsync(lead, new LogSession.Query());
        (form.Group, form.On, form.Kind, form.Zone, form.Topic, form.Items.Length, form.FollowUps.Length).ShouldBe(("TWG-C", Today, SessionKind.Session, "Europe/Brussels", null, 3, 2));
        form.Present.Count.ShouldBe(7);

        var id = await App.AsAsync(lead, form with { Topic = "Wiederverwendung von Holz in Łódź", On = Autumn });

        var sheet = await App.SheetAsync(id);
        (sheet.Group, sheet.State, sheet.Items.Count, sheet.People).ShouldBe(("Circular Construction and Buildings", SessionState.Draft, 0, 7));
        sheet.Attendees.ShouldAllBe(a => a.Presence == Presence.Present && a.Category != null);
    }

    [Fact]
    public async Task Who_is_not_ticked_is_missing_and_others_come_without_a_category()
    {
        var (asker, munich) = (await App.TerritoryIdAsync("asker"), await App.TerritoryIdAsync("munich"));
        var id = await App.LogAsync("Three of seven", form => form with
        {
            Present = [.. form.Present.Where(key => key != asker), munich],
            Guests = [new() { Organisation = "Община Пловдив", Country = "bg", People = 2 }, new()],
        });

        var sheet = await App.SheetAsync(id);
        sheet.Attendees.Single(a => a.Key == asker).Presence.ShouldBe(Presence.Missing);
        sheet.Attendees.Single(a => a.Key == munich).ShouldSatisfyAllConditions(a => a.Presence.ShouldBe(Presence.Present), a => a.Category.ShouldBeNull());
        sheet.Guests.Single().ShouldSatisfyAllConditions(g => g.Organisation.ShouldBe("Община Пловдив"), g => g.Country.ShouldBe("Bulgaria"));
        sheet.People.ShouldBe(9);
    }

    [Fact]
    public async Task Points_keep_what_they_are_about_and_follow_ups_who_and_when()
    {
        var (asker, officer) = (await App.TerritoryIdAsync("asker"), await App.OfficerAsync("Żaneta"));
        var id = await App.LogAsync("With points", form => form with
        {
            Items = [new(), Point(ItemKind.Barrier, "Δεν υπάρχουν δεδομένα") with { Dimension = FactorDimension.Regulatory, Territories = [asker] }, Point(ItemKind.Decision, "We meet in May")],
            FollowUps = [FollowUp("Send the list", new OwnerKey(officer, null)), FollowUp("Name a person", new OwnerKey(null, asker)), new()],
        });

        var items = (await App.SheetAsync(id)).Items;
        items.Select(i => (i.Number, i.Kind)).ShouldBe([(1, ItemKind.Barrier), (2, ItemKind.Decision), (3, ItemKind.Action), (4, ItemKind.Action)]);
        items[0].ShouldSatisfyAllConditions(i => i.Dimension.ShouldBe(FactorDimension.Regulatory), i => i.Territories.Single().Slug.ShouldBe("asker"));
        (items[2].Owner, items[2].Due, items[3].OwnerTerritoryId).ShouldBe(("Żaneta", Autumn.AddDays(14), asker));
    }

    [Fact]
    public async Task Each_refusal_stands_at_its_field()
    {
        var form = await App.SessionAsync("Something");
        (await Fault(form with { Topic = " " })).ShouldBe(("Topic", "Say in a line what it was about, for example “Reuse of timber”."));
        (await Fault(form with { Group = null })).ShouldSatisfyAllConditions(f => f.Field.ShouldBe("Group"), f => f.Sentence.ShouldStartWith("Choose the working group"));
        (await Fault(form with { Group = "TWG-X" })).Field.ShouldBe("Group");
        (await Fault(form with { On = null })).Field.ShouldBe("On");
        (await Fault(form with { On = new DateOnly(2021, 5, 5) })).Field.ShouldBe("On");
        (await Fault(form with { On = new DateOnly(2026, 3, 29), From = new TimeOnly(2, 30) })).ShouldSatisfyAllConditions(f => f.Field.ShouldBe("From"), f => f.Sentence.ShouldStartWith("There is no 02:30 on 2026-03-29"));
        (await Fault(form with { LastOn = Autumn.AddDays(-1) })).Field.ShouldBe("LastOn");
        (await Fault(form with { Satisfaction = 5.5m })).Field.ShouldBe("Satisfaction");
        (await Fault(form with { Items = [new(), new() { Text = "No kind" }] })).Field.ShouldBe("Items[1].Kind");
        (await Fault(form with { Items = [Point(ItemKind.Action, "Not here")] })).Field.ShouldBe("Items[0].Kind");
        (await Fault(form with { FollowUps = [new() { What = "Who?", Due = Autumn }] })).Field.ShouldBe("FollowUps[0].Owner");
        (await Fault(form with { Guests = [new() { Organisation = "Somewhere", Country = "ZZ" }] })).Field.ShouldBe("Guests");
    }

    [Fact]
    public async Task No_id_in_the_form_is_trusted()
    {
        var (form, nobody, asker) = (await App.SessionAsync("Something"), Guid.NewGuid(), await App.TerritoryIdAsync("asker"));
        var desk = (await App.SendAsSystemAsync(new Ccri.Web.Features.Accounts.AddPerson.Command($"{Guid.NewGuid():N}@example.org", "Desk", Ccri.Domain.Accounts.Role.Desk, null))).PersonId;
        (await Fault(form with { Present = [nobody] })).Field.ShouldBe("Present");
        (await Fault(form with { Items = [Point(ItemKind.Lever, "A") with { Territories = [nobody] }] })).Field.ShouldBe("Items");
        (await Fault(form with { Items = [Point(ItemKind.Lever, "A") with { Solutions = [nobody] }] })).Field.ShouldBe("Items");
        (await Fault(form with { FollowUps = [FollowUp("A", new OwnerKey(desk, null))] })).Field.ShouldBe("FollowUps[0].Owner");
        (await Fault(form with { FollowUps = [FollowUp("A", new OwnerKey(null, nobody))] })).Field.ShouldBe("FollowUps[0].Owner");
        (await Fault(form with { FollowUps = [FollowUp("A", new OwnerKey(null, asker), Autumn.AddDays(-1))] })).Field.ShouldBe("FollowUps[0].Due");
        (await Fault(form with { Group = $"TWG-C/{await App.SubGroupAsync()}" })).Field.ShouldBe("Group");
    }

    [Fact]
    public async Task A_session_that_lies_ahead_is_planned_and_its_ticks_mean_expected()
    {
        var id = await App.LogAsync("Next year", form => form with { On = Today.AddDays(30), From = new TimeOnly(10, 0) });
        var sheet = await App.SheetAsync(id);
        sheet.Attendees.ShouldAllBe(a => a.Presence == Presence.Expected);
        await Should.ThrowAsync<Domain.RuleViolationException>(() => App.CirculateAsync(id));
    }

    [Fact]
    public async Task The_same_again_brings_everything_but_the_day_and_what_was_said()
    {
        var tampere = await App.TerritoryIdAsync("tampere-region");
        var form = await App.SessionAsync("Every month", "TWG-II");
        var id = await App.SendAsync(form with { From = new TimeOnly(14, 0), Until = new TimeOnly(15, 30), Zone = "Europe/Helsinki", Place = "Room 3", Format = SessionFormat.Hybrid, Present = [.. form.Present.Where(key => key != tampere)], Items = [Point(ItemKind.Lever, "Once")] });

        var next = await App.SendAsync(new LogSession.Query(From: id));

        (next.Group, next.Topic, next.On, next.From, next.Until, next.Zone, next.Place, next.Format).ShouldBe(("TWG-II", "Every month", Today, new TimeOnly(14, 0), new TimeOnly(15, 30), "Europe/Helsinki", "Room 3", SessionFormat.Hybrid));
        (next.Present.Count, next.Present.Contains(tampere), next.Items.All(i => i.Text is null)).ShouldBe((2, false, true));
        (await App.SendAsync(new LogSession.Query("TWG-II"))).Zone.ShouldBe("Europe/Helsinki", "the zone of the group's last session");
    }

    [Fact]
    public async Task Ticks_set_among_the_members_of_another_group_are_not_saved_unseen()
    {
        var form = await App.SessionAsync("Moved");
        var shown = SessionFields.MembersKey("TWG-C", Autumn);
        (await Fault(form with { MembersOf = shown, Group = "TWG-RM" })).Field.ShouldBe("Present");
        (await App.SendAsync(form with { MembersOf = SessionFields.MembersKey("TWG-C", Autumn.AddDays(3)) })).ShouldNotBe(Guid.Empty, "the same members were there that day");
    }

    [Fact]
    public async Task A_sub_group_has_its_own_members_and_its_coordinator_writes_there_alone()
    {
        var part = await App.SubGroupAsync();
        var coordinator = await App.LeadAsync("TWG-B", part);
        var form = await App.AsAsync(coordinator, new LogSession.Query());
        form.Group.ShouldBe($"TWG-B/{part}");
        (await App.AsAsync(coordinator, new OfferSession.Query(form.Group, Today, []))).Groups.Single().Value.ShouldBe($"TWG-B/{part}");
        var id = await App.AsAsync(coordinator, form with { Topic = "Digestate", On = Autumn });
        (await App.SheetAsync(id)).SubGroup.ShouldBe("Biofertilisers and nutrients");
        await Should.ThrowAsync<NotAllowedException>(() => App.AsAsync(coordinator, form with { Topic = "The whole group", Group = "TWG-B" }));
        await Should.ThrowAsync<NotAllowedException>(() => App.AsAsync(coordinator, form with { Topic = "For everybody", Group = null, Kind = SessionKind.Webinar }));
    }

    [Fact]
    public async Task An_event_for_everybody_is_logged_by_the_office()
    {
        var form = (await App.SessionAsync("General conference")) with { Group = null, Kind = SessionKind.Conference, Present = [], LastOn = Autumn.AddDays(1), PeopleOnSite = 190, PeopleOnline = 370 };
        var sheet = await App.SheetAsync(await App.SendAsync(form));
        (sheet.GroupId, sheet.People, sheet.Attendees.Count).ShouldBe((null, 560, 0));
        await Should.ThrowAsync<NotAllowedException>(async () => await App.AsAsync(await App.LeadAsync("TWG-C"), form));
    }

    [Fact]
    public async Task It_costs_the_same_number_of_questions_for_few_and_for_many()
    {
        var few = await App.LogAsync("Few", form => form with { Items = [Point(ItemKind.Lever, "One")] });
        var many = await App.LogAsync("Many", form => form with { Items = [.. Enumerable.Range(1, 60).Select(n => Point(ItemKind.Lever, $"Lever {n}"))] });
        (await QueryCount.OfAsync(() => App.SendAsync(new GetSession.Query(many)))).ShouldBe(await QueryCount.OfAsync(() => App.SendAsync(new GetSession.Query(few))));
        (await App.WithDatabaseAsync(db => db.SessionItems.CountAsync(i => i.SessionId == many, Cancellation))).ShouldBe(60);
    }

    private async Task<(string Field, string Sentence)> Fault(LogSession.Command command)
    {
        var error = (await Should.ThrowAsync<ValidationException>(() => App.SendAsync(command))).Errors.First();
        return (error.PropertyName, error.ErrorMessage);
    }
}

public sealed class LogSessionOnSqlite(SqliteApp app) : LogSessionTests(app), IClassFixture<SqliteApp>;

public sealed class LogSessionOnPostgres(PostgresApp app) : LogSessionTests(app), IClassFixture<PostgresApp>;
