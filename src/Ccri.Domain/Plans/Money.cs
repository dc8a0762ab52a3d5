using System.Collections.Frozen;

namespace Ccri.Domain.Plans;

/// <summary>Currencies and their conversion. An amount is a whole number of cents (hundredths) of its currency; nothing is computed in fractions.</summary>
public static class Money
{
    /// <summary>ISO 4217.</summary>
    public const string Euro = "EUR";

    /// <summary>No amount of a plan is larger: a thousand thousand million, in cents; whatever is entered beyond is mistyped.</summary>
    public const long Largest = 100_000_000_000_000;

    /// <summary>The currencies of the countries that can take part, and the dollar: ISO 4217, with two decimals here. Source: domain.md 8.</summary>
    public static readonly FrozenSet<string> Currencies = FrozenSet.ToFrozenSet(
        ["EUR", "NOK", "SEK", "DKK", "PLN", "CZK", "HUF", "RON", "BGN", "ISK", "CHF", "GBP", "USD", "ALL", "AMD", "BAM", "GEL", "ILS", "MDL", "MKD", "RSD", "TND", "TRY", "UAH"]);

    /// <summary>The code in capitals, when it is a currency that we know.</summary>
    /// <exception cref="RuleViolationException">When it is none.</exception>
    public static string Known(string currency)
    {
        var code = currency.Trim().ToUpperInvariant();
        return Currencies.Contains(code) ? code : throw new RuleViolationException($"“{currency.Trim()}” is no currency that we know. Use a code such as EUR, NOK or SEK.");
    }

    /// <summary>Cents of euro, rounded half away from zero; empty when the amount, or the rate it needs, is not known.</summary>
    /// <param name="rate">Units of the currency for one euro, as the European Central Bank publishes them; not needed for euro.</param>
    public static long? InEuro(long? cents, string currency, decimal? rate) => (cents, currency, rate) switch
    {
        (null, _, _) => null,
        ({ } amount, Euro, _) => amount,
        (_, _, null) => null,
        ({ } amount, _, { } per) => (long)Math.Round(amount / per, MidpointRounding.AwayFromZero),
    };

    /// <summary>The rate that an amount in this currency is kept with.</summary>
    /// <exception cref="RuleViolationException">When a rate is given without its day, or is not above 0.</exception>
    public static (decimal? Rate, DateOnly? RateOn) Rate(string currency, decimal? rate, DateOnly? rateOn)
    {
        if (currency == Euro)
            return (null, null);
        if (rate is null)
            return rateOn is null ? (null, null) : throw new RuleViolationException("The rate is missing. Enter how many units of the currency one euro was worth on that day.");
        if (rate is <= 0 or > 1_000_000)
            throw new RuleViolationException($"The rate is {rate}. Enter how many units of the currency one euro was worth, a number above 0.");
        return rateOn is null ? throw new RuleViolationException("The day of the rate is missing. A rate counts only with its day.") : (rate, rateOn);
    }
}
