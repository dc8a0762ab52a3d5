namespace Ccri.Web.Tests;

/// <summary>The checkout that these tests were built from.</summary>
public static class Repository
{
    public static string Root { get; } = Find();

    private static string Find()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Ccri.sln")))
            folder = folder.Parent ?? throw new InvalidOperationException("Ccri.sln is nowhere above the tests.");
        return folder.FullName;
    }
}
