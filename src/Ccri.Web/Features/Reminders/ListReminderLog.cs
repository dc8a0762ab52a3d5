using Ccri.Domain;
using Ccri.Domain.Accounts;
using Ccri.Domain.Reminders;
using Ccri.Web.Data;
using Ccri.Web.Security;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Features.Reminders;

/// <summary>Everything that was sent, shown, held, left out or missed, and why; newest first. A coordinator sees all of it, everybody else the own.</summary>
public static class ListReminderLog
{
    public const int PageSize = 50;

    /// <param name="PersonId">Says nothing to anybody but a coordinator.</param>
    /// <param name="Territory">Its part of the address.</param>
    [Allow(Role.Officer, Role.Lead, Role.Coordinator, Role.Territory)]
    public sealed record Query(Guid? PersonId = null, string? Territory = null, Guid? RuleId = null, LogState? State = null, int Page = 1, int Size = PageSize) : IRequest<Answer>;

    /// <param name="SeesAll">Whether rows of others are among them.</param>
    public sealed record Answer(IReadOnlyList<Line> Lines, int Total, int Page, int Size, bool SeesAll)
    {
        public IReadOnlyList<Choice> Persons { get; init; } = [];
        public IReadOnlyList<Choice> Territories { get; init; } = [];
        public IReadOnlyList<Choice> Rules { get; init; } = [];
    }

    /// <param name="Value">As it stands in the address.</param>
    public sealed record Choice(string Value, string Name);

    /// <param name="On">The day on which it fell.</param>
    /// <param name="At">In the time of the programme: when the mail went out, or was given up.</param>
    /// <param name="Problem">Of the mail.</param>
    public sealed record Line(Guid Id, DateOnly On, string Title, string Address, string? Of, DateOnly DueOn, int Offset, ReminderStep Step, string Rule, string Person,
        LogState State, ReminderReason? Because, Guid? MailId, DateTime? At, string? Problem);

    public sealed class Validator : AbstractValidator<Query>
    {
        public Validator()
        {
            RuleFor(q => q.Page).GreaterThanOrEqualTo(1).WithMessage("Pages are counted from 1.");
            RuleFor(q => q.Size).InclusiveBetween(1, 1000).WithMessage("Ask for 1 to 1,000 rows.");
        }
    }

    public sealed class Handler(CcriDbContext db, CurrentUser user, ProgrammeCalendar calendar) : IRequestHandler<Query, Answer>
    {
        private bool SeesAll => user.IsSystem || user.Has(Role.Coordinator);

        private IQueryable<Reminder> Visible => SeesAll ? db.Reminders.AsNoTracking() : db.Reminders.AsNoTracking().Where(r => r.PersonId == user.PersonId);

        public async Task<Answer> Handle(Query request, CancellationToken cancellationToken)
        {
            var matching = Matching(request);
            var total = await matching.CountAsync(cancellationToken);
            var page = Math.Min(request.Page, Math.Max(1, (total + request.Size - 1) / request.Size));
            var rows = await matching.OrderByDescending(r => r.On).ThenByDescending(r => r.Id).Skip((page - 1) * request.Size).Take(request.Size).ToListAsync(cancellationToken);
            var rules = await db.ReminderRules.Select(r => new { r.Id, r.Name }).ToDictionaryAsync(r => r.Id, r => r.Name, cancellationToken);
            var (people, mailIds) = (rows.Select(r => r.PersonId).Distinct().ToList(), rows.Select(r => r.MailId).OfType<Guid>().Distinct().ToList());
            var names = await db.Persons.Where(p => people.Contains(p.Id)).ToDictionaryAsync(p => p.Id, p => p.Name, cancellationToken);
            var mails = await db.MailMessages.Where(m => mailIds.Contains(m.Id)).Select(m => new Delivery(m.Id, m.SentAt, m.FailedAt, m.Problem)).ToDictionaryAsync(m => m.Id, cancellationToken);
            return new Answer([.. rows.Select(r => InWords(r, rules[r.RuleId], names[r.PersonId], r.MailId is { } id ? mails.GetValueOrDefault(id) : null))], total, page, request.Size, SeesAll)
            {
                Persons = SeesAll ? Sorted((await db.Persons.Where(p => db.Reminders.Any(r => r.PersonId == p.Id)).Select(p => new { p.Id, p.Name }).ToListAsync(cancellationToken)).Select(p => new Choice(p.Id.ToString(), p.Name))) : [],
                Territories = await db.Territories.Where(t => Visible.Any(r => r.TerritoryId == t.Id)).OrderBy(t => t.SearchName).ThenBy(t => t.Id).Select(t => new Choice(t.Slug, t.Name)).ToListAsync(cancellationToken),
                Rules = Sorted(rules.Select(r => new Choice(r.Key.ToString(), r.Value))),
            };
        }

        private IQueryable<Reminder> Matching(Query request)
        {
            var rows = Visible;
            if (request.PersonId is { } person && SeesAll)
                rows = rows.Where(r => r.PersonId == person);
            if (!string.IsNullOrWhiteSpace(request.Territory))
                rows = rows.Where(r => db.Territories.Any(t => t.Id == r.TerritoryId && t.Slug == request.Territory));
            if (request.RuleId is { } rule)
                rows = rows.Where(r => r.RuleId == rule);
            return request.State switch
            {
                LogState.Held => rows.Where(r => r.State == ReminderState.Waiting),
                LogState.OnItsWay => rows.Where(r => r.State == ReminderState.Mailed && db.MailMessages.Any(m => m.Id == r.MailId && m.SentAt == null && m.FailedAt == null)),
                LogState.Sent => rows.Where(r => r.State == ReminderState.Mailed && !db.MailMessages.Any(m => m.Id == r.MailId && m.SentAt == null)),
                LogState.NotDelivered => rows.Where(r => r.State == ReminderState.Mailed && db.MailMessages.Any(m => m.Id == r.MailId && m.FailedAt != null)),
                LogState.Shown => rows.Where(r => r.State == ReminderState.Shown),
                LogState.NotNeeded => rows.Where(r => r.State == ReminderState.Silenced),
                LogState.Missed => rows.Where(r => r.State == ReminderState.Missed),
                _ => rows,
            };
        }

        private Line InWords(Reminder reminder, string rule, string person, Delivery? mail)
        {
            var state = reminder.State switch
            {
                ReminderState.Waiting => LogState.Held,
                ReminderState.Shown => LogState.Shown,
                ReminderState.Silenced => LogState.NotNeeded,
                ReminderState.Missed => LogState.Missed,
                _ => mail is { SentAt: null, FailedAt: not null } ? LogState.NotDelivered : mail is { SentAt: null } ? LogState.OnItsWay : LogState.Sent,
            };
            var at = mail?.SentAt ?? mail?.FailedAt;
            return new Line(reminder.Id, reminder.On, reminder.Title, reminder.Address, reminder.Of, reminder.DueOn, reminder.Offset, reminder.Step, rule, person,
                state, reminder.Because, reminder.MailId, at is { } moment ? calendar.Local(moment) : null, mail?.Problem);
        }

        private static List<Choice> Sorted(IEnumerable<Choice> choices) => [.. choices.OrderBy(c => Folding.ForSearch(c.Name), StringComparer.Ordinal).ThenBy(c => c.Value, StringComparer.Ordinal)];

        private sealed record Delivery(Guid Id, DateTime? SentAt, DateTime? FailedAt, string? Problem);
    }
}
