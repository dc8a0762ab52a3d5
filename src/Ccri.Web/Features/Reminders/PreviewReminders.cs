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
        public Validator() => RuleFor(q => q.Days).InclusiveBetween(1, MostDays).WithMessage(FormattableString.Invariant($"Days is a number from 1 to {MostDays}."));
    }

    public sealed class Handler(CcriDbContext db, ReminderBookReader books, CurrentUser user, ProgrammeCalendar calendar) : IRequestHandler<Query, Answer>
    {
        public async Task<Answer> Handle(Query request, CancellationToken cancellationToken)
        {
            var from = request.Today ?? calendar.Today;
            var until = from.AddDays(request.Days);
            var seesAll = user.IsSystem || user.Has(Role.Coordinator);
            var book = await books.ReadAsync(cancellationToken: cancellationToken, on: from);
            var rules = book.Rules.Where(r => request.RuleId is { } id ? r.Id == id : r.IsOn).ToList();
            var names = await db.Persons.ToDictionaryAsync(p => p.Id, p => p.Name, cancellationToken);
            var planned = ReminderPlanner.Ahead(book, rules, from, until)
                .Where(p => (seesAll ? request.PersonId is null || p.PersonId == request.PersonId : p.PersonId == user.PersonId) && (request.TerritoryId is null || p.Fact.TerritoryId == request.TerritoryId));
            return new Answer(from, until, [.. planned.Select(p => new Row(p.On, null, null, p.Rule.Id, p.Rule.Name, p.Fact.Kind, p.Fact.SubjectId, p.Fact.Title, p.Fact.Of, p.Fact.TerritoryId, p.Fact.Address,
                p.Fact.DueOn, p.Offset, p.Step, p.Rule.Channel, p.PersonId, names[p.PersonId]))], 0, 0);
        }
    }
}
