using Ccri.Domain.Accounts;
using Ccri.Domain.Knowledge;
using Ccri.Domain.WorkingGroups;
using Ccri.Web.Features.WorkingGroups;
using Ccri.Web.Tests.Territories;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Tests.WorkingGroups;

public abstract class ListWorkingGroupsTests(CcriApp app) : BothDatabases(app)
{
    [Fact]
    public async Task The_four_groups_are_told_by_name_and_only_a_published_leader_is_named()
    {
        var groups = await App.SendAsync(new ListWorkingGroups.Query());

        groups.Select(g => (g.Code, g.Leader)).ShouldBe([("TWG-B", null), ("TWG-C", null), ("TWG-II", null), ("TWG-RM", "ACR+")]);
        groups.ShouldAllBe(g => g.Topics.Count > 0 && g.ReportDue == 2025);
    }

    [Fact]
    public async Task Members_are_told_by_category_with_how_sure_their_membership_is()
    {
        var members = (await App.SendAsync(new ListWorkingGroups.Query())).Single(g => g.Code == "TWG-C").Members;

        members.Count.ShouldBe(7);
        members.Select(m => m.Category).ShouldBe(members.Select(m => m.Category).Order());
        members.Single(m => m.Slug is null).ShouldSatisfyAllConditions(m => m.Category.ShouldBe(MemberCategory.CcriProject), m => m.Confidence.ShouldBe(Confidence.High));
        members.Where(m => m.Slug is not null).ShouldAllBe(m => m.Confidence == Confidence.Inferred);
    }

    [Fact]
    public async Task A_territory_contact_sees_no_other_territory_among_the_members()
    {
        var groups = await App.SendAsync(new ListWorkingGroups.Query(), Role.Territory, await App.TerritoryIdAsync("munich"));

        groups.Count.ShouldBe(4);
        groups.SelectMany(g => g.Members).Where(m => m.Slug is not null).Select(m => m.Slug).ShouldBe(["munich"]);
    }

    [Fact]
    public async Task Who_left_a_group_is_no_member()
    {
        var left = await App.WithDatabaseAsync(async db =>
        {
            var bioeconomy = await db.WorkingGroups.SingleAsync(g => g.Code == "TWG-B", Cancellation);
            var membership = await db.GroupMemberships.SingleAsync(m => m.WorkingGroupId == bioeconomy.Id && db.Territories.Any(t => t.Id == m.TerritoryId && t.Slug == "guimaraes"), Cancellation);
            membership.Last(null, new DateOnly(2025, 6, 30));
            return await db.SaveChangesAsync(Cancellation);
        });

        left.ShouldBeGreaterThan(0);
        (await App.SendAsync(new ListWorkingGroups.Query())).Single(g => g.Code == "TWG-B").Members.Select(m => m.Slug).ShouldBe(["castilla-y-leon", "podravje-maribor"]);
    }
}

public sealed class ListWorkingGroupsOnSqlite(SqliteApp app) : ListWorkingGroupsTests(app), IClassFixture<SqliteApp>;

public sealed class ListWorkingGroupsOnPostgres(PostgresApp app) : ListWorkingGroupsTests(app), IClassFixture<PostgresApp>;
