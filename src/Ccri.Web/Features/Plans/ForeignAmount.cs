using System.Globalization;
using Ccri.Domain.Plans;
using Ccri.Web.Errors;
using Ccri.Web.Features.Shared;
using FluentValidation;

namespace Ccri.Web.Features.Plans;

/// <summary>What a form asks of money that may be in another currency than euro: a rate counts only with its day.</summary>
public interface IForeignAmount
{
    string? Currency { get; }

    /// <summary>Units of the currency for one euro.</summary>
    decimal? Rate { get; }
    DateOnly? RateOn { get; }
}

public sealed class ForeignAmountRules : AbstractValidator<IForeignAmount>
{
    public ForeignAmountRules()
    {
        RuleFor(a => a.Currency).Currency();
        RuleFor(a => a.Rate).Cascade(CascadeMode.Stop)
            .Must((a, rate) => rate is null || !a.IsEuro()).WithMessage("Euro needs no rate. Leave it empty, or choose the currency that the amounts are in.")
            .Must((a, rate) => rate is not null || a.RateOn is null || a.IsEuro()).WithMessage("The rate is missing. Enter how many units of the currency one euro was worth on that day.")
            .Must(rate => rate is null or (> 0 and <= 1_000_000)).WithMessage((_, rate) => string.Create(CultureInfo.InvariantCulture, $"The rate is {rate}. Enter how many units of the currency one euro was worth, a number above 0."))
            .Must(rate => rate is null || decimal.Round(rate.Value, 6) == rate).WithMessage("The rate has more than six decimals. Please round it; the European Central Bank publishes four to six digits.");
        RuleFor(a => a.RateOn).Must((a, on) => on is not null || a.Rate is null || a.IsEuro()).WithMessage("The day of the rate is missing. A rate counts only with its day.");
    }
}

public static class ForeignAmount
{
    public static string Code(this IForeignAmount amount) => string.IsNullOrWhiteSpace(amount.Currency) ? Money.Euro : amount.Currency.Trim().ToUpperInvariant();

    public static bool IsEuro(this IForeignAmount amount) => amount.Code() == Money.Euro;

    /// <summary>What the validator cannot know: which day it is.</summary>
    public static void RequireRateOfThePast(this IForeignAmount amount, DateOnly today)
    {
        if (amount.RateOn is { } on && on > today)
            throw Refusal.At(nameof(amount.RateOn), $"The day of the rate ({Words.Of(on)}) has not come yet. Enter the day on which the rate was published.");
    }

    /// <summary>A number without the zeros that a database puts behind it.</summary>
    public static decimal? Plain(this decimal? number) => number / 1.0000000000000000000000000000m;

    /// <summary>Euro first, then the neighbours that most often take part, then by letter.</summary>
    public static readonly IReadOnlyList<string> Currencies = [Money.Euro, "NOK", "SEK", .. Money.Currencies.Except([Money.Euro, "NOK", "SEK"]).Order(StringComparer.Ordinal)];

    /// <summary>"11.5 on 20 Nov 2026".</summary>
    public static string InWords(decimal rate, DateOnly? on) => $"{rate.ToString("0.######", CultureInfo.InvariantCulture)}{(on is { } day ? $" on {Words.Of(day)}" : "")}";
}
