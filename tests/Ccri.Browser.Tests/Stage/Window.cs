using System.Collections.Concurrent;

namespace Ccri.Browser.Tests.Stage;

/// <summary>One browser window with its own cookies, that notes what the browser complains about.</summary>
public sealed class Window : IAsyncDisposable
{
    private readonly ConcurrentQueue<string> _complaints = new();

    private Window(IPage page) => Page = page;

    public IPage Page { get; }

    /// <summary>Errors on the console, exceptions of scripts, violations of the content security policy, files that did not come.</summary>
    public IReadOnlyCollection<string> Complaints => _complaints;

    public static async Task<Window> OpenAsync(IBrowserContext context)
    {
        context.SetDefaultTimeout(15_000);
        await context.AddInitScriptAsync("document.addEventListener('securitypolicyviolation', e => console.error('CSP ' + e.violatedDirective + ' ' + e.blockedURI))");
        var page = await context.NewPageAsync();
        var window = new Window(page);
        page.Console += (_, message) => window.Note(message);
        page.PageError += (_, error) => window._complaints.Enqueue(error);
        return window;
    }

    /// <summary>Opens an address of the site and gives the status of the answer.</summary>
    public async Task<int> GoAsync(string path) => (await Page.GotoAsync(path))!.Status;

    public async ValueTask DisposeAsync() => await Page.Context.DisposeAsync();

    private void Note(IConsoleMessage message)
    {
        // A page that answers 403 or 404 on purpose is reported by the browser, too; a file missing in it is not on purpose.
        var isThePageItself = message.Text.StartsWith("Failed to load resource", StringComparison.Ordinal) && message.Location.StartsWith(Page.Url, StringComparison.Ordinal);
        if (message.Type == "error" && !isThePageItself)
            _complaints.Enqueue($"{message.Text} ({message.Location})");
    }
}
