using Ccri.Domain.Accounts;
using Ccri.Web.Data;
using Ccri.Web.Errors;
using Ccri.Web.Security;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Features.Plans;

/// <summary>Changes what is recorded of a review, but no score: the one before is what was found then, the one after follows the sections while no newer review is there.</summary>
public static class EditReview
{
    [Allow(Role.Officer, Role.Coordinator)]
    public sealed record Command : ReviewFields, IRequest
    {
        public Guid Id { get; init; }
        public Guid Version { get; init; }
    }

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => Include(new ReviewFields.Validator());
    }

    public sealed class Handler(CcriDbContext db, Access access, ProgrammeCalendar calendar) : IRequestHandler<Command>
    {
        public async Task<Unit> Handle(Command request, CancellationToken cancellationToken)
        {
            var review = await db.PlanReviews.SingleOrDefaultAsync(r => r.Id == request.Id, cancellationToken) ?? throw new NotFoundException("Review", request.Id);
            access.RequireOffice(review.TerritoryId);
            db.ExpectVersion(review, request.Version);
            await request.FillAsync(db, review, calendar.Today, cancellationToken);
            await db.SaveChangesAsync(cancellationToken);
            return Unit.Value;
        }
    }
}
