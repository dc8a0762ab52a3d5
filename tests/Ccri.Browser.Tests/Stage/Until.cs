namespace Ccri.Browser.Tests.Stage;

/// <summary>Waits for what happens outside of the browser, where Playwright cannot wait for us.</summary>
public static class Until
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    public static async Task TrueAsync(Func<bool> condition, string what)
    {
        var deadline = DateTime.UtcNow + Patience;
        while (!condition())
        {
            DateTime.UtcNow.ShouldBeLessThan(deadline, $"Waited in vain until {what}.");
            await Task.Delay(50);
        }
    }
}
