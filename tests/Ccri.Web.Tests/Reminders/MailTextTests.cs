using Ccri.Domain.Accounts;
using Ccri.Domain.Reminders;
using Ccri.Web.Features.Reminders;
using Ccri.Web.Mail;
using Microsoft.Extensions.DependencyInjection;

namespace Ccri.Web.Tests.Reminders;

/// <summary>What a digest says.</summary>
public sealed class MailTextTests(SqliteApp app) : IClassFixture<SqliteApp>
{
    private DateOnly Today => app.Services.GetRequiredService<ProgrammeCalendar>().Today;

    [Fact]
    public void The_most_urgent_comes_first_and_the_subject_says_it_and_how_many()
    {
        var rule = Rule("Milestones");
        var mail = Written([Reminder(rule, 20, "Much later"), Reminder(rule, -9, "Long late", "Capannori"), Reminder(rule, 0, "Today's"), Reminder(rule, -1, "Just late")], rule);

        mail.Subject.ShouldBe("Reminder: Long late (9 days late) and 3 more");
        InOrder(mail.Text, "LATE", "Long late", "Just late", "THIS WEEK", "Today's", "LATER", "Much later", "WHY AM I GETTING THIS?");
        InOrder(mail.Html!, "Late</h2>", "Long late", "Just late", "This week</h2>", "Today&#x27;s", "Later</h2>", "Much later", "Why am I getting this?");
        mail.Text.ShouldContain($"Capannori · {Words.Of(Today.AddDays(-9))}, 9 days late · rule: Milestones");
        mail.Text.ShouldContain("http://localhost/plans/X-1");
        mail.Text.ShouldContain("4 things we remind you of, 2 of them late");
    }

    [Fact]
    public void A_thing_that_two_rules_ask_for_is_told_once_and_both_rules_are_explained()
    {
        var (first, second, subject) = (Rule("First rule"), Rule("Second rule"), Guid.CreateVersion7());
        var mail = Written([Reminder(first, 3, "The one thing", subject: subject), Reminder(second, 3, "The one thing", subject: subject)], first, second);

        mail.Subject.ShouldBe("Reminder: The one thing (due in 3 days)");
        Count(mail.Text, "The one thing").ShouldBe(1);
        mail.Text.ShouldContain("rule: First rule, Second rule");
        mail.Text.ShouldContain("The rule “First rule”.");
        mail.Text.ShouldContain("The rule “Second rule”.");
        Count(mail.Html!, "/reminders/unsubscribe/").ShouldBe(3, "one for each rule, and one for all");
    }

    [Fact]
    public void It_says_why_and_as_whom()
    {
        var rule = Rule("Milestones");
        rule.Fall([-14, 0, 3], DayCount.Working);
        rule.Tell(ReminderAudience.Owner | ReminderAudience.Accompanying | ReminderAudience.Lead, ReminderChannel.Mail);
        rule.Escalate(7, ReminderAudience.Coordinator);

        Why(Written([Reminder(rule, 3, "A")], [Role.Officer], rule)).ShouldBe("- The rule “Milestones”. " + "You get it because it is yours or your territory's, or as an officer who looks after the territory; it reminds 14 working days before, on the day, 3 working days after.");
        var told = Written([Reminder(rule, -9, "A", step: ReminderStep.Escalation)], [Role.Coordinator], rule).Text;
        told.ShouldContain("Nobody has done it, so you are told, too.");
        told.ShouldContain("You are told as a coordinator, since nobody has done it 7 working days after the day.");
        Written([Reminder(rule, 0, "A", step: ReminderStep.Snoozed)], [Role.Officer], rule).Text.ShouldContain("You put it off to this day.");
    }

    [Fact]
    public void Two_thousand_things_are_cut_at_fifty_and_the_rest_is_counted()
    {
        var rule = Rule("Milestones");
        var mail = Written([.. Enumerable.Range(0, 2000).Select(i => Reminder(rule, i % 9, $"Thing number {i}"))], rule);

        Count(mail.Text, "Thing number").ShouldBe(50);
        mail.Text.ShouldContain("And 1,950 more on your page of reminders.");
        mail.Html!.ShouldContain("And 1,950 more on your page of reminders.");
        mail.Subject.ShouldEndWith(" and 1,999 more");
        mail.Html!.Length.ShouldBeLessThan(50_000);
    }

    [Fact]
    public void Names_of_all_alphabets_arrive_as_they_are_and_none_of_them_is_markup_or_a_second_line()
    {
        var rule = Rule("Rule <b>& Co</b>");
        var mail = Written([Reminder(rule, 0, "Łódź, Δυτική Μακεδονία, Пловдив <script>\r\nBcc: thief@example.org", "Ślęża & <i>"), Reminder(rule, 1, new string('W', 300))], rule);

        mail.Subject.ShouldStartWith("Reminder: Łódź, Δυτική Μακεδονία, Пловдив <script>  Bcc:");
        mail.Subject.Any(char.IsControl).ShouldBeFalse();
        mail.Html!.ShouldContain("Łódź, Δυτική Μακεδονία, Пловдив &lt;script&gt;");
        mail.Html!.ShouldContain("Ślęża &amp; &lt;i&gt;");
        mail.Html!.ShouldContain("overflow-wrap:anywhere");
        mail.Html!.ShouldNotContain("<script");
        Written([Reminder(rule, 1, new string('W', 300))], rule).Subject.Length.ShouldBeLessThan(150);
    }

    private MailMessage Written(IReadOnlyList<Reminder> reminders, params ReminderRule[] rules) => Written(reminders, [], rules);

    private MailMessage Written(IReadOnlyList<Reminder> reminders, Role[] roles, params ReminderRule[] rules)
    {
        using var scope = app.Services.CreateScope();
        var mail = new MailMessage { PersonId = Guid.CreateVersion7(), Address = "a@example.org", Subject = "", Text = "", IsDigest = true, CreatedAt = DateTime.UnixEpoch, DueAt = DateTime.UnixEpoch, KeepTextUntil = DateTime.UnixEpoch };
        scope.ServiceProvider.GetRequiredService<DigestWriter>().Write(mail, "Ada", reminders, rules.ToDictionary(r => r.Id), roles);
        return mail;
    }

    private static ReminderRule Rule(string name)
    {
        var rule = new ReminderRule(ReminderKind.Milestone, name);
        rule.Tell(ReminderAudience.Owner, ReminderChannel.Mail);
        return rule;
    }

    private Reminder Reminder(ReminderRule rule, int days, string title, string? of = null, Guid? subject = null, ReminderStep step = ReminderStep.Usual)
    {
        var fact = new ReminderFact(rule.Kind, subject ?? Guid.CreateVersion7(), Today.AddDays(days), title, "plans/X-1") { Of = of, People = new Dictionary<ReminderAudience, IReadOnlyList<Guid>>() };
        return new Reminder(new PlannedReminder(rule, fact, Guid.CreateVersion7(), Today, days, step), DateTime.UnixEpoch);
    }

    /// <summary>The line that explains the one rule.</summary>
    private static string Why(MailMessage mail) => mail.Text.Split('\n').Single(line => line.StartsWith("- The rule ", StringComparison.Ordinal));

    private static int Count(string text, string part) => text.Split(part).Length - 1;

    private static void InOrder(string text, params string[] parts)
    {
        var from = 0;
        foreach (var part in parts)
        {
            var at = text.IndexOf(part, from, StringComparison.Ordinal);
            at.ShouldBeGreaterThanOrEqualTo(0, $"“{part}” should come after {from} in{Environment.NewLine}{text}");
            from = at + part.Length;
        }
    }
}
