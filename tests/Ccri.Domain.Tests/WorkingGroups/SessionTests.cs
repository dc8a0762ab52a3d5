using Ccri.Domain.Solutions;
using Ccri.Domain.WorkingGroups;
using static Ccri.Domain.Tests.Refusals;

namespace Ccri.Domain.Tests.WorkingGroups;

public sealed class SessionTests
{
    private static readonly DateOnly Day = new(2026, 11, 20);
    private static readonly DateTime Now = new(2026, 11, 20, 16, 0, 0, DateTimeKind.Utc);
    private static readonly Guid Group = Guid.NewGuid(), Lead = Guid.NewGuid();
    private static readonly Attendance Uppsala = new(MemberCategory.Pilot, Guid.NewGuid(), null), Munich = new(MemberCategory.Pilot, Guid.NewGuid(), null), Lodz = new(null, Guid.NewGuid(), null), Bank = new(MemberCategory.AssociatedPartner, null, Guid.NewGuid());

    [Fact]
    public void A_session_is_of_a_group_and_an_event_may_be_for_everybody()
    {
        Refuses(() => New(SessionKind.Session, group: null)).ShouldBe("Choose the working group whose session it was, or choose another kind for an event that is for everybody.");
        New(SessionKind.Conference, group: null).WorkingGroupId.ShouldBeNull();
        Refuses(() => new Session(SessionKind.Webinar, null, Guid.NewGuid(), "x", On(Day), Now)).ShouldBe("A sub-group needs its working group.");
        Refuses(() => new Session(SessionKind.Session, Group, null, "  ", On(Day), Now)).ShouldBe("What it was about is missing. Please enter it.");
        Refuses(() => New(day: new DateOnly(2021, 12, 31))).ShouldBe("The session is dated 2021-12-31. Nothing of the initiative took place before 2022.");
    }

    [Fact]
    public void Members_that_did_not_come_are_missing_and_stay_so()
    {
        var session = New();

        session.Attend([Uppsala, Lodz, Bank, Lodz], [Uppsala, Munich, Bank], Now);
        Presences(session).ShouldBe([(Uppsala.Key, Presence.Present), (Munich.Key, Presence.Missing), (Lodz.Key, Presence.Present), (Bank.Key, Presence.Present)], ignoreOrder: true);
        var uppsala = session.Attendees.Single(a => a.Key == Uppsala.Key).Id;

        session.Attend([Munich], [Uppsala, Munich], Now);
        Presences(session).ShouldBe([(Uppsala.Key, Presence.Missing), (Munich.Key, Presence.Present)], ignoreOrder: true);
        session.Attendees.Single(a => a.Key == Uppsala.Key).Id.ShouldBe(uppsala, "a row is put right and not made anew");
        session.Attendees.Single(a => a.Key == Munich.Key).Category.ShouldBe(MemberCategory.Pilot);
    }

    [Fact]
    public void Of_what_lies_ahead_somebody_is_expected_and_nobody_is_missing()
    {
        var session = New(day: Day.AddDays(7));

        session.Attend([Uppsala], [Uppsala, Munich], Now);
        Presences(session).ShouldBe([(Uppsala.Key, Presence.Expected)]);
        session.AttendanceIsTaken.ShouldBeFalse();
        Refuses(() => session.Circulate(Lead, Now)).ShouldBe("The session has not taken place yet. Circulate its minutes afterwards.");

        var after = Now.AddDays(8);
        Refuses(() => session.Circulate(Lead, after)).ShouldBe("Nobody has said yet who came. Edit the session and save the attendance first.");
        session.Attend([Munich], [Uppsala, Munich], after);
        session.AttendanceIsTaken.ShouldBeTrue();
        session.Circulate(Lead, after);
        session.State.ShouldBe(SessionState.Circulated);
    }

    [Fact]
    public void People_are_those_that_were_counted_else_those_that_are_named()
    {
        var session = New();
        session.Attend([Uppsala, Lodz], [Uppsala, Munich], Now);
        session.Host([new GuestAnswer("Община Пловдив", "BG", 3), new GuestAnswer("Περιφέρεια Δυτικής Μακεδονίας", "EL", 2)]);
        session.People.ShouldBe(7);

        session.Count(null, 41, 4.26m);
        (session.People, session.Satisfaction).ShouldBe((41, 4.3m));
        Refuses(() => session.Count(-1, null, null)).ShouldBe("Between none and 100000 people take part.");
        Refuses(() => session.Count(1, null, 5.1m)).ShouldBe("Satisfaction is between 1 and 5, not 5.1.");
        Refuses(() => session.Host([new GuestAnswer("x", null, 0)])).ShouldBe("Between 1 and 10000 people of an organisation take part, not 0.");
        Refuses(() => session.Host([new GuestAnswer(" ", null, 1)])).ShouldBe("The name of the organisation is missing. Please enter it.");
    }

    [Fact]
    public void Minutes_go_from_draft_through_circulated_to_final_and_each_step_is_kept()
    {
        var session = Held();

        Refuses(() => session.Finalise(Lead, Now)).ShouldBe("Circulate the minutes first, so that those who took part can object.");
        Refuses(() => session.Withdraw("x", Lead, Now)).ShouldBe("The minutes are a draft already.");
        session.Circulate(Lead, Now);
        Refuses(() => session.Circulate(Lead, Now)).ShouldBe("The minutes are circulated already.");
        session.Finalise(Lead, Now.AddDays(3));
        Refuses(() => session.Circulate(Lead, Now)).ShouldBe("The minutes are final.");
        Refuses(() => session.Finalise(Lead, Now)).ShouldBe("The minutes are final already.");
        Refuses(() => session.Withdraw(" ", Lead, Now)).ShouldBe("The reason is missing. Please enter it.");
        session.Withdraw("A decision was noted wrongly.", Lead, Now.AddDays(4));

        session.State.ShouldBe(SessionState.Draft);
        session.Steps.Select(s => (s.Number, s.From, s.To, s.Reason, s.PersonId)).ShouldBe([
            (1, SessionState.Draft, SessionState.Circulated, null, (Guid?)Lead), (2, SessionState.Circulated, SessionState.Final, null, Lead), (3, SessionState.Final, SessionState.Draft, "A decision was noted wrongly.", Lead)]);
    }

    [Fact]
    public void Only_who_was_there_objects_while_it_is_circulated_and_an_open_objection_holds_it_back()
    {
        var session = Held();
        Attendee came = session.Attendees.Single(a => a.Key == Uppsala.Key), missing = session.Attendees.Single(a => a.Key == Munich.Key);

        Refuses(() => session.Object(came, "x", null, Now)).ShouldBe("The minutes are not circulated yet.");
        session.Circulate(Lead, Now);
        Refuses(() => session.Object(missing, "x", null, Now)).ShouldBe("Only those who took part object to the minutes.");
        Refuses(() => session.Object(Held().Attendees.First(), "x", null, Now)).ShouldBe("Only those who took part object to the minutes.");
        var objection = session.Object(came, "We said the opposite.", null, Now);
        Refuses(() => session.Finalise(Lead, Now)).ShouldBe("An objection waits for its answer. Answer it first.");
        session.Object(came, "And the date is wrong.", null, Now).Number.ShouldBe(2);
        Refuses(() => session.Finalise(Lead, Now)).ShouldBe("2 objections wait for their answers. Answer them first.");

        Refuses(() => objection.Close(true, "", Lead, Now)).ShouldBe("The answer is missing. Please enter it.");
        objection.Close(true, "Put right.", Lead, Now);
        Refuses(() => objection.Close(false, "No.", Lead, Now)).ShouldBe("The objection is answered already.");
        session.Objections[1].Close(false, "The date is right.", Lead, Now);
        session.Finalise(Lead, Now);
        Refuses(() => session.Object(came, "Too late.", null, Now)).ShouldBe("The minutes are final. Ask the lead of the group to withdraw them.");
    }

    [Fact]
    public void Within_48_hours_it_is_put_right_freely_and_after_them_with_a_reason_and_the_earlier_picture()
    {
        var session = Held();

        session.Correct(() => "{}", 0, null, Lead, Now.AddHours(48).AddSeconds(-1)).ShouldBeNull();
        session.ChangedAt.ShouldBe(Now.AddHours(48).AddSeconds(-1));
        Refuses(() => session.Correct(() => "{}", 0, " ", Lead, Now.AddHours(48))).ShouldBe("The 48 hours for free corrections are over. Say in a sentence what is put right and why; the earlier version is kept.");
        var kept = session.Correct(() => "{\"topic\":\"x\"}", 2, "The tool has another name.", Lead, Now.AddHours(48)).ShouldNotBeNull();
        (kept.Number, kept.Picture, kept.Reason, kept.PersonId, kept.SessionId).ShouldBe((3, "{\"topic\":\"x\"}", "The tool has another name.", Lead, session.Id));
    }

    [Fact]
    public void What_was_planned_before_is_free_to_correct_from_its_end_on()
    {
        var session = New(day: Day.AddDays(20));
        var over = new DateTime(2026, 12, 10, 10, 30, 0, DateTimeKind.Utc); // 11:30 in Brussels

        session.FreeUntil.ShouldBe(over + Session.FreeCorrection);
        session.Correct(() => "{}", 0, null, Lead, over.AddHours(47)).ShouldBeNull();
        Held().FreeUntil.ShouldBe(Now + Session.FreeCorrection);
    }

    [Fact]
    public void Final_minutes_are_never_put_right_without_a_reason_however_young_they_are()
    {
        var session = Held();
        session.Circulate(Lead, Now);
        session.Finalise(Lead, Now);

        Refuses(() => session.Correct(() => "{}", 0, null, Lead, Now.AddMinutes(1))).ShouldBe("The minutes are final. Say in a sentence what is put right and why; the earlier version is kept.");
        session.Correct(() => "{}", 0, "A name.", Lead, Now.AddMinutes(1)).ShouldNotBeNull();
    }

    [Fact]
    public void Numbers_of_items_follow_each_other_and_there_is_an_end_to_them()
    {
        var session = New();
        SessionItem first = session.Note(ItemKind.Barrier, "No storage"), second = session.Note(ItemKind.Lever, "A shared hall");
        session.Strike(first);

        session.Note(ItemKind.Tool, "A passport").Number.ShouldBe(3);
        second.Number.ShouldBe(2);
        for (var i = session.Items.Count; i < Session.MostItems; i++)
            session.Note(ItemKind.Decision, "y");
        Refuses(() => session.Note(ItemKind.Decision, "z")).ShouldBe("A session has 100 items at most.");
    }

    [Fact]
    public void An_action_is_owed_by_one_until_a_day_and_what_is_no_action_by_nobody()
    {
        var (session, territory) = (New(), Guid.NewGuid());
        var action = session.Note(ItemKind.Action, "Send the template");

        Refuses(() => action.Owe(null, null, Day, Day)).ShouldBe("Choose who is to do it: a person or a territory.");
        Refuses(() => action.Owe(Lead, territory, Day, Day)).ShouldBe("Choose who is to do it: a person or a territory.");
        Refuses(() => action.Owe(Lead, null, Day.AddDays(-1), Day)).ShouldBe("The follow-up is due on 2026-11-19, before the session itself (2026-11-20).");
        action.Owe(null, territory, Day, Day);
        action.Finish(Now);
        action.Finish(Now.AddDays(1));
        (action.IsOpen, action.DoneAt, action.OwnerTerritoryId).ShouldBe((false, Now, territory));
        action.Reopen();
        action.IsOpen.ShouldBeTrue();

        action.Say(ItemKind.Decision, "The template is sent", FactorDimension.Procurement);
        (action.OwnerTerritoryId, action.Due, action.IsOpen).ShouldBe((null, null, false));
        Refuses(() => action.Owe(Lead, null, Day, Day)).ShouldBe("Only an action is owed by somebody.");
        Refuses(() => action.Finish(Now)).ShouldBe("Only an action is done.");
    }

    [Fact]
    public void An_item_is_left_out_of_the_report_with_a_reason_and_taken_in_again()
    {
        var item = New().Note(ItemKind.Barrier, "x");

        Refuses(() => item.LeaveOut(null, Lead, Now)).ShouldBe("The reason is missing. Please enter it.");
        item.LeaveOut("Said in confidence.", Lead, Now);
        (item.LeftOutReason, item.LeftOutById, item.LeftOutAt).ShouldBe(("Said in confidence.", Lead, Now));
        item.TakeIn();
        (item.LeftOutReason, item.LeftOutById, item.LeftOutAt).ShouldBe((null, null, null));
    }

    [Fact]
    public void An_item_is_about_each_territory_and_solution_once()
    {
        var item = New().Note(ItemKind.GoodPractice, "x");
        Guid one = Guid.NewGuid(), two = Guid.NewGuid(), solution = Guid.NewGuid();

        item.Concern([one, two, one], [solution]);
        var kept = item.Territories.Single(t => t.TerritoryId == one).Id;
        item.Concern([one], []);
        item.Territories.ShouldHaveSingleItem().Id.ShouldBe(kept);
        item.Solutions.ShouldBeEmpty();
    }

    [Fact]
    public void Knowledge_is_sorted_into_the_three_areas_of_the_skeleton_and_nothing_is_left_over()
    {
        Enum.GetValues<FactorDimension>().GroupBy(KnowledgeAreas.Of).Select(area => (area.Key, area.Count())).ShouldBe([(KnowledgeArea.Regulatory, 3), (KnowledgeArea.SocioEconomic, 3), (KnowledgeArea.Technical, 3)], ignoreOrder: true);
    }

    [Fact]
    public void A_sub_group_has_its_coordinator_among_its_members()
    {
        Guid coordinator = Guid.NewGuid(), other = Guid.NewGuid();
        var subGroup = new SubGroup(Group, "Biofertilisers");

        subGroup.BeCoordinatedBy(coordinator);
        subGroup.Consist([other]);
        subGroup.Members.Select(m => m.MembershipId).ShouldBe([coordinator, other]);
        subGroup.BeCoordinatedBy(null);
        subGroup.Consist([other, other]);
        subGroup.Members.Select(m => m.MembershipId).ShouldBe([other]);
        Refuses(() => subGroup.Call("")).ShouldBe("The name of the sub-group is missing. Please enter it.");
    }

    private static Session Held()
    {
        var session = New();
        session.Attend([Uppsala], [Uppsala, Munich], Now);
        return session;
    }

    private static Session New(SessionKind kind = SessionKind.Session, DateOnly? day = null) => New(kind, Group, day);

    private static Session New(SessionKind kind, Guid? group, DateOnly? day = null) => new(kind, group, null, "Reuse halls", On(day ?? Day), Now);

    private static SessionTime On(DateOnly day) => new(day, null, new TimeOnly(10, 0), new TimeOnly(11, 30), SessionTime.Brussels);

    private static IEnumerable<(Guid, Presence)> Presences(Session session) => session.Attendees.Select(a => (a.Key, a.Presence));
}
