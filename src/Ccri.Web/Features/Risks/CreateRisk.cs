using Ccri.Domain.Accounts;
using Ccri.Domain.Risks;
using Ccri.Web.Data;
using Ccri.Web.Errors;
using Ccri.Web.Features.Shared;
using Ccri.Web.Security;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Features.Risks;

/// <summary>Adds a risk or an issue to a territory.</summary>
public static class CreateRisk
{
    [Allow(Role.Officer, Role.Coordinator, Role.Territory)]
    public sealed record Command : RiskFields, IRequest<Guid>
    {
        /// <summary>The territory's address.</summary>
        public string? Territory { get; init; }
    }

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Territory).Needed("Choose the territory.");
            Include(new RiskFields.Validator());
        }
    }

    public sealed class Handler(CcriDbContext db, Access access, CurrentUser user, ProgrammeCalendar calendar) : IRequestHandler<Command, Guid>
    {
        public async Task<Guid> Handle(Command request, CancellationToken cancellationToken)
        {
            var territory = await db.Territories.Where(t => t.Slug == request.Territory).Select(t => (Guid?)t.Id).SingleOrDefaultAsync(cancellationToken)
                ?? throw new NotFoundException("Territory", request.Territory!);
            access.RequireEdit(territory);
            var risk = new Risk(territory, request.Kind!.Value, request.Title!, calendar.Today);
            await request.FillAsync(db, user, risk, calendar.Today, cancellationToken);
            db.Risks.Add(risk);
            await db.SaveChangesAsync(cancellationToken);
            return risk.Id;
        }
    }
}
