using Ccri.Domain.Plans;
using Ccri.Web.Errors;
using Ccri.Web.Features.Shared;
using FluentValidation;

namespace Ccri.Web.Features.Plans;

/// <summary>What one fills in about an expected effect.</summary>
public abstract record EffectAnswers
{
    public EffectKind? Kind { get; init; }
    public decimal? Amount { get; init; }

    /// <summary>Only of "something else"; the other kinds have their own.</summary>
    public string? Unit { get; init; }
    public int? FromYear { get; init; }

    /// <summary>How the figure was found.</summary>
    public string? Basis { get; init; }

    public void ApplyTo(Effect effect) => Refusal.Try(nameof(Amount), () => effect.Tell(Kind!.Value, Amount!.Value, Unit, FromYear, Basis));
}

public sealed class EffectAnswersValidator : AbstractValidator<EffectAnswers>
{
    public EffectAnswersValidator()
    {
        RuleFor(e => e.Kind).NotNull().WithMessage("Choose what it is to bring.").IsInEnum().WithMessage("Choose one of the list.");
        RuleFor(e => e.Amount).NotNull().WithMessage("Enter the amount. An effect whose amount is not known is told in the description.")
            .GreaterThanOrEqualTo(0).WithMessage(e => $"The amount is {e.Amount}. Please enter 0 or more: an effect says what is gained or avoided.");
        RuleFor(e => e.Unit).Line("The unit", 60);
        RuleFor(e => e.Unit).Needed("Enter the unit: what is counted, and per what time.").When(e => e.Kind == EffectKind.Other);
        RuleFor(e => e.FromYear).InclusiveBetween(Plan.EarliestYear, Plan.LatestYear).WithMessage(e => $"{e.FromYear} is no year of a plan. Please enter one between {Plan.EarliestYear} and {Plan.LatestYear}.");
        RuleFor(e => e.Basis).Text("The basis", 1000);
    }
}
