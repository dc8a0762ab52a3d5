using System.Text.RegularExpressions;
using Ccri.Browser.Tests.EveryPage;
using Ccri.Browser.Tests.Pages;
using Ccri.Browser.Tests.Stage;

namespace Ccri.Browser.Tests.Stories;

public sealed partial class SupportTests(Theatre theatre)
{
    [Fact]
    public async Task Support_of_its_own_for_a_Fellow_is_refused_until_a_coordinator_says_why()
    {
        await using var officer = await theatre.OpenAsync(role: Role.Officer);
        await FillAsync(officer);
        var form = new FormPage(officer.Page);
        await form.SaveAsync("Save");
        await Assertions.Expect(form.Errors).ToContainTextAsync("Lucca is a Fellow. Fellows get group support, and no support of their own from the support office. A coordinator can make an exception with a reason.");
        await Assertions.Expect(form.Field("What was it about?")).ToHaveValueAsync("Permits for a repair hub");
        (await Axe.ViolationsAsync(officer.Page)).ShouldBeEmpty();

        await using var coordinator = await theatre.OpenAsync(role: Role.Coordinator);
        await FillAsync(coordinator);
        form = new FormPage(coordinator.Page);
        await form.SaveAsync("Save");
        await form.Field("Reason for an exception (optional)").FillAsync("Promised before the tier was agreed.");
        await form.SaveAsync("Save");
        await coordinator.Page.WaitForURLAsync(AnActivity());
        await Assertions.Expect(coordinator.Page.Locator("main")).ToContainTextAsync("Promised before the tier was agreed.");
        await coordinator.GoAsync("/ledger/attention");
        await Assertions.Expect(coordinator.Page.Locator("main")).ToContainTextAsync("Promised before the tier was agreed.");
        await coordinator.GoAsync("/programme/audit");
        await Assertions.Expect(coordinator.Page.Locator("main")).ToContainTextAsync("Promised before the tier was agreed.");
    }

    private static async Task FillAsync(Window window)
    {
        var form = new FormPage(window.Page);
        await window.GoAsync("/support/new?territory=lucca");
        await form.Field("Kind of support").SelectOptionAsync("Tailored support");
        await form.Field("What was it about?").FillAsync("Permits for a repair hub");
        await form.Field("Expert-days (optional)").FillAsync("0.5");
    }

    [GeneratedRegex(@"/support/[0-9a-f-]{36}$")]
    private static partial Regex AnActivity();
}
