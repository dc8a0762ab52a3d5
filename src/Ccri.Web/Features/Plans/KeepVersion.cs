using Ccri.Domain.Accounts;
using Ccri.Domain.Plans;
using Ccri.Web.Data;
using Ccri.Web.Features.Shared;
using Ccri.Web.Security;
using FluentValidation;
using MediatR;

namespace Ccri.Web.Features.Plans;

/// <summary>Keeps a plan as it stands now, with a word on why.</summary>
public static class KeepVersion
{
    /// <param name="Code">Of the plan.</param>
    [Allow(Role.Officer, Role.Coordinator, Role.Territory)]
    public sealed record Command(string Code, string? Note) : IRequest<int>;

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Note).Text("The note", 1000);
    }

    /// <summary>Answers the number of the version.</summary>
    public sealed class Handler(CcriDbContext db, Access access, CurrentUser user, TimeProvider clock) : IRequestHandler<Command, int>
    {
        public async Task<int> Handle(Command request, CancellationToken cancellationToken)
        {
            var head = await db.PlanToEditAsync(access, request.Code, kind: null, cancellationToken);
            await using var held = await db.HoldAsync<Plan>(head.Id, cancellationToken);
            var plan = await db.PlanAsync(request.Code, cancellationToken);
            var version = await db.KeepAsync(plan, VersionOccasion.Kept, request.Note, user, clock.GetUtcNow().UtcDateTime, cancellationToken);
            await db.SaveChangesAsync(cancellationToken);
            await held.CommitAsync(cancellationToken);
            return version.Number;
        }
    }
}
