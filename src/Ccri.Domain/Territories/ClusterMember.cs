namespace Ccri.Domain.Territories;

/// <summary>A municipality, region or body that belongs to a territorial cluster; may lie in another country than the others. Source: domain.md 1.1.</summary>
public sealed class ClusterMember : Dated
{
    public ClusterMember(Guid territoryId, string name, string? countryCode)
    {
        TerritoryId = territoryId;
        Name = "";
        Call(name);
        LieIn(countryCode);
    }

    /// <summary>The cluster.</summary>
    public Guid TerritoryId { get; private set; }
    public string Name { get; private set; }

    /// <summary>Eurostat's code of the country.</summary>
    public string? CountryCode { get; private set; }

    public void Call(string name) => Name = Line(name, "The name of the member");
    public void LieIn(string? countryCode) => CountryCode = Optional(countryCode)?.ToUpperInvariant();
}
