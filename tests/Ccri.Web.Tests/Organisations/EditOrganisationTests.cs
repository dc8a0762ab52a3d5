using Ccri.Domain.Knowledge;
using Ccri.Web.Errors;
using Ccri.Web.Features.Organisations;
using Ccri.Web.Features.Programme.Loading;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Tests.Organisations;

public abstract class EditOrganisationTests(CcriApp app) : BothDatabases(app)
{
    [Fact]
    public async Task A_new_organisation_has_its_source_and_no_role_yet()
    {
        var id = await App.SendAsync(new CreateOrganisation.Command
        {
            Name = " Circular Łódź ", Acronym = "CŁ", Country = "PL", Notes = "Small.", Source = OrganisationSamples.Source, SourceAsOf = new(2026, 11, 3), SourceConfidence = Confidence.Medium,
        });

        var found = await App.SendAsync(new GetOrganisation.Query(id));
        (found.Profile.Name, found.Profile.Acronym, found.Profile.Country, found.Profile.Notes).ShouldBe(("Circular Łódź", "CŁ", "Poland", "Small."));
        (found.Profile.Source!.Sources.Single(), found.Profile.Source.AsOf, found.Profile.Source.Confidence).ShouldBe((OrganisationSamples.Source, new(2026, 11, 3), Confidence.Medium));
        found.Roles.ShouldBeEmpty();
        (await App.SendAsync(new ListOrganisations.Query("circular lodz"))).Rows.Single().Id.ShouldBe(id);
    }

    [Fact]
    public async Task What_is_wrong_is_said_at_its_field()
    {
        (await App.RefusedAsync(new CreateOrganisation.Command())).Keys.ShouldBe(["Name", "Source"], ignoreOrder: true);
        (await App.RefusedAsync(New(name: new string('x', 10_000))))["Name"].ShouldBe("The name has 10,000 characters. Please use at most 300.");
        (await App.RefusedAsync(New(name: "One\nTwo")))["Name"].ShouldContain("one line");
        (await App.RefusedAsync(New(country: "XX")))["Country"].ShouldContain("Choose one of the list");
        (await App.RefusedAsync(New(name: "OVAM")))["Name"].ShouldContain("“OVAM” already");
    }

    [Fact]
    public async Task A_changed_fact_asks_for_its_new_source_and_a_changed_note_does_not()
    {
        var form = await FormAsync(await App.NewOrganisationAsync());

        (await App.RefusedAsync(form with { Country = "SE" }))["Source"].ShouldContain("Say where the new answer comes from");
        await App.SendAsync(form with { Notes = "Ours." });
        var later = await FormAsync(form.Id);
        await App.SendAsync(later with { Country = "SE", Source = "https://example.org/moved" });

        var saved = (await App.SendAsync(new GetOrganisation.Query(form.Id))).Profile;
        (saved.CountryCode, saved.Notes, saved.Source!.Sources.Single()).ShouldBe(("SE", "Ours.", "https://example.org/moved"));
    }

    [Fact]
    public async Task An_organisation_may_keep_its_name_but_not_take_another_s()
    {
        var form = await FormAsync(await App.NewOrganisationAsync());

        await App.SendAsync(form with { Acronym = "NEW", Source = OrganisationSamples.Source });
        (await App.RefusedAsync(await FormAsync(form.Id) with { Name = "OVAM", Source = "x" })).Keys.ShouldBe(["Name"]);
    }

    [Fact]
    public async Task A_stale_save_is_refused()
    {
        var form = await FormAsync(await App.NewOrganisationAsync());
        await App.SendAsync(form with { Notes = "First" });

        await Should.ThrowAsync<DbUpdateConcurrencyException>(() => App.SendAsync(form with { Notes = "Second" }));
        (await FormAsync(form.Id)).Notes.ShouldBe("First");
    }

    [Fact]
    public async Task What_a_person_cited_is_kept_when_the_files_are_loaded_again()
    {
        var form = await FormAsync(await App.OrganisationIdAsync("AIT"));
        await App.SendAsync(form with { Name = "Austrian Institute of Technology", Source = "https://example.org/ait" });

        var outcome = await App.SendAsSystemAsync(new LoadRegister.Command([new("organisations.csv", await File.ReadAllTextAsync(Path.Combine(Repository.Root, "data", "organisations.csv"), Cancellation))]));

        (outcome.Created, outcome.Changed).ShouldBe((0, 0));
        (await App.SendAsync(new GetOrganisation.Query(form.Id))).Profile.Source!.Sources.ShouldBe(["https://example.org/ait"]);
        await App.SendAsync(await FormAsync(form.Id) with { Name = form.Name, Source = "as before" }); // as the other tests know it
    }

    [Fact]
    public async Task One_that_does_not_exist_is_not_found() => await Should.ThrowAsync<NotFoundException>(() => App.SendAsync(new GetOrganisation.Query(Guid.CreateVersion7())));

    private static CreateOrganisation.Command New(string name = "A new one", string? country = null) => new() { Name = name, Country = country, Source = OrganisationSamples.Source };

    private async Task<EditOrganisation.Command> FormAsync(Guid id) => (await App.SendAsync(new GetOrganisationForm.Query(id))).Form;
}

public sealed class EditOrganisationOnSqlite(SqliteApp app) : EditOrganisationTests(app), IClassFixture<SqliteApp>;

public sealed class EditOrganisationOnPostgres(PostgresApp app) : EditOrganisationTests(app), IClassFixture<PostgresApp>;
