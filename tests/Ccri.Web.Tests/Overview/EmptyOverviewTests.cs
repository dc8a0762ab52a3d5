using Ccri.Web.Features.Organisations;
using Ccri.Web.Features.Overview;
using Ccri.Web.Features.WorkingGroups;

namespace Ccri.Web.Tests.Overview;

public abstract class EmptyOverviewTests(CcriApp app) : BothDatabases(app)
{
    [Fact]
    public async Task An_empty_register_has_empty_lists_and_no_needs()
    {
        var overview = await App.SendAsync(new GetOverview.Query());
        (overview.Territories, overview.Countries, overview.Confirmed).ShouldBe((0, 0, 0));
        (overview.Tiers.Count, overview.NeedsYou!.Count, overview.Places.Count, overview.Worst.Count).ShouldBe((0, 0, 0, 0));

        (await App.SendAsync(new ListOrganisations.Query(Page: 3))).ShouldSatisfyAllConditions(o => o.Total.ShouldBe(0), o => o.Page.ShouldBe(1), o => o.Kinds.ShouldBeEmpty());
        (await App.SendAsync(new ListWorkingGroups.Query())).ShouldBeEmpty();
    }

    [Fact]
    public async Task The_pages_of_an_empty_register_say_what_will_be_there()
    {
        using var coordinator = await App.SignedInAsync(Domain.Accounts.Role.Coordinator);

        (await coordinator.PageAsync("/")).ShouldContain("No territory yet");
        (await coordinator.PageAsync("/territories")).ShouldContain("No territory yet");
        (await coordinator.PageAsync("/organisations")).ShouldContain("No organisation");
        (await coordinator.PageAsync("/working-groups")).ShouldContain("No working group yet");
    }
}

public sealed class EmptyOverviewOnSqlite(EmptySqliteApp app) : EmptyOverviewTests(app), IClassFixture<EmptySqliteApp>;

public sealed class EmptyOverviewOnPostgres(EmptyPostgresApp app) : EmptyOverviewTests(app), IClassFixture<EmptyPostgresApp>;
