using System.Collections.Concurrent;
using Ccri.Browser.Tests.Pages;
using Ccri.Browser.Tests.Stage;

[assembly: AssemblyFixture(typeof(Theatre))]

namespace Ccri.Browser.Tests.Stage;

/// <summary>One site and one browser for all tests; each test gets a window of its own, without the cookies of another.</summary>
public sealed class Theatre : IAsyncLifetime
{
    private static readonly string[] Arguments =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
    ];

    private readonly ConcurrentDictionary<string, Lazy<Task<string>>> _signedIn = new();
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
        var site = PublishedSite.StartAsync(_folder);
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

    /// <summary>A fresh window; with a role, signed in through the demonstration's button.</summary>
    public async Task<Window> OpenAsync(Look? look = null, string? role = null)
    {
        var signedIn = role is null ? null : await _signedIn.GetOrAdd(role, r => new(() => LookAroundAsync(r))).Value;
        return await NewWindowAsync(look ?? Look.Desk, signedIn);
    }

    private async Task<Window> NewWindowAsync(Look look, string? signedIn) =>
        await Window.OpenAsync(await _browser!.NewContextAsync(look.ToOptions(Site.Address, signedIn)));

    private async Task<string> LookAroundAsync(string role)
    {
        await using var window = await NewWindowAsync(Look.Desk, null);
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
