namespace Ccri.Web.Rendering;

/// <summary>The section "Rendering" of the settings.</summary>
public sealed class RenderingOptions
{
    public const string Section = "Rendering";

    /// <summary>The folder with render.mjs; by default the nearest `reports` above the application.</summary>
    public string? Folder { get; set; }

    public string NodePath { get; set; } = "node";

    /// <summary>For one report.</summary>
    public int TimeoutSeconds { get; set; } = 60;

    /// <summary>For one typesetter process: a report of 30 pages needs about 150.</summary>
    public int MaxMemoryMegabytes { get; set; } = 1024;

    /// <summary>Typesetter processes at a time; further batches wait.</summary>
    public int MaxParallel { get; set; } = 2;

    internal string? FindFolder()
    {
        if (!string.IsNullOrWhiteSpace(Folder))
            return Has(Folder) ? Path.GetFullPath(Folder) : null;
        for (var at = new DirectoryInfo(AppContext.BaseDirectory); at is not null; at = at.Parent)
            if (Has(Path.Combine(at.FullName, "reports")))
                return Path.Combine(at.FullName, "reports");
        return null;
    }

    private static bool Has(string folder) => File.Exists(Path.Combine(folder, "render.mjs"));
}
