using Ccri.Domain.Accounts;
using Ccri.Domain.Reminders;
using Ccri.Domain.Territories;
using Ccri.Domain.WorkingGroups;
using Ccri.Web.Features.Reminders;
using Ccri.Web.Features.WorkingGroups.Sessions;
using Ccri.Web.Tests.WorkingGroups;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Tests.Reminders;

/// <summary>What a press of a button on the list does to what the reminder is about.</summary>
public abstract class MarksTests(CcriApp app) : BothDatabases(app)
{
    [Fact]
    public async Task A_milestone_that_is_done_with_stays_open_itself_and_no_reminder_follows()
    {
        var officer = await App.SomebodyAsync(Role.Officer, "uppsala");
        var rule = await App.RuleAsync(ReminderSamples.Rule("Milestones here", ReminderKind.Milestone) with { Audience = [ReminderAudience.Accompanying] });
        var id = await App.DueAsync("uppsala", "Permit of the hub", Today.AddDays(3));
        var row = (await RowsAsync(officer)).Single(r => r.SubjectId == id);
        row.Why.ShouldContain(w => w.Rule == "Milestones here" && w.Who == "You are: officer who accompanies the territory");

        var answer = await App.AskAsync(officer, new FinishReminder.Command(ReminderKind.Milestone, id, row.DueOn));

        answer.StaysOpen.ShouldBe(row.Address);
        (await App.WithDatabaseAsync(db => db.Milestones.Where(m => m.Id == id).Select(m => m.DoneOn).SingleAsync(Cancellation))).ShouldBeNull();
        (await RowsAsync(officer)).ShouldNotContain(r => r.SubjectId == id);
        (await PreviewAsync(rule, officer, id)).ShouldBe(0);
        (await App.AskAsync(officer, new FinishReminder.Command(ReminderKind.Milestone, id, row.DueOn))).Title.ShouldBe("Milestone", "pressed twice");

        await App.AskAsync(officer, new FinishReminder.Command(ReminderKind.Milestone, id, row.DueOn, IsDone: false));
        (await RowsAsync(officer)).ShouldContain(r => r.SubjectId == id);
        (await PreviewAsync(rule, officer, id)).ShouldBe(2, "three days before, and on the day");
    }

    [Fact]
    public async Task What_is_put_off_is_planned_for_its_day_and_what_is_handed_over_for_the_other()
    {
        var (officer, other) = (await App.SomebodyAsync(Role.Officer, "munich"), await App.SomebodyAsync(Role.Lead, "TWG-C"));
        var rule = await App.RuleAsync(ReminderSamples.Rule("Milestones there", ReminderKind.Milestone) with { Audience = [ReminderAudience.Accompanying] });
        var id = await App.DueAsync("munich", "Tender", Today.AddDays(3));

        await App.AskAsync(officer, new SnoozeReminder.Command { Kind = ReminderKind.Milestone, SubjectId = id, DueOn = Today.AddDays(3), Choice = SnoozeReminder.Until.InTwoWeeks });
        (await App.SendAsync(new PreviewReminders.Query(rule, officer.Id))).Rows.Where(r => r.SubjectId == id).Select(r => (r.On, r.Step)).ShouldBe([(Today.AddDays(14), ReminderStep.Snoozed)]);

        await App.AskAsync(officer, new TakeBackReminder.Command(ReminderKind.Milestone, id, Today.AddDays(3)));
        await App.AskAsync(officer, new HandOverReminder.Command { Kind = ReminderKind.Milestone, SubjectId = id, DueOn = Today.AddDays(3), PersonId = other.Id });
        (await PreviewAsync(rule, officer, id)).ShouldBe(0);
        (await PreviewAsync(rule, other, id)).ShouldBe(2);
        (await RowsAsync(other)).Single(r => r.SubjectId == id).Why.ShouldAllBe(w => w.Who == $"Handed over to you by {officer.Name}");
        (await App.AskAsync(officer, new ListReminders.Query())).Aside.ShouldHaveSingleItem().To.ShouldBe(other.Name);
    }

    [Fact]
    public async Task What_the_other_has_handed_on_stays_with_the_third_until_it_is_taken_back()
    {
        var (first, second, third) = (await App.SomebodyAsync(Role.Officer, "capannori"), await App.SomebodyAsync(Role.Officer, "capannori"), await App.SomebodyAsync(Role.Lead, "TWG-C"));
        await App.RuleAsync(ReminderSamples.Rule("Milestones of two officers", ReminderKind.Milestone) with { Audience = [ReminderAudience.Accompanying] });
        var id = await App.DueAsync("capannori", "Tender", Today.AddDays(3));
        Task<string> HandOverAsync(Somebody from, Guid to) => App.AskAsync(from, new HandOverReminder.Command { Kind = ReminderKind.Milestone, SubjectId = id, DueOn = Today.AddDays(3), PersonId = to });
        await HandOverAsync(second, third.Id);

        (await Should.ThrowAsync<FluentValidation.ValidationException>(() => HandOverAsync(first, second.Id))).Errors.ShouldHaveSingleItem().ErrorMessage
            .ShouldBe($"{second.Name} has handed this on to {third.Name}. Choose {third.Name}, or ask {second.Name} to take it back first.");
        (await RowsAsync(third)).ShouldContain(r => r.SubjectId == id);

        await HandOverAsync(first, third.Id);
        (await HandOverAsync(third, second.Id)).ShouldBe(second.Name, "it comes back to the one who gave it away");
        (await RowsAsync(second)).ShouldContain(r => r.SubjectId == id);

        (await HandOverAsync(second, third.Id)).ShouldBe(third.Name, "and once more, which makes a chain");
        (await HandOverAsync(third, first.Id)).ShouldBe(first.Name, "who has it may give it to anybody of the chain");
        (await RowsAsync(first)).ShouldContain(r => r.SubjectId == id);
    }

    [Fact]
    public async Task What_comes_back_is_not_still_put_off()
    {
        var (first, second) = (await App.SomebodyAsync(Role.Officer, "asker"), await App.SomebodyAsync(Role.Lead, "TWG-C"));
        await App.RuleAsync(ReminderSamples.Rule("Milestones that come back", ReminderKind.Milestone) with { Audience = [ReminderAudience.Accompanying] });
        var due = Today.AddDays(3);
        var id = await App.DueAsync("asker", "Tender", due);
        await App.AskAsync(first, new SnoozeReminder.Command { Kind = ReminderKind.Milestone, SubjectId = id, DueOn = due, Choice = SnoozeReminder.Until.InTwoWeeks });

        await App.AskAsync(first, new HandOverReminder.Command { Kind = ReminderKind.Milestone, SubjectId = id, DueOn = due, PersonId = second.Id });
        await App.AskAsync(second, new HandOverReminder.Command { Kind = ReminderKind.Milestone, SubjectId = id, DueOn = due, PersonId = first.Id });

        (await RowsAsync(first)).ShouldContain(r => r.SubjectId == id);
    }

    [Fact]
    public async Task What_is_only_mailed_is_not_on_the_page()
    {
        var officer = await App.SomebodyAsync(Role.Officer, "uppsala");
        var due = Today.AddDays(4);
        var id = await App.DueAsync("uppsala", "By mail only", due);
        var mailed = ReminderSamples.Rule("Milestones by mail", ReminderKind.Milestone) with { Audience = [ReminderAudience.Accompanying], Channel = ReminderChannel.Mail };
        var rule = await App.RuleAsync(mailed);
        var others = await App.WithDatabaseAsync(db => db.ReminderRules.Where(r => r.Kind == ReminderKind.Milestone && r.OnSince != null && r.Id != rule).Select(r => r.Id).ToListAsync(Cancellation));
        foreach (var other in others)
            await App.WithDatabaseAsync(async db => { (await db.ReminderRules.SingleAsync(r => r.Id == other, Cancellation)).SwitchOff(); return await db.SaveChangesAsync(Cancellation); });

        (await RowsAsync(officer)).ShouldNotContain(r => r.SubjectId == id);
        (await PreviewAsync(rule, officer, id)).ShouldBeGreaterThan(0);
        await App.RuleAsync(mailed with { Name = "Milestones by both", Channel = ReminderChannel.Both });
        (await RowsAsync(officer)).Single(r => r.SubjectId == id).Why.Count.ShouldBe(2);
    }

    [Fact]
    public async Task Who_is_told_only_because_nothing_has_happened_sees_it_from_that_day_on_and_reads_why()
    {
        var coordinator = await App.SomebodyAsync(Role.Coordinator);
        await App.RuleAsync(ReminderSamples.Rule("Escalated", ReminderKind.Milestone) with { Audience = [ReminderAudience.Accompanying], EscalateAfter = 14, EscalateTo = ReminderAudience.Coordinator });
        var (early, late) = (await App.DueAsync("flanders", "Thirteen days late", Today.AddDays(-13)), await App.DueAsync("flanders", "Fourteen days late", Today.AddDays(-14)));

        var rows = await RowsAsync(coordinator);

        rows.ShouldNotContain(r => r.SubjectId == early);
        rows.Single(r => r.SubjectId == late).Why.Single(w => w.Rule == "Escalated").ShouldBe(new ListReminders.Why("Escalated", "3 days before, on the day, and 14 days after also the coordinator", "You are: coordinator"));
    }

    [Fact]
    public async Task A_follow_up_of_a_contact_is_done_itself()
    {
        var officer = await App.SomebodyAsync(Role.Officer);
        await FollowUpsAsync();
        var id = await App.WithDatabaseAsync(async db =>
        {
            var contact = new LoggedContact(await db.Territories.Where(t => t.Slug == "uppsala").Select(t => t.Id).SingleAsync(Cancellation), officer.Id, Today, "A call");
            contact.Owe("Send the template", officer.Id, Today.AddDays(1));
            db.Add(contact);
            await db.SaveChangesAsync(Cancellation);
            return contact.Id;
        });

        (await App.AskAsync(officer, new FinishReminder.Command(ReminderKind.FollowUp, id, Today.AddDays(1)))).StaysOpen.ShouldBeNull();
        (await DoneAtAsync()).ShouldNotBeNull();

        await App.AskAsync(officer, new FinishReminder.Command(ReminderKind.FollowUp, id, Today.AddDays(1), IsDone: false));
        (await DoneAtAsync()).ShouldBeNull();

        Task<DateTime?> DoneAtAsync() => App.WithDatabaseAsync(db => db.LoggedContacts.Where(c => c.Id == id).Select(c => c.FollowUpDoneAt).SingleAsync(Cancellation));
    }

    [Fact]
    public async Task A_follow_up_of_a_session_is_done_itself_by_its_owner_and_only_marked_by_whom_it_was_handed_to()
    {
        var (lead, other) = (await App.SomebodyAsync(Role.Lead, "TWG-C"), await App.SomebodyAsync(Role.Lead, "TWG-B"));
        await FollowUpsAsync();
        var session = await App.LogAsync("Timber again", form => form with { FollowUps = [SessionSamples.FollowUp("Ask the mill", new OwnerKey(lead.Id, null), Today.AddDays(2)), SessionSamples.FollowUp("Ask the port", new OwnerKey(lead.Id, null), Today.AddDays(2))] });
        var items = await App.WithDatabaseAsync(db => db.SessionItems.Where(i => i.SessionId == session && i.Kind == ItemKind.Action).OrderBy(i => i.Number).Select(i => i.Id).ToListAsync(Cancellation));

        (await App.AskAsync(lead, new FinishReminder.Command(ReminderKind.FollowUp, items[0], Today.AddDays(2)))).StaysOpen.ShouldBeNull();
        await App.AskAsync(lead, new HandOverReminder.Command { Kind = ReminderKind.FollowUp, SubjectId = items[1], DueOn = Today.AddDays(2), PersonId = other.Id });
        (await App.AskAsync(other, new FinishReminder.Command(ReminderKind.FollowUp, items[1], Today.AddDays(2)))).StaysOpen.ShouldBe($"working-groups/sessions/{session}");

        (await App.WithDatabaseAsync(db => db.SessionItems.Where(i => items.Contains(i.Id)).OrderBy(i => i.Number).Select(i => i.DoneAt != null).ToListAsync(Cancellation))).ShouldBe([true, false]);
        (await RowsAsync(other)).ShouldNotContain(r => r.SubjectId == items[1]);
    }

    private Task FollowUpsAsync() => App.RuleAsync(ReminderSamples.Rule("Follow-ups here", ReminderKind.FollowUp));

    private async Task<IReadOnlyList<ListReminders.Row>> RowsAsync(Somebody somebody) => [.. (await App.AskAsync(somebody, new ListReminders.Query())).Parts.SelectMany(p => p.Groups).SelectMany(g => g.Rows)];

    private async Task<int> PreviewAsync(Guid rule, Somebody somebody, Guid subject) => (await App.SendAsync(new PreviewReminders.Query(rule, somebody.Id))).Rows.Count(r => r.SubjectId == subject);
}

public sealed class MarksOnSqlite(SqliteApp app) : MarksTests(app), IClassFixture<SqliteApp>;

public sealed class MarksOnPostgres(PostgresApp app) : MarksTests(app), IClassFixture<PostgresApp>;
