using Ccri.Domain;
using Ccri.Domain.Accounts;
using Ccri.Domain.Findings;
using Ccri.Domain.Programme;
using Ccri.Domain.Territories;
using Ccri.Web.Data;
using Ccri.Web.Errors;
using Ccri.Web.Features.Shared;
using Ccri.Web.Security;
using FluentValidation;
using MediatR;

namespace Ccri.Web.Features.Findings;

/// <summary>Accepts, with a reason, that something does not fit. It holds as long as the facts stay as they are.</summary>
public static class AcceptFinding
{
    [Allow(Role.Officer, Role.Coordinator)]
    public sealed record Command : IRequest
    {
        public FindingKind Kind { get; init; }
        public Guid SubjectId { get; init; }

        /// <summary>Of the facts that the page showed.</summary>
        public string? Fingerprint { get; init; }
        public string? Reason { get; init; }
    }

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Kind).IsInEnum().WithMessage("Choose one of the list.");
            RuleFor(c => c.Reason).Needed("Say why it may stay as it is, in a sentence that somebody else understands later.").Text("The reason", Acceptance.LongestReason);
        }
    }

    public sealed class Handler(CcriDbContext db, Access access, CurrentUser user, FindingReader findings, TimeProvider clock) : IRequestHandler<Command>
    {
        public async Task<Unit> Handle(Command request, CancellationToken cancellationToken)
        {
            var territory = await findings.TerritoryOfAsync(request.Kind, request.SubjectId, cancellationToken);
            access.RequireOffice(territory);
            await using var held = await db.HoldAsync<Territory>(territory, cancellationToken); // of two who accept it at once, the second is told
            var found = await findings.FindAsync(request.Kind, request.SubjectId, territory, cancellationToken)
                ?? throw new RuleViolationException("There is nothing to accept any more: its cause was mended meanwhile.");
            if (found.Finding.Fingerprint != request.Fingerprint)
                throw new RuleViolationException("The facts changed since you opened this page. They are shown here as they are now: read them again, then accept them or not.");
            if (found.Accepted is not null)
                throw new RuleViolationException("Somebody has accepted it already, with the reason that is shown here.");
            Refusal.Try(nameof(Command.Reason), () => db.Acceptances.Add(new Acceptance(found.Finding.Rule, request.SubjectId, territory, found.Finding.Fingerprint, request.Reason!,
                user.PersonId, clock.GetUtcNow().UtcDateTime)));
            await db.SaveChangesAsync(cancellationToken);
            await held.CommitAsync(cancellationToken);
            return Unit.Value;
        }
    }
}
