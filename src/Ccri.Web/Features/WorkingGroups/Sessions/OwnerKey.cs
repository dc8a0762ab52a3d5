namespace Ccri.Web.Features.WorkingGroups.Sessions;

/// <summary>Who is to do a follow-up, as one choice of a list: a person or a territory.</summary>
public sealed record OwnerKey(Guid? PersonId, Guid? TerritoryId)
{
    private const string Person = "person:", Territory = "territory:";

    /// <summary>Empty when it is neither.</summary>
    public static OwnerKey? Read(string? text) => text switch
    {
        not null when text.StartsWith(Person, StringComparison.Ordinal) && Guid.TryParse(text[Person.Length..], out var person) => new OwnerKey(person, null),
        not null when text.StartsWith(Territory, StringComparison.Ordinal) && Guid.TryParse(text[Territory.Length..], out var territory) => new OwnerKey(null, territory),
        _ => null,
    };

    public override string ToString() => PersonId is { } person ? $"{Person}{person}" : $"{Territory}{TerritoryId}";
}
