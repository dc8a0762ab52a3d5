using System.Net;
using Ccri.Domain.Accounts;
using Ccri.Web.Errors;
using Ccri.Web.Features.Programme;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Tests.Programme;

public abstract class TiersAndCohortsTests(CcriApp app) : BothDatabases(app)
{
    [Fact]
    public async Task The_tiers_say_how_much_is_taken_and_what_they_entitle_to() =>
        (await App.SendAsync(new ListTiers.Query(), Role.Officer)).Where(t => t.Code is "pilot" or "fellow").Select(t => (t.Code, t.Capacity, t.Taken, t.IndividualSupport, t.Roadmap, t.Plans))
            .ShouldBe([("pilot", 12, 12, true, true, true), ("fellow", 25, 25, false, false, false)]);

    [Fact]
    public async Task A_tier_is_added_and_changed()
    {
        var id = await App.SendAsync(Tier("observer"));
        var form = await App.SendAsync(new GetTier.Query(id));

        await App.SendAsync(form with { Capacity = 7, Roadmap = true });
        await Should.ThrowAsync<DbUpdateConcurrencyException>(() => App.SendAsync(form with { Capacity = 8 }));

        var tier = (await App.SendAsync(new ListTiers.Query())).Single(t => t.Id == id);
        (tier.Code, tier.Capacity, tier.Taken, tier.Roadmap).ShouldBe(("observer", 7, 0, true));
    }

    [Fact]
    public async Task What_is_wrong_with_a_tier_is_said_at_its_field()
    {
        (await RefusedAsync(new CreateTier.Command())).Keys.ShouldBe(["Code", "Name", "Plural", "Capacity"], ignoreOrder: true);
        (await RefusedAsync(Tier("Observer")))["Code"].ShouldContain("lower case");
        (await RefusedAsync(Tier("two words")))["Code"].ShouldContain("one word");
        (await RefusedAsync(Tier("pilot")))["Code"].ShouldBe("There is a tier “pilot” already. Choose another code.");
        (await RefusedAsync(Tier("x") with { Capacity = 0 }))["Capacity"].ShouldContain("from 1 to 10,000");
        var pilots = await App.SendAsync(new GetTier.Query((await App.SendAsync(new ListTiers.Query())).Single(t => t.Code == "pilot").Id));
        (await RefusedAsync(pilots with { Capacity = 11 }))["Capacity"].ShouldBe("12 places are taken now. The tier needs room for at least as many, not for 11.");
    }

    [Fact]
    public async Task A_cohort_names_the_programme_that_decides_who_may_take_part()
    {
        (await App.SendAsync(new ListCohorts.Query())).Single(c => c.Code == "2022").ShouldSatisfyAllConditions(
            cohort => cohort.EligibilityProgramme.ShouldBe("Horizon 2020"), cohort => cohort.SelectedOn.ShouldBeNull(), cohort => cohort.Territories.ShouldBe(37),
            cohort => cohort.Source!.Sources.Count.ShouldBe(2));

        var id = await App.SendAsync(new CreateCohort.Command { Code = "2027", Name = "Second cohort", SelectedOn = new(2027, 2, 1) });
        var form = (await App.SendAsync(new GetCohort.Query(id))).Form;
        await App.SendAsync(form with { EligibilityProgramme = "Horizon 2020" });

        (await App.SendAsync(new ListCohorts.Query())).Select(c => (c.Code, c.EligibilityProgramme)).ShouldBe([("2027", "Horizon 2020"), ("2022", "Horizon 2020")]);
    }

    [Fact]
    public async Task What_is_wrong_with_a_cohort_is_said_at_its_field()
    {
        (await RefusedAsync(new CreateCohort.Command())).Keys.ShouldBe(["Code", "Name"], ignoreOrder: true);
        (await RefusedAsync(new CreateCohort.Command { Code = "2022", Name = "Again" }))["Code"].ShouldContain("already");
        (await RefusedAsync(new CreateCohort.Command { Code = "2028", Name = "Third", EligibilityProgramme = "LIFE" }))["EligibilityProgramme"].ShouldContain("no list of countries");
        (await RefusedAsync(new CreateCohort.Command { Code = "2028", Name = new string('x', 10_000) }))["Name"].ShouldContain("10,000");
    }

    [Fact]
    public async Task Officers_read_and_only_coordinators_see_the_controls_and_the_forms()
    {
        using var officer = await App.SignedInAsync(Role.Officer);
        using var desk = await App.SignedInAsync(Role.Desk);
        using var coordinator = await App.SignedInAsync(Role.Coordinator);
        var tier = (await App.SendAsync(new ListTiers.Query()))[0].Id;

        foreach (var address in (string[])["/programme", "/programme/tiers", "/programme/cohorts", "/programme/eligibility"])
        {
            (await officer.MainAsync(address)).ShouldNotContain("/new\"");
            (await desk.StatusAsync(address)).ShouldBe(HttpStatusCode.Forbidden, address);
        }
        foreach (var address in (string[])["/programme/tiers/new", $"/programme/tiers/{tier}/edit", "/programme/cohorts/new"])
        {
            (await officer.StatusAsync(address)).ShouldBe(HttpStatusCode.Forbidden, address);
            (await coordinator.StatusAsync(address)).ShouldBe(HttpStatusCode.OK, address);
        }
        (await coordinator.PageAsync("/programme/tiers")).ShouldContain("/programme/tiers/new");
        await Should.ThrowAsync<NotFoundException>(() => App.SendAsync(new GetTier.Query(Guid.CreateVersion7())));
    }

    [Fact]
    public async Task A_coordinator_adds_a_tier_on_the_page()
    {
        using var coordinator = await App.SignedInAsync(Role.Coordinator);

        using var refused = await coordinator.PostFormAsync("/programme/tiers/new", ("Input.Code", "guest"), ("Input.Name", "Guest"), ("Input.Plural", "Guests"), ("Input.Capacity", "many"));
        (await refused.TextAsync()).ShouldContain("“many” is not a whole number.");
        using var added = await coordinator.PostFormAsync("/programme/tiers/new", ("Input.Code", "guest"), ("Input.Name", "Guest"), ("Input.Plural", "Guests"), ("Input.Capacity", "5"), ("Input.Plans", "true"));
        (await added.TextAsync()).ShouldContain("Guest is a tier now.");
    }

    private static CreateTier.Command Tier(string code) => new() { Code = code, Name = "Observer", Plural = "Observers", Capacity = 5 };

    private async Task<IReadOnlyDictionary<string, string>> RefusedAsync<T>(IRequest<T> message) =>
        (await Should.ThrowAsync<ValidationException>(() => App.SendAsync(message))).Errors.GroupBy(e => e.PropertyName).ToDictionary(field => field.Key, field => field.First().ErrorMessage);
}

public sealed class TiersAndCohortsOnSqlite(SqliteApp app) : TiersAndCohortsTests(app), IClassFixture<SqliteApp>;

public sealed class TiersAndCohortsOnPostgres(PostgresApp app) : TiersAndCohortsTests(app), IClassFixture<PostgresApp>;
