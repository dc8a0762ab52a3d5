using Ccri.Domain.Accounts;
using Ccri.Domain.WorkingGroups;
using Ccri.Web.Data;
using Ccri.Web.Errors;
using Ccri.Web.Features.Shared;
using Ccri.Web.Security;
using FluentValidation;
using MediatR;

namespace Ccri.Web.Features.WorkingGroups.Sessions;

/// <summary>Minutes that were circulated, or final, are a draft again, with a reason that stays.</summary>
public static class WithdrawMinutes
{
    [Allow(Role.Officer, Role.Lead, Role.Coordinator)]
    public sealed record Query(Guid Id) : IRequest<Answer>;

    public sealed record Answer(Command Form, string Topic);

    [Allow(Role.Officer, Role.Lead, Role.Coordinator)]
    public sealed record Command : IRequest
    {
        public Guid Id { get; init; }
        public Guid Version { get; init; }
        public string? Reason { get; init; }
    }

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Reason).Cascade(CascadeMode.Stop).Needed("Say in a line why the minutes are withdrawn.").Line("The reason", SessionStep.LongestReason);
    }

    public sealed class Reader(SessionBook book) : IRequestHandler<Query, Answer>
    {
        public async Task<Answer> Handle(Query request, CancellationToken cancellationToken)
        {
            var session = await book.FindAsync(request.Id, cancellationToken);
            return new Answer(new Command { Id = session.Id, Version = session.Version }, session.Topic);
        }
    }

    public sealed class Handler(CcriDbContext db, SessionBook book, CurrentUser user, TimeProvider clock) : IRequestHandler<Command>
    {
        public async Task<Unit> Handle(Command request, CancellationToken cancellationToken)
        {
            var session = await book.FindAsync(request.Id, cancellationToken);
            db.ExpectVersion(session, request.Version);
            Refusal.Try(nameof(request.Reason), () => session.Withdraw(request.Reason, user.PersonId, clock.GetUtcNow().UtcDateTime));
            await db.SaveChangesAsync(cancellationToken);
            return Unit.Value;
        }
    }
}
