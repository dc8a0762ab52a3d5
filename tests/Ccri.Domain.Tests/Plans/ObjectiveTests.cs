using Ccri.Domain.Plans;

namespace Ccri.Domain.Tests.Plans;

public sealed class ObjectiveTests
{
    private static readonly Objective Agenda = new(Guid.CreateVersion7(), Guid.CreateVersion7(), " Circular construction ");

    private static string Refused(Action verb) => Should.Throw<RuleViolationException>(verb).Message;

    [Fact]
    public void An_objective_has_words_and_a_place()
    {
        Agenda.Title.ShouldBe("Circular construction");
        Agenda.Place(1);
        Agenda.Number.ShouldBe(1);
        Refused(() => Agenda.Place(0)).ShouldBe("The number of an objective is 1 or more, not 0.");
        Refused(() => Agenda.Call(" ")).ShouldBe("The objective is missing. Please enter it.");
    }

    [Fact]
    public void There_is_one_lead_of_each_sector_and_any_number_of_co_leads()
    {
        var leads = new List<Lead>();
        Lead Add(string name, Sector sector, bool isCoLead)
        {
            leads.Add(Lead.OfObjective(Agenda, null, name, sector, isCoLead, leads));
            return leads[^1];
        }
        var agency = Add(" OVAM ", Sector.Public, isCoLead: false);
        agency.Name.ShouldBe("OVAM");
        Add("Federation", Sector.Private, isCoLead: false);
        Add("University", Sector.Other, isCoLead: false);
        Add("Another agency", Sector.Public, isCoLead: true);
        var last = Add("And another", Sector.Public, isCoLead: true);

        Refused(() => Add("A second", Sector.Public, isCoLead: false)).ShouldBe("There is a public lead already. Make this one a co-lead, or change the other first.");
        Refused(() => Add("A second", Sector.Other, isCoLead: false)).ShouldStartWith("There is a lead that is neither public nor private already.");
        Refused(() => last.Identify(null, "And another", Sector.Public, false, leads)).ShouldStartWith("There is a public lead already.");
        agency.Identify(null, "OVAM", Sector.Public, false, leads); // itself is no other
        last.Identify(Guid.CreateVersion7(), " ", Sector.Public, true, leads);
        last.Name.ShouldBeNull();
    }

    [Fact]
    public void A_lead_is_an_organisation_of_the_register_or_a_name()
    {
        const string Sentence = "Choose an organisation of the register, or enter the name of one that is not in it.";
        Refused(() => Lead.OfObjective(Agenda, null, " ", Sector.Public, false, [])).ShouldBe(Sentence);
        Refused(() => Lead.OfObjective(Agenda, Guid.CreateVersion7(), "OVAM", Sector.Public, false, [])).ShouldBe(Sentence);
        Refused(() => Lead.OfObjective(Agenda, null, new string('a', 301), Sector.Public, false, [])).ShouldContain("at most 300");
    }
}
