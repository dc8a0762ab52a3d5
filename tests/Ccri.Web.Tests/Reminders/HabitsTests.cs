using Ccri.Domain.Accounts;
using Ccri.Domain.Reminders;
using Ccri.Web.Features.Reminders;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Tests.Reminders;

public abstract class HabitsTests(CcriApp app) : BothDatabases(app)
{
    [Fact]
    public async Task Who_has_said_nothing_has_the_usual_habits_and_changes_them()
    {
        var officer = await App.SomebodyAsync(Role.Officer);
        var form = (await App.AskAsync(officer, new GetHabits.Query())).Form;
        (form.Version, form.Hour, form.QuietFrom, form.QuietUntil, form.MailsPerWeek, form.Days.Count).ShouldBe((null, 8, 19, 7, 3, 5));

        await App.AskAsync(officer, form with { Days = [WeekDays.Tuesday, WeekDays.Sunday], Hour = 10, MailsPerWeek = 0 });

        var saved = (await App.AskAsync(officer, new GetHabits.Query())).Form;
        saved.Days.ShouldBe([WeekDays.Tuesday, WeekDays.Sunday]);
        (saved.Hour, saved.MailsPerWeek).ShouldBe((10, 0));
        await Should.ThrowAsync<DbUpdateConcurrencyException>(() => App.AskAsync(officer, form with { Hour = 11 }));
        (await App.AskAsync(await App.SomebodyAsync(Role.Officer), new GetHabits.Query())).Form.Hour.ShouldBe(8);
    }

    [Fact]
    public async Task What_is_wrong_with_habits_is_said_at_the_field()
    {
        var officer = await App.SomebodyAsync(Role.Officer);
        var form = (await App.AskAsync(officer, new GetHabits.Query())).Form;

        (await RefusedAsync(form with { Days = [] }))["Days"].ShouldBe("Choose at least one day of the week.");
        (await RefusedAsync(form with { Hour = 20 }))["Hour"].ShouldContain("quiet hours (19:00 to 7:00)");
        (await RefusedAsync(form with { Hour = 24 }))["Hour"].ShouldContain("from 0 to 23");
        (await RefusedAsync(form with { MailsPerWeek = 8 }))["MailsPerWeek"].ShouldContain("0 to 7");

        async Task<Dictionary<string, string>> RefusedAsync(EditHabits.Command command) =>
            (await Should.ThrowAsync<ValidationException>(() => App.AskAsync(officer, command))).Errors.GroupBy(e => e.PropertyName).ToDictionary(g => g.Key, g => g.First().ErrorMessage);
    }

    [Fact]
    public async Task The_rules_that_one_gets_no_mail_of_are_named_and_taken_back()
    {
        var officer = await App.SomebodyAsync(Role.Officer);
        var rule = await App.SendAsync(ReminderSamples.Rule("Too much"));
        await App.WithDatabaseAsync(async db =>
        {
            db.Unsubscriptions.Add(new Unsubscription(officer.Id, rule, DateTime.UnixEpoch));
            return await db.SaveChangesAsync(Cancellation);
        });

        (await App.AskAsync(officer, new GetHabits.Query())).Ended.ShouldHaveSingleItem().Name.ShouldBe("Too much");
        await App.AskAsync(officer, new Subscribe.Command(rule));
        (await App.AskAsync(officer, new GetHabits.Query())).Ended.ShouldBeEmpty();
    }

    [Fact]
    public async Task The_form_saves_what_is_ticked()
    {
        using var lead = await App.SignedInAsync(Role.Lead, "TWG-C");

        using var saved = await lead.PostFormAsync("/reminders/habits", ("Input.Days", "Friday"), ("Input.Hour", "9"), ("Input.QuietFrom", "0"), ("Input.QuietUntil", "0"), ("Input.MailsPerWeek", "1"));

        (await saved.TextAsync()).ShouldContain("Saved. It counts from the next mail on.");
        (await lead.MainAsync("/reminders/habits")).ShouldContain("value=\"Friday\" checked");
        (await lead.MainAsync("/reminders/habits")).ShouldNotContain("value=\"Monday\" checked");
    }
}

public sealed class HabitsOnSqlite(SqliteApp app) : HabitsTests(app), IClassFixture<SqliteApp>;

public sealed class HabitsOnPostgres(PostgresApp app) : HabitsTests(app), IClassFixture<PostgresApp>;
