using System.Diagnostics;

namespace Ccri.Web.Tests;

/// <summary>The command line as a person starts it: a process, its output and its exit code.</summary>
public static class CcriProcess
{
    /// <summary>The published one where scripts/test says where it is, which starts sooner; else what was built beside the tests.</summary>
    private static readonly string Program = Path.Combine(Environment.GetEnvironmentVariable("CCRI_TEST_PUBLISHED") ?? AppContext.BaseDirectory, "Ccri.Web.dll");

    public sealed record Run(int ExitCode, string Output, string Errors);

    public static async Task<Run> RunAsync(string[] arguments, Dictionary<string, string?> environment, string? folder = null)
    {
        using var process = Process.Start(How(arguments, environment, folder))!;
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        return new Run(process.ExitCode, await output, await errors);
    }

    /// <summary>One that runs on: the site. Whoever starts it ends it.</summary>
    public static Process Start(string[] arguments, Dictionary<string, string?> environment)
    {
        var process = Process.Start(How(arguments, environment, folder: null))!;
        process.BeginOutputReadLine(); // read and forgotten, so that it never waits for us
        process.BeginErrorReadLine();
        return process;
    }

    private static ProcessStartInfo How(string[] arguments, Dictionary<string, string?> environment, string? folder)
    {
        var start = new ProcessStartInfo("dotnet", [Program, .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = folder ?? Path.GetTempPath(),
        };
        foreach (var (name, value) in environment)
            start.Environment[name] = value;
        return start;
    }
}
