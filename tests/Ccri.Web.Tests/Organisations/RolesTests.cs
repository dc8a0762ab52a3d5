using Ccri.Domain.Accounts;
using Ccri.Domain.Organisations;
using Ccri.Domain.Programme;
using Ccri.Domain.Territories;
using Ccri.Web.Errors;
using Ccri.Web.Features.Organisations;
using Microsoft.EntityFrameworkCore;
using static Ccri.Web.Tests.Organisations.OrganisationSamples;

namespace Ccri.Web.Tests.Organisations;

public abstract class RolesTests(CcriApp app) : BothDatabases(app)
{
    private static readonly DateOnly Past = new(2023, 3, 1);

    [Fact]
    public async Task A_role_for_a_territory_is_given_with_its_unit_its_dates_and_its_source()
    {
        var organisation = await App.NewOrganisationAsync();

        await App.SendAsync(Role(organisation, OrganisationRoleKind.SupportingExpert, "uppsala") with { Unit = "Environment", From = Past }, Domain.Accounts.Role.Officer);

        var role = (await App.SendAsync(new GetOrganisation.Query(organisation))).Roles.Single();
        (role.Kind, role.Slug, role.Unit, role.From, role.To, role.IsOver, role.Exception).ShouldBe((OrganisationRoleKind.SupportingExpert, "uppsala", "Environment", Past, null, false, null));
        role.Source!.Sources.ShouldBe([Source]);
    }

    [Fact]
    public async Task Each_kind_asks_for_what_it_is_for_at_the_field()
    {
        var organisation = await App.NewOrganisationAsync();

        (await App.RefusedAsync(new GiveRole.Command { OrganisationId = organisation })).Keys.ShouldBe(["Kind", "Source"], ignoreOrder: true);
        (await App.RefusedAsync(Role(organisation, OrganisationRoleKind.LeadOrganisation)))["Territory"].ShouldBe("This role is for one territory. Choose it.");
        (await App.RefusedAsync(Role(organisation, OrganisationRoleKind.KnowledgeHub, "asker")))["Territory"].ShouldContain("not for one territory");
        (await App.RefusedAsync(Role(organisation, OrganisationRoleKind.GroupLeader)))["Group"].ShouldContain("Choose it");
        (await App.RefusedAsync(Role(organisation, OrganisationRoleKind.SupportingExpert, "atlantis")))["Territory"].ShouldContain("no such territory");
        (await App.RefusedAsync(Role(organisation, OrganisationRoleKind.GroupLeader, group: "TWG-X")))["Group"].ShouldContain("no such working group");
        (await App.RefusedAsync(Role(organisation, OrganisationRoleKind.KnowledgeHub) with { From = Past, To = Past.AddDays(-1) }))["To"]
            .ShouldBe("The last day (28 Feb 2023) lies before the first day (1 Mar 2023). It should be that day or later.");
        (await App.RefusedAsync(Role(organisation, OrganisationRoleKind.KnowledgeHub) with { Unit = new string('x', 10_000) }))["Unit"].ShouldContain("10,000");
    }

    [Fact]
    public async Task The_same_role_twice_at_a_time_is_refused_and_again_after_an_end_is_not()
    {
        var organisation = await App.NewOrganisationAsync();
        var role = Role(organisation, OrganisationRoleKind.SupportingExpert, "munich");
        var first = await App.SendAsync(role);

        (await App.RefusedAsync(role))["Kind"].ShouldContain("has this role already (dates not stated)");
        await App.SendAsync(Role(organisation, OrganisationRoleKind.SupportingExpert, "uppsala")); // for another territory it is another role
        await EndAsync(first, Past);
        await App.SendAsync(role with { From = Past.AddDays(1) });

        (await App.SendAsync(new GetOrganisation.Query(organisation))).Roles.Select(r => (r.Slug, r.IsOver)).ShouldBe([("munich", false), ("munich", true), ("uppsala", false)], ignoreOrder: true);
    }

    [Fact]
    public async Task A_Fellow_is_not_accompanied_unless_a_coordinator_makes_an_exception_which_the_audit_keeps_with_its_reason()
    {
        var organisation = await App.NewOrganisationAsync();
        var role = Role(organisation, OrganisationRoleKind.AccompanyingPartner, "bergen");

        (await App.RefusedAsync(role with { Exception = "An officer may not decide this" }, Domain.Accounts.Role.Officer))["Kind"]
            .ShouldBe("Bergen is a Fellow. Fellows get group support, no support of their own, so no partner of the support office accompanies them. A coordinator can make an exception with a reason.");
        (await App.RefusedAsync(role))["Exception"].ShouldEndWith("To make an exception, give the reason here.");
        (await App.RefusedAsync(role with { Exception = "because" }))["Exception"].ShouldContain("understands later");
        var id = await App.SendAsync(role with { Exception = "Agreed with the Commission on 3 Nov 2026" });

        var (acceptance, audit) = await App.WithDatabaseAsync(async db => (
            await db.Acceptances.SingleAsync(a => a.SubjectId == id, Cancellation),
            await db.AuditRows.Where(a => a.Noun == nameof(Acceptance) && a.Changes.Contains("3 Nov 2026")).ToListAsync(Cancellation)));
        (acceptance.Rule, acceptance.TerritoryId, acceptance.Reason).ShouldBe((Acceptance.TierEntitlement, await App.TerritoryIdAsync("bergen"), "Agreed with the Commission on 3 Nov 2026"));
        audit.Single().SubjectId.ShouldBe(acceptance.Id);
        (await App.SendAsync(new GetOrganisation.Query(organisation), Domain.Accounts.Role.Officer)).Roles.Single().Exception.ShouldBe(acceptance.Reason);
        (await App.SendAsync(new GetOrganisation.Query(organisation), Domain.Accounts.Role.Desk)).Roles.Single().Exception.ShouldBeNull();
    }

    [Fact]
    public async Task A_Pilot_is_accompanied_without_an_exception()
    {
        var id = await App.SendAsync(Role(await App.NewOrganisationAsync(), OrganisationRoleKind.AccompanyingPartner, "uppsala") with { Exception = "Not needed at all" }, Domain.Accounts.Role.Officer);

        (await App.WithDatabaseAsync(db => db.Acceptances.AnyAsync(a => a.SubjectId == id, Cancellation))).ShouldBeFalse();
        await EndAsync(id, Past); // as the other tests know it
    }

    [Fact]
    public async Task A_role_that_is_over_needs_no_exception_until_it_is_taken_up_again()
    {
        var id = await App.SendAsync(Role(await App.NewOrganisationAsync(), OrganisationRoleKind.AccompanyingPartner, "lucca") with { To = Past }, Domain.Accounts.Role.Officer);
        var form = (await App.SendAsync(new GetRole.Query(id))).Form;

        (await App.RefusedAsync(form with { To = null, Source = Source }, Domain.Accounts.Role.Officer)).Keys.ShouldBe(["To"]);
        await App.SendAsync(form with { To = null, Source = Source, Exception = "Agreed with the Commission" });

        (await App.SendAsync(new GetRole.Query(id))).IsOver.ShouldBeFalse();
    }

    [Fact]
    public async Task A_role_that_ends_ahead_is_still_held_and_one_that_ended_is_earlier()
    {
        var organisation = await App.NewOrganisationAsync();
        var ahead = await App.SendAsync(Role(organisation, OrganisationRoleKind.KnowledgeHub));
        var past = await App.SendAsync(Role(organisation, OrganisationRoleKind.CommunitiesOfPractice));

        await EndAsync(ahead, new DateOnly(2099, 12, 31));
        await EndAsync(past, Past);

        var roles = (await App.SendAsync(new GetOrganisation.Query(organisation))).Roles;
        (roles.Single(r => r.Id == ahead).IsOver, roles.Single(r => r.Id == past).IsOver).ShouldBe((false, true));
    }

    [Fact]
    public async Task An_end_before_the_start_and_an_edit_without_a_source_are_refused_at_their_fields()
    {
        var id = await App.SendAsync(Role(await App.NewOrganisationAsync(), OrganisationRoleKind.KnowledgeHub) with { From = Past });
        var form = (await App.SendAsync(new GetRole.Query(id))).Form;

        (await App.RefusedAsync(new EndRole.Command { Id = id, Version = form.Version, Day = Past.AddDays(-1) }))["Day"].ShouldContain("before the start");
        (await App.RefusedAsync(form with { From = Past.AddDays(1) }))["Source"].ShouldContain("Say where");
        await App.SendAsync(form with { Unit = "New unit", Source = "https://example.org" });
        await Should.ThrowAsync<DbUpdateConcurrencyException>(() => App.SendAsync(form with { Unit = "Stale", Source = "https://example.org" }));
    }

    [Fact]
    public async Task The_end_of_a_role_carries_its_source()
    {
        var organisation = await App.NewOrganisationAsync();
        var id = await App.SendAsync(Role(organisation, OrganisationRoleKind.KnowledgeHub));
        var end = new EndRole.Command { Id = id, Version = (await App.SendAsync(new GetRole.Query(id))).Form.Version, Day = Past };

        (await App.RefusedAsync(end))["Source"].ShouldContain("Say where");
        await App.SendAsync(end with { Source = "Letter of the hub" });

        (await App.SendAsync(new GetOrganisation.Query(organisation))).Roles.Single().Source!.Sources.ShouldBe(["Letter of the hub"]);
        var later = end with { Version = (await App.SendAsync(new GetRole.Query(id))).Form.Version, Day = Past.AddDays(1), Source = "x" };
        (await App.RefusedAsync(later))["Day"].ShouldBe("The role ended on 1 Mar 2023. Edit it to let it last longer.");
    }

    [Fact]
    public async Task A_role_is_judged_by_each_tier_that_the_territory_is_in_while_it_lasts()
    {
        var (organisation, change) = (await App.NewOrganisationAsync(), new DateOnly(2099, 1, 1));
        await App.WithDatabaseAsync(async db =>
        {
            var territory = new Territory("pilot-for-now", "Pilot for now");
            var cohort = await db.Cohorts.OrderBy(c => c.Code).Select(c => c.Id).FirstAsync(Cancellation);
            territory.Join(cohort, await db.Tiers.Where(t => t.Code == "pilot").Select(t => t.Id).SingleAsync(Cancellation), Past);
            territory.ChangeTier(await db.Tiers.Where(t => t.Code == "fellow").Select(t => t.Id).SingleAsync(Cancellation), change, "Agreed");
            db.Territories.Add(territory);
            return await db.SaveChangesAsync(Cancellation);
        });
        var role = Role(organisation, OrganisationRoleKind.AccompanyingPartner, "pilot-for-now");

        (await App.RefusedAsync(role, Domain.Accounts.Role.Officer))["Kind"].ShouldStartWith("From 1 Jan 2099 on, Pilot for now is a Fellow.");
        var id = await App.SendAsync(role with { To = change.AddDays(-1) }, Domain.Accounts.Role.Officer);
        (await App.RefusedAsync((await App.SendAsync(new GetRole.Query(id))).Form with { To = change, Source = Source }, Domain.Accounts.Role.Officer)).Keys.ShouldBe(["To"]);
    }

    [Fact]
    public async Task An_officer_of_one_territory_gives_and_ends_no_role_of_another()
    {
        var organisation = await App.NewOrganisationAsync();
        var own = await App.TerritoryIdAsync("munich");
        var other = await App.SendAsync(Role(organisation, OrganisationRoleKind.SupportingExpert, "tampere-region"));

        await Should.ThrowAsync<NotAllowedException>(() => App.SendAsync(Role(organisation, OrganisationRoleKind.SupportingExpert, "roubaix"), Domain.Accounts.Role.Officer, own));
        await Should.ThrowAsync<NotAllowedException>(() => App.SendAsync(new EndRole.Command { Id = other, Day = Past }, Domain.Accounts.Role.Officer, own));
        await App.SendAsync(Role(organisation, OrganisationRoleKind.ApplicationAuthor, "munich"), Domain.Accounts.Role.Officer, own);
    }

    private async Task EndAsync(Guid role, DateOnly day) =>
        await App.SendAsync(new EndRole.Command { Id = role, Version = (await App.SendAsync(new GetRole.Query(role))).Form.Version, Day = day, Source = Source });
}

public sealed class RolesOnSqlite(SqliteApp app) : RolesTests(app), IClassFixture<SqliteApp>;

public sealed class RolesOnPostgres(PostgresApp app) : RolesTests(app), IClassFixture<PostgresApp>;
