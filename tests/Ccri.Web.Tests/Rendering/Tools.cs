using System.Diagnostics;
using Ccri.Web.Rendering;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace Ccri.Web.Tests.Rendering;

/// <summary>The tools that look at what was made: node (npm ci in reports/), qpdf and poppler-utils.</summary>
internal static class Tools
{
    public static readonly string Root = FindRoot();
    public static readonly string Reports = Path.Combine(Root, "reports");

    public static TypstRenderer Renderer(Action<RenderingOptions>? change = null)
    {
        var options = new RenderingOptions { Folder = Reports };
        change?.Invoke(options);
        return new TypstRenderer(Options.Create(options), NullLogger<TypstRenderer>.Instance);
    }

    public static async Task<string> RunAsync(string tool, params string[] arguments) => (await RunInAsync(Root, null, "", tool, arguments)).Output;

    public static async Task<(int Code, string Output)> RunInAsync(
        string folder, IReadOnlyDictionary<string, string>? environment, string input, string tool, params string[] arguments)
    {
        var start = new ProcessStartInfo(tool, arguments)
        {
            WorkingDirectory = folder, RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true,
        };
        foreach (var (name, value) in environment ?? new Dictionary<string, string>())
            start.Environment[name] = value;
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        await process.StandardInput.WriteAsync(input);
        process.StandardInput.Close();
        await process.WaitForExitAsync();
        await errors;
        return (process.ExitCode, await output);
    }

    private static string FindRoot()
    {
        var at = new DirectoryInfo(AppContext.BaseDirectory);
        while (at is not null && !File.Exists(Path.Combine(at.FullName, "Ccri.sln")))
            at = at.Parent;
        return at?.FullName ?? throw new InvalidOperationException("Ccri.sln is not above the tests.");
    }
}

/// <summary>A PDF in a folder of its own, seen through the tools.</summary>
internal sealed class PdfFile : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("ccri-pdf-");

    public PdfFile(RenderedReport rendered)
    {
        rendered.Problem.ShouldBeNull();
        File.WriteAllBytes(Location, rendered.Pdf!);
    }

    private string Location => Path.Combine(folder.FullName, "report.pdf");

    public Task<string> TextAsync() => Tools.RunAsync("pdftotext", "-layout", Location, "-");

    public async Task<string[]> PagesAsync() => (await TextAsync()).TrimEnd('\f', '\n').Split('\f');

    public Task<string> OutlineAsync() => Tools.RunAsync("qpdf", "--json", "--json-key=outlines", Location);

    public byte[] Bytes() => File.ReadAllBytes(Location);

    /// <summary>How far down each page is filled, of the height between head and foot: 0 to 1.</summary>
    public async Task<double[]> FillsAsync()
    {
        const double pixels = 36 / 25.4; // a millimetre
        await Tools.RunAsync("pdftoppm", "-r", "36", "-gray", Location, Path.Combine(folder.FullName, "page"));
        return [.. Directory.GetFiles(folder.FullName, "page*.pgm").Order(StringComparer.Ordinal).Select(file =>
        {
            var bytes = File.ReadAllBytes(file); // "P5\nwidth height\n255\n" and a byte for each pixel
            var head = System.Text.Encoding.ASCII.GetString(bytes, 0, 40).Split('\n');
            var size = head[1].Split(' ');
            var (width, height) = (int.Parse(size[0], System.Globalization.CultureInfo.InvariantCulture), int.Parse(size[1], System.Globalization.CultureInfo.InvariantCulture));
            var start = bytes.Length - width * height;
            var (top, bottom, left, right) = ((int)(26 * pixels), height - (int)(22 * pixels), (int)(8 * pixels), width - (int)(18 * pixels)); // without the letters of a draft along the edge
            for (var y = bottom; y > top; y--)
                for (var x = left; x < right; x++)
                    if (bytes[start + y * width + x] < 215)
                        return (double)(y - top) / (bottom - top);
            return 0;
        })];
    }

    public Task<string> InfoAsync() => Tools.RunAsync("pdfinfo", Location);

    public Task<string> TagsAsync() => Tools.RunAsync("pdfinfo", "-struct-text", Location);

    public async Task<string[]> FontsAsync() =>
        (await Tools.RunAsync("pdffonts", Location)).Split('\n', StringSplitOptions.RemoveEmptyEntries)[2..];

    public async Task<byte[]> AttachmentAsync(string name)
    {
        var copy = Path.Combine(folder.FullName, "attachment");
        await Tools.RunAsync("pdfdetach", "-savefile", name, "-o", copy, Location);
        return await File.ReadAllBytesAsync(copy);
    }

    public async Task ShouldBeSoundAsync()
    {
        (await Tools.RunAsync("qpdf", "--check", Location)).ShouldContain("No syntax or stream encoding errors found");
        (await InfoAsync()).ShouldMatch(@"Tagged:\s+yes");
        foreach (var font in await FontsAsync()) // … emb sub uni object-id generation
            font.Split(' ', StringSplitOptions.RemoveEmptyEntries)[^5].ShouldBe("yes", font);
    }

    public void Dispose() => folder.Delete(recursive: true);
}
