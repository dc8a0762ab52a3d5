using Ccri.Domain;
using Ccri.Domain.Reminders;
using Ccri.Web.Errors;
using Ccri.Web.Features.Shared;
using FluentValidation;

namespace Ccri.Web.Features.Reminders;

/// <summary>What one says of a rule, whether it is new or not.</summary>
public abstract record RuleFields
{
    public string? Name { get; init; }

    /// <summary>"−7, 0, 3"; with either minus sign.</summary>
    public string? Offsets { get; init; }
    public DayCount? Count { get; init; }
    public List<ReminderAudience> Audience { get; init; } = [];
    public ReminderChannel? Channel { get; init; }
    public int? EscalateAfter { get; init; }
    public ReminderAudience? EscalateTo { get; init; }

    public sealed class Validator : AbstractValidator<RuleFields>
    {
        public Validator()
        {
            RuleFor(r => r.Name).Cascade(CascadeMode.Stop).Needed("Enter the name, for example Milestones.").Line("The name", ReminderRule.LongestName);
            RuleFor(r => r.Offsets).Cascade(CascadeMode.Stop).Needed("Enter the days, for example −7, 0, 3.")
                .Must(text => Wrong(text) is null).WithMessage(r => $"“{Wrong(r.Offsets)!.Shorten(40)}” is no number of days. Write whole numbers with commas between them, for example −7, 0, 3.");
            RuleFor(r => r.Count).NotNull().WithMessage("Choose how the days are counted.").IsInEnum().WithMessage("Choose one of the list.");
            RuleFor(r => r.Audience).NotEmpty().WithMessage("Choose at least one who is reminded.")
                .Must(all => all.TrueForAll(one => one != ReminderAudience.None && Enum.IsDefined(one))).WithMessage("Choose from the list.");
            RuleFor(r => r.Channel).NotNull().WithMessage("Choose where people are reminded.").IsInEnum().WithMessage("Choose one of the list.");
            RuleFor(r => r.EscalateTo).Must(one => one is null || Enum.IsDefined(one.Value)).WithMessage("Choose one of the list.");
        }

        private static string? Wrong(string? text)
        {
            RuleDays.Read(text, out var wrong);
            return wrong;
        }
    }

    public void Fill(ReminderRule rule)
    {
        rule.Call(Name);
        Refusal.Try(nameof(Offsets), () => rule.Fall(RuleDays.Read(Offsets, out _), Count!.Value));
        Refusal.Try(nameof(Audience), () => rule.Tell(Audience.Aggregate(ReminderAudience.None, (all, one) => all | one), Channel!.Value));
        Refusal.Try(nameof(EscalateAfter), () => rule.Escalate(EscalateAfter, EscalateTo ?? ReminderAudience.None));
    }
}
