namespace Ccri.Domain.Programme;

/// <summary>Why a country's territories may take part under a programme. Source: domain.md section 8.</summary>
public enum EligibilityStanding
{
    MemberState,

    /// <summary>Associated to the programme that the entry is about; the lists of Horizon 2020 and Horizon Europe differ.</summary>
    Associated,

    /// <summary>Only one source lists it as eligible (the United Kingdom, for the call of 2022).</summary>
    NamedByOneSource,
}

/// <summary>A country on the list of a programme, between two days. A country can be on it twice, with a gap between.</summary>
public sealed class Eligibility : Dated
{
    public const int LongestProgramme = 60;

    /// <param name="countryCode">Eurostat's code.</param>
    public Eligibility(string programme, string countryCode)
    {
        Programme = Line(programme, "The programme", LongestProgramme);
        CountryCode = Line(countryCode, "The country code", 2).ToUpperInvariant();
    }

    /// <summary>As it is called, for example Horizon 2020.</summary>
    public string Programme { get; private set; }
    public string CountryCode { get; private set; }
    public EligibilityStanding Standing { get; private set; }

    public void Stand(EligibilityStanding standing) => Standing = standing;
    public void BelongTo(string programme) => Programme = Line(programme, "The programme", LongestProgramme);
    public void Concern(string countryCode) => CountryCode = Line(countryCode, "The country code", 2).ToUpperInvariant();
}
