namespace Ccri.Domain.Organisations;

public enum NetworkKind
{
    Network,

    /// <summary>Something that is signed, such as the Circular Cities Declaration.</summary>
    Commitment,
    Platform,
    Partnership,
    Coalition,
    Association,
    Initiative,
}

/// <summary>A network, commitment or platform that territories and organisations belong to.</summary>
public sealed class Network : Entity
{
    public Network(string code) => Code = Line(code, "The code of the network", 40);

    public void CodeAs(string code) => Code = Line(code, "The code of the network", 40);

    /// <summary>Unique, as its members abbreviate it.</summary>
    public string Code { get; private set; }
    public string Name { get; private set; } = "";
    public NetworkKind Kind { get; private set; }
    public string? CountryCode { get; private set; }
    public string? Note { get; private set; }

    public void Call(string name) => Name = Line(name, "The name of the network");
    public void Classify(NetworkKind kind) => Kind = kind;
    public void SitIn(string? countryCode) => CountryCode = Optional(countryCode)?.ToUpperInvariant();
    public void Remark(string? note) => Note = Optional(note);
}

/// <summary>A territory or an organisation in a network.</summary>
public sealed class NetworkMembership : Dated
{
    /// <exception cref="RuleViolationException">Unless exactly one of territory and organisation is given.</exception>
    public NetworkMembership(Guid networkId, Guid? territoryId, Guid? organisationId)
    {
        Require(territoryId is null != organisationId is null, "A member of a network is either a territory or an organisation.");
        (NetworkId, TerritoryId, OrganisationId) = (networkId, territoryId, organisationId);
    }

    public Guid NetworkId { get; private set; }
    public Guid? TerritoryId { get; private set; }
    public Guid? OrganisationId { get; private set; }

    /// <summary>The body through which a territory belongs, when it is not the territory itself.</summary>
    public string? Through { get; private set; }

    public void BelongThrough(string? body) => Through = Optional(body);
}
