namespace Ccri.Domain;

/// <summary>A thing that belongs to one territory: who may see or change the territory's things may see or change it.</summary>
public interface IOfTerritory
{
    Guid TerritoryId { get; }
}
