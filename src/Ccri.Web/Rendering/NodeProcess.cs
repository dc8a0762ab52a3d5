using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Ccri.Web.Rendering;

/// <summary>One run of a script of the folder reports: a line in, a line out. Ended on the first sign of trouble, never repaired.</summary>
internal sealed class NodeProcess : IDisposable
{
    private static readonly TimeSpan Glance = TimeSpan.FromMilliseconds(100);

    private readonly Process process;
    private readonly RenderingOptions settings;
    private readonly ILogger log;
    private readonly StringBuilder lastWords = new();

    private NodeProcess(Process process, RenderingOptions settings, ILogger log)
    {
        (this.process, this.settings, this.log) = (process, settings, log);
        process.ErrorDataReceived += (_, line) => Remember(line.Data);
        process.BeginErrorReadLine();
    }

    public bool IsAlive { get; private set; } = true;

    /// <summary>Null with a sentence when there is nothing to start.</summary>
    public static NodeProcess? Start(RenderingOptions settings, ILogger log, out string? problem, string script, params string[] arguments)
    {
        problem = null;
        if (settings.FindFolder() is not { } folder)
        {
            problem = settings.Folder is { } named
                ? $"There is no render.mjs in the folder {named}: correct the setting Rendering:Folder."
                : "The folder reports with render.mjs was not found beside or above the application: copy it there or set Rendering:Folder.";
            return null;
        }
        var start = new ProcessStartInfo(settings.NodePath)
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardInputEncoding = new UTF8Encoding(false),
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
            CreateNoWindow = true,
        };
        foreach (var argument in (string[])[$"--max-old-space-size={settings.MaxMemoryMegabytes}", Path.Combine(folder, script), .. arguments])
            start.ArgumentList.Add(argument);
        // Nothing of the host's surroundings: no secrets, no NODE_OPTIONS, no time zone. Windows cannot start a process without SystemRoot.
        var systemRoot = Environment.GetEnvironmentVariable("SystemRoot");
        start.Environment.Clear();
        start.Environment["TZ"] = "UTC";
        start.Environment["LANG"] = "C.UTF-8";
        start.Environment["RAYON_NUM_THREADS"] = Math.Max(1, Environment.ProcessorCount / settings.MaxParallel).ToString(CultureInfo.InvariantCulture); // the typesetter's share of the machine
        if (systemRoot is not null)
            start.Environment["SystemRoot"] = systemRoot;
        try
        {
            return new NodeProcess(Process.Start(start)!, settings, log);
        }
        catch (Win32Exception e)
        {
            log.LogWarning("Node could not be started: {Reason}", e.Message);
            problem = $"Node.js could not be started (\"{settings.NodePath}\"): install Node 20 or newer, or set Rendering:NodePath. Only PDFs need it.";
            return null;
        }
    }

    public async Task<(Answer? Answer, string? Failure)> AskAsync(object job, CancellationToken cancellationToken)
    {
        try
        {
            await process.StandardInput.WriteLineAsync(JsonSerializer.Serialize(job, ReportJson.Options).AsMemory(), cancellationToken);
            await process.StandardInput.FlushAsync(cancellationToken);
        }
        catch (IOException)
        {
            return (null, await StoppedAsync());
        }
        return await AnswerAsync(cancellationToken);
    }

    /// <summary>The next line, or a sentence that says why there is none; then the process is over.</summary>
    public async Task<(Answer? Answer, string? Failure)> AnswerAsync(CancellationToken cancellationToken)
    {
        var answer = process.StandardOutput.ReadLineAsync(CancellationToken.None).AsTask();
        var clock = Stopwatch.StartNew();
        try
        {
            while (await Task.WhenAny(answer, Task.Delay(Glance, cancellationToken)) != answer)
            {
                cancellationToken.ThrowIfCancellationRequested();
                if (clock.Elapsed.TotalSeconds > settings.TimeoutSeconds)
                    return (null, End($"The report was not finished after {Wording.Count(settings.TimeoutSeconds, "second")} and was given up: make it smaller, or raise Rendering:TimeoutSeconds."));
                if (Megabytes() > settings.MaxMemoryMegabytes)
                    return (null, End($"The report needed more than {Wording.Number(settings.MaxMemoryMegabytes)} megabytes and was given up: "
                        + "make it smaller, or raise Rendering:MaxMemoryMegabytes."));
            }
        }
        catch (OperationCanceledException)
        {
            End("cancelled");
            throw;
        }
        try
        {
            return await answer is { } line ? (JsonSerializer.Deserialize<Answer>(line, ReportJson.Options), null) : (null, await StoppedAsync());
        }
        catch (JsonException)
        {
            return (null, End("The typesetter answered something that is not a result: reinstall the folder reports."));
        }
    }

    public void Dispose()
    {
        if (IsAlive)
            End("done");
        process.Dispose();
    }

    // The heap limit of Node does not count what Typst itself takes.
    private long Megabytes()
    {
        try
        {
            process.Refresh();
            return process.HasExited ? 0 : process.WorkingSet64 >> 20;
        }
        catch (InvalidOperationException)
        {
            return 0; // it ended between the two questions; its last line, or the lack of one, tells the rest
        }
    }

    private string End(string why)
    {
        IsAlive = false;
        try
        {
            process.Kill(entireProcessTree: true);
        }
        catch (Exception e) when (e is InvalidOperationException or Win32Exception or AggregateException)
        {
            log.LogDebug(e, "The typesetter had ended by itself");
        }
        return why;
    }

    private async Task<string> StoppedAsync()
    {
        IsAlive = false;
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(5));
        try
        {
            await process.WaitForExitAsync(patience.Token);
        }
        catch (OperationCanceledException)
        {
            return End("The typesetter closed its output and was ended.");
        }
        lock (lastWords)
            log.LogError("The typesetter stopped with code {Code}: {LastWords}", process.ExitCode, lastWords.ToString());
        return $"The typesetter stopped while it made this report (exit code {process.ExitCode}): the log has its last words. "
            + "If it happens again, raise Rendering:MaxMemoryMegabytes or make the report smaller.";
    }

    private void Remember(string? line)
    {
        if (line is null)
            return;
        lock (lastWords)
            if (lastWords.Length < 4000)
                lastWords.AppendLine(line);
    }

    internal sealed record Answer(
        bool Ok, string? Problem, string? Sha256, int Pages, int Ms, string? Renderer, string? Typst, string? Node, string[]? Fonts, string[]? Attachments);
}
