using Ccri.Domain.Accounts;
using Ccri.Domain.Plans;
using Ccri.Web.Data;
using Ccri.Web.Errors;
using Ccri.Web.Security;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Features.Plans;

/// <summary>Adds what a review recommends.</summary>
public static class AddRecommendation
{
    [Allow(Role.Officer, Role.Coordinator)]
    public sealed record Command : RecommendationFields, IRequest<Guid>
    {
        public Guid Review { get; init; }
    }

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => Include(new RecommendationFields.Validator());
    }

    public sealed class Handler(CcriDbContext db, Access access) : IRequestHandler<Command, Guid>
    {
        public async Task<Guid> Handle(Command request, CancellationToken cancellationToken)
        {
            var review = await db.PlanReviews.AsNoTracking().SingleOrDefaultAsync(r => r.Id == request.Review, cancellationToken) ?? throw new NotFoundException("Review", request.Review);
            access.RequireOffice(review.TerritoryId);
            var recommendation = new Recommendation(review.Id, review.PlanId, review.TerritoryId, request.Section, request.Text!);
            db.Recommendations.Add(recommendation);
            await db.SaveChangesAsync(cancellationToken);
            return recommendation.Id;
        }
    }
}
