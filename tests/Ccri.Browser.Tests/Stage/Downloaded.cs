namespace Ccri.Browser.Tests.Stage;

/// <summary>A file that the browser saved, under the name that the site gave it.</summary>
public sealed record Downloaded(string Name, byte[] Bytes)
{
    public static async Task<Downloaded> ByAsync(IPage page, ILocator link)
    {
        var download = await page.RunAndWaitForDownloadAsync(() => link.ClickAsync());
        return new Downloaded(download.SuggestedFilename, await File.ReadAllBytesAsync(await download.PathAsync()));
    }
}
