using Ccri.Domain.Organisations;

namespace Ccri.Domain.Tests.Organisations;

public sealed class ContactTests
{
    private static readonly Guid Organisation = Guid.CreateVersion7();
    private static readonly DateOnly Today = new(2026, 11, 22);

    private readonly Contact _contact = new(Organisation, null, " Anna Virtanen ");

    [Fact]
    public void It_is_at_an_organisation_or_for_a_territory_or_both()
    {
        var territory = Guid.CreateVersion7();

        (_contact.Name, _contact.OrganisationId, _contact.TerritoryId).ShouldBe(("Anna Virtanen", Organisation, null));
        new Contact(Organisation, territory, "Anna").TerritoryId.ShouldBe(territory);
        new Contact(null, territory, "Anna").OrganisationId.ShouldBeNull();
        Should.Throw<RuleViolationException>(() => new Contact(null, null, "Anna")).Message.ShouldContain("Choose one");
        Should.Throw<RuleViolationException>(() => _contact.Belong(null, null));
    }

    [Fact]
    public void The_address_is_kept_in_lower_case_and_may_stay_unknown()
    {
        _contact.WriteTo(" Anna.Virtanen@Example.org ");
        _contact.Email.ShouldBe("anna.virtanen@example.org");

        _contact.WriteTo(" ");
        _contact.Email.ShouldBeNull();
    }

    [Theory]
    [InlineData("anna")]
    [InlineData("anna@example.org\nBcc: all@example.org")]
    [InlineData("anna@example.org, otto@example.org")]
    public void What_is_not_one_address_is_refused(string typed) => Should.Throw<RuleViolationException>(() => _contact.WriteTo(typed)).Message.ShouldContain("name@example.org");

    [Theory]
    [InlineData("+32 2 123 45 67", true)]
    [InlineData("(02) 123-45.67/8", true)]
    [InlineData("", true)]
    [InlineData("12", false)]
    [InlineData("call my office", false)]
    [InlineData("+32 2 123 45 67\n", true)] // trimmed
    [InlineData("+32 2 123\n45 67", false)]
    public void A_phone_number_has_digits_and_what_stands_between_them(string typed, bool isRight)
    {
        if (isRight)
            _contact.Phones(typed);
        else
            Should.Throw<RuleViolationException>(() => _contact.Phones(typed)).Message.ShouldContain("+32 2 123 45 67");
    }

    [Theory]
    [InlineData("fi", "fi")]
    [InlineData("nb", "nb")]
    [InlineData("", null)]
    public void A_language_of_the_list_is_taken(string typed, string? code)
    {
        _contact.Speak(typed);
        _contact.Language.ShouldBe(code);
    }

    [Theory]
    [InlineData("tlh")]
    [InlineData("English")]
    public void Another_language_is_refused(string typed) => Should.Throw<RuleViolationException>(() => _contact.Speak(typed));

    [Fact]
    public void Every_language_of_the_Union_is_offered_by_name()
    {
        Languages.Names.Count.ShouldBe(25);
        Languages.Names.Values.ShouldBe(Languages.Names.Values.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Consent_needs_its_day_and_the_day_is_not_ahead()
    {
        Should.Throw<RuleViolationException>(() => _contact.KeepOn(ConsentBasis.Consent, null, null, Today)).Message.ShouldBe("Consent needs the day on which it was given.");
        Should.Throw<RuleViolationException>(() => _contact.KeepOn(ConsentBasis.Consent, Today.AddDays(1), null, Today)).Message.ShouldContain("2026-11-22 or earlier");

        _contact.KeepOn(ConsentBasis.Consent, Today, " By mail ", Today);
        (_contact.ConsentBasis, _contact.ConsentOn, _contact.ConsentNote).ShouldBe((ConsentBasis.Consent, Today, "By mail"));

        _contact.KeepOn(ConsentBasis.PublicTask, null, null, Today);
        _contact.ConsentOn.ShouldBeNull();
    }
}
