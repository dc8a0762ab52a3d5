using Ccri.Domain.Accounts;
using Ccri.Domain.Plans;
using Ccri.Web.Data;
using Ccri.Web.Errors;
using Ccri.Web.Security;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Features.Plans;

/// <summary>Changes who leads, or the part they have.</summary>
public static class EditLead
{
    [Allow(Role.Officer, Role.Coordinator, Role.Territory)]
    public sealed record Command : LeadAnswers, IRequest
    {
        public Guid Id { get; init; }
        public Guid Version { get; init; }
    }

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => Include(new LeadAnswersValidator());
    }

    public sealed class Handler(CcriDbContext db, Access access) : IRequestHandler<Command>
    {
        public async Task<Unit> Handle(Command request, CancellationToken cancellationToken)
        {
            var lead = await db.Leads.SingleOrDefaultAsync(l => l.Id == request.Id, cancellationToken) ?? throw new NotFoundException("Lead", request.Id);
            access.RequireEdit(lead.TerritoryId);
            db.ExpectVersion(lead, request.Version);
            await request.RequireOrganisationAsync(db, cancellationToken);
            await using var held = await db.HoldAsync<Plan>(lead.PlanId, cancellationToken);
            var others = await db.Leads.AsNoTracking().Where(l => l.Id != lead.Id && l.ActionId == lead.ActionId && l.ObjectiveId == lead.ObjectiveId).ToListAsync(cancellationToken);
            Refusal.Try(nameof(request.Sector), () => lead.Identify(request.Organisation, request.Name, request.Sector!.Value, request.IsCoLead, others));
            await db.SaveChangesAsync(cancellationToken);
            await held.CommitAsync(cancellationToken);
            return Unit.Value;
        }
    }
}
