using Ccri.Domain.Accounts;

namespace Ccri.Domain.Organisations;

/// <summary>On what the support office may keep and use somebody's data: the bases of the GDPR, article 6(1), that can apply here.</summary>
public enum ConsentBasis
{
    Consent,
    Contract,
    PublicTask,
    LegitimateInterest,
    LegalObligation,
}

/// <summary>Somebody to write to or call, at an organisation, for a territory, or both. Not the same as a person who may sign in.</summary>
public sealed class Contact : Dated
{
    public const int LongestName = 200, LongestFunction = 200, LongestPhone = 40, LongestNote = 500, LongestNotes = 2000;

    /// <exception cref="RuleViolationException">When it is neither at an organisation nor for a territory, or the name is missing or too long.</exception>
    public Contact(Guid? organisationId, Guid? territoryId, string name)
    {
        Belong(organisationId, territoryId);
        Name = Line(name, "The name", LongestName);
    }

    public Guid? OrganisationId { get; private set; }
    public Guid? TerritoryId { get; private set; }
    [Personal] public string Name { get; private set; }

    /// <summary>Lower case.</summary>
    [Personal] public string? Email { get; private set; }
    [Personal] public string? Phone { get; private set; }

    /// <summary>The contact's position, in words.</summary>
    [Personal] public string? Function { get; private set; }

    /// <summary>One of <see cref="Languages"/>; empty when it is not known.</summary>
    public string? Language { get; private set; }
    public ConsentBasis ConsentBasis { get; private set; }

    /// <summary>The day on which consent was given.</summary>
    public DateOnly? ConsentOn { get; private set; }
    [Personal] public string? ConsentNote { get; private set; }
    [Personal] public string? Notes { get; private set; }

    /// <exception cref="RuleViolationException">When neither is given.</exception>
    public void Belong(Guid? organisationId, Guid? territoryId)
    {
        Require(organisationId is not null || territoryId is not null, "A contact is at an organisation, or for a territory, or both. Choose one.");
        (OrganisationId, TerritoryId) = (organisationId, territoryId);
    }

    public void Call(string name) => Name = Line(name, "The name", LongestName);

    /// <exception cref="RuleViolationException">When it is not one address.</exception>
    public void WriteTo(string? email) => Email = Optional(email) is { } given ? Person.Address(given) : null;

    /// <exception cref="RuleViolationException">When it is not a phone number.</exception>
    public void Phones(string? phone)
    {
        var number = Optional(phone);
        Require(number is null || number.Length <= LongestPhone && number.Count(char.IsAsciiDigit) >= 5 && number.All(c => char.IsAsciiDigit(c) || " +-()./".Contains(c)),
            "This is not a phone number. Write it with digits and spaces, for example +32 2 123 45 67.");
        Phone = number;
    }

    public void WorkAs(string? function) => Function = Optional(function);

    /// <exception cref="RuleViolationException">When the language is not one of <see cref="Languages"/>.</exception>
    public void Speak(string? language)
    {
        Require(Optional(language) is not { } code || Languages.Names.ContainsKey(code), "This language is not one of the list. Choose one, or leave it empty.");
        Language = Optional(language);
    }

    /// <summary>On what the data is kept.</summary>
    /// <param name="givenOn">The day on which consent was given.</param>
    /// <param name="today">Nobody has consented tomorrow.</param>
    /// <exception cref="RuleViolationException">When it is consent without its day, or the day lies ahead.</exception>
    public void KeepOn(ConsentBasis basis, DateOnly? givenOn, string? note, DateOnly today)
    {
        Require(basis != ConsentBasis.Consent || givenOn is not null, "Consent needs the day on which it was given.");
        Require(givenOn is null || givenOn <= today, $"The day of the consent lies ahead. It should be {today:yyyy-MM-dd} or earlier.");
        (ConsentBasis, ConsentOn, ConsentNote) = (basis, givenOn, Optional(note));
    }

    public void Remark(string? notes) => Notes = Optional(notes);
}
