namespace Ccri.Domain.Programme;

/// <summary>A country by its Eurostat code (EL, UK), which is what the Commission prints. Source: domain.md section 8.</summary>
public sealed class Country : Entity
{
    /// <exception cref="RuleViolationException">When the code is not two letters.</exception>
    public Country(string code)
    {
        Code = Line(code, "The country code", 2).ToUpperInvariant();
        Require(Code.Length == 2 && Code.All(char.IsAsciiLetterUpper), $"“{code}” is not a country code. It should be two letters, for example EL.");
    }

    /// <summary>Eurostat's code; unique.</summary>
    public string Code { get; private set; }

    /// <summary>ISO 3166-1; differs for Greece (GR) and the United Kingdom (GB).</summary>
    public string IsoCode { get; private set; } = "";
    public string Name { get; private set; } = "";

    public void Call(string name) => Name = Line(name, "The name of the country", 100);
    public void CodeAs(string isoCode) => IsoCode = Line(isoCode, "The ISO code", 2).ToUpperInvariant();
}
