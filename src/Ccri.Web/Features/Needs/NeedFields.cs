using Ccri.Domain.Needs;
using Ccri.Domain.Solutions;
using Ccri.Domain.Support;
using Ccri.Web.Errors;
using Ccri.Web.Features.Shared;
using FluentValidation;

namespace Ccri.Web.Features.Needs;

/// <summary>What one says of a need, whether it is new or not.</summary>
public abstract record NeedFields
{
    public string? Statement { get; init; }

    /// <summary>The key of a question.</summary>
    public string? Dimension { get; init; }
    public string? Evidence { get; init; }

    /// <summary>1 (little) to 5 (grave).</summary>
    public int? Severity { get; init; }

    /// <summary>1 (can wait) to 5 (now).</summary>
    public int? Urgency { get; init; }
    public Phase? Phase { get; init; }
    public ActivityType? Wanted { get; init; }
    public DateOnly? RaisedOn { get; init; }

    /// <param name="dimensions">Those that there are.</param>
    /// <param name="had">The dimension that the need had until now; it may keep that.</param>
    public void Fill(Need need, IReadOnlyList<Dimension> dimensions, string? had, DateOnly today)
    {
        if (dimensions.All(d => d.Key != Dimension) && Dimension != had)
            throw Refusal.At(nameof(Dimension), "There is no such dimension. Choose one of the list.");
        need.Describe(Dimension!, Statement!, Evidence);
        Refusal.Try(nameof(Severity), () => need.Weigh(Severity!.Value, Urgency!.Value));
        need.Want(Phase, Wanted);
        Refusal.Try(nameof(RaisedOn), () => need.Raise(RaisedOn!.Value, today));
    }

    public sealed class Validator : AbstractValidator<NeedFields>
    {
        public Validator()
        {
            RuleFor(n => n.Statement).Cascade(CascadeMode.Stop).Needed("Say what is needed, for example “Nobody knows which materials leave the building sites”.").Line("The need", Need.LongestStatement);
            RuleFor(n => n.Dimension).Needed("Choose the dimension that it falls under.");
            RuleFor(n => n.Evidence).Text("The evidence", Need.LongestText);
            RuleFor(n => n.Severity).NotNull().WithMessage("Say how grave it is.").Must(IsOnScale).WithMessage(n => $"The severity is between {Need.Lowest} and {Need.Highest}, not {n.Severity}.");
            RuleFor(n => n.Urgency).NotNull().WithMessage("Say how urgent it is.").Must(IsOnScale).WithMessage(n => $"The urgency is between {Need.Lowest} and {Need.Highest}, not {n.Urgency}.");
            RuleFor(n => n.Phase).IsInEnum().WithMessage("Choose one of the list.");
            RuleFor(n => n.Wanted).IsInEnum().WithMessage("Choose one of the list.");
            RuleFor(n => n.RaisedOn).NotNull().WithMessage("Enter the day on which the need was raised.")
                .Must(day => day is null || day >= AssessmentRound.Earliest).WithMessage($"No need was raised before {AssessmentRound.Earliest:yyyy}. Please check the day.");
        }

        private static bool IsOnScale(int? value) => value is null or >= Need.Lowest and <= Need.Highest;
    }
}
