using Ccri.Browser.Tests.Pages;
using Ccri.Browser.Tests.Stage;

namespace Ccri.Browser.Tests.Stories;

public sealed class LookAroundTests(Theatre theatre)
{
    [Theory]
    [InlineData(Role.Officer, 10, true)] // the worst; all of them on the heat-map
    [InlineData(Role.Lead, 10, false)]
    [InlineData(Role.Coordinator, 10, true)]
    [InlineData(Role.Territory, 1, true)]
    [InlineData(Role.Desk, 37, false)]
    public async Task Each_role_sees_its_own_overview(string role, int territories, bool isAskedForSomething)
    {
        await using var window = await theatre.OpenAsync(role: role);
        var overview = await OverviewPage.OpenAsync(window);

        await Assertions.Expect(new Shell(window.Page).Person).ToContainTextAsync(role);
        await Assertions.Expect(overview.Map).ToHaveCountAsync(territories > 1 ? 1 : 0); // a map of one place shows nothing
        await Assertions.Expect(overview.Rows).ToHaveCountAsync(territories);
        await Assertions.Expect(overview.NeedsYou).ToHaveCountAsync(isAskedForSomething ? 1 : 0);
    }

    [Fact]
    public async Task A_territory_contact_who_types_the_address_of_another_territory_is_told_no()
    {
        await using var window = await theatre.OpenAsync(role: Role.Territory);
        var own = (await OverviewPage.OpenAsync(window)).Names;
        var name = await own.InnerTextAsync();
        await own.ClickAsync();
        await Assertions.Expect(new Shell(window.Page).Heading).ToHaveTextAsync(name);

        (await window.GoAsync("/territories/capannori")).ShouldBe(403);
        await Assertions.Expect(new Shell(window.Page).Heading).ToHaveTextAsync("You may not see this");
        await Assertions.Expect(window.Page.Locator("main")).ToContainTextAsync("This territory is not yours");
    }
}
