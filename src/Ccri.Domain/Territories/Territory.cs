namespace Ccri.Domain.Territories;

/// <summary>A city, region or territorial cluster of the cohort. Each fact has its <see cref="Knowledge.FactNote"/>. Source: domain.md 1.2 to 1.4.</summary>
public sealed class Territory : Entity
{
    /// <summary>Wide enough for every square kilometre of the Union's outermost regions; catches swapped and mistyped numbers.</summary>
    private const double MostNorthern = 84, MostEastern = 60;

    private readonly List<Participation> _participations = [];

    /// <param name="slug">The territory's part of the address; unique.</param>
    /// <param name="isPlaceholder">True while the support office has not said which territory it is.</param>
    public Territory(string slug, string name, bool isPlaceholder = false)
    {
        Slug = Line(slug, "The address of the territory", 80);
        IsPlaceholder = isPlaceholder;
        Name = SearchName = "";
        Rename(name);
    }

    public string Slug { get; private set; }
    public string Name { get; private set; }

    /// <summary><see cref="Name"/> folded by <see cref="Folding.ForSearch"/>.</summary>
    public string SearchName { get; private set; }

    /// <summary>A place held for a Fellow whose name is not public.</summary>
    public bool IsPlaceholder { get; private set; }
    public TerritoryType? Type { get; private set; }

    /// <summary>Eurostat's code of the country.</summary>
    public string? CountryCode { get; private set; }

    /// <summary>Inhabitants, as published.</summary>
    public int? Population { get; private set; }

    /// <summary>NUTS code of, or around, the territory, in the version of <see cref="NutsVersion"/>.</summary>
    public string? NutsCode { get; private set; }

    /// <summary>Year of the NUTS classification; codes change between versions.</summary>
    public int? NutsVersion { get; private set; }
    public string? NutsNote { get; private set; }
    public UrbanRural? UrbanRural { get; private set; }
    public List<string> Sectors { get; private set; } = [];

    /// <summary>Title or description of the circular systemic solution, as published.</summary>
    public string? PublishedSolution { get; private set; }

    /// <summary>Degrees north and east (WGS 84), approximate: for a mark on the map.</summary>
    public double? Latitude { get; private set; }
    public double? Longitude { get; private set; }
    public string? Notes { get; private set; }

    public IReadOnlyCollection<Participation> Participations => _participations;

    public void Rename(string name)
    {
        Name = Line(name, "The name of the territory");
        SearchName = Folding.ForSearch(Name);
    }

    /// <summary>The support office says which territory a placeholder stands for.</summary>
    /// <param name="address">Its part of the address, when the one that the name gives is somebody else's.</param>
    /// <exception cref="RuleViolationException">When the territory has a name already.</exception>
    public void Identify(string name, string? address = null)
    {
        Require(IsPlaceholder, $"{Name} is no placeholder: it has its name already.");
        Rename(name);
        IsPlaceholder = false;
        if ((address ?? Folding.ForAddress(Name)) is { Length: > 0 } free)
            Slug = free;
    }

    public void Classify(TerritoryType? type) => Type = type;
    public void LieIn(string? countryCode) => CountryCode = Optional(countryCode)?.ToUpperInvariant();

    /// <exception cref="RuleViolationException">When the number is not above zero.</exception>
    public void Count(int? inhabitants)
    {
        Require(inhabitants is null or > 0, $"The population is {inhabitants}. It should be above zero, or empty when it is not known.");
        Population = inhabitants;
    }

    public void CodeAs(string? nutsCode) => NutsCode = Optional(nutsCode);
    public void CodeInVersion(int? year) => NutsVersion = year;
    public void RemarkOnCode(string? note) => NutsNote = Optional(note);
    public void Describe(UrbanRural? urbanRural) => UrbanRural = urbanRural;
    public void WorkOn(IEnumerable<string> sectors) => Sectors = [.. sectors];
    public void Publish(string? solution) => PublishedSolution = Optional(solution);
    public void Remark(string? notes) => Notes = Optional(notes);

    /// <exception cref="RuleViolationException">When the degrees lie outside Europe and the Union's outermost regions.</exception>
    public void PlaceNorth(double? degrees)
    {
        Require(degrees is null or (>= -22 and <= MostNorthern), $"The latitude is {degrees}. It should lie between -22 and 84 degrees north.");
        Latitude = degrees;
    }

    /// <inheritdoc cref="PlaceNorth"/>
    public void PlaceEast(double? degrees)
    {
        Require(degrees is null or (>= -64 and <= MostEastern), $"The longitude is {degrees}. It should lie between -64 and 60 degrees east.");
        Longitude = degrees;
    }

    /// <summary>Joins a cohort in a tier.</summary>
    /// <exception cref="RuleViolationException">When the territory takes part in the cohort already.</exception>
    public Participation Join(Guid cohortId, Guid tierId, DateOnly? from)
    {
        Require(!_participations.Exists(p => p.CohortId == cohortId && p.To is null), $"{Name} takes part in this cohort already.");
        return Begin(cohortId, tierId, from);
    }

    /// <summary>Goes on in another tier from a day on. What was before stays in the history.</summary>
    /// <exception cref="RuleViolationException">When it takes part in nothing, is in that tier already, or the day lies before its start.</exception>
    public Participation ChangeTier(Guid tierId, DateOnly from, string? reason)
    {
        var current = Current();
        Require(current.TierId != tierId, $"{Name} is in this tier already. Choose another.");
        Require(current.From is null || from > current.From, $"{Name} has been in its tier since {current.From:yyyy-MM-dd}. The new tier must begin after that day.");
        current.End(from.AddDays(-1), ParticipationEnd.TierChanged, reason);
        return Begin(current.CohortId, tierId, from);
    }

    /// <summary>Leaves the initiative; its history stays.</summary>
    /// <exception cref="RuleViolationException">When it takes part in nothing, no reason is given, or the day lies before its start.</exception>
    public Participation Withdraw(DateOnly lastDay, string? reason)
    {
        var current = Current();
        current.End(lastDay, ParticipationEnd.Withdrawn, Line(reason, "The reason", 1000));
        return current;
    }

    /// <summary>Puts the days of one of its participations right; without an end it goes on.</summary>
    /// <exception cref="RuleViolationException">When it would end before it began, or meet another one in the same cohort.</exception>
    public void Correct(Participation participation, DateOnly? from, DateOnly? to)
    {
        participation.Correct(from, to);
        Require(!_participations.Exists(p => p != participation && p.CohortId == participation.CohortId && p.Overlaps(participation)),
            $"On some of these days {Name} takes part in the same cohort already. Choose days that do not meet those of its other participation.");
    }

    private Participation Current()
    {
        var current = _participations.Find(p => p.To is null);
        Require(current is not null, $"{Name} takes part in no cohort at the moment.");
        return current;
    }

    private Participation Begin(Guid cohortId, Guid tierId, DateOnly? from)
    {
        var participation = new Participation(Id, cohortId, tierId);
        participation.Last(from, null);
        _participations.Add(participation);
        return participation;
    }
}
