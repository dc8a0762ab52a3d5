using Spectre.Console;

namespace Ccri.Web.Cli;

/// <summary>Shows on a terminal that something is going on; says nothing when the output is piped to another program.</summary>
public static class Waiting
{
    public static Task<T> ForAsync<T>(string what, Func<Task<T>> work) =>
        Console.IsOutputRedirected ? work() : AnsiConsole.Status().StartAsync(what, _ => work());
}
