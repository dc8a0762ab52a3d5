using Ccri.Domain.Organisations;

namespace Ccri.Domain.Tests.Organisations;

public sealed class OrganisationTests
{
    [Fact]
    public void It_is_found_by_name_and_by_acronym_through_every_renaming()
    {
        var organisation = new Organisation("Fundación Patrimonio");
        organisation.SearchName.ShouldBe("fundacion patrimonio");

        organisation.Abbreviate(" FPN ");
        organisation.SearchName.ShouldBe("fundacion patrimonio fpn");

        organisation.Rename("Fundación Natural");
        organisation.SearchName.ShouldBe("fundacion natural fpn");

        organisation.Abbreviate(" ");
        (organisation.Acronym, organisation.SearchName).ShouldBe((null, "fundacion natural"));
    }

    [Fact]
    public void A_refused_name_changes_nothing()
    {
        var organisation = new Organisation("OVAM");

        Should.Throw<RuleViolationException>(() => organisation.Rename(""));

        (organisation.Name, organisation.SearchName).ShouldBe(("OVAM", "ovam"));
    }

    [Fact]
    public void The_country_is_kept_in_capitals_and_blank_is_not_known()
    {
        var organisation = new Organisation("Region of Central Macedonia");

        organisation.SitIn(" el ");
        organisation.CountryCode.ShouldBe("EL");

        organisation.SitIn("");
        organisation.CountryCode.ShouldBeNull();
    }
}
