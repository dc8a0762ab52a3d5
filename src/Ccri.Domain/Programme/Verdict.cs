using System.Globalization;

namespace Ccri.Domain.Programme;

/// <summary>Whether a territory of a country may take part, and why, in a sentence. Source: domain.md section 8: by programme and date.</summary>
public sealed record Verdict(bool IsEligible, string Reason)
{
    /// <param name="country">The country's name, as the sentence shows it.</param>
    /// <param name="entries">What is on record for the country, of any programme.</param>
    /// <param name="programme">The programme that decides; empty when the cohort names none.</param>
    /// <param name="day">The day that counts.</param>
    public static Verdict Of(string country, IEnumerable<Eligibility> entries, string? programme, DateOnly day)
    {
        if (string.IsNullOrWhiteSpace(programme))
            return new(true, $"{country}: no programme decides who may take part, so every country may.");
        var listed = entries.Where(entry => string.Equals(entry.Programme, programme.Trim(), StringComparison.OrdinalIgnoreCase)).ToList();
        if (listed.Count == 0)
            return new(false, $"{country}: not on the list of {programme}. It would have to be a member state of the European Union, or associated to {programme}.");
        var holding = listed.Where(entry => entry.HeldOn(day)).OrderBy(entry => entry.Standing).ThenByDescending(entry => entry.From).ThenBy(entry => entry.Id).FirstOrDefault();
        if (holding is null)
        {
            var periods = listed.OrderBy(entry => entry.From).ThenBy(entry => entry.To).ThenBy(entry => entry.Id).Select(Period);
            return new(false, $"{country}: on the list of {programme} {string.Join(" and ", periods)}, not on {Of(day)}.");
        }
        return new(true, holding.Standing switch
        {
            EligibilityStanding.MemberState => $"{country}: a member state of the European Union, eligible under {programme}{Dates(holding)}.",
            EligibilityStanding.Associated => $"{country}: associated to {programme}{Dates(holding)}.",
            _ => $"{country}: eligible under {programme} by the word of one source only{Dates(holding)}. Confirm it with the Commission before relying on it.",
        });
    }

    /// <summary>An association without dates is as sure as its source, which is worth saying; a member state needs none.</summary>
    private static string Dates(Eligibility entry) => (entry.Standing, entry.From, entry.To) switch
    {
        (EligibilityStanding.MemberState, null, null) => "",
        (_, null, null) => "; the source states no dates",
        _ => $" {Period(entry)}",
    };

    private static string Period(Eligibility entry) => (entry.From, entry.To) switch
    {
        ({ } from, { } to) => $"from {Of(from)} to {Of(to)}",
        ({ } from, null) => $"since {Of(from)}",
        (null, { } to) => $"until {Of(to)}",
        _ => "without dates",
    };

    private static string Of(DateOnly day) => day.ToString("d MMM yyyy", CultureInfo.InvariantCulture);
}
