using Ccri.Browser.Tests.Pages;
using Ccri.Browser.Tests.Stage;

namespace Ccri.Browser.Tests.EveryPage;

/// <summary>Pages of working groups, of their members and of who came. A member and a sub-group are behind their group, because their addresses hold a number that differs on each site.</summary>
internal static class GroupAddresses
{
    public static readonly IReadOnlyDictionary<string, Address> All = new Dictionary<string, Address>
    {
        ["Working group"] = new("/working-groups/TWG-C"),
        ["Working group with a sub-group"] = new("/working-groups/TWG-B"),
        ["Working group of a territory contact"] = new("/working-groups/TWG-C", Role.Territory),
        ["Working group of the desk"] = new("/working-groups/TWG-C", Role.Desk),
        ["Working groups of a lead"] = new("/working-groups", Role.Lead),
        ["Working group, edit"] = new("/working-groups/TWG-C/edit"),
        ["Working group, edit, refused"] = new("/working-groups/TWG-C/edit", First: async page =>
        {
            await new FormPage(page).Field("Name").FillAsync("");
            await new FormPage(page).SaveAsync("Save group");
            await new FormPage(page).Errors.WaitForAsync();
        }),
        ["Working group, new member"] = new("/working-groups/TWG-C/members/new"),
        ["Working group, new member, refused"] = new("/working-groups/TWG-C/members/new", First: async page =>
        {
            await new FormPage(page).SaveAsync("Save member");
            await new FormPage(page).Errors.WaitForAsync();
        }),
        ["Working group, member"] = new("/working-groups/TWG-C", First: page => page.GetByRole(AriaRole.Link, new() { Name = "Edit the membership of Asker" }).ClickAsync()),
        ["Working group, new sub-group"] = new("/working-groups/TWG-C/sub-groups/new"),
        ["Working group, sub-group"] = new("/working-groups/TWG-B", First: page => page.GetByRole(AriaRole.Link, new() { Name = "Edit Biofertilisers and nutrients" }).ClickAsync()),
        ["Working group, attendance"] = new("/working-groups/TWG-C/attendance"),
        ["Attendance"] = new("/working-groups/attendance"),
        ["Attendance, none found"] = new("/working-groups/attendance?from=2099-01-01"),
    };
}
