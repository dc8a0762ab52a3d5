using Ccri.Domain.Plans;
using Ccri.Web.Features.Shared;
using FluentValidation;

namespace Ccri.Web.Features.Plans;

/// <summary>What one says of a recommendation.</summary>
public abstract record RecommendationFields
{
    /// <summary>Empty: of the plan as a whole.</summary>
    public PlanSection? Section { get; init; }
    public string? Text { get; init; }

    public sealed class Validator : AbstractValidator<RecommendationFields>
    {
        public Validator()
        {
            RuleFor(r => r.Section).IsInEnum().WithMessage("Choose one of the list.");
            RuleFor(r => r.Text).Cascade(CascadeMode.Stop).Needed("Enter what is recommended.").Text("The recommendation", Plan.LongestText);
        }
    }
}
