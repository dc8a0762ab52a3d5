namespace Ccri.Browser.Tests.Stage;

/// <summary>Where the tests find what they run: nothing is built or downloaded here, scripts/test has done that.</summary>
public static class Folders
{
    public static string Root { get; } = FindRoot();

    /// <summary>The published site: CCRI_TEST_PUBLISHED, or the one that scripts/run and scripts/ccri made.</summary>
    public static string Published { get; } = Environment.GetEnvironmentVariable("CCRI_TEST_PUBLISHED") ?? Path.Combine(Root, "var", "app");

    public static string Axe { get; } = Path.Combine(Root, "tests", "Ccri.Browser.Tests", "node_modules", "axe-core", "axe.min.js");

    /// <summary>CCRI_CHROMIUM, or the first browser of the family on PATH; empty when there is none.</summary>
    public static string? Chromium { get; } = Environment.GetEnvironmentVariable("CCRI_CHROMIUM") is { Length: > 0 } named ? named : OnPath("chromium", "chromium-browser", "google-chrome");

    /// <summary>Why no browser test can run here; empty when they can.</summary>
    public static string? Lacking =>
        Chromium is null ? "Chromium is not installed (Debian: apt-get install chromium), and CCRI_CHROMIUM does not name one."
        : !File.Exists(Path.Combine(Published, "Ccri.Web.dll")) ? $"There is no published site in {Published}; scripts/test makes one."
        : !File.Exists(Axe) ? "axe-core is not installed; run npm ci in tests/Ccri.Browser.Tests."
        : null;

    private static string? OnPath(params string[] names) =>
        (from name in names
         from folder in (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
         let file = Path.Combine(folder, name)
         where File.Exists(file)
         select file).FirstOrDefault();

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Ccri.sln")))
            folder = folder.Parent;
        return folder?.FullName ?? throw new DirectoryNotFoundException("Ccri.sln is in no folder above the tests.");
    }
}
