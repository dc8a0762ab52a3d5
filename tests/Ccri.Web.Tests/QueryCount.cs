using System.Diagnostics;
using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Ccri.Web.Tests;

/// <summary>How many commands went to the database during some work, on either database: a page must cost the same however many rows it shows.</summary>
public static class QueryCount
{
    private static readonly AsyncLocal<StrongBox<int>?> Counted = new();

    static QueryCount() => DiagnosticListener.AllListeners.Subscribe(new Sources());

    /// <summary>
    /// Counts what is done on behalf of this piece of work only; other tests may run meanwhile. For a page asked for by a browser, set
    /// <c>App.Server.PreserveExecutionContext</c> before the browser is made: else the server does not know on whose behalf it works.
    /// </summary>
    public static async Task<int> OfAsync(Func<Task> work)
    {
        var box = Counted.Value = new StrongBox<int>();
        try
        {
            await work();
            return box.Value;
        }
        finally
        {
            Counted.Value = null;
        }
    }

    private sealed class Sources : IObserver<DiagnosticListener>
    {
        public void OnNext(DiagnosticListener value)
        {
            if (value.Name == DbLoggerCategory.Name)
                value.Subscribe(new Commands(), name => name == RelationalEventId.CommandExecuting.Name);
        }

        public void OnCompleted() { }
        public void OnError(Exception error) { }
    }

    private sealed class Commands : IObserver<KeyValuePair<string, object?>>
    {
        public void OnNext(KeyValuePair<string, object?> value)
        {
            if (value.Key == RelationalEventId.CommandExecuting.Name && Counted.Value is { } box) // who else listens is told of more, and so is this one
                Interlocked.Increment(ref box.Value);
        }

        public void OnCompleted() { }
        public void OnError(Exception error) { }
    }
}
