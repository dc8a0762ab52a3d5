using Ccri.Domain.Accounts;
using Ccri.Domain.Reminders;
using Ccri.Web.Data;
using Ccri.Web.Errors;
using Ccri.Web.Security;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Features.Reminders;

/// <summary>Somebody else sees to it, and is reminded instead. It can be taken back.</summary>
public static class HandOverReminder
{
    [Allow(Role.Officer, Role.Lead, Role.Coordinator, Role.Territory)]
    public sealed record Query(ReminderKind Kind, Guid SubjectId, DateOnly DueOn) : IRequest<Answer>;

    /// <param name="People">Who may see it, without the person who asks.</param>
    public sealed record Answer(string Title, string? Of, IReadOnlyList<NamedChoice> People);

    [Allow(Role.Officer, Role.Lead, Role.Coordinator, Role.Territory)]
    public sealed record Command : IRequest<string>
    {
        public ReminderKind Kind { get; init; }
        public Guid SubjectId { get; init; }
        public DateOnly DueOn { get; init; }
        public Guid? PersonId { get; init; }
    }

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.PersonId).NotEmpty().WithMessage("Choose who sees to it from now on.");
    }

    public sealed class Reader(ReminderDesk desk, ReminderRecipients recipients, CurrentUser user) : IRequestHandler<Query, Answer>
    {
        public async Task<Answer> Handle(Query request, CancellationToken cancellationToken)
        {
            var fact = (await desk.FindAsync(request.Kind, request.SubjectId, request.DueOn, cancellationToken)).Fact;
            return new Answer(fact.Title, fact.Of, [.. (await recipients.ReadAsync(fact, cancellationToken)).Where(p => p.Id != user.PersonId)]);
        }
    }

    public sealed class Handler(CcriDbContext db, ReminderDesk desk, ReminderBookReader books, ReminderRecipients recipients, CurrentUser user) : IRequestHandler<Command, string>
    {
        /// <returns>The name of who sees to it now.</returns>
        public async Task<string> Handle(Command request, CancellationToken cancellationToken)
        {
            var fact = (await desk.FindAsync(request.Kind, request.SubjectId, request.DueOn, cancellationToken)).Fact;
            var to = (await recipients.ReadAsync(fact, cancellationToken)).FirstOrDefault(p => p.Id == request.PersonId)
                ?? throw Refusal.At(nameof(Command.PersonId), "This person cannot see what it is about, or cannot sign in. Choose somebody of the list.");
            if (fact.Kind == ReminderKind.OwnReminder && to.Id != user.PersonId)
                (await db.OwnReminders.SingleAsync(r => r.Id == fact.SubjectId, cancellationToken)).HandOver(to.Id);
            else
            {
                await RequireNotHandedOnAsync(fact, to, cancellationToken);
                var mark = await db.MarkOrNewAsync(user.PersonId!.Value, fact, cancellationToken);
                Refusal.Try(nameof(Command.PersonId), () => mark.HandOver(to.Id));
            }
            if (await db.MarkAsync(to.Id, fact.Kind, fact.SubjectId, fact.DueOn, cancellationToken) is { } theirs)
            {
                theirs.TakeBack(); // it comes to somebody who had given it away, put it off, or was done with it
                theirs.Wake();
                theirs.Reopen();
            }
            await db.SaveChangesAsync(cancellationToken);
            return to.Name;
        }

        /// <summary>What is handed to somebody who has handed the same on would be taken from a third person without a word.</summary>
        private async Task RequireNotHandedOnAsync(ReminderFact fact, NamedChoice to, CancellationToken cancellationToken)
        {
            var book = await books.ReadAsync([fact.Kind], [fact.SubjectId], cancellationToken);
            var holder = book.HolderOf(to.Id, fact);
            if (holder == to.Id || holder == user.PersonId || book.MarkOf(holder, fact)?.DoneAt is not null)
                return;
            var third = await db.Persons.Where(p => p.Id == holder).Select(p => p.Name).SingleAsync(cancellationToken);
            throw Refusal.At(nameof(Command.PersonId), $"{to.Name} has handed this on to {third}. Choose {third}, or ask {to.Name} to take it back first.");
        }
    }
}
