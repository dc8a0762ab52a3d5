using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.RegularExpressions;

namespace Ccri.Browser.Tests.Stage;

/// <summary>The published site as its own process, as scripts/run --demo starts it: its own database and mail folder, a free port on loopback.</summary>
public sealed partial class PublishedSite : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(4);

    private readonly StringBuilder _output = new();
    private readonly Process _process;

    private PublishedSite(string folder, string address, bool demo, bool makesReports)
    {
        (Folder, Address) = (folder, address);
        _process = Start(folder, ["serve", "--prepare", "--urls", Address, .. (demo ? (string[])["--demo"] : [])], new() { ["Site__Address"] = Address, ["Work__Reports"] = makesReports ? "true" : "false" });
        foreach (var read in (Action<DataReceivedEventHandler>[])[h => _process.OutputDataReceived += h, h => _process.ErrorDataReceived += h])
            read((_, line) => { lock (_output) _output.AppendLine(line.Data); });
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    /// <summary>The day it is at the programme, by which the site goes.</summary>
    public static DateOnly Today => DateOnly.FromDateTime(TimeZoneInfo.ConvertTimeBySystemTimeZoneId(DateTime.UtcNow, "Europe/Brussels"));

    public string Folder { get; }
    public string Address { get; }
    public string MailFolder => MailFolderIn(Folder);

    /// <summary>From the start of the process to the last byte of a page.</summary>
    public TimeSpan FirstPageAfter { get; private set; }

    /// <summary>What it has printed so far, logs included.</summary>
    public string Output { get { lock (_output) return _output.ToString(); } }

    public string FirstCoordinatorsLink => LinkToChooseAPassword().Match(Output).Value;

    /// <param name="contents">What it finds when it starts, unless there is a database in its folder already.</param>
    /// <param name="address">Of a site of the same folder that was stopped, which comes back there.</param>
    /// <param name="makesReports">Makes the files of frozen quarters beside everything else, which keeps a core busy for a while.</param>
    public static async Task<PublishedSite> StartAsync(string folder, Contents contents = Contents.Register, string? address = null, bool makesReports = false)
    {
        await Databases.CopyAsync(contents, folder);
        var watch = Stopwatch.StartNew();
        var site = new PublishedSite(folder, address ?? $"http://127.0.0.1:{FreePort()}", contents == Contents.Demonstration, makesReports);
        using var http = new HttpClient { BaseAddress = new Uri(site.Address) };
        while (!await AnswersAsync(http, "/healthz"))
        {
            if (site._process.HasExited || watch.Elapsed > Patience)
                throw new InvalidOperationException($"The site did not start.{Environment.NewLine}{site.Output}");
            await Task.Delay(20);
        }
        await http.GetStringAsync("/accounts/sign-in");
        site.FirstPageAfter = watch.Elapsed;
        await Until.TrueAsync(() => site.Output.Contains("Stop with Ctrl+C", StringComparison.Ordinal), "the site has printed its address");
        return site;
    }

    /// <summary>Runs a verb of the command line on the same database and gives what it printed.</summary>
    public Task<string> RunAsync(params string[] verb) => RunInAsync(Folder, verb, Address);

    /// <summary>Runs a verb of the command line on the database of a folder and gives what it printed; links lead to the address.</summary>
    public static async Task<string> RunInAsync(string folder, string[] verb, string address = "http://127.0.0.1")
    {
        using var command = Start(folder, verb, new() { ["Site__Address"] = address });
        var (output, errors) = (command.StandardOutput.ReadToEndAsync(), command.StandardError.ReadToEndAsync());
        await command.WaitForExitAsync();
        command.ExitCode.ShouldBe(0, await errors);
        return await output;
    }

    /// <summary>Adds somebody and gives the link to choose a password.</summary>
    public async Task<string> AddPersonAsync(string email, string role) =>
        LinkToChooseAPassword().Match(await RunAsync("user", "add", email, "--role", role)).Value;

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
            _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    private static string MailFolderIn(string folder) => Path.Combine(folder, "mail");

    private static Process Start(string folder, string[] arguments, Dictionary<string, string> settings)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(Folders.Published, "Ccri.Web.dll"), .. arguments])
        {
            WorkingDirectory = folder, // not the site's own: it must find its files from anywhere
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment =
            {
                ["ASPNETCORE_ENVIRONMENT"] = "Demo",
                ["DOTNET_TieredPGO"] = "1", // as it is delivered, whatever the test run saves: its start is measured
                ["Database__Provider"] = "Sqlite",
                ["Database__ConnectionString"] = $"Data Source={Path.Combine(folder, Databases.FileName)}",
                ["Mail__PickupFolder"] = MailFolderIn(folder),
                ["Site__TriesPerMinute"] = "10000", // tests come from one address, and quickly
            },
        };
        foreach (var (name, value) in settings)
            start.Environment[name] = value;
        return Process.Start(start)!;
    }

    private static async Task<bool> AnswersAsync(HttpClient http, string path)
    {
        try
        {
            return (await http.GetAsync(path)).IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    [GeneratedRegex(@"http://\S+/accounts/choose-password\S+")]
    public static partial Regex LinkToChooseAPassword();
}
