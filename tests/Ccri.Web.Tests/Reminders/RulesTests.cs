using System.Net;
using Ccri.Domain;
using Ccri.Domain.Accounts;
using Ccri.Domain.Reminders;
using Ccri.Web.Features.Reminders;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Tests.Reminders;

public abstract class RulesTests(CcriApp app) : BothDatabases(app)
{
    [Fact]
    public async Task A_rule_is_added_off_and_its_days_are_read_with_either_minus_sign()
    {
        var id = await App.SendAsync(ReminderSamples.Rule("Both signs", ReminderKind.Milestone) with
        {
            Offsets = "-30, \u221214;\u20133 0, 3,7", Count = DayCount.Working, Audience = [ReminderAudience.Owner, ReminderAudience.Accompanying], EscalateAfter = 14, EscalateTo = ReminderAudience.Coordinator,
        });

        var row = (await App.SendAsync(new ListReminderRules.Query())).Single(r => r.Id == id);
        (row.OnSince, row.Days, row.Reminded).ShouldBe((null, "30, 14 and 3 working days before, on the day, 3 and 7 working days after", 0));
        (row.Who, row.Escalation).ShouldBe(("Who it belongs to, officer who accompanies the territory", "14 working days after also the coordinator"));
        (await App.SendAsync(new GetReminderRule.Query(id))).Form.Offsets.ShouldBe("\u221230, \u221214, \u22123, 0, 3, 7");
    }

    [Fact]
    public async Task What_is_wrong_with_a_rule_is_said_at_its_field()
    {
        (await RefusedAsync(new CreateReminderRule.Command())).Keys.ShouldBe(["Kind", "Name", "Offsets", "Count", "Audience", "Channel"], ignoreOrder: true);
        (await RefusedAsync(ReminderSamples.Rule("x") with { Offsets = "three, 0" }))["Offsets"].ShouldBe("“three” is no number of days. Write whole numbers with commas between them, for example −7, 0, 3.");
        (await RefusedAsync(ReminderSamples.Rule("x") with { Offsets = "-366" }))["Offsets"].ShouldContain("at most 365 days");
        (await RefusedAsync(ReminderSamples.Rule("x") with { Offsets = "1 2 3 4 5 6 7 8 9 10 11 12 13" }))["Offsets"].ShouldContain("at most 12");
        (await RefusedAsync(ReminderSamples.Rule("x") with { Offsets = "99999999999" }))["Offsets"].ShouldContain("no number of days");
        (await RefusedAsync(ReminderSamples.Rule("x") with { EscalateAfter = 3 }))["EscalateAfter"].ShouldContain("after how many days, and whom");
        (await RefusedAsync(ReminderSamples.Rule("x") with { EscalateAfter = 0, EscalateTo = ReminderAudience.Lead }))["EscalateAfter"].ShouldContain("1 to 365");
        (await RefusedAsync(ReminderSamples.Rule("x") with { Audience = [(ReminderAudience)64] }))["Audience"].ShouldContain("from the list");
    }

    [Fact]
    public async Task A_rule_is_switched_on_only_as_it_was_previewed()
    {
        var id = await App.SendAsync(ReminderSamples.Rule("Previewed"));
        var previewed = (await App.SendAsync(new OfferPreview.Query(id))).Rule!;
        await App.SendAsync((await App.SendAsync(new GetReminderRule.Query(id))).Form with { Offsets = "1" });

        await Should.ThrowAsync<DbUpdateConcurrencyException>(() => App.SendAsync(new SwitchOnRule.Command(id, previewed.Version)));
        await App.SendAsync(new SwitchOnRule.Command(id, (await App.SendAsync(new OfferPreview.Query(id))).Rule!.Version));
        (await App.SendAsync(new GetReminderRule.Query(id))).OnSince.ShouldBe(Today);

        await App.SendAsync(new SwitchOffRule.Command(id));
        (await App.SendAsync(new GetReminderRule.Query(id))).OnSince.ShouldBeNull();
    }

    [Fact]
    public async Task The_audit_names_the_days_of_a_rule()
    {
        var id = await App.SendAsync(ReminderSamples.Rule("Audited") with { Offsets = "0" });
        await App.SendAsync((await App.SendAsync(new GetReminderRule.Query(id))).Form with { Offsets = "-3, 0, 7" });

        var changes = await App.WithDatabaseAsync(db => db.AuditRows.Where(a => a.SubjectId == id).OrderBy(a => a.At).ThenBy(a => a.Id).Select(a => a.Changes).ToListAsync(Cancellation));
        changes[^1].ShouldContain("\"-3; 0; 7\"");
    }

    [Fact]
    public async Task A_rule_that_reminded_somebody_is_not_removed()
    {
        var (unused, used) = (await App.SendAsync(ReminderSamples.Rule("Never used")), await App.SendAsync(ReminderSamples.Rule("Used")));
        var somebody = await App.SomebodyAsync(Role.Officer);
        await App.WithDatabaseAsync(async db =>
        {
            var rule = await db.ReminderRules.SingleAsync(r => r.Id == used, Cancellation);
            var fact = new ReminderFact(ReminderKind.OwnReminder, Guid.CreateVersion7(), Today, "Something", "reminders") { People = new Dictionary<ReminderAudience, IReadOnlyList<Guid>>() };
            db.Reminders.Add(new Reminder(new PlannedReminder(rule, fact, somebody.Id, Today, 0, ReminderStep.Usual), DateTime.SpecifyKind(Today.ToDateTime(default), DateTimeKind.Utc)));
            return await db.SaveChangesAsync(Cancellation);
        });

        await App.SendAsync(new RemoveReminderRule.Command(unused, await VersionAsync(unused)));
        (await Should.ThrowAsync<RuleViolationException>(async () => await App.SendAsync(new RemoveReminderRule.Command(used, await VersionAsync(used))))).Message.ShouldContain("Switch it off instead");

        (await App.SendAsync(new ListReminderRules.Query())).Select(r => r.Id).Intersect([unused, used]).ShouldBe([used]);
    }

    [Fact]
    public async Task The_pages_lead_from_the_form_to_the_preview_and_only_there_is_the_button()
    {
        using var coordinator = await App.SignedInAsync(Role.Coordinator);
        using var officer = await App.SignedInAsync(Role.Officer);
        await App.RemindAsync(await App.SomebodyAsync(Role.Officer), "Ring the mayor of Uppsala", Today.AddDays(5));

        using var saved = await coordinator.PostFormAsync("/reminders/rules/new", ("Input.Kind", "OwnReminder"), ("Input.Name", "By hand"), ("Input.Offsets", "-3, 0"), ("Input.Count", "Calendar"), ("Input.Audience", "Owner"), ("Input.Channel", "Both"));
        var preview = await saved.TextAsync();
        preview.ShouldContain("What “By hand” would send");
        preview.ShouldContain("Ring the mayor of Uppsala");
        preview.ShouldContain(">Switch on</button>");
        (await coordinator.MainAsync("/reminders/rules")).ShouldNotContain(">Switch on</button>");

        var id = (await App.SendAsync(new ListReminderRules.Query())).Single(r => r.Name == "By hand").Id;
        await App.SendAsync(new SwitchOnRule.Command(id, await VersionAsync(id)));
        (await coordinator.MainAsync($"/reminders/preview?rule={id}")).ShouldNotContain(">Switch on</button>");
        (await coordinator.MainAsync("/reminders/rules")).ShouldContain("Switch off");

        (await officer.StatusAsync("/reminders/rules")).ShouldBe(HttpStatusCode.Forbidden);
        (await officer.StatusAsync($"/reminders/rules/{id}/edit")).ShouldBe(HttpStatusCode.Forbidden);
        (await officer.MainAsync("/reminders/preview")).ShouldNotContain("Ring the mayor of Uppsala");
    }

    [Fact]
    public async Task A_refused_form_keeps_what_was_typed_and_ticked()
    {
        using var coordinator = await App.SignedInAsync(Role.Coordinator);

        using var refused = await coordinator.PostFormAsync("/reminders/rules/new", ("Input.Kind", "Milestone"), ("Input.Name", ""), ("Input.Offsets", "soon"), ("Input.Count", "Working"), ("Input.Audience", "Lead"), ("Input.Audience", "Coordinator"), ("Input.Channel", "App"));

        refused.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        var page = await refused.TextAsync();
        page.ShouldContain("“soon” is no number of days");
        page.ShouldContain("value=\"soon\"");
        page.ShouldContain("value=\"Lead\" checked");
        page.ShouldContain("value=\"Coordinator\" checked");
        page.ShouldNotContain("value=\"Owner\" checked");
        page.ShouldContain("value=\"Working\" checked");
    }

    private async Task<Guid> VersionAsync(Guid id) => (await App.SendAsync(new GetReminderRule.Query(id))).Form.Version;

    private async Task<Dictionary<string, string>> RefusedAsync<T>(IRequest<T> command) =>
        (await Should.ThrowAsync<ValidationException>(() => App.SendAsync(command))).Errors.GroupBy(e => e.PropertyName).ToDictionary(g => g.Key, g => g.First().ErrorMessage);
}

public sealed class RulesOnSqlite(SqliteApp app) : RulesTests(app), IClassFixture<SqliteApp>;

public sealed class RulesOnPostgres(PostgresApp app) : RulesTests(app), IClassFixture<PostgresApp>;
