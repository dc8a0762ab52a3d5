namespace Ccri.Domain.Organisations;

/// <summary>A body with roles in the initiative; never the same thing as a territory. Source: domain.md sections 1.2 and 3.</summary>
public sealed class Organisation : Entity
{
    public Organisation(string name)
    {
        Name = SearchName = "";
        Rename(name);
    }

    public string Name { get; private set; }

    /// <summary>Name and acronym folded by <see cref="Folding.ForSearch"/>.</summary>
    public string SearchName { get; private set; }
    public string? Acronym { get; private set; }

    /// <summary>Eurostat's code of the country of its seat.</summary>
    public string? CountryCode { get; private set; }
    public string? Notes { get; private set; }

    public void Rename(string name) => Name = Searchable(Line(name, "The name of the organisation"), Acronym);

    public void Abbreviate(string? acronym)
    {
        Acronym = Optional(acronym);
        Searchable(Name, Acronym);
    }

    public void SitIn(string? countryCode) => CountryCode = Optional(countryCode)?.ToUpperInvariant();
    public void Remark(string? notes) => Notes = Optional(notes);

    private string Searchable(string name, string? acronym)
    {
        SearchName = Folding.ForSearch($"{name} {acronym}").Trim();
        return name;
    }
}
