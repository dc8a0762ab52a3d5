using Ccri.Domain.Accounts;
using Ccri.Web.Data;
using Ccri.Web.Errors;
using Ccri.Web.Security;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Features.Plans;

/// <summary>Changes what a review recommends; what became of it stays.</summary>
public static class EditRecommendation
{
    [Allow(Role.Officer, Role.Coordinator)]
    public sealed record Command : RecommendationFields, IRequest
    {
        public Guid Id { get; init; }
        public Guid Version { get; init; }
    }

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => Include(new RecommendationFields.Validator());
    }

    public sealed class Handler(CcriDbContext db, Access access) : IRequestHandler<Command>
    {
        public async Task<Unit> Handle(Command request, CancellationToken cancellationToken)
        {
            var recommendation = await db.Recommendations.SingleOrDefaultAsync(r => r.Id == request.Id, cancellationToken) ?? throw new NotFoundException("Recommendation", request.Id);
            access.RequireOffice(recommendation.TerritoryId);
            db.ExpectVersion(recommendation, request.Version);
            recommendation.Tell(request.Section, request.Text!);
            await db.SaveChangesAsync(cancellationToken);
            return Unit.Value;
        }
    }
}
