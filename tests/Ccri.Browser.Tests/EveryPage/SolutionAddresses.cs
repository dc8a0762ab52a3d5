using Ccri.Browser.Tests.Pages;

namespace Ccri.Browser.Tests.EveryPage;

/// <summary>Pages of solutions and roadmaps.</summary>
internal static class SolutionAddresses
{
    private const string Uppsala = "/solutions/CSS-UPPSALA-1";

    public static readonly IReadOnlyDictionary<string, Address> All = new Dictionary<string, Address>
    {
        ["Solutions"] = new("/solutions"),
        ["Solution"] = new(Uppsala),
        ["Solution, edit"] = new($"{Uppsala}/edit"),
        ["Solution, state, refused"] = new($"{Uppsala}/state", First: page => new FormPage(page).SaveAsync("Save state")),
        ["Solution, criteria"] = new($"{Uppsala}/criteria"),
        ["Roadmap"] = new($"{Uppsala}/roadmap"),
        ["Roadmap, compared"] = new($"{Uppsala}/roadmap/compare"),
        ["Milestone"] = new($"{Uppsala}/roadmap", First: async page =>
        {
            await page.Locator("#milestones tbody a").First.ClickAsync();
            await page.WaitForURLAsync(new System.Text.RegularExpressions.Regex("/milestones/"));
        }),
    };
}
