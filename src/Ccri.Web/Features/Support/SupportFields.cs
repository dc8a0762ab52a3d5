using Ccri.Domain;
using Ccri.Domain.Programme;
using Ccri.Domain.Support;
using Ccri.Web.Features.Shared;
using FluentValidation;

namespace Ccri.Web.Features.Support;

/// <summary>What one says of a support activity, whether it is new or not.</summary>
public abstract record SupportFields
{
    public ActivityType? Type { get; init; }

    /// <summary>What it was about, in a line.</summary>
    public string? Title { get; init; }
    public DateOnly? On { get; init; }

    /// <summary>The last day; empty when it took one.</summary>
    public DateOnly? Until { get; init; }

    /// <summary>Whose experts gave it.</summary>
    public Guid? Organisation { get; init; }
    [Personal] public string? Expert { get; init; }

    /// <summary>How many experts; empty for one.</summary>
    public int? Experts { get; init; }

    /// <summary>Expert-days of eight hours, of all experts together.</summary>
    public decimal? Days { get; init; }

    /// <summary>How long it took, for what is not counted in expert-days.</summary>
    public decimal? Hours { get; init; }
    public int? Participants { get; init; }

    /// <summary>The address of the territory that it was for.</summary>
    public string? Territory { get; init; }

    /// <summary>The addresses of others that it was for as well.</summary>
    public List<string> Others { get; init; } = [];
    public string? Outcome { get; init; }

    /// <summary>1 (not at all) to 5 (very), to a tenth.</summary>
    public decimal? Satisfaction { get; init; }

    /// <summary>Why a coordinator accepts what a tier would refuse.</summary>
    public string? Exception { get; init; }

    /// <summary>The addresses of all territories that it was for.</summary>
    public IReadOnlyList<string> Addresses() => [.. Others.Prepend(Territory).OfType<string>().Select(slug => slug.Trim()).Where(slug => slug.Length > 0).Distinct()];

    private bool InDays => Type is { } type && ActivityTypes.IsCountedInDays(type);

    private bool InHours => Type is { } type && !ActivityTypes.IsCountedInDays(type);

    private int CalendarDays => On is { } on && Until > on ? Until.Value.DayNumber - on.DayNumber + 1 : 1;

    public sealed class Validator : AbstractValidator<SupportFields>
    {
        private const int MostHours = 24;

        public Validator()
        {
            RuleFor(s => s.Type).NotNull().WithMessage("Choose what kind of support it was.").IsInEnum().WithMessage("Choose one of the list.");
            RuleFor(s => s.Title).Cascade(CascadeMode.Stop).Needed("Say in a line what it was about, for example “Business model of the repair hub”.").Line("The line", SupportActivity.LongestTitle);
            RuleFor(s => s.On).NotNull().WithMessage("Enter the day on which it took place.");
            RuleFor(s => s.Until).NotBefore(s => s.On);
            RuleFor(s => s.Territory).Must((s, _) => s.Addresses().Count > 0).WithMessage("Choose the territory that it was for.");
            RuleFor(s => s.Expert).Line("The name", SupportActivity.LongestTitle);
            RuleFor(s => s.Experts).Must(n => n is null or (>= 1 and <= SupportActivity.MostExperts)).WithMessage($"Between 1 and {SupportActivity.MostExperts} experts give an activity.");
            RuleFor(s => s.Participants).Must(n => n is null or (>= 0 and <= SupportActivity.MostParticipants)).WithMessage($"Between none and {Words.Of(SupportActivity.MostParticipants)} take part.");
            RuleFor(s => s.Outcome).Text("What came out", SupportActivity.LongestText);
            RuleFor(s => s.Satisfaction).Must(score => score is null or (>= SupportActivity.LowestSatisfaction and <= SupportActivity.HighestSatisfaction))
                .WithMessage(s => $"Satisfaction is between {SupportActivity.LowestSatisfaction} and {SupportActivity.HighestSatisfaction}, not {s.Satisfaction}.");
            RuleFor(s => s.Satisfaction).Must(score => score is null || decimal.Round(score.Value, 1) == score).WithMessage("Satisfaction has one decimal at most, for example 4.2.");
            RuleFor(s => s.Exception).Text("The reason", Acceptance.LongestReason);
            When(s => s.InDays, Days);
            When(s => s.InHours, Hours);
        }

        private void Days()
        {
            RuleFor(s => s.Days).Cascade(CascadeMode.Stop).NotNull().WithMessage(s => $"{Words.Of(s.Type!.Value)} is counted in expert-days. Enter them, for example 0.5.")
                .Must((s, days) => ObjectionTo(s) is null).WithMessage(s => ObjectionTo(s));
            RuleFor(s => s.Hours).Null().WithMessage(s => $"{Words.Of(s.Type!.Value)} is counted in expert-days. Leave the hours empty, or choose another kind of support.");
        }

        private void Hours()
        {
            RuleFor(s => s.Hours).Cascade(CascadeMode.Stop).NotNull().WithMessage(s => $"{Words.Of(s.Type!.Value)} is counted in hours. Enter how long it took, for example 1.5.")
                .GreaterThan(0).WithMessage("It took more than no time at all. Enter the hours.")
                .Must(hours => decimal.Round(hours!.Value, 2) == hours).WithMessage("Hours have at most two decimals.")
                .Must((s, hours) => hours <= MostHours * s.CalendarDays).WithMessage(s => $"{(s.CalendarDays == 1 ? "One day has" : $"{s.CalendarDays} days have")} {MostHours * s.CalendarDays} hours, not {Words.OfDays(s.Hours!.Value)}.");
            RuleFor(s => s.Participants).NotNull().WithMessage("Enter how many took part.");
            RuleFor(s => s.Days).Null().WithMessage(s => $"{Words.Of(s.Type!.Value)} is counted in hours and participants. Leave the expert-days empty, or choose another kind of support.");
        }

        private static string? ObjectionTo(SupportFields support) =>
            ExpertDays.ObjectionTo(support.Days!.Value, support.CalendarDays, support.Experts is >= 1 and <= SupportActivity.MostExperts ? support.Experts.Value : 1);
    }
}
