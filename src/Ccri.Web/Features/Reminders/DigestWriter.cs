using Ccri.Domain.Reminders;
using Ccri.Web.Mail;
using Microsoft.Extensions.Options;

namespace Ccri.Web.Features.Reminders;

/// <summary>Writes the mail that tells one person of all that is due: the most urgent first, each thing once although two rules ask for it.</summary>
public sealed class DigestWriter(IOptions<SiteOptions> site, ProgrammeCalendar calendar)
{
    /// <summary>Sets the subject, both texts and the address that ends them.</summary>
    /// <param name="name">Of whom it is for.</param>
    /// <param name="reminders">At least one.</param>
    /// <param name="rules">Their names by id.</param>
    public void Write(MailMessage mail, string name, IReadOnlyList<Reminder> reminders, IReadOnlyDictionary<Guid, string> rules)
    {
        var things = reminders.GroupBy(r => (r.Kind, r.SubjectId, r.DueOn)).Select(g => g.First()).OrderBy(r => r.DueOn).ThenBy(r => r.Title, StringComparer.Ordinal).ThenBy(r => r.Id).ToList();
        mail.Subject = things is [var only] ? $"Reminder: {only.Title}" : $"{Plural.Of(things.Count, "reminder")}: {things[0].Title}";
        mail.Text = $"Hello {name},\n\n{string.Join("\n\n", things.Select(t => $"{t.Title} ({Words.OfDue(t.DueOn, calendar.Today)}, {Words.Of(t.DueOn)})\n{site.Value.Address.TrimEnd('/')}/{t.Address}\nWhy: {rules[t.RuleId]}"))}";
    }
}
