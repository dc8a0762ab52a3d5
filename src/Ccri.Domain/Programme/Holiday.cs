using Ccri.Domain.Knowledge;

namespace Ccri.Domain.Programme;

/// <summary>A public holiday of a country, or of the institutions of the European Union. Source: data/holidays.csv, with an address for each row.</summary>
public sealed class Holiday
{
    public const int LongestName = 200;

    /// <summary>Eurostat's code of the country, or "EU" for the institutions of the European Union.</summary>
    public required string Calendar { get; init; }
    public required DateOnly Day { get; init; }
    public required string Name { get; set; }

    /// <summary>Where it was read: an address, or words.</summary>
    public required string Source { get; set; }
    public Confidence Confidence { get; set; } = Confidence.Medium;
}
