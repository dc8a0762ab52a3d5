using Ccri.Domain.Accounts;
using Ccri.Domain.Organisations;
using Ccri.Web.Data;
using Ccri.Web.Errors;
using Ccri.Web.Security;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Features.Plans;

/// <summary>A review as its form shows it, with the partners of the support office to choose from; of a plan, the form of a new one.</summary>
public static class GetReviewForm
{
    /// <param name="Code">Of the plan, for a new review.</param>
    [Allow(Role.Officer, Role.Coordinator)]
    public sealed record Query(string? Code, Guid? Id = null) : IRequest<Answer>;

    /// <param name="Code">Of the plan.</param>
    /// <param name="Score">The sum of the section scores as they are; empty while none is scored.</param>
    public sealed record Answer(string Code, string Title, EditReview.Command Form, int? Score, IReadOnlyList<Partner> Partners);

    public sealed record Partner(Guid Id, string Name);

    public sealed class Handler(CcriDbContext db, Access access, ProgrammeCalendar calendar) : IRequestHandler<Query, Answer>
    {
        public async Task<Answer> Handle(Query request, CancellationToken cancellationToken)
        {
            var review = request.Id is not { } id ? null
                : await db.PlanReviews.AsNoTracking().SingleOrDefaultAsync(r => r.Id == id, cancellationToken) ?? throw new NotFoundException("Review", id);
            var plan = await (review is null ? db.Plans.Where(p => p.Code == request.Code) : db.Plans.Where(p => p.Id == review.PlanId)).AsNoTracking().SingleOrDefaultAsync(cancellationToken)
                ?? throw new NotFoundException("Plan", request.Code ?? "");
            access.RequireOffice(plan.TerritoryId);
            var scores = await db.SectionScores.Where(s => s.PlanId == plan.Id).Select(s => s.Score).ToListAsync(cancellationToken);
            var chosen = review?.OrganisationId;
            var partners = await db.Organisations
                .Where(o => o.Id == chosen || db.OrganisationRoles.Any(r => r.OrganisationId == o.Id && (r.Kind == OrganisationRoleKind.ConsortiumMember
                    || r.Kind == OrganisationRoleKind.AccompanyingPartner && r.TerritoryId == plan.TerritoryId)))
                .OrderBy(o => o.SearchName).ThenBy(o => o.Id).Select(o => new Partner(o.Id, o.Name)).ToListAsync(cancellationToken);
            return new Answer(plan.Code, plan.Title,
                review is null ? new EditReview.Command { On = calendar.Today }
                    : new EditReview.Command { Id = review.Id, Version = review.Version, On = review.On, Organisation = review.OrganisationId, Summary = review.Summary },
                scores.Count == 0 ? null : scores.Sum(), partners);
        }
    }
}
