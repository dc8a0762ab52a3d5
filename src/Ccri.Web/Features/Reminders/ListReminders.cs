using Ccri.Domain.Accounts;
using Ccri.Domain.Reminders;
using Ccri.Web.Data;
using Ccri.Web.Security;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Features.Reminders;

/// <summary>What the person who asks has to see to: late, this week and later, by territory; and what is put aside.</summary>
public static class ListReminders
{
    public const int DaysAhead = 30;

    /// <summary>Of each part; the others come up when these are done.</summary>
    public const int MostRows = 200;

    public const string Yours = "Yours";

    [Allow(Role.Officer, Role.Lead, Role.Coordinator, Role.Territory)]
    public sealed record Query : IRequest<Answer>;

    /// <param name="Aside">What the person put off or handed over.</param>
    /// <param name="Held">What waits for a mail, by why it waits.</param>
    public sealed record Answer(DateOnly Today, IReadOnlyList<Part> Parts, IReadOnlyList<AsideRow> Aside, IReadOnlyList<HeldRow> Held);

    /// <param name="Total">Also what is not shown.</param>
    public sealed record Part(string Name, int Total, IReadOnlyList<Group> Groups);

    /// <param name="Of">A territory, a working group, or <see cref="Yours"/>.</param>
    public sealed record Group(string Of, IReadOnlyList<Row> Rows);

    /// <param name="DaysLate">Above zero once the due day has passed.</param>
    public sealed record Row(ReminderKind Kind, Guid SubjectId, DateOnly DueOn, string Title, string Address, int DaysLate, IReadOnlyList<Why> Why);

    /// <param name="Rule">Empty for what was made by hand.</param>
    /// <param name="Who">What the person is to it.</param>
    public sealed record Why(string? Rule, string? Days, string Who);

    /// <param name="Until">The day to which it was put off; empty for what was handed over.</param>
    /// <param name="To">To whom it was handed over.</param>
    public sealed record AsideRow(ReminderKind Kind, Guid SubjectId, DateOnly DueOn, string Title, string? Of, string Address, DateOnly? Until, string? To);

    public sealed record HeldRow(ReminderReason Because, int Count);

    public sealed class Handler(CcriDbContext db, ReminderDesk desk, CurrentUser user, ProgrammeCalendar calendar) : IRequestHandler<Query, Answer>
    {
        public async Task<Answer> Handle(Query request, CancellationToken cancellationToken)
        {
            var today = calendar.Today;
            var sunday = ReminderHabits.WeekOf(today).AddDays(6);
            var (book, things) = await desk.ReadAsync(cancellationToken);
            var me = user.PersonId ?? Guid.Empty;
            var marks = book.Marks.Where(m => m.PersonId == me || m.OwnerId == me).ToList();
            var given = await db.OwnReminders.AsNoTracking().Where(r => r.MadeById == me && r.OwnerId != me && r.DoneAt == null).OrderBy(r => r.Due).ThenBy(r => r.Id).Take(MostRows).ToListAsync(cancellationToken);
            var named = marks.SelectMany(m => new[] { m.PersonId, m.OwnerId ?? me }).Concat(given.Select(r => r.OwnerId)).Distinct().ToList();
            var names = await db.Persons.Where(p => named.Contains(p.Id)).ToDictionaryAsync(p => p.Id, p => p.Name, cancellationToken);

            var open = things.Where(t => t.IsOnThePage && !(t.Mark?.SnoozedUntil > today)).OrderBy(t => t.Fact.DueOn).ThenBy(t => t.Fact.Title, StringComparer.Ordinal).ThenBy(t => t.Fact.SubjectId).ToList();
            var receivedFrom = marks.Where(m => m.OwnerId == me).ToLookup(m => (m.Kind, m.SubjectId, m.DueOn), m => names[m.PersonId]);
            Part PartOf(string name, Func<DateOnly, bool> falls)
            {
                var rows = open.Where(t => falls(t.Fact.DueOn)).ToList();
                return new Part(name, rows.Count, [.. rows.Take(MostRows).GroupBy(t => t.Fact.Of ?? Yours).OrderBy(g => g.Key == Yours).ThenBy(g => g.Key, StringComparer.Ordinal)
                    .Select(g => new Group(g.Key, [.. g.Select(t => RowOf(t, me, today, receivedFrom[(t.Fact.Kind, t.Fact.SubjectId, t.Fact.DueOn)].FirstOrDefault()))]))]);
            }
            return new Answer(today,
                [PartOf("Late", due => due < today), PartOf("This week", due => due >= today && due <= sunday), PartOf("Later", due => due > sunday && due <= today.AddDays(DaysAhead))],
                [.. AsideOf(book, marks.Where(m => m.PersonId == me), names, today), .. given.Select(r => new AsideRow(ReminderKind.OwnReminder, r.Id, r.Due, r.Text, null, "reminders", null, names[r.OwnerId]))],
                await HeldAsync(me, cancellationToken));
        }

        private static Row RowOf(ToldThing thing, Guid me, DateOnly today, string? from)
        {
            var fact = thing.Fact;
            var reasons = thing.Rules.Select(r => new Why(r.Name, Days(r, fact, me), Who(fact, r.Audience | r.EscalateTo, me, from))).ToList();
            return new Row(fact.Kind, fact.SubjectId, fact.DueOn, fact.Title, fact.Address, Math.Max(0, today.DayNumber - fact.DueOn.DayNumber), reasons is [] ? [new Why(null, null, Who(fact, ReminderAudience.Owner, me, from))] : reasons);
        }

        /// <summary>Who is told only because nothing has happened reads when that is.</summary>
        private static string Days(ReminderRule rule, ReminderFact fact, Guid me) =>
            RuleWords.Escalation(rule) is { } later && !fact.PeopleOf(rule.Audience).Contains(me) && fact.PeopleOf(rule.EscalateTo).Contains(me) ? $"{RuleDays.InWords(rule)}, and {later}" : RuleDays.InWords(rule);

        private static string Who(ReminderFact fact, ReminderAudience audience, Guid me, string? from)
        {
            var meant = fact.People.Where(p => audience.HasFlag(p.Key) && p.Value.Contains(me)).Aggregate(ReminderAudience.None, (all, p) => all | p.Key);
            return meant != ReminderAudience.None ? $"You are: {RuleWords.Small(RuleWords.Of(meant))}" : from is null ? "It was handed over to you" : $"Handed over to you by {from}";
        }

        private static IEnumerable<AsideRow> AsideOf(ReminderBook book, IEnumerable<ReminderMark> own, Dictionary<Guid, string> names, DateOnly today)
        {
            var facts = book.Facts.ToLookup(f => (f.Kind, f.SubjectId, f.DueOn));
            return from mark in own
                   where mark.DoneAt is null && (mark.OwnerId is not null || mark.SnoozedUntil > today)
                   from fact in facts[(mark.Kind, mark.SubjectId, mark.DueOn)].Where(f => book.MayBeTold(mark.PersonId, f)).Take(1)
                   orderby fact.DueOn, fact.Title
                   select new AsideRow(fact.Kind, fact.SubjectId, fact.DueOn, fact.Title, fact.Of, fact.Address, mark.OwnerId is null ? mark.SnoozedUntil : null, mark.OwnerId is { } to ? names[to] : null);
        }

        private async Task<IReadOnlyList<HeldRow>> HeldAsync(Guid me, CancellationToken cancellationToken)
        {
            var held = await db.Reminders.Where(r => r.PersonId == me && r.State == ReminderState.Waiting && r.Because != null).GroupBy(r => r.Because!.Value).Select(g => new { g.Key, Count = g.Count() }).ToListAsync(cancellationToken);
            return [.. held.OrderByDescending(h => h.Count).ThenBy(h => h.Key).Select(h => new HeldRow(h.Key, h.Count))];
        }
    }
}
