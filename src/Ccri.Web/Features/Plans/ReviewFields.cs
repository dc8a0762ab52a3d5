using Ccri.Domain.Plans;
using Ccri.Web.Data;
using Ccri.Web.Errors;
using Ccri.Web.Features.Shared;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Features.Plans;

/// <summary>What one says of a review of a plan.</summary>
public abstract record ReviewFields
{
    public DateOnly? On { get; init; }

    /// <summary>The partner of the support office that reviewed it.</summary>
    public Guid? Organisation { get; init; }
    public string? Summary { get; init; }

    public sealed class Validator : AbstractValidator<ReviewFields>
    {
        public Validator()
        {
            RuleFor(r => r.On).NotNull().WithMessage("Enter the day of the review.");
            RuleFor(r => r.Summary).Text("The summary", Plan.LongestText);
        }
    }

    public async Task FillAsync(CcriDbContext db, PlanReview review, DateOnly today, CancellationToken cancellationToken)
    {
        if (Organisation is { } organisation && !await db.Organisations.AnyAsync(o => o.Id == organisation, cancellationToken))
            throw Refusal.At(nameof(Organisation), "There is no such organisation. Choose one of the list.");
        Refusal.Try(nameof(On), () => review.Tell(On!.Value, Organisation, Summary, today));
    }
}
