using Ccri.Domain.Plans;
using Ccri.Web.Errors;
using Ccri.Web.Features.Shared;
using FluentValidation;

namespace Ccri.Web.Features.Plans;

/// <summary>What one says of a piece of a project's money, whether it is new or not.</summary>
public abstract record FundingLineFields : IForeignAmount
{
    public FundingSource? Source { get; init; }
    public FundingInstrument? Instrument { get; init; }
    public string? Provider { get; init; }

    /// <summary>Empty: as the source suggests.</summary>
    public bool? IsPrivate { get; init; }

    /// <summary>Whole units of <see cref="Currency"/>; empty is not known.</summary>
    public decimal? Amount { get; init; }
    public string? Currency { get; init; }
    public decimal? Rate { get; init; }
    public DateOnly? RateOn { get; init; }
    public FundingStatus? Status { get; init; }

    /// <summary>Since when it has that status.</summary>
    public DateOnly? On { get; init; }
    public string? Note { get; init; }

    public sealed class Validator : AbstractValidator<FundingLineFields>
    {
        public Validator()
        {
            RuleFor(l => l.Source).NotNull().WithMessage("Choose where the money comes from.");
            RuleFor(l => l.Instrument).NotNull().WithMessage("Choose what kind of money it is.");
            RuleFor(l => l.Status).NotNull().WithMessage("Choose how sure the money is.");
            RuleFor(l => l.Provider).Line("The provider", 300);
            RuleFor(l => l.Amount).Amount("The amount");
            RuleFor(l => l.On).Must((line, on) => on is not null || line.Status is not (FundingStatus.Contracted or FundingStatus.Disbursed))
                .WithMessage("Enter the day since when the money is contracted or paid out.");
            RuleFor(l => l.Note).Text("The note", 2000);
            Include(new ForeignAmountRules());
        }
    }

    public void Fill(FundingLine line, DateOnly today)
    {
        this.RequireRateOfThePast(today);
        line.ComeFrom(Source!.Value, Instrument!.Value, Provider, IsPrivate ?? FundingLine.IsUsuallyPrivate(Source.Value));
        Refusal.Try(nameof(Amount), () => line.Give(Amount.Cents(), this.Code(), Rate, RateOn));
        Refusal.Try(nameof(On), () => line.Stand(Status!.Value, On, today));
        line.Remark(Note);
    }
}
