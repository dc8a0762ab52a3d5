using Ccri.Domain.Accounts;
using Ccri.Domain.Organisations;
using Ccri.Web.Errors;
using Ccri.Web.Features.Organisations;
using Ccri.Web.Security;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using static Ccri.Web.Tests.Organisations.OrganisationSamples;

namespace Ccri.Web.Tests.Organisations;

/// <summary>An officer of one territory changes what belongs to that territory, and nothing that belongs to another or to none.</summary>
public abstract class OrganisationScopeTests(CcriApp app) : BothDatabases(app)
{
    private static readonly DateOnly Past = new(2024, 5, 1);

    [Fact]
    public async Task An_officer_of_one_territory_changes_nothing_that_belongs_to_no_territory()
    {
        var officer = await OfficerOfAsync("munich");
        var organisation = await App.NewOrganisationAsync();
        var hub = await App.SendAsync(Role(organisation, OrganisationRoleKind.KnowledgeHub));
        var membership = await App.SendAsync(new AddNetworkMembership.Command { OrganisationId = organisation, Network = "CEN", Source = Source });
        var contact = await App.SendAsync(Contact(organisation));
        var form = (await App.SendAsync(new GetOrganisationForm.Query(organisation))).Form;
        var role = (await App.SendAsync(new GetRole.Query(hub))).Form;
        var person = (await App.SendAsync(new GetContactForm.Query(contact))).Form;

        await RefusedAsync(officer, new CreateOrganisation.Command { Name = $"Office {Guid.NewGuid():N}", Source = Source });
        await RefusedAsync(officer, form with { Notes = "Not mine" });
        await RefusedAsync(officer, new GetOrganisationForm.Query(organisation));
        await RefusedAsync(officer, Role(organisation, OrganisationRoleKind.CommunitiesOfPractice));
        await RefusedAsync(officer, role with { Unit = "Not mine", Source = Source });
        await RefusedAsync(officer, new EndRole.Command { Id = hub, Version = role.Version, Day = Past });
        await RefusedAsync(officer, new AddNetworkMembership.Command { OrganisationId = organisation, Network = "CoM", Source = Source });
        await RefusedAsync(officer, (await App.SendAsync(new GetNetworkMembership.Query(membership))).Form with { Day = Past });
        await RefusedAsync(officer, Contact(organisation));
        await RefusedAsync(officer, person with { Notes = "Not mine" });
        await RefusedAsync(officer, new EndContact.Command { Id = contact, Version = person.Version, Day = Past });
        await RefusedAsync(officer, new RemoveContact.Command { Id = contact, Version = person.Version });
        await RefusedAsync(officer, new GetContactForm.Query(null, organisation));
    }

    [Fact]
    public async Task An_officer_of_one_territory_changes_what_belongs_to_it()
    {
        var officer = await OfficerOfAsync("munich");
        var organisation = await App.NewOrganisationAsync();

        var role = await SendAsync(officer, Role(organisation, OrganisationRoleKind.SupportingExpert, "munich"));
        await SendAsync(officer, (await SendAsync(officer, new GetRole.Query(role))).Form with { Unit = "Environment", Source = Source });
        var contact = await SendAsync(officer, Contact(organisation) with { Territory = "munich" });

        (await App.SendAsync(new GetOrganisation.Query(organisation))).Roles.Single().Unit.ShouldBe("Environment");
        (await App.SendAsync(new ListContacts.Query(organisation))).Single().Id.ShouldBe(contact);
    }

    [Fact]
    public async Task Who_is_officer_of_one_territory_and_contact_of_another_does_no_office_work_for_the_other()
    {
        ScopedRole[] both = [.. await OfficerOfAsync("munich"), new(Domain.Accounts.Role.Territory, await App.TerritoryIdAsync("uppsala"), null)];
        var organisation = await App.NewOrganisationAsync();
        var expert = await App.SendAsync(Role(organisation, OrganisationRoleKind.SupportingExpert, "uppsala"));
        var form = (await App.SendAsync(new GetRole.Query(expert))).Form;

        await RefusedAsync(both, Role(organisation, OrganisationRoleKind.ApplicationAuthor, "uppsala"));
        await RefusedAsync(both, new GetRole.Query(expert));
        await RefusedAsync(both, form with { Unit = "Not mine", Source = Source });
        await RefusedAsync(both, new EndRole.Command { Id = expert, Version = form.Version, Day = Past });
        await RefusedAsync(both, new ConfirmOrganisation.Command(organisation));
        await SendAsync(both, Role(organisation, OrganisationRoleKind.ApplicationAuthor, "munich"));

        var contact = await SendAsync(both, Contact(organisation) with { Territory = "uppsala" }); // as its contact, who chooses no organisation
        (await App.SendAsync(new GetContactForm.Query(contact))).Form.Organisation.ShouldBeNull();
    }

    [Fact]
    public async Task An_officer_of_one_territory_confirms_what_belongs_to_it_and_leaves_out_the_rest()
    {
        var organisation = await App.NewOrganisationAsync();
        var mine = await App.SendAsync(Role(organisation, OrganisationRoleKind.SupportingExpert, "munich"));
        var other = await App.SendAsync(Role(organisation, OrganisationRoleKind.SupportingExpert, "uppsala"));
        await App.WithDatabaseAsync(db => db.FactNotes.Where(n => n.SubjectId == organisation || n.SubjectId == mine || n.SubjectId == other)
            .ExecuteUpdateAsync(set => set.SetProperty(n => n.ConfirmedById, (Guid?)null), Cancellation));

        (await SendAsync(await OfficerOfAsync("munich"), new ConfirmOrganisation.Command(organisation))).ShouldBe(1);

        (await App.WithDatabaseAsync(db => db.FactNotes.Where(n => n.ConfirmedById != null && (n.SubjectId == organisation || n.SubjectId == mine || n.SubjectId == other))
            .Select(n => n.SubjectId).SingleAsync(Cancellation))).ShouldBe(mine);
        await RefusedAsync(await OfficerOfAsync("asker"), new ConfirmOrganisation.Command(organisation));
    }

    [Fact]
    public async Task A_page_shows_an_officer_the_controls_of_the_own_territory_alone()
    {
        var organisation = await App.NewOrganisationAsync();
        var mine = await App.SendAsync(Role(organisation, OrganisationRoleKind.SupportingExpert, "munich"));
        var other = await App.SendAsync(Role(organisation, OrganisationRoleKind.SupportingExpert, "uppsala"));
        await App.SendAsync(new AddNetworkMembership.Command { OrganisationId = organisation, Network = "CEN", Source = Source });
        var contact = await App.SendAsync(Contact(organisation));
        using var officer = await App.SignedInAsync(Domain.Accounts.Role.Officer, "munich");

        var page = await officer.PageAsync($"/organisations/{organisation}");

        foreach (var shown in (string[])[$"/organisations/roles/{mine}/edit", $"/organisations/{organisation}/roles/new", $"/organisations/{organisation}/confirm"])
            page.ShouldContain(shown);
        foreach (var hidden in (string[])[$"/organisations/roles/{other}/", $"/organisations/{organisation}/edit", "/networks/", "/contacts/new", $"/organisations/contacts/{contact}"])
            page.ShouldNotContain(hidden);
        (await officer.PageAsync("/organisations")).ShouldNotContain("/organisations/new");
        (await officer.PageAsync($"/organisations/{organisation}/roles/new")).ShouldNotContain("value=\"uppsala\"");
    }

    private static AddContact.Command Contact(Guid organisation) => new() { Organisation = organisation, Name = "Anna Virtanen", ConsentBasis = ConsentBasis.PublicTask };

    private async Task<ScopedRole[]> OfficerOfAsync(string territory) => [new(Domain.Accounts.Role.Officer, await App.TerritoryIdAsync(territory), null)];

    private Task RefusedAsync<T>(ScopedRole[] roles, IRequest<T> message) => Should.ThrowAsync<NotAllowedException>(() => SendAsync(roles, message), message.ToString());

    private async Task<T> SendAsync<T>(ScopedRole[] roles, IRequest<T> message)
    {
        await using var scope = App.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentUser>().ActAs(Guid.CreateVersion7(), "Test", roles);
        return await scope.ServiceProvider.GetRequiredService<IMediator>().Send(message, Cancellation);
    }
}

public sealed class OrganisationScopeOnSqlite(SqliteApp app) : OrganisationScopeTests(app), IClassFixture<SqliteApp>;

public sealed class OrganisationScopeOnPostgres(PostgresApp app) : OrganisationScopeTests(app), IClassFixture<PostgresApp>;
