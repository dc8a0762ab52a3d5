using System.Text.Json;
using Ccri.Browser.Tests.Stage;

namespace Ccri.Browser.Tests.EveryPage;

/// <summary>Runs axe-core inside the page; evaluated by the browser itself, so the page's policy needs no exception.</summary>
public static class Axe
{
    private const string Run = """
        async only => (await axe.run(document, { runOnly: only, resultTypes: ['violations'] }))
          .violations.flatMap(v => v.nodes.map(n => v.id + ': ' + v.help + ' | ' + n.target.join(' ') + ' | ' + (n.any[0] ?? n.all[0] ?? n.none[0])?.message))
        """;

    private static readonly object Everything = new { type = "tag", values = new[] { "wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice" } };

    /// <summary>What another width and scheme can change; the rest is the same page that was judged once already.</summary>
    private static readonly object OfTheLook = new { type = "rule", values = new[] { "color-contrast", "target-size", "link-in-text-block", "scrollable-region-focusable", "aria-hidden-focus" } };

    private static readonly Lazy<Task<string>> Source = new(() => File.ReadAllTextAsync(Folders.Axe));

    public static async Task<string[]> ViolationsAsync(IPage page, bool onlyOfTheLook = false)
    {
        await page.EvaluateAsync(await Source.Value);
        return (await page.EvaluateAsync<JsonElement>(Run, onlyOfTheLook ? OfTheLook : Everything)).Deserialize<string[]>()!;
    }
}
