using Ccri.Domain.Accounts;
using Ccri.Domain.Plans;
using Ccri.Web.Data;
using Ccri.Web.Errors;
using Ccri.Web.Features.Shared;
using Ccri.Web.Security;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Features.Plans;

/// <summary>Says what became of a recommendation; the territory answers, or the office for it. Answering the same again changes nothing.</summary>
public static class TakeRecommendation
{
    /// <param name="Answer">Why it is rejected, or what was done; empty keeps what was said before.</param>
    /// <param name="Version">Of the recommendation that was answered in words, so that nobody writes over words that they have not seen.</param>
    [Allow(Role.Officer, Role.Coordinator, Role.Territory)]
    public sealed record Command(Guid Id, Uptake Uptake, string? Answer = null, Guid? Version = null) : IRequest;

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Uptake).IsInEnum().WithMessage("Choose one of the list.");
            RuleFor(c => c.Answer).Text("The answer", Plan.LongestText);
        }
    }

    public sealed class Handler(CcriDbContext db, Access access, ProgrammeCalendar calendar) : IRequestHandler<Command>
    {
        public async Task<Unit> Handle(Command request, CancellationToken cancellationToken)
        {
            var recommendation = await db.Recommendations.SingleOrDefaultAsync(r => r.Id == request.Id, cancellationToken) ?? throw new NotFoundException("Recommendation", request.Id);
            access.RequireEdit(recommendation.TerritoryId);
            var answer = string.IsNullOrWhiteSpace(request.Answer) ? recommendation.Answer : request.Answer.Trim();
            if (answer != recommendation.Answer)
                db.ExpectVersion(recommendation, request.Version ?? Guid.Empty);
            recommendation.Take(request.Uptake, answer, calendar.Today);
            await db.SaveChangesAsync(cancellationToken);
            return Unit.Value;
        }
    }
}
