using Ccri.Domain.Plans;
using Ccri.Web.Errors;
using Ccri.Web.Features.Shared;
using FluentValidation;

namespace Ccri.Web.Features.Plans;

/// <summary>What one fills in about an objective or a lever.</summary>
public abstract record ObjectiveAnswers
{
    /// <summary>Its place in the plan.</summary>
    public int? Number { get; init; }
    public string? Title { get; init; }
    public string? Description { get; init; }
    public bool IsLever { get; init; }

    public void ApplyTo(Objective objective)
    {
        Refusal.Try(nameof(Title), () => objective.Call(Title!));
        Refusal.Try(nameof(Number), () => objective.Place(Number!.Value));
        objective.Describe(Description);
        objective.CutAcross(IsLever);
    }
}

public sealed class ObjectiveAnswersValidator : AbstractValidator<ObjectiveAnswers>
{
    public ObjectiveAnswersValidator()
    {
        RuleFor(o => o.Number).NotNull().WithMessage("Enter the place in the plan: 1, 2, 3.").InclusiveBetween(1, 10_000).WithMessage(o => $"The number is {o.Number}. It should be 1 or more.");
        RuleFor(o => o.Title).Needed("Enter the words of the plan.").Line("The title", 500);
        RuleFor(o => o.Description).Text("The description", Plan.LongestText);
    }
}
