namespace Ccri.Browser.Tests.Stage;

/// <summary>How somebody looks at the site: width in CSS pixels, light or dark, with or without JavaScript.</summary>
public sealed record Look(int Width, ColorScheme Scheme, bool JavaScript = true)
{
    public const int Height = 900;
    public const int MagnifiedWidth = 320; // 1280 pixels at 400 %

    public static readonly Look Desk = new(1440, ColorScheme.Light);
    public static readonly Look Phone = new(390, ColorScheme.Dark);
    public static readonly Look WithoutJavaScript = Desk with { JavaScript = false };

    public BrowserNewContextOptions ToOptions(string address, string? signedIn) => new()
    {
        BaseURL = address,
        ViewportSize = new ViewportSize { Width = Width, Height = Height },
        ColorScheme = Scheme,
        JavaScriptEnabled = JavaScript,
        StorageState = signedIn,
        Locale = "en-GB",
        AcceptDownloads = true,
    };
}
