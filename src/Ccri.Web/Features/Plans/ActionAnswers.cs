using System.Globalization;
using Ccri.Domain.Plans;
using Ccri.Web.Errors;
using Ccri.Web.Features.Shared;
using FluentValidation;

namespace Ccri.Web.Features.Plans;

/// <summary>What one fills in about an action, when it is new and when it is edited.</summary>
public abstract record ActionAnswers
{
    public string? Number { get; init; }
    public string? Title { get; init; }
    public string? Description { get; init; }
    public Guid? Objective { get; init; }
    public List<Guid> Levers { get; init; } = [];
    public string? Sector { get; init; }
    public RStrategy? Strategy { get; init; }

    /// <summary>Months, as a field for months sends them: 2026-03.</summary>
    public string? Start { get; init; }
    public string? End { get; init; }

    /// <summary>In whole units of the currency.</summary>
    public decimal? Budget { get; init; }
    public string? Currency { get; init; }
    public string? Funding { get; init; }
    public ActionStatus Status { get; init; }
    public int? Percent { get; init; }

    /// <summary>Of an action that is done; empty: today.</summary>
    public DateOnly? DoneOn { get; init; }
    public DateOnly? Forecast { get; init; }
    public string? Remark { get; init; }
    public Guid? Solution { get; init; }
    public Guid? Indicator { get; init; }

    /// <summary>The first day of a month; empty when it is none.</summary>
    internal static DateOnly? FirstDay(string? month) =>
        DateOnly.TryParseExact(month?.Trim(), "yyyy-MM", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    internal static DateOnly? LastDay(string? month) => FirstDay(month)?.AddMonths(1).AddDays(-1);

    internal static string? Month(DateOnly? day) => day?.ToString("yyyy-MM", CultureInfo.InvariantCulture);

    /// <summary>Puts the answers where they belong; the action refuses what it cannot be, at its field.</summary>
    public void ApplyTo(PlanAction action, DateOnly today)
    {
        Refusal.Try(nameof(Title), () => action.Call(Number!, Title!));
        action.Describe(Description);
        action.WorkIn(Sector, Strategy);
        Refusal.Try(nameof(Budget), () => action.Cost(Budget.Cents(), string.IsNullOrWhiteSpace(Currency) ? Money.Euro : Currency, Funding));
        Refusal.Try(nameof(End), () => action.Run(FirstDay(Start), LastDay(End)));
        var (wasOver, forecast) = (PlanAction.IsOver(action.Status), action.Forecast);
        ApplyStatus(action, today);
        if (PlanAction.IsOver(action.Status) && !wasOver && Forecast == forecast)
            return; // what was expected of it before it was over is no answer to that
        Refusal.Try(nameof(Forecast), () => action.Expect(Forecast, today));
    }

    private void ApplyStatus(PlanAction action, DateOnly today)
    {
        var before = action.Standing();
        switch (Status)
        {
            case ActionStatus.NotStarted when before.Status != ActionStatus.NotStarted:
                action.NotBegun();
                break;
            case ActionStatus.InProgress when before.Status != ActionStatus.InProgress:
                action.TakeUp();
                if (Percent != before.Percent) // what it was before says nothing of work that begins or goes on
                    Report(action);
                break;
            case ActionStatus.Done:
                if (before.Status == ActionStatus.Dropped)
                    action.TakeUp();
                Refusal.Try(nameof(DoneOn), () => action.Finish(DoneOn ?? before.DoneOn ?? today, today));
                break;
            case ActionStatus.Dropped:
                Refusal.Try(nameof(Remark), () => action.Drop(Remark));
                return;
            default:
                Report(action);
                break;
        }
        action.Note(Remark);
    }

    private void Report(PlanAction action) => Refusal.Try(nameof(Percent), () => action.Progress(Percent ?? 0));
}

public sealed class ActionAnswersValidator : AbstractValidator<ActionAnswers>
{
    private const string WrongMonth = "“{PropertyValue}” is no month. Write it as year and month: 2026-03.";

    public ActionAnswersValidator()
    {
        RuleFor(a => a.Number).Needed("Enter the number that the plan gives to the action: 3.2, M14.").Line("The number", 20);
        RuleFor(a => a.Title).Needed("Enter the title of the action.").Line("The title", 500);
        RuleFor(a => a.Description).Text("The description", Plan.LongestText);
        RuleFor(a => a.Sector).Line("The sector", 100);
        RuleFor(a => a.Strategy).IsInEnum().WithMessage("Choose one of the list.");
        RuleFor(a => a.Start).Must(IsMonth).WithMessage(WrongMonth);
        RuleFor(a => a.End).Cascade(CascadeMode.Stop).Must(IsMonth).WithMessage(WrongMonth)
            .Must((answers, end) => ActionAnswers.FirstDay(answers.Start) is not { } first || ActionAnswers.LastDay(end) is not { } last || first <= last)
            .WithMessage(a => $"The end ({a.End}) lies before the start ({a.Start}). It should be that month or later.");
        RuleFor(a => a.Budget).Amount("The budget");
        RuleFor(a => a.Currency).Currency();
        RuleFor(a => a.Funding).Text("The funding", 1000);
        RuleFor(a => a.Status).IsInEnum().WithMessage("Choose one of the list.");
        RuleFor(a => a.Percent).InclusiveBetween(0, 100).WithMessage(a => $"The progress is between 0 and 100 per cent, not {a.Percent}.");
        RuleFor(a => a.Remark).Text("The remark", 2000);
        RuleFor(a => a.Remark).Needed("Say why the action is dropped, in a sentence.").When(a => a.Status == ActionStatus.Dropped);
    }

    private static bool IsMonth(string? text) => string.IsNullOrWhiteSpace(text) || ActionAnswers.FirstDay(text) is not null;
}
