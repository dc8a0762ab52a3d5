using System.Diagnostics;

namespace Ccri.Browser.Tests.Stage;

/// <summary>Waits for what happens outside of the browser, where Playwright cannot wait for us.</summary>
public static class Until
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20), PatienceForWork = TimeSpan.FromMinutes(6); // on a busy machine; a quiet one takes a tenth of it

    public static async Task TrueAsync(Func<bool> condition, string what)
    {
        var watch = Stopwatch.StartNew();
        while (!condition())
        {
            watch.Elapsed.ShouldBeLessThan(Patience, $"Waited in vain until {what}.");
            await Task.Delay(50);
        }
    }

    /// <summary>For what takes its time, such as the files of a quarter; looks once a second.</summary>
    public static async Task TrueAsync(Func<Task<bool>> condition, string what)
    {
        var watch = Stopwatch.StartNew();
        while (!await condition())
        {
            watch.Elapsed.ShouldBeLessThan(PatienceForWork, $"Waited in vain until {what}.");
            await Task.Delay(1000);
        }
    }
}
