using Ccri.Domain;
using Ccri.Domain.Accounts;
using Ccri.Domain.Reminders;
using Ccri.Web.Mail;
using Microsoft.Extensions.Options;

namespace Ccri.Web.Features.Reminders;

/// <summary>Writes the mail that tells one person of all that is due: the most urgent first, each thing once although two rules ask for it.</summary>
public sealed class DigestWriter(IOptions<SiteOptions> site, ProgrammeCalendar calendar, UnsubscribeAddress addresses)
{
    private const int LongestTitleInSubject = 100;

    /// <summary>Sets the subject, both texts and the address that ends them.</summary>
    /// <param name="name">Of whom it is for.</param>
    /// <param name="reminders">At least one.</param>
    /// <param name="rules">Those of the reminders, by id.</param>
    /// <param name="roles">Of whom it is for, so that it can say as whom; empty when they are not known.</param>
    public void Write(MailMessage mail, string name, IReadOnlyList<Reminder> reminders, IReadOnlyDictionary<Guid, ReminderRule> rules, IReadOnlyCollection<Role>? roles = null)
    {
        var digest = DigestLines.Of(reminders, calendar.Today);
        var letter = new DigestLetter(OutgoingMail.OneLine(name), digest, calendar.Today, site.Value.Address.TrimEnd('/'), addresses.ForMail(mail.PersonId, mail.Id),
        [
            .. reminders.GroupBy(r => r.RuleId).Where(g => rules.ContainsKey(g.Key)).Select(g => (Rule: rules[g.Key], Steps: g.Select(r => r.Step).Distinct().Order()))
                .OrderBy(r => r.Rule.Name, StringComparer.Ordinal)
                .Select(r => new DigestRule(r.Rule.Id, r.Rule.Name, string.Join(" ", r.Steps.Select(step => DigestReason.Of(r.Rule, step, roles ?? [])).Distinct()), addresses.ForRule(mail.PersonId, r.Rule.Id))),
        ]);
        mail.Subject = Subject(digest);
        mail.Text = letter.AsText();
        mail.Html = letter.AsHtml(mail.Subject);
        mail.Unsubscribe = letter.EndAll;
    }

    /// <summary>"Reminder: Open the repair centre (3 days late) and 4 more".</summary>
    private string Subject(DigestLines digest)
    {
        var (first, title) = (digest.MostUrgent.First, OutgoingMail.OneLine(digest.MostUrgent.First.Title).Shorten(LongestTitleInSubject));
        return $"Reminder: {title} ({Words.OfDue(first.DueOn, calendar.Today)}){(digest.Total > 1 ? $" and {Words.Of(digest.Total - 1)} more" : "")}";
    }
}

/// <summary>A rule as the mail explains it.</summary>
/// <param name="Why">What it says, and what the person is to it.</param>
/// <param name="End">The address that ends its mails.</param>
public sealed record DigestRule(Guid Id, string Name, string Why, string End);
