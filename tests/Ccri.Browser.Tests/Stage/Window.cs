using System.Collections.Concurrent;

namespace Ccri.Browser.Tests.Stage;

/// <summary>One browser window, that notes what the browser complains about.</summary>
public sealed class Window : IAsyncDisposable
{
    private readonly ConcurrentQueue<string> _complaints = new();

    /// <summary>Where it goes when a test is done with it; empty where it goes away, with its cookies.</summary>
    private readonly Action<Window>? _giveBack;

    private Window(IPage page, Action<Window>? giveBack) => (Page, _giveBack) = (page, giveBack);

    public IPage Page { get; }

    /// <summary>Errors on the console, exceptions of scripts, violations of the content security policy, files that did not come.</summary>
    public IReadOnlyCollection<string> Complaints => _complaints;

    /// <param name="giveBack">For one that other tests use after this one: each new window costs a process.</param>
    public static async Task<Window> OpenAsync(IBrowserContext context, Action<Window>? giveBack = null)
    {
        var page = await context.NewPageAsync();
        var window = new Window(page, giveBack);
        page.Console += (_, message) => window.Note(message);
        page.PageError += (_, error) => window._complaints.Enqueue(error);
        return window;
    }

    /// <summary>As if it had just been opened, for the next test.</summary>
    public async Task<Window> CleanAsync(Look look)
    {
        _complaints.Clear();
        await Page.SetViewportSizeAsync(look.Width, Look.Height);
        return this;
    }

    /// <summary>Opens an address of the site and gives the status of the answer.</summary>
    public async Task<int> GoAsync(string path) => (await Page.GotoAsync(path))!.Status;

    public async ValueTask DisposeAsync()
    {
        if (_giveBack is not null)
        {
            _giveBack(this);
            return;
        }
        await Page.CloseAsync();
        await Page.Context.DisposeAsync();
    }

    private void Note(IConsoleMessage message)
    {
        // A page that answers 403 or 404 on purpose is reported by the browser, too; a file missing in it is not on purpose.
        var isThePageItself = message.Text.StartsWith("Failed to load resource", StringComparison.Ordinal) && message.Location.StartsWith(Page.Url, StringComparison.Ordinal);
        if (message.Type == "error" && !isThePageItself)
            _complaints.Enqueue($"{message.Text} ({message.Location})");
    }
}
