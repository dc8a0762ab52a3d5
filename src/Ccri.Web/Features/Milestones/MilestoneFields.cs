using Ccri.Domain.Milestones;
using Ccri.Web.Features.Shared;
using FluentValidation;

namespace Ccri.Web.Features.Milestones;

/// <summary>What one says of a milestone, whether it is new or not.</summary>
public abstract record MilestoneFields
{
    /// <summary>A day outside is mistyped: no plan reaches further.</summary>
    private static readonly DateOnly Earliest = new(2000, 1, 1), Latest = new(2100, 12, 31);

    public string? Title { get; init; }
    public string? Description { get; init; }

    /// <summary>Who sees to it, in words.</summary>
    public string? Responsible { get; init; }

    /// <summary>The day agreed.</summary>
    public DateOnly? Due { get; init; }

    public sealed class Validator : AbstractValidator<MilestoneFields>
    {
        public Validator()
        {
            RuleFor(m => m.Title).Cascade(CascadeMode.Stop).Needed("Enter what is to be reached, for example “Permit granted”.").Line("The name", 300);
            RuleFor(m => m.Description).Text("The description", 2000);
            RuleFor(m => m.Responsible).Line("Who is responsible", 300);
            RuleFor(m => m.Due).NotNull().WithMessage("Enter the day that is agreed.").Must(IsDay).WithMessage("The agreed day should lie between 2000 and 2100.");
        }

        internal static bool IsDay(DateOnly? day) => day is null || day >= Earliest && day <= Latest;
    }

    public void Fill(Milestone milestone)
    {
        milestone.Call(Title!);
        milestone.Describe(Description);
        milestone.Assign(Responsible);
    }
}
