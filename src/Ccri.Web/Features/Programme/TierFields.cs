using Ccri.Domain.Programme;
using Ccri.Web.Errors;
using Ccri.Web.Features.Shared;
using FluentValidation;

namespace Ccri.Web.Features.Programme;

/// <summary>What one says of a tier, whether it is new or not.</summary>
public abstract record TierFields
{
    public string? Name { get; init; }
    public string? Plural { get; init; }
    public int? Capacity { get; init; }
    public bool IndividualSupport { get; init; }
    public bool Roadmap { get; init; }
    public bool Plans { get; init; }
    public string? Note { get; init; }

    public sealed class Validator : AbstractValidator<TierFields>
    {
        public Validator()
        {
            RuleFor(t => t.Name).Cascade(CascadeMode.Stop).Needed("Enter the name, for example Pilot.").Line("The name", 50);
            RuleFor(t => t.Plural).Cascade(CascadeMode.Stop).Needed("Enter how several of them are called, for example Pilots.").Line("The plural", 50);
            RuleFor(t => t.Capacity).Cascade(CascadeMode.Stop)
                .NotNull().WithMessage("Enter how many territories the tier has room for.")
                .InclusiveBetween(1, 10_000).WithMessage("The capacity should be a whole number from 1 to 10,000.");
            RuleFor(t => t.Note).Text("The note", 2000);
        }
    }

    /// <param name="taken">Places that are taken now.</param>
    public void Fill(Tier tier, int taken)
    {
        tier.Call(Name!);
        tier.CallMany(Plural!);
        Refusal.Try(nameof(Capacity), () => tier.MakeRoomFor(Capacity!.Value, taken));
        tier.EntitleToIndividualSupport(IndividualSupport);
        tier.EntitleToRoadmap(Roadmap);
        tier.EntitleToPlans(Plans);
        tier.Remark(Note);
    }
}
