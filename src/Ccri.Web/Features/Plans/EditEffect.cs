using Ccri.Domain.Accounts;
using Ccri.Web.Data;
using Ccri.Web.Errors;
using Ccri.Web.Security;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Features.Plans;

/// <summary>Puts an expected effect right.</summary>
public static class EditEffect
{
    [Allow(Role.Officer, Role.Coordinator, Role.Territory)]
    public sealed record Command : EffectAnswers, IRequest
    {
        public Guid Id { get; init; }
        public Guid Version { get; init; }
    }

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => Include(new EffectAnswersValidator());
    }

    public sealed class Handler(CcriDbContext db, Access access) : IRequestHandler<Command>
    {
        public async Task<Unit> Handle(Command request, CancellationToken cancellationToken)
        {
            var effect = await db.Effects.SingleOrDefaultAsync(e => e.Id == request.Id, cancellationToken) ?? throw new NotFoundException("Effect", request.Id);
            access.RequireEdit(effect.TerritoryId);
            db.ExpectVersion(effect, request.Version);
            request.ApplyTo(effect);
            await db.SaveChangesAsync(cancellationToken);
            return Unit.Value;
        }
    }
}
