using System.Globalization;
using Ccri.Domain.Plans;
using Ccri.Web.Data;
using Ccri.Web.Errors;
using Ccri.Web.Features.Shared;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Features.Plans;

/// <summary>What one says of an investment project, whether it is new or not. Amounts are whole units of <see cref="Currency"/>; empty is not known.</summary>
public abstract record ProjectFields : IForeignAmount
{
    public string? Number { get; init; }
    public string? Name { get; init; }
    public string? Description { get; init; }
    public string? Sector { get; init; }
    public CircularCategory? Category { get; init; }
    public RStrategy? Strategy { get; init; }
    public string? Promoter { get; init; }
    public DeliveryModel? Delivery { get; init; }
    public Guid? ActionId { get; init; }
    public Guid? SolutionId { get; init; }
    public int? Trl { get; init; }
    public PermitStatus? Permits { get; init; }
    public int? Readiness { get; init; }
    public DateOnly? NextGate { get; init; }
    public string? Currency { get; init; }
    public decimal? Rate { get; init; }
    public DateOnly? RateOn { get; init; }
    public decimal? Capex { get; init; }
    public decimal? Opex { get; init; }
    public decimal? Preparation { get; init; }
    public decimal? Contingency { get; init; }
    public int? Lifetime { get; init; }
    public RevenueModel? Revenue { get; init; }
    public decimal? YearlyRevenue { get; init; }
    public decimal? YearlySavings { get; init; }
    public decimal? NetPresentValue { get; init; }
    public decimal? ReturnRate { get; init; }
    public decimal? Payback { get; init; }
    public decimal? DiscountRate { get; init; }
    public DateOnly? Start { get; init; }
    public DateOnly? FinancialClose { get; init; }
    public DateOnly? Construction { get; init; }
    public DateOnly? Operation { get; init; }
    public string? SupportNote { get; init; }
    public bool IsConfidential { get; init; }

    public sealed class Validator : AbstractValidator<ProjectFields>
    {
        public Validator()
        {
            RuleFor(p => p.Number).Cascade(CascadeMode.Stop).Needed("Enter the number that the plan gives it, such as P1.").Line("The number", 20);
            RuleFor(p => p.Name).Cascade(CascadeMode.Stop).Needed("Enter the name of the project.").Line("The name", 300);
            RuleFor(p => p.Description).Text("The description", Plan.LongestText);
            RuleFor(p => p.Sector).Line("The sector", 200);
            RuleFor(p => p.Promoter).Line("The promoter", 300);
            RuleFor(p => p.SupportNote).Text("The note on support", Plan.LongestText);
            RuleFor(p => p.Trl).Must(trl => trl is null or (>= 1 and <= 9)).WithMessage((_, trl) => $"The technology readiness level is between 1 and 9, not {trl}.");
            RuleFor(p => p.Readiness).Must(readiness => readiness is null or (>= 0 and <= 100)).WithMessage((_, readiness) => $"The readiness is between 0 and 100 per cent, not {readiness}.");
            RuleFor(p => p.Lifetime).Must(years => years is null or (>= 1 and <= 200)).WithMessage((_, years) => $"The lifetime is between 1 and 200 years, not {years}.");
            RuleFor(p => p.Capex).Amount("The cost to build");
            RuleFor(p => p.Opex).Amount("The cost to run");
            RuleFor(p => p.Preparation).Amount("The cost to prepare");
            RuleFor(p => p.YearlyRevenue).Amount("The revenue");
            RuleFor(p => p.YearlySavings).Amount("The saving");
            RuleFor(p => p.NetPresentValue)
                .Must(value => value is null || Math.Abs(value.Value) <= Money.Largest / 100m).WithMessage("The net present value is too large to be right. Please check it.")
                .Must(value => value is null || decimal.Round(value.Value, 2) == value).WithMessage("The net present value has more than two decimals. Please round it to cents.");
            Between(p => p.Contingency, "The contingency", 0, 100, "per cent");
            Between(p => p.ReturnRate, "The rate of return", -100, 1000, "per cent");
            Between(p => p.Payback, "The payback", 0, 200, "years");
            Between(p => p.DiscountRate, "The discount rate", 0, 100, "per cent");
            NotSooner(p => p.FinancialClose, "financial close", p => [("start", p.Start)]);
            NotSooner(p => p.Construction, "construction", p => [("financial close", p.FinancialClose), ("start", p.Start)]);
            NotSooner(p => p.Operation, "operation", p => [("construction", p.Construction), ("financial close", p.FinancialClose), ("start", p.Start)]);
            Include(new ForeignAmountRules());
        }

        private void Between(System.Linq.Expressions.Expression<Func<ProjectFields, decimal?>> field, string what, int least, int most, string unit) => RuleFor(field)
            .Must(number => number is null || number >= least && number <= most).WithMessage((_, number) => string.Create(CultureInfo.InvariantCulture, $"{what} is between {least} and {most} {unit}, not {number}."))
            .Must(number => number is null || decimal.Round(number.Value, 3) == number).WithMessage($"{what} has more than three decimals. Please round it.");

        /// <param name="before">The days that come before it, the nearest one first.</param>
        private void NotSooner(System.Linq.Expressions.Expression<Func<ProjectFields, DateOnly?>> field, string what, Func<ProjectFields, IEnumerable<(string What, DateOnly? On)>> before) => RuleFor(field)
            .Must((project, on) => on is null || before(project).All(earlier => earlier.On is null || earlier.On <= on))
            .WithMessage((project, on) =>
            {
                var (earlier, day) = before(project).First(other => other.On > on);
                return $"The day of {what} ({Words.Of(on!.Value)}) lies before the day of {earlier} ({Words.Of(day!.Value)}). It should be that day or later.";
            });
    }

    /// <summary>Fills the project; what only the database knows is refused at its field: a number that is taken, what belongs to another territory.</summary>
    public async Task FillAsync(InvestmentProject project, CcriDbContext db, DateOnly today, CancellationToken cancellationToken)
    {
        var number = Number!.Trim();
        if (await db.InvestmentProjects.AnyAsync(p => p.PlanId == project.PlanId && p.Number == number && p.Id != project.Id, cancellationToken))
            throw Refusal.At(nameof(Number), $"The plan has a project {number} already. Give this one another number.");
        this.RequireRateOfThePast(today);
        project.Call(number, Name!);
        project.Describe(Description);
        project.Classify(Sector, Category, Strategy);
        project.PromoteBy(Promoter, Delivery);
        await LinkAsync(project, db, cancellationToken);
        Refusal.Try(nameof(Trl), () => project.Mature(Trl, Permits, Readiness, NextGate));
        Refusal.Try(nameof(Capex), () => project.Cost(this.Code(), Rate, RateOn, Capex.Cents(), Opex.Cents(), Preparation.Cents(), Contingency, Lifetime));
        Refusal.Try(nameof(YearlyRevenue), () => project.Earn(Revenue, YearlyRevenue.Cents(), YearlySavings.Cents()));
        Refusal.Try(nameof(NetPresentValue), () => project.Return(NetPresentValue.Cents(), ReturnRate, Payback, DiscountRate));
        Refusal.Try(nameof(Start), () => project.Schedule(Start, FinancialClose, Construction, Operation));
        project.Support(SupportNote);
        project.KeepConfidential(IsConfidential);
    }

    private async Task LinkAsync(InvestmentProject project, CcriDbContext db, CancellationToken cancellationToken)
    {
        var action = ActionId is null ? null : await db.PlanActions.SingleOrDefaultAsync(a => a.Id == ActionId, cancellationToken)
            ?? throw Refusal.At(nameof(ActionId), "There is no such action any more. Choose one of the list.");
        var solution = SolutionId is null ? null : await db.Solutions.SingleOrDefaultAsync(s => s.Id == SolutionId, cancellationToken)
            ?? throw Refusal.At(nameof(SolutionId), "There is no such solution any more. Choose one of the list.");
        Refusal.Try(nameof(ActionId), () => project.Link(action, null));
        Refusal.Try(nameof(SolutionId), () => project.Link(action, solution));
    }
}
