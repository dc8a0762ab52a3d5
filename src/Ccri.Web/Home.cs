namespace Ccri.Web;

/// <summary>The folder that relative settings and the files beside the application are looked up in.</summary>
public sealed class Home
{
    /// <summary>Setting <c>Site:Home</c>, or the nearest folder at or above the program that holds <c>data/</c> and <c>reports/</c>, or the program's own.</summary>
    public Home(string? setting = null) => Folder = setting is { Length: > 0 } ? Path.GetFullPath(setting) : Nearest() ?? AppContext.BaseDirectory;

    public string Folder { get; }

    public string Resolve(string path) => Path.GetFullPath(path, Folder);

    private static string? Nearest()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (Directory.Exists(Path.Combine(folder.FullName, "data")) && File.Exists(Path.Combine(folder.FullName, "reports", "README.md")))
                return folder.FullName;
        }
        return null;
    }
}
