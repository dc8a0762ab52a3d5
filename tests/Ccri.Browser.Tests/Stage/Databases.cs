namespace Ccri.Browser.Tests.Stage;

/// <summary>What a site finds when it starts.</summary>
public enum Contents
{
    Nothing,

    /// <summary>What is loaded from the tables of public facts.</summary>
    Register,

    /// <summary>Filled with what is invented, so that every page has something on it.</summary>
    Demonstration,
}

/// <summary>Databases that sites begin with: each is made once by the command line, from the one before it, and then copied.</summary>
public static class Databases
{
    public const string FileName = "ccri.db";

    private static readonly Lazy<Task<string>> Register = new(() => MakeAsync(Contents.Nothing, "migrate", "load"));

    private static readonly Lazy<Task<string>> Demonstration = new(() => MakeAsync(Contents.Register, "demo"));

    public static async Task CopyAsync(Contents contents, string folder)
    {
        if (contents == Contents.Nothing || File.Exists(Path.Combine(folder, FileName)))
            return;
        var made = await (contents == Contents.Register ? Register : Demonstration).Value;
        foreach (var file in Directory.EnumerateFiles(made, FileName + "*")) // nobody has it open: what stands in its log goes with it
            File.Copy(file, Path.Combine(folder, Path.GetFileName(file)));
    }

    private static async Task<string> MakeAsync(Contents from, params string[] verbs)
    {
        var folder = Directory.CreateTempSubdirectory("ccri-database-").FullName;
        await CopyAsync(from, folder);
        foreach (var verb in verbs)
            await PublishedSite.RunInAsync(folder, [verb]);
        return folder;
    }
}
