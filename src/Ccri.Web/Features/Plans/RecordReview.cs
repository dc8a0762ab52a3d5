using Ccri.Domain.Accounts;
using Ccri.Domain.Plans;
using Ccri.Domain.Programme;
using Ccri.Web.Data;
using Ccri.Web.Features.Shared;
using Ccri.Web.Security;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Features.Plans;

/// <summary>The support office reviewed a plan; the sum of the section scores as they are is the score before. Only of a territory whose tier entitles it to help with plans.</summary>
public static class RecordReview
{
    [Allow(Role.Officer, Role.Coordinator)]
    public sealed record Command : ReviewFields, IRequest<Guid>
    {
        public string Code { get; init; } = "";

        /// <summary>The first recommendations, one on each line; more can follow.</summary>
        public string? Recommendations { get; init; }

        /// <summary>Why a coordinator accepts what the tier would refuse.</summary>
        public string? Exception { get; init; }
    }

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            Include(new ReviewFields.Validator());
            RuleFor(c => c.Recommendations).Must(lines => LinesOf(lines).All(line => line.Length <= Plan.LongestText)).WithMessage($"A recommendation is too long. Please use at most {Plan.LongestText} characters on a line.");
            RuleFor(c => c.Exception).Text("The reason", Acceptance.LongestReason);
        }
    }

    public sealed class Handler(CcriDbContext db, Access access, CurrentUser user, ProgrammeCalendar calendar, TimeProvider clock) : IRequestHandler<Command, Guid>
    {
        public async Task<Guid> Handle(Command request, CancellationToken cancellationToken)
        {
            var plan = await db.PlanAsync(request.Code, cancellationToken);
            access.RequireOffice(plan.TerritoryId);
            var review = new PlanReview(plan.Id, plan.TerritoryId, user.PersonId);
            await request.FillAsync(db, review, calendar.Today, cancellationToken);
            await db.RequireSupportAsync(Entitlement.Plans, plan.Id, plan.TerritoryId, review.On, request.Exception, user, clock.GetUtcNow().UtcDateTime, nameof(Command.On), cancellationToken);
            var scores = await db.SectionScores.Where(s => s.PlanId == plan.Id).Select(s => s.Score).ToListAsync(cancellationToken);
            review.Score(scores.Count == 0 ? null : scores.Sum(), null);
            db.PlanReviews.Add(review);
            db.Recommendations.AddRange(LinesOf(request.Recommendations).Select(line => new Recommendation(review.Id, plan.Id, plan.TerritoryId, null, line)));
            await db.SaveChangesAsync(cancellationToken);
            return review.Id;
        }
    }

    private static IEnumerable<string> LinesOf(string? text) => (text ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
