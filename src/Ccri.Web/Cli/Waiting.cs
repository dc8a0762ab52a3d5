using Spectre.Console;

namespace Ccri.Web.Cli;

/// <summary>Shows on a terminal that something is going on; says nothing when the output is piped to another program.</summary>
public static class Waiting
{
    public static Task<T> ForAsync<T>(string what, Func<Task<T>> work) =>
        Console.IsOutputRedirected ? work() : AnsiConsole.Status().StartAsync(what, _ => work());

    /// <param name="work">Is given what to call with how many are done, and of how many.</param>
    public static Task<T> WithBarAsync<T>(string what, Func<Action<int, int>, Task<T>> work) => Console.IsOutputRedirected ? work((_, _) => { }) : AnsiConsole.Progress().StartAsync(context =>
    {
        var bar = context.AddTask(what);
        return work((done, all) => (bar.MaxValue, bar.Value) = (Math.Max(1, all), done));
    });
}
