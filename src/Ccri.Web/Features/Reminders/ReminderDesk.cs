using Ccri.Domain.Reminders;
using Ccri.Web.Errors;
using Ccri.Web.Security;

namespace Ccri.Web.Features.Reminders;

/// <summary>What the person who asks has to see to: what a rule that is on tells them of, after what was handed over, and what was made by hand.</summary>
public sealed class ReminderDesk(ReminderBookReader books, CurrentUser user, ProgrammeCalendar calendar)
{
    public async Task<(ReminderBook Book, IReadOnlyList<ToldThing> Things)> ReadAsync(CancellationToken cancellationToken)
    {
        var book = await books.ReadAsync(cancellationToken: cancellationToken);
        return (book, Told(book));
    }

    /// <exception cref="NotFoundException">When there is no such thing, or somebody else sees to it.</exception>
    public async Task<ToldThing> FindAsync(ReminderKind kind, Guid subjectId, DateOnly dueOn, CancellationToken cancellationToken) =>
        await TryFindAsync(kind, subjectId, dueOn, cancellationToken) ?? throw new NotFoundException("Reminder", subjectId);

    public async Task<ToldThing?> TryFindAsync(ReminderKind kind, Guid subjectId, DateOnly dueOn, CancellationToken cancellationToken) =>
        Told(await books.ReadAsync([kind], [subjectId], cancellationToken)).Find(t => t.Fact.Kind == kind && t.Fact.SubjectId == subjectId && t.Fact.DueOn == dueOn);

    private List<ToldThing> Told(ReminderBook book)
    {
        if (user.PersonId is not { } me)
            return [];
        var rules = book.Rules.Where(r => r.IsOn).ToLookup(r => r.Kind);
        var things = new List<ToldThing>();
        foreach (var fact in book.Facts)
        {
            var asking = rules[fact.Kind].Where(r => book.PeopleOf(fact, AudienceOf(book, r, fact)).Contains(me)).ToList();
            if (asking.Count > 0 || fact.Kind == ReminderKind.OwnReminder && book.PeopleOf(fact, ReminderAudience.Owner).Contains(me))
                things.Add(new ToldThing(fact, asking, book.MarkOf(me, fact)));
        }
        return things;
    }

    /// <summary>Who is told later belongs to it once that day has come.</summary>
    private ReminderAudience AudienceOf(ReminderBook book, ReminderRule rule, ReminderFact fact) =>
        rule.EscalateAfter is { } after && book.Days.Add(fact.DueOn, after, rule.Count, fact.Country) <= calendar.Today ? rule.Audience | rule.EscalateTo : rule.Audience;
}

/// <param name="Rules">Those that ask for it; none for what was made by hand where no rule is on.</param>
/// <param name="Mark">Of the person who asks.</param>
public sealed record ToldThing(ReminderFact Fact, IReadOnlyList<ReminderRule> Rules, ReminderMark? Mark)
{
    /// <summary>What was made by hand always is; of the rest, what not only mails ask for.</summary>
    public bool IsOnThePage => Fact.Kind == ReminderKind.OwnReminder || Rules.Any(r => r.Channel != ReminderChannel.Mail);
}
