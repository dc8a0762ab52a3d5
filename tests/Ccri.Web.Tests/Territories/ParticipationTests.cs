using Ccri.Domain.Accounts;
using Ccri.Domain.Organisations;
using Ccri.Domain.Programme;
using Ccri.Domain.Territories;
using Ccri.Web.Features.Territories;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Tests.Territories;

public abstract class ParticipationTests(CcriApp app) : BothDatabases(app)
{
    private static readonly DateOnly Day = new(2026, 10, 1);
    private const string AnyFellow = "";

    [Fact]
    public async Task A_Fellow_becomes_a_Pilot_only_where_there_is_room_or_a_coordinator_gives_a_reason()
    {
        var command = await ChangeAsync(AnyFellow, "pilot");
        var byOfficer = await Should.ThrowAsync<ValidationException>(() => App.SendAsync(command, Role.Officer));
        byOfficer.Errors.Single().ErrorMessage.ShouldStartWith("There is room for 12 Pilots, and ");
        byOfficer.Errors.Single().ErrorMessage.ShouldEndWith(" are taken. A coordinator can make an exception with a reason.");
        var withoutReason = await Should.ThrowAsync<ValidationException>(() => App.SendAsync(command));
        withoutReason.Errors.Single().PropertyName.ShouldBe("Exception");

        await App.SendAsync(command with { Exception = "Agreed with the Commission on 12 Sep 2026." });

        var territory = await App.WithDatabaseAsync(db => db.Territories.Include(t => t.Participations).SingleAsync(t => t.Slug == command.Slug, Cancellation));
        var history = territory.Participations.OrderBy(p => p.To is null).ToList();
        history.Count.ShouldBe(2);
        (history[0].To, history[0].EndedBy).ShouldBe((Day.AddDays(-1), ParticipationEnd.TierChanged));
        (history[1].From, history[1].To).ShouldBe((Day, null));
        var details = await App.SendAsync(new GetTerritory.Query(command.Slug));
        details.Participations.Select(p => p.Tier).ShouldBe(["Pilot", "Fellow"]);

        var acceptance = await App.WithDatabaseAsync(db => db.Acceptances.SingleAsync(a => a.TerritoryId == territory.Id, Cancellation));
        (acceptance.Rule, acceptance.SubjectId).ShouldBe((Acceptance.TierCapacity, history[1].Id));
        var audited = await App.WithDatabaseAsync(db => db.AuditRows.SingleAsync(a => a.SubjectId == acceptance.Id, Cancellation));
        audited.Changes.ShouldContain("Agreed with the Commission on 12 Sep 2026.");
        audited.PersonId.ShouldNotBeNull();
    }

    [Fact]
    public async Task A_Pilot_that_is_still_accompanied_cannot_become_a_Fellow()
    {
        var accompanied = await App.WithDatabaseAsync(db => (from r in db.OrganisationRoles
                                                             join t in db.Territories on r.TerritoryId equals t.Id
                                                             where r.Kind == OrganisationRoleKind.AccompanyingPartner
                                                             orderby t.Slug
                                                             select t.Slug).FirstAsync(Cancellation));
        var command = await ChangeAsync(accompanied, "fellow");
        var refused = await Should.ThrowAsync<ValidationException>(() => App.SendAsync(command, Role.Officer));
        refused.Errors.Single().ErrorMessage.ShouldContain("Fellows get group support, no support of their own, and");

        await App.SendAsync(command with { Exception = "The partner stays for another quarter." });
        var roles = await App.WithDatabaseAsync(db => db.Acceptances.Where(a => a.Rule == Acceptance.TierEntitlement).Select(a => a.SubjectId).ToListAsync(Cancellation));
        roles.ShouldNotBeEmpty();
        (await App.WithDatabaseAsync(db => db.OrganisationRoles.CountAsync(r => roles.Contains(r.Id) && r.Kind == OrganisationRoleKind.AccompanyingPartner, Cancellation))).ShouldBe(roles.Count);
        await App.SendAsync(await ChangeAsync(accompanied, "pilot") with { From = Day.AddDays(1), Exception = "As the other tests know it." });
    }

    [Fact]
    public async Task A_withdrawn_territory_frees_its_place_and_stays_in_the_register_with_its_reason()
    {
        var version = (await App.SendAsync(new EditTerritory.Query("munich"))).Version;
        await App.SendAsync(new WithdrawTerritory.Command { Slug = "munich", Version = version, LastDay = Day, Reason = "The council decided otherwise." });

        var details = await App.SendAsync(new GetTerritory.Query("munich"));
        var last = details.Participations.Single();
        (last.To, last.EndedBy, last.EndReason).ShouldBe((Day, ParticipationEnd.Withdrawn, "The council decided otherwise."));
        (await Should.ThrowAsync<ValidationException>(async () => await App.SendAsync(await ChangeAsync("munich", "fellow")))).Message.ShouldContain("takes part in no cohort");
    }

    [Fact]
    public async Task A_withdrawal_that_did_not_happen_is_put_right_and_who_left_can_take_part_again()
    {
        var version = (await App.SendAsync(new EditTerritory.Query("roubaix"))).Version;
        await App.SendAsync(new WithdrawTerritory.Command { Slug = "roubaix", Version = version, LastDay = Day, Reason = "By mistake, as it turned out." });
        var withdrawn = (await App.SendAsync(new GetTerritory.Query("roubaix"))).Participations.Single();
        var form = await App.SendAsync(new EditParticipation.Query(withdrawn.Id));
        await App.SendAsync(form with { To = null, Source = "Letter of the city" });
        (await App.SendAsync(new GetTerritory.Query("roubaix"))).Participations.Single().ShouldSatisfyAllConditions(p => p.To.ShouldBeNull(), p => p.EndReason.ShouldBeNull());

        version = (await App.SendAsync(new EditTerritory.Query("roubaix"))).Version;
        await App.SendAsync(new WithdrawTerritory.Command { Slug = "roubaix", Version = version, LastDay = Day, Reason = "This time for good, it seemed." });
        version = (await App.SendAsync(new EditTerritory.Query("roubaix"))).Version;
        var again = new JoinCohort.Command { Slug = "roubaix", Version = version, Cohort = "2022", Tier = "pilot", From = Day.AddMonths(1), Source = "Decision", Exception = "Its place was kept for it." };
        await App.SendAsync(again);
        (await App.SendAsync(new GetTerritory.Query("roubaix"))).Participations.Count.ShouldBe(2);
        var earlier = (await App.SendAsync(new GetTerritory.Query("roubaix"))).Participations.Single(p => p.To is not null);
        form = await App.SendAsync(new EditParticipation.Query(earlier.Id));
        (await Should.ThrowAsync<ValidationException>(() => App.SendAsync(form with { To = null, Source = "x" }))).Errors.Single().ErrorMessage.ShouldContain("takes part in the same cohort already");
    }

    [Fact]
    public async Task A_tier_that_would_change_before_the_start_is_refused_at_its_day()
    {
        var version = (await App.SendAsync(new EditTerritory.Query("capannori"))).Version;
        var command = new ChangeTier.Command { Slug = "capannori", Version = version, Tier = "fellow", From = new DateOnly(1, 1, 1), Source = "x" };
        (await Should.ThrowAsync<ValidationException>(() => App.SendAsync(command))).Errors.Single().PropertyName.ShouldBe("From");
    }

    [Fact]
    public async Task A_placeholder_gets_its_name_and_an_address_of_its_own_that_no_other_has()
    {
        var version = (await App.SendAsync(new EditTerritory.Query("fellow-to-be-named-1"))).Version;
        var taken = await Should.ThrowAsync<ValidationException>(() => App.SendAsync(Named(version, "Asker", "NO")));
        taken.Errors.Single().ErrorMessage.ShouldContain("There is a territory named “Asker” already.");

        (await App.SendAsync(Named(version, "Dytiki Makedonia – Δυτική Μακεδονία", "EL"))).ShouldBe("dytiki-makedonia-δυτικη-μακεδονια");
        var named = await App.WithDatabaseAsync(db => db.Territories.SingleAsync(t => t.Slug == "dytiki-makedonia-δυτικη-μακεδονια", Cancellation));
        (named.IsPlaceholder, named.CountryCode).ShouldBe((false, "EL"));

        static NameTerritory.Command Named(Guid version, string name, string country) => new() { Slug = "fellow-to-be-named-1", Version = version, Name = name, Country = country, Source = "Letter of the Commission" };
    }

    [Fact]
    public async Task A_new_territory_needs_room_and_gets_an_address_that_is_free()
    {
        var command = New("Łódź") with { Tier = "pilot", Exception = "Agreed for a pilot phase of one year." };
        var first = await App.SendAsync(command);
        first.ShouldBe("lodz");
        var second = await App.SendAsync(command with { Name = "Lodz" });
        second.ShouldBe("lodz-2");
        (await Should.ThrowAsync<ValidationException>(() => App.SendAsync(command with { Name = "Łódź" }))).Errors.Single().PropertyName.ShouldBe("Name");

        var details = await App.SendAsync(new GetTerritory.Query("lodz"));
        details.Participations.Single().Tier.ShouldBe("Pilot");
        details.SourceOf(nameof(Territory.CountryCode))!.Sources.ShouldBe(["Minutes of the selection board"]);
        (await Should.ThrowAsync<ValidationException>(() => App.SendAsync(New("No room") with { Tier = "pilot" }, Role.Officer))).Errors.Single().PropertyName.ShouldBe("Tier");
    }

    [Fact]
    public async Task A_territory_of_a_country_that_is_not_on_the_list_is_refused_with_the_reason()
    {
        await App.WithDatabaseAsync(async db =>
        {
            var country = new Country("XK");
            country.Call("Kosovo");
            country.CodeAs("XK");
            db.Countries.Add(country);
            return await db.SaveChangesAsync(Cancellation);
        });
        var refused = (await Should.ThrowAsync<ValidationException>(() => App.SendAsync(New("Somewhere") with { Country = "XK" }))).Errors.Single();
        refused.PropertyName.ShouldBe("Country");
        refused.ErrorMessage.ShouldContain("not on the list of Horizon 2020");
    }

    [Fact]
    public async Task The_page_of_a_territory_says_why_it_may_take_part()
    {
        (await App.SendAsync(new GetEligibility.Query("asker"))).ShouldBe(new Verdict(true, "Norway: associated to Horizon 2020; the source states no dates."));
        (await App.SendAsync(new GetEligibility.Query("fellow-to-be-named-2"))).ShouldBeNull();
        (await (await App.SignedInAsync(Role.Desk)).PageAsync("/territories/asker")).ShouldContain("Norway: associated to Horizon 2020");
    }

    [Fact]
    public async Task A_cluster_has_dated_members_that_may_lie_in_other_countries_and_a_city_has_none()
    {
        var command = await App.SendAsync(new EditTerritory.Query("tampere-region"));
        (await Should.ThrowAsync<ValidationException>(() => App.SendAsync(new AddClusterMember.Command { Slug = "asker", Name = "A part of it", Source = "Nobody" }))).Errors.Single().ErrorMessage.ShouldContain("only a territorial cluster has members");
        await App.SendAsync(command with { Type = TerritoryType.Cluster, Source = "For the test" });
        await App.SendAsync(new AddClusterMember.Command { Slug = "tampere-region", Name = "Nokia", Country = "FI", Source = "Its site" });
        await App.SendAsync(new AddClusterMember.Command { Slug = "tampere-region", Name = "Tartu", Country = "EE", From = new DateOnly(2026, 1, 1), Source = "Its site" });

        var members = (await App.SendAsync(new GetTerritory.Query("tampere-region"))).Members;
        members.Select(m => (m.Name, m.CountryCode)).ShouldBe([("Nokia", "FI"), ("Tartu", "EE")]);
        var form = await App.SendAsync(new EditClusterMember.Query(members[1].Id));
        (await Should.ThrowAsync<ValidationException>(() => App.SendAsync(form with { To = new DateOnly(2025, 1, 1) }))).Errors.Single().PropertyName.ShouldBe("To");
        await App.SendAsync(form with { To = new DateOnly(2026, 6, 30), Source = "Its site" });
        (await App.SendAsync(new GetTerritory.Query("tampere-region"))).Members[1].To.ShouldBe(new DateOnly(2026, 6, 30));
    }

    [Fact]
    public async Task A_network_is_joined_once_at_a_time_and_left_by_its_last_day()
    {
        var code = await App.WithDatabaseAsync(db => db.Networks.OrderBy(n => n.Code).Select(n => n.Code).FirstAsync(Cancellation));
        var command = new JoinNetwork.Command { Slug = "uppsala", Network = code, Source = "List of members" };
        var before = (await App.SendAsync(new GetTerritory.Query("uppsala"))).Networks.Count;
        await App.SendAsync(command);
        (await Should.ThrowAsync<ValidationException>(() => App.SendAsync(command))).Errors.Single().ErrorMessage.ShouldContain("already");

        var joined = (await App.SendAsync(new GetTerritory.Query("uppsala"))).Networks.Single(n => n.Code == code);
        var form = await App.SendAsync(new EditNetworkMembership.Query(joined.MembershipId));
        (await Should.ThrowAsync<ValidationException>(() => App.SendAsync(form with { To = Day }))).Errors.Single().PropertyName.ShouldBe("Source");
        await App.SendAsync(form with { To = Day, Source = "Letter of the network" });
        (await App.SendAsync(new GetTerritory.Query("uppsala"))).Networks.Count.ShouldBe(before);
    }

    private static CreateTerritory.Command New(string name) => new()
    {
        Name = name, Country = "PL", Cohort = "2022", Tier = "fellow", From = Day, Source = "Minutes of the selection board",
    };

    /// <summary>Of a Fellow that has a name when no address is given.</summary>
    private async Task<ChangeTier.Command> ChangeAsync(string slug, string tier)
    {
        var address = await App.WithDatabaseAsync(async db => await db.Territories.Where(t => t.Slug == slug).Select(t => t.Slug).FirstOrDefaultAsync(Cancellation)
            ?? await db.Territories.Where(t => !t.IsPlaceholder && t.Participations.Any(p => p.To == null && db.Tiers.Any(x => x.Id == p.TierId && x.Code == "fellow")))
                .OrderBy(t => t.Slug).Select(t => t.Slug).FirstAsync(Cancellation));
        var version = (await App.SendAsync(new EditTerritory.Query(address))).Version;
        return new ChangeTier.Command { Slug = address, Version = version, Tier = tier, From = Day, Reason = "For the test", Source = "Decision of the test" };
    }
}

public sealed class ParticipationOnSqlite(SqliteApp app) : ParticipationTests(app), IClassFixture<SqliteApp>;

public sealed class ParticipationOnPostgres(PostgresApp app) : ParticipationTests(app), IClassFixture<PostgresApp>;
