using System.Globalization;
using Ccri.Domain.Plans;
using FluentValidation;

namespace Ccri.Web.Features.Shared;

/// <summary>What many fields have in common, said in the same words everywhere: what is wrong, and what would be right.</summary>
public static class FieldRules
{
    /// <summary>Text on one line.</summary>
    /// <param name="what">The subject of the sentence: "The name".</param>
    public static IRuleBuilderOptions<T, string?> Line<T>(this IRuleBuilder<T, string?> field, string what, int longest) => field
        .Text(what, longest)
        .Must(text => text is null || !text.Trim().Any(c => char.IsControl(c) || c is '\u2028' or '\u2029')).WithMessage($"{what} has a line break. Please write it on one line.");

    /// <summary>Text that may have several lines.</summary>
    public static IRuleBuilderOptions<T, string?> Text<T>(this IRuleBuilder<T, string?> field, string what, int longest) => field
        .Must(text => text is null || text.Trim().Length <= longest)
        .WithMessage((_, text) => string.Create(CultureInfo.InvariantCulture, $"{what} has {text!.Trim().Length:N0} characters. Please use at most {longest:N0}."));

    /// <param name="ask">What to do: "Enter the name."</param>
    public static IRuleBuilderOptions<T, TField> Needed<T, TField>(this IRuleBuilder<T, TField> field, string ask) => field.NotEmpty().WithMessage(ask);

    /// <summary>A last day that is not before the first one.</summary>
    public static IRuleBuilderOptions<T, DateOnly?> NotBefore<T>(this IRuleBuilder<T, DateOnly?> field, Func<T, DateOnly?> from) => field
        .Must((message, to) => to is null || from(message) is not { } first || to >= first)
        .WithMessage((message, to) => $"The last day ({Words.Of(to!.Value)}) lies before the first day ({Words.Of(from(message)!.Value)}). It should be that day or later.");

    /// <summary>An amount of money in whole units of its currency, two decimals at most; empty is not known.</summary>
    public static IRuleBuilderOptions<T, decimal?> Amount<T>(this IRuleBuilder<T, decimal?> field, string what) => field
        .Must(amount => amount is not < 0).WithMessage($"{what} is negative. Please enter 0 or more, or leave it empty when it is not known.")
        .Must(amount => amount is null || amount <= Money.Largest / 100m).WithMessage($"{what} is too large to be right. Please enter it in whole units of the currency, not in cents.")
        .Must(amount => amount is null || decimal.Round(amount.Value, 2) == amount).WithMessage($"{what} has more than two decimals. Please round it to cents.");

    /// <summary>The code of a currency that we know; empty is euro.</summary>
    public static IRuleBuilderOptions<T, string?> Currency<T>(this IRuleBuilder<T, string?> field) => field
        .Must(code => string.IsNullOrWhiteSpace(code) || Money.Currencies.Contains(code.Trim().ToUpperInvariant()))
        .WithMessage((_, code) => $"“{code!.Trim()}” is no currency that we know. Use a code such as EUR, NOK or SEK.");

    /// <summary>Cents of an amount in whole units.</summary>
    public static long? Cents(this decimal? amount) => amount is { } units ? (long)decimal.Round(units * 100) : null;

    /// <summary>Whole units of an amount in cents, as a form shows it.</summary>
    public static decimal? Units(this long? cents) => cents / 100m;
}
