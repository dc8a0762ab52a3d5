using System.Collections.Concurrent;

namespace Ccri.Browser.Tests.Stage;

/// <summary>One browser window, that notes what the browser complains about.</summary>
public sealed class Window : IAsyncDisposable
{
    private readonly ConcurrentQueue<string> _complaints = new();

    private readonly bool _isAlone;

    private Window(IPage page, bool isAlone) => (Page, _isAlone) = (page, isAlone);

    public IPage Page { get; }

    /// <summary>Errors on the console, exceptions of scripts, violations of the content security policy, files that did not come.</summary>
    public IReadOnlyCollection<string> Complaints => _complaints;

    /// <param name="isAlone">The cookies are its own and go with it; else they are shared with windows beside it.</param>
    public static async Task<Window> OpenAsync(IBrowserContext context, bool isAlone)
    {
        var page = await context.NewPageAsync();
        var window = new Window(page, isAlone);
        page.Console += (_, message) => window.Note(message);
        page.PageError += (_, error) => window._complaints.Enqueue(error);
        return window;
    }

    /// <summary>Opens an address of the site and gives the status of the answer.</summary>
    public async Task<int> GoAsync(string path) => (await Page.GotoAsync(path))!.Status;

    public async ValueTask DisposeAsync()
    {
        await Page.CloseAsync();
        if (_isAlone)
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
