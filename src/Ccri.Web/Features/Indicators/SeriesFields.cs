using Ccri.Domain.Indicators;
using Ccri.Web.Errors;
using Ccri.Web.Features.Shared;
using FluentValidation;
using FluentValidation.Results;

namespace Ccri.Web.Features.Indicators;

/// <summary>What one says of a series, whether it is new or not. Values are text, so that they may be typed with their unit.</summary>
public abstract record SeriesFields
{
    /// <summary>One of the units of the indicator; empty for the usual one.</summary>
    public string? Unit { get; init; }
    public string? Baseline { get; init; }
    public DateOnly? BaselineOn { get; init; }
    public string? Target { get; init; }
    public DateOnly? TargetOn { get; init; }

    /// <summary>Where baseline and target come from.</summary>
    public string? Source { get; init; }

    public sealed class Validator : AbstractValidator<SeriesFields>
    {
        public Validator()
        {
            RuleFor(s => s.BaselineOn).Must(IsDay).WithMessage("The day of the baseline should lie between 1990 and 2100.");
            RuleFor(s => s.TargetOn).Must(IsDay).WithMessage("The day of the target should lie between 1990 and 2100.");
            RuleFor(s => s.Source).Line("The source", 500);
        }
    }

    /// <summary>A day outside is mistyped.</summary>
    internal static bool IsDay(DateOnly? day) => day is null || day.Value.Year is >= 1990 and <= 2100;

    /// <exception cref="ValidationException">When a value cannot be read, or the series refuses it.</exception>
    public void Fill(IndicatorSeries series, Indicator indicator, DateOnly today)
    {
        if (!string.IsNullOrWhiteSpace(Unit))
            Refusal.Try(nameof(Unit), () => series.MeasureIn(indicator, Unit.Trim()));
        var (baseline, target) = (TypedValue.Read(Baseline, series.Unit), TypedValue.Read(Target, series.Unit));
        var faults = new[] { (nameof(Baseline), baseline.Fault), (nameof(Target), target.Fault) }.Where(f => f.Fault is not null).Select(f => new ValidationFailure(f.Item1, f.Fault)).ToList();
        if (faults.Count > 0)
            throw new ValidationException(faults);
        var field = FaultyField(baseline.Value, target.Value, today);
        Refusal.Try(field, () => series.Aim(indicator, baseline.Value, BaselineOn, target.Value, TargetOn, Source, today));
    }

    /// <summary>Where the sentence of <see cref="IndicatorSeries.Aim"/> belongs, which looks at the fields in this order.</summary>
    private string FaultyField(decimal? baseline, decimal? target, DateOnly today) =>
        baseline is null != BaselineOn is null ? baseline is null ? nameof(Baseline) : nameof(BaselineOn)
        : target is null != TargetOn is null ? target is null ? nameof(Target) : nameof(TargetOn)
        : BaselineOn > today ? nameof(BaselineOn)
        : TargetOn is not null && BaselineOn is not null && TargetOn <= BaselineOn ? nameof(TargetOn)
        : nameof(Target);
}
