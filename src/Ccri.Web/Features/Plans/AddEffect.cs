using Ccri.Domain.Accounts;
using Ccri.Domain.Plans;
using Ccri.Web.Data;
using Ccri.Web.Errors;
using Ccri.Web.Security;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Features.Plans;

/// <summary>Says what an action or an investment project is expected to bring.</summary>
public static class AddEffect
{
    /// <summary>Of an action, or of a project.</summary>
    [Allow(Role.Officer, Role.Coordinator, Role.Territory)]
    public sealed record Command : EffectAnswers, IRequest<Guid>
    {
        public Guid? Action { get; init; }
        public Guid? Project { get; init; }
    }

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => Include(new EffectAnswersValidator());
    }

    public sealed class Handler(CcriDbContext db, Access access) : IRequestHandler<Command, Guid>
    {
        public async Task<Guid> Handle(Command request, CancellationToken cancellationToken)
        {
            var effect = await db.PlanActions.SingleOrDefaultAsync(a => a.Id == request.Action, cancellationToken) is { } action ? Effect.OfAction(action)
                : await db.InvestmentProjects.SingleOrDefaultAsync(p => p.Id == request.Project, cancellationToken) is { } project ? Effect.OfProject(project)
                : throw new NotFoundException(request.Project is null ? "Action" : "Investment project", request.Project ?? request.Action ?? Guid.Empty);
            access.RequireEdit(effect.TerritoryId);
            request.ApplyTo(effect);
            db.Effects.Add(effect);
            await db.SaveChangesAsync(cancellationToken);
            return effect.Id;
        }
    }
}
