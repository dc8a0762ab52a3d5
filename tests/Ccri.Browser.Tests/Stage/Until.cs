using System.Diagnostics;

namespace Ccri.Browser.Tests.Stage;

/// <summary>Waits for what happens outside of the browser, where Playwright cannot wait for us.</summary>
public static class Until
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    public static async Task TrueAsync(Func<bool> condition, string what)
    {
        var watch = Stopwatch.StartNew();
        while (!condition())
        {
            watch.Elapsed.ShouldBeLessThan(Patience, $"Waited in vain until {what}.");
            await Task.Delay(50);
        }
    }
}
