using Ccri.Domain.Accounts;
using Ccri.Domain.Needs;
using Ccri.Web.Data;
using Ccri.Web.Errors;
using Ccri.Web.Features.Shared;
using Ccri.Web.Security;
using FluentValidation;
using MediatR;

namespace Ccri.Web.Features.Needs;

/// <summary>Gives a need up, with the reason that the reports print.</summary>
public static class DropNeed
{
    [Allow(Role.Officer, Role.Coordinator)]
    public sealed record Command : IRequest
    {
        public string Slug { get; init; } = "";
        public int Number { get; init; }
        public Guid Version { get; init; }
        public string? Reason { get; init; }
    }

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Reason).Cascade(CascadeMode.Stop).Needed("Say why it is dropped, for example “The region took it over”.").Text("The reason", Need.LongestText);
    }

    public sealed class Handler(CcriDbContext db, Access access, CurrentUser user, ProgrammeCalendar calendar, TimeProvider clock) : IRequestHandler<Command>
    {
        public async Task<Unit> Handle(Command request, CancellationToken cancellationToken)
        {
            var territory = await db.TerritoryOfNeedsAsync(request.Slug, cancellationToken);
            access.RequireOffice(territory.Id);
            var need = await db.Needs.NumberedAsync(territory.Id, request.Number, cancellationToken);
            db.ExpectVersion(need, request.Version);
            Refusal.Try(nameof(Command.Reason), () => need.Drop(request.Reason));
            db.NeedSteps.Add(new NeedStep(need, NeedStepKind.Dropped, calendar.Today, request.Reason, user.PersonId, clock.GetUtcNow().UtcDateTime));
            await db.SaveChangesAsync(cancellationToken);
            return Unit.Value;
        }
    }
}
