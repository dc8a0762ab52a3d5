using Ccri.Domain.Accounts;
using Ccri.Web.Data;
using Ccri.Web.Errors;
using Ccri.Web.Security;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Features.Plans;

/// <summary>A recommendation as its form shows it; of a review, the form of a new one.</summary>
public static class GetRecommendationForm
{
    /// <param name="Review">For a new one.</param>
    [Allow(Role.Officer, Role.Coordinator)]
    public sealed record Query(Guid? Id, Guid? Review = null) : IRequest<Answer>;

    /// <param name="Code">Of the plan.</param>
    /// <param name="On">The day of the review.</param>
    public sealed record Answer(string Code, string Title, DateOnly On, EditRecommendation.Command Form);

    public sealed class Handler(CcriDbContext db, Access access) : IRequestHandler<Query, Answer>
    {
        public async Task<Answer> Handle(Query request, CancellationToken cancellationToken)
        {
            var recommendation = request.Id is not { } id ? null
                : await db.Recommendations.AsNoTracking().SingleOrDefaultAsync(r => r.Id == id, cancellationToken) ?? throw new NotFoundException("Recommendation", id);
            var reviewId = recommendation?.ReviewId ?? request.Review ?? Guid.Empty;
            var review = await (from r in db.PlanReviews.Where(r => r.Id == reviewId)
                                join p in db.Plans on r.PlanId equals p.Id
                                select new { r.TerritoryId, r.On, p.Code, p.Title }).SingleOrDefaultAsync(cancellationToken) ?? throw new NotFoundException("Review", reviewId);
            access.RequireOffice(review.TerritoryId);
            return new Answer(review.Code, review.Title, review.On, recommendation is null ? new()
                : new() { Id = recommendation.Id, Version = recommendation.Version, Section = recommendation.Section, Text = recommendation.Text });
        }
    }
}
