using System.Net;
using Ccri.Domain.Accounts;
using Ccri.Domain.Organisations;
using Ccri.Web.Features.Organisations;

namespace Ccri.Web.Tests.Organisations;

public abstract class OrganisationPagesTests(CcriApp app) : BothDatabases(app)
{
    private const string Contact = "Mario Bianchi";

    [Fact]
    public async Task The_list_leads_to_a_page_with_roles_networks_and_sources()
    {
        var id = await App.OrganisationIdAsync("ACR+");
        using var desk = await App.SignedInAsync(Role.Desk);

        (await desk.PageAsync("/organisations?q=acr")).ShouldContain($"href=\"/organisations/{id}\"");
        var page = await desk.PageAsync($"/organisations/{id}");
        foreach (var shown in (string[])["/territories/capannori", "/working-groups/TWG-RM", "Covenant of Mayors", "https://acrplus.org/en/groupe/ccri-110", "ACR&#x2B;"])
            page.ShouldContain(shown);
    }

    [Fact]
    public async Task Contacts_are_shown_to_the_office_and_to_leads_and_nobody_else_and_only_the_office_edits()
    {
        var id = await App.NewOrganisationAsync();
        await App.SendAsync(new AddContact.Command { Organisation = id, Name = Contact, Email = "mario@example.org", ConsentBasis = ConsentBasis.PublicTask });

        foreach (var (role, sees, edits) in ((Role, bool, bool)[])[(Role.Officer, true, true), (Role.Coordinator, true, true), (Role.Lead, true, false), (Role.Desk, false, false)])
        {
            using var client = await App.SignedInAsync(role);
            var page = await client.PageAsync($"/organisations/{id}");
            page.Contains(Contact, StringComparison.Ordinal).ShouldBe(sees, role.ToString());
            foreach (var control in (string[])["/edit\"", "/roles/new", "/contacts/new", "/networks/new"])
                page.Contains(control, StringComparison.Ordinal).ShouldBe(edits, $"{role} {control}");
        }
    }

    [Fact]
    public async Task Who_does_not_edit_is_refused_every_form()
    {
        var id = await App.NewOrganisationAsync();
        using var lead = await App.SignedInAsync(Role.Lead);
        using var contact = await App.SignedInAsync(Role.Territory, "asker");

        foreach (var address in (string[])["/organisations/new", $"/organisations/{id}/edit", $"/organisations/{id}/roles/new", $"/organisations/{id}/networks/new", $"/organisations/{id}/contacts/new", "/organisations/contacts/new"])
        {
            (await lead.StatusAsync(address)).ShouldBe(HttpStatusCode.Forbidden, address);
            (await contact.StatusAsync(address)).ShouldBe(HttpStatusCode.Forbidden, address);
        }
        (await contact.StatusAsync($"/organisations/{id}")).ShouldBe(HttpStatusCode.Forbidden);
        (await contact.StatusAsync("/organisations/contacts/new?territory=uppsala")).ShouldBe(HttpStatusCode.Forbidden);
        (await contact.StatusAsync("/organisations/contacts/new?territory=atlantis")).ShouldBe(HttpStatusCode.NotFound);
        (await lead.StatusAsync($"/organisations/{Guid.Empty}")).ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task An_organisation_is_added_and_edited_and_given_a_role_and_a_network()
    {
        using var officer = await App.SignedInAsync(Role.Officer);
        var name = $"Agência {Guid.NewGuid():N}";

        using var added = await officer.PostFormAsync("/organisations/new", ("Input.Name", name), ("Input.Country", "PT"), ("Input.Source", OrganisationSamples.Source), ("Input.SourceConfidence", "High"));
        var address = added.RequestMessage!.RequestUri!.AbsolutePath;
        (await added.TextAsync()).ShouldContain(name);
        using var edited = await officer.PostFormAsync($"{address}/edit", ("Input.Name", name), ("Input.Acronym", "AG"), ("Input.Country", "PT"), ("Input.Source", "https://example.org/ag"));
        (await edited.TextAsync()).ShouldContain("The organisation is saved.");
        using var given = await officer.PostFormAsync($"{address}/roles/new", ("Input.Kind", "SupportingExpert"), ("Input.Territory", "guimaraes"), ("Input.From", "2026-01-01"), ("Input.Source", "Minutes"));
        (await given.TextAsync()).ShouldContain("since 1 Jan 2026");
        using var joined = await officer.PostFormAsync($"{address}/networks/new", ("Input.Network", "CEN"), ("Input.Source", "Minutes"));
        (await joined.TextAsync()).ShouldContain("Circular Europe Network");
    }

    [Fact]
    public async Task A_refused_contact_comes_back_with_what_was_typed_and_a_sentence_at_each_field()
    {
        var id = await App.NewOrganisationAsync();
        using var officer = await App.SignedInAsync(Role.Officer);

        using var refused = await officer.PostFormAsync($"/organisations/{id}/contacts/new", ("Input.Name", Contact), ("Input.Email", "mario"), ("Input.ConsentBasis", "Consent"),
            ("Input.Organisation", id.ToString()), ("Input.ConsentOn", "tomorrow"));

        refused.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        var page = await refused.TextAsync();
        page.ShouldContain($"value=\"{Contact}\"");
        page.ShouldContain("value=\"tomorrow\"");
        page.ShouldContain("“tomorrow” is not a day.");
        page.ShouldContain("id=\"Input_ConsentOn-e\"");
    }

    [Fact]
    public async Task The_contact_of_a_territory_adds_one_and_is_led_back_to_the_territory()
    {
        using var contact = await App.SignedInAsync(Role.Territory, "asker");

        using var added = await contact.PostFormAsync("/organisations/contacts/new?territory=asker", ("Input.Name", "Kari Nordmann"), ("Input.Email", "kari@example.org"), ("Input.Language", "nb"), ("Input.ConsentBasis", "PublicTask"));

        added.RequestMessage!.RequestUri!.AbsolutePath.ShouldBe("/territories/asker");
        (await added.TextAsync()).ShouldContain("The contact is saved.");
    }

    [Fact]
    public async Task A_contact_is_edited_ended_and_removed()
    {
        var organisation = await App.NewOrganisationAsync();
        var id = await App.SendAsync(new AddContact.Command { Organisation = organisation, Name = Contact, ConsentBasis = ConsentBasis.PublicTask });
        using var officer = await App.SignedInAsync(Role.Officer);

        using var edited = await officer.PostFormAsync($"/organisations/contacts/{id}/edit", ("Input.Name", "Maria Bianchi"), ("Input.Organisation", organisation.ToString()), ("Input.ConsentBasis", "Contract"));
        (await edited.TextAsync()).ShouldContain("Maria Bianchi");
        using var ended = await officer.PostFormAsync($"/organisations/contacts/{id}/end", ("Input.Day", "2026-03-31"));
        (await ended.TextAsync()).ShouldContain("Until 31 Mar 2026");
        using var removed = await officer.PostFormAsync($"/organisations/contacts/{id}/remove");
        (await removed.TextAsync()).ShouldNotContain("Bianchi");
        (await officer.StatusAsync($"/organisations/contacts/{id}/edit")).ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Two_who_edit_one_organisation_see_both_texts_and_lose_nothing()
    {
        var address = $"/organisations/{await App.NewOrganisationAsync()}/edit";
        using var first = await App.SignedInAsync(Role.Officer);
        using var second = await App.SignedInAsync(Role.Officer);
        var mine = await second.OpenFormAsync(address);

        using var saved = await first.SendFormAsync(address, await first.OpenFormAsync(address), ("Input.Notes", "What they wrote"));
        using var refused = await second.SendFormAsync(address, mine, ("Input.Notes", "What I wrote"));

        refused.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        var page = await refused.TextAsync();
        page.ShouldContain("What they wrote");
        page.ShouldContain("What I wrote");
    }

    [Fact]
    public async Task A_contact_that_is_sent_twice_is_saved_once()
    {
        var id = await App.NewOrganisationAsync();
        using var officer = await App.SignedInAsync(Role.Officer);
        var form = await officer.OpenFormAsync($"/organisations/{id}/contacts/new");

        for (var i = 0; i < 2; i++)
        {
            using var sent = await officer.SendFormAsync($"/organisations/{id}/contacts/new", form, ("Input.Name", Contact), ("Input.ConsentBasis", "PublicTask"));
            sent.RequestMessage!.RequestUri!.AbsolutePath.ShouldBe($"/organisations/{id}");
        }
        (await App.SendAsync(new ListContacts.Query(id))).Count.ShouldBe(1);
    }

    [Fact]
    public async Task What_is_typed_into_a_long_form_is_kept_as_a_draft()
    {
        var organisation = await App.NewOrganisationAsync();
        var role = await App.SendAsync(OrganisationSamples.Role(organisation, OrganisationRoleKind.KnowledgeHub));
        var contact = await App.SendAsync(new AddContact.Command { Organisation = organisation, Name = Contact, ConsentBasis = ConsentBasis.PublicTask });
        using var officer = await App.SignedInAsync(Role.Officer);

        foreach (var address in (string[])["/organisations/new", $"/organisations/{organisation}/edit", $"/organisations/{organisation}/roles/new", $"/organisations/roles/{role}/edit",
            $"/organisations/{organisation}/contacts/new", $"/organisations/contacts/{contact}/edit", "/organisations/contacts/new?territory=asker"])
            (await officer.PageAsync(address)).ShouldContain("/accounts/drafts", customMessage: address);
    }

    [Fact]
    public async Task A_role_ends_with_the_source_that_says_so()
    {
        var role = await App.SendAsync(OrganisationSamples.Role(await App.NewOrganisationAsync(), OrganisationRoleKind.KnowledgeHub));
        using var officer = await App.SignedInAsync(Role.Officer);
        var address = $"/organisations/roles/{role}/end";

        using var refused = await officer.PostFormAsync(address, ("Input.Day", "2026-03-31"));
        (await refused.TextAsync()).ShouldContain("id=\"Input_Source-e\"");
        using var ended = await officer.PostFormAsync(address, ("Input.Day", "2026-03-31"), ("Input.Source", "Letter of the hub"));
        (await ended.TextAsync()).ShouldContain("Letter of the hub");
    }

    [Fact]
    public async Task Only_a_coordinator_sees_the_field_for_an_exception()
    {
        var address = $"/organisations/{await App.NewOrganisationAsync()}/roles/new";
        using var officer = await App.SignedInAsync(Role.Officer);
        using var coordinator = await App.SignedInAsync(Role.Coordinator);

        (await officer.PageAsync(address)).ShouldNotContain("Reason for the exception");
        (await coordinator.PageAsync(address)).ShouldContain("Reason for the exception");
        using var refused = await coordinator.PostFormAsync(address, ("Input.Kind", "AccompanyingPartner"), ("Input.Territory", "bergen"), ("Input.Source", "x"));
        (await refused.TextAsync()).ShouldContain("Bergen is a Fellow.");
    }
}

public sealed class OrganisationPagesOnSqlite(SqliteApp app) : OrganisationPagesTests(app), IClassFixture<SqliteApp>;

public sealed class OrganisationPagesOnPostgres(PostgresApp app) : OrganisationPagesTests(app), IClassFixture<PostgresApp>;
