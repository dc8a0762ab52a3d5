namespace Ccri.Domain.Territories;

/// <summary>What a territory is, whatever its tier. Source: domain.md 1.1 and 4.1.</summary>
public enum TerritoryType
{
    City,
    Region,

    /// <summary>All actors needed for one solution; need not follow administrative or national borders.</summary>
    Cluster,
}

/// <summary>Eurostat's typology of NUTS 3 regions. Source: domain.md 1.4.</summary>
public enum UrbanRural
{
    PredominantlyUrban,
    Intermediate,
    PredominantlyRural,
}
