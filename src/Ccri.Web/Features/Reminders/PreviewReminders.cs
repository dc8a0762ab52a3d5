using Ccri.Domain.Accounts;
using Ccri.Domain.Reminders;
using Ccri.Web.Data;
using Ccri.Web.Security;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Features.Reminders;

/// <summary>Which reminders will fall in the next days if nothing changes: of a rule before it is switched on, of a person, of a territory. Nothing is written.</summary>
public static class PreviewReminders
{
    public const int MostDays = 366;

    /// <param name="RuleId">Also of a rule that is off; empty: all rules that are on.</param>
    /// <param name="PersonId">Who is reminded; anybody but a coordinator asks for the own person only.</param>
    /// <param name="Today">Another day than today, to try things out.</param>
    [Allow(Role.Officer, Role.Lead, Role.Coordinator, Role.Territory)]
    public sealed record Query(Guid? RuleId = null, Guid? PersonId = null, Guid? TerritoryId = null, int Days = 30, DateOnly? Today = null) : IRequest<Answer>;

    /// <param name="Mails">How many mails they would make.</param>
    /// <param name="LastHeld">How many are still held on the last day, because a week is full.</param>
    public sealed record Answer(DateOnly From, DateOnly Until, IReadOnlyList<Row> Rows, int Mails, int LastHeld);

    /// <param name="On">The day on which it falls.</param>
    /// <param name="MailedOn">The day of the mail that holds it, by the habits of its person and the mails that go before; empty when it is only shown, or not mailed within these days.</param>
    /// <param name="Held">Why it is not mailed on its day.</param>
    public sealed record Row(DateOnly On, DateOnly? MailedOn, ReminderReason? Held, Guid RuleId, string Rule, ReminderKind Kind, Guid SubjectId, string Title, string? Of, Guid? TerritoryId, string Address,
        DateOnly DueOn, int Offset, ReminderStep Step, ReminderChannel Channel, Guid PersonId, string Person);

    public sealed class Validator : AbstractValidator<Query>
    {
        public Validator()
        {
            RuleFor(q => q.Days).InclusiveBetween(1, MostDays).WithMessage(FormattableString.Invariant($"Days is a number from 1 to {MostDays}."));
            RuleFor(q => q.Today).InclusiveBetween(new DateOnly(2022, 1, 1), new DateOnly(2090, 12, 31)).WithMessage("The day to look ahead from should lie between 2022-01-01 and 2090-12-31.");
        }
    }

    public sealed class Handler(CcriDbContext db, ReminderBookReader books, CurrentUser user, ProgrammeCalendar calendar, TimeProvider clock) : IRequestHandler<Query, Answer>
    {
        public async Task<Answer> Handle(Query request, CancellationToken cancellationToken)
        {
            var from = request.Today ?? calendar.Today;
            var until = from.AddDays(request.Days);
            var person = user.IsSystem || user.Has(Role.Coordinator) ? request.PersonId : user.PersonId ?? Guid.Empty;
            var book = await books.ReadAsync(cancellationToken: cancellationToken, on: from, until: until);
            var rules = book.Rules.Where(r => r.IsOn || r.Id == request.RuleId).ToList(); // what the others say is in the same mails
            var waiting = from == calendar.Today ? await WaitingAsync(book, from, cancellationToken) : [];
            var planned = waiting.Concat(ReminderPlanner.Ahead(book, rules, from, until)).DistinctBy(p => p.Key).Where(p => person is null || p.PersonId == person).ToList();
            var names = await db.Persons.ToDictionaryAsync(p => p.Id, p => p.Name, cancellationToken);
            var rows = (await ForecastAsync(book, planned, from, until, cancellationToken))
                .Where(f => f.Planned is var p && (request.RuleId is null || p.Rule.Id == request.RuleId) && (request.TerritoryId is null || p.Fact.TerritoryId == request.TerritoryId)).ToList();
            return new Answer(from, until, [.. rows.Select(f => RowOf(f, names[f.Planned.PersonId]))], rows.Where(f => f.MailedOn is not null).DistinctBy(f => (f.Planned.PersonId, f.MailedOn)).Count(),
                rows.Count(f => f is { IsWaiting: true, Held: ReminderReason.WeekIsFull }));
        }

        /// <summary>What fell before, or today by a rule that says otherwise now, and has not been mailed yet: it goes with the next mail, and decides when the one after that may go.</summary>
        private async Task<IEnumerable<PlannedReminder>> WaitingAsync(ReminderBook book, DateOnly from, CancellationToken cancellationToken)
        {
            var waiting = await db.Reminders.AsNoTracking().Where(r => r.State == ReminderState.Waiting && r.On <= from).OrderBy(r => r.On).ThenBy(r => r.Id).ToListAsync(cancellationToken);
            var (rules, facts) = (book.Rules.ToDictionary(r => r.Id), book.Facts.ToLookup(f => (f.Kind, f.SubjectId, f.DueOn)));
            return waiting.Where(r => book.Objection(r) is null)
                .Select(r => new PlannedReminder(rules[r.RuleId], facts[(r.Kind, r.SubjectId, r.DueOn)].First(), r.PersonId, r.On, r.Offset, r.Step));
        }

        /// <summary>What has been decided already today is told as it was decided.</summary>
        private async Task<IReadOnlyList<ForecastReminder>> ForecastAsync(ReminderBook book, IReadOnlyList<PlannedReminder> planned, DateOnly from, DateOnly until, CancellationToken cancellationToken)
        {
            var monday = calendar.StartOf(ReminderHabits.WeekOf(from));
            var habits = await db.ReminderHabits.AsNoTracking().ToDictionaryAsync(h => h.PersonId, cancellationToken);
            var mails = (await DigestsBefore.ReadAsync(db, monday, cancellationToken)).SelectMany(own => own).Where(m => m.At >= monday && calendar.DayOf(m.At) <= from).ToLookup(m => m.PersonId, m => calendar.DayOf(m.At));
            var decided = (await db.Reminders.AsNoTracking().Where(r => r.On == from && r.State != ReminderState.Waiting && r.State != ReminderState.Shown).ToListAsync(cancellationToken)).ToDictionary(r => r.Key);
            var begin = from == calendar.Today ? calendar.Local(clock.GetUtcNow().UtcDateTime) : from.ToDateTime(TimeOnly.MinValue);
            var forecast = new DigestForecast(begin, until, book.Unsubscriptions, id => habits.GetValueOrDefault(id) ?? new ReminderHabits(id), id => new MailsBefore(mails[id].Count(), mails[id].Contains(from)));
            var open = forecast.Of([.. planned.Where(p => !decided.ContainsKey(p.Key))]);
            return [.. open.Concat(planned.Where(p => decided.ContainsKey(p.Key)).Select(p => AsItWas(p, decided[p.Key]))).OrderBy(f => f.Planned.On)];
        }

        private ForecastReminder AsItWas(PlannedReminder planned, Reminder reminder) =>
            new(planned, reminder is { State: ReminderState.Mailed, DecidedAt: { } at } ? calendar.DayOf(at) : null, reminder.Because);

        private static Row RowOf(ForecastReminder forecast, string person)
        {
            var (planned, fact) = (forecast.Planned, forecast.Planned.Fact);
            return new Row(planned.On, forecast.MailedOn, forecast.Held, planned.Rule.Id, planned.Rule.Name, fact.Kind, fact.SubjectId, fact.Title, fact.Of, fact.TerritoryId, fact.Address,
                fact.DueOn, planned.Offset, planned.Step, planned.Rule.Channel, planned.PersonId, person);
        }
    }
}
