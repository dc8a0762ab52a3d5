using Ccri.Domain;
using Ccri.Domain.Accounts;
using Ccri.Domain.Organisations;
using Ccri.Web.Errors;
using Ccri.Web.Features.Organisations;
using FluentValidation;

namespace Ccri.Web.Tests.Organisations;

public abstract class ListOrganisationsTests(CcriApp app) : BothDatabases(app)
{
    [Theory]
    [InlineData("ACR+", "Association of Cities and Regions for sustainable Resource management")]
    [InlineData("LABORATORIO DA", "Laboratório da Paisagem")]
    [InlineData("viseu dao", "Comunidade Intermunicipal Viseu Dão Lafões")]
    public async Task An_organisation_is_found_by_name_and_acronym_without_accents(string typed, string name) =>
        (await App.SendAsync(new ListOrganisations.Query(typed))).Rows.Single().Name.ShouldBe(name);

    [Fact]
    public async Task An_organisation_with_several_roles_shows_all_of_them()
    {
        var roles = (await App.SendAsync(new ListOrganisations.Query("acr+"))).Rows.Single().Roles;

        roles.Where(r => r.Kind == OrganisationRoleKind.AccompanyingPartner).Select(r => r.Slug).ShouldBe(["capannori", "helsinki-uusimaa"], ignoreOrder: true);
        roles.Single(r => r.Kind == OrganisationRoleKind.GroupLeader).Group.ShouldBe("Circular Resource Management");
        roles.ShouldContain(r => r.Kind == OrganisationRoleKind.ConsortiumMember && r.Slug == null && r.Group == null);
    }

    [Fact]
    public async Task Each_role_keeps_as_many_organisations_as_its_filter_says()
    {
        var kinds = (await App.SendAsync(new ListOrganisations.Query())).Kinds;

        kinds.Count.ShouldBeGreaterThan(5);
        foreach (var (kind, count) in kinds)
        {
            var found = await App.SendAsync(new ListOrganisations.Query(Kind: kind));
            found.Total.ShouldBe(count, kind.ToString());
            found.Rows.ShouldAllBe(row => row.Roles.Any(r => r.Kind == kind));
        }
    }

    [Fact]
    public async Task Pages_of_50_together_are_the_list_by_name_and_a_page_beyond_the_end_is_the_last()
    {
        var first = await App.SendAsync(new ListOrganisations.Query());
        var last = await App.SendAsync(new ListOrganisations.Query(Page: 99));

        (first.Rows.Count, first.Total, last.Page, last.Rows.Count).ShouldBe((50, 71, 2, 21));
        var names = first.Rows.Concat(last.Rows).Select(r => Folding.ForSearch($"{r.Name} {r.Acronym}").Trim()).ToList();
        names.ShouldBe(names.Order(StringComparer.Ordinal));
        names.Distinct().Count().ShouldBe(71);
    }

    [Fact]
    public async Task A_search_that_is_too_long_or_holds_a_zero_character_is_refused()
    {
        await Should.ThrowAsync<ValidationException>(() => App.SendAsync(new ListOrganisations.Query(new string('x', 301))));
        await Should.ThrowAsync<ValidationException>(() => App.SendAsync(new ListOrganisations.Query("\0")));
    }

    [Fact]
    public async Task A_territory_contact_does_not_read_the_whole_list() =>
        await Should.ThrowAsync<NotAllowedException>(() => App.SendAsync(new ListOrganisations.Query(), Role.Territory, Guid.CreateVersion7()));
}

public sealed class ListOrganisationsOnSqlite(SqliteApp app) : ListOrganisationsTests(app), IClassFixture<SqliteApp>;

public sealed class ListOrganisationsOnPostgres(PostgresApp app) : ListOrganisationsTests(app), IClassFixture<PostgresApp>;
