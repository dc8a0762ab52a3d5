using Ccri.Domain.Accounts;
using Ccri.Web.Data;
using Ccri.Web.Errors;
using Ccri.Web.Security;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Features.Risks;

/// <summary>Changes what is said of a risk or an issue. A risk that has happened becomes an issue.</summary>
public static class EditRisk
{
    [Allow(Role.Officer, Role.Coordinator, Role.Territory)]
    public sealed record Command : RiskFields, IRequest
    {
        public Guid Id { get; init; }
        public Guid Version { get; init; }
    }

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => Include(new RiskFields.Validator());
    }

    public sealed class Handler(CcriDbContext db, Access access, CurrentUser user, ProgrammeCalendar calendar) : IRequestHandler<Command>
    {
        public async Task<Unit> Handle(Command request, CancellationToken cancellationToken)
        {
            var risk = await db.Risks.SingleOrDefaultAsync(r => r.Id == request.Id, cancellationToken) ?? throw new NotFoundException("Risk", request.Id);
            access.RequireEdit(risk.TerritoryId);
            db.ExpectVersion(risk, request.Version);
            await request.FillAsync(db, user, risk, calendar.Today, cancellationToken);
            await db.SaveChangesAsync(cancellationToken);
            return Unit.Value;
        }
    }
}
