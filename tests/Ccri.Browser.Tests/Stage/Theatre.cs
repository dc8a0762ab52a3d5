using System.Collections.Concurrent;
using Ccri.Browser.Tests.Pages;
using Ccri.Browser.Tests.Stage;

[assembly: AssemblyFixture(typeof(Theatre))]

namespace Ccri.Browser.Tests.Stage;

/// <summary>One site and one browser for all tests; each test gets a window of its own.</summary>
public sealed class Theatre : IAsyncLifetime
{
    private static readonly string[] Arguments =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
    ];

    private readonly ConcurrentDictionary<string, Lazy<Task<string>>> _signedIn = new();
    private readonly ConcurrentDictionary<(Look, string?), Lazy<Task<IBrowserContext>>> _shared = new();
    private readonly ConcurrentDictionary<(Look, string?), ConcurrentBag<Window>> _free = new();
    private readonly string _folder = Directory.CreateTempSubdirectory("ccri-browser-").FullName;
    private IPlaywright? _playwright;
    private IBrowser? _browser;
    private PublishedSite? _site;

    public PublishedSite Site
    {
        get
        {
            if (Folders.Lacking is { } lacking)
                Assert.Skip(lacking);
            return _site!;
        }
    }

    public async ValueTask InitializeAsync()
    {
        if (Folders.Lacking is not null)
            return; // each test says so itself
        Assertions.SetDefaultExpectTimeout(15_000); // patience for a busy machine; nothing waits that long on a quiet one
        var site = PublishedSite.StartAsync(_folder, Contents.Demonstration);
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new() { ExecutablePath = Folders.Chromium, Args = Arguments });
        _site = await site;
        foreach (var role in Role.All) // one after the other, before tests run beside each other: the first who looks around makes the person
            await OpenedAsAsync(role);
    }

    private async Task OpenedAsAsync(string role)
    {
        await using var window = await OpenAsync(Look.Desk, role);
        await window.GoAsync("/");
        await Assertions.Expect(new Shell(window.Page).Person).ToContainTextAsync(role);
    }

    /// <summary>A fresh window without the cookies of another; with a role, signed in through the demonstration's button.</summary>
    public async Task<Window> OpenAsync(Look? look = null, string? role = null) => await Window.OpenAsync(await NewContextAsync(look ?? Look.Desk, role));

    /// <summary>A window beside others of the same look and role, which share cookies and cache, and that an earlier test may have used: for tests that open many pages and only look.</summary>
    public async Task<Window> OpenBesideAsync(Look look, string? role)
    {
        var free = _free.GetOrAdd((look, role), _ => []);
        return free.TryTake(out var window) ? await window.CleanAsync(look)
            : await Window.OpenAsync(await _shared.GetOrAdd((look, role), _ => new(() => NewContextAsync(look, role))).Value, free.Add);
    }

    private async Task<IBrowserContext> NewContextAsync(Look look, string? role)
    {
        var signedIn = role is null ? null : await _signedIn.GetOrAdd(role, r => new(() => LookAroundAsync(r))).Value;
        var context = await _browser!.NewContextAsync(look.ToOptions(Site.Address, signedIn));
        context.SetDefaultTimeout(15_000);
        await context.AddInitScriptAsync("document.addEventListener('securitypolicyviolation', e => console.error('CSP ' + e.violatedDirective + ' ' + e.blockedURI))");
        return context;
    }

    private async Task<string> LookAroundAsync(string role)
    {
        await using var window = await OpenAsync();
        await (await SignInPage.OpenAsync(window)).LookAroundAsync(role);
        await Assertions.Expect(new Shell(window.Page).Person).ToContainTextAsync(role);
        return await window.Page.Context.StorageStateAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
            await _browser.DisposeAsync();
        _playwright?.Dispose();
        if (_site is not null)
            await _site.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }
}
