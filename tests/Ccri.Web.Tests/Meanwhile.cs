using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Ccri.Web.Tests;

/// <summary>What somebody else saves in the middle of some work, on either database.</summary>
public static class Meanwhile
{
    private static readonly AsyncLocal<Interruption?> Awaited = new();

    static Meanwhile() => DiagnosticListener.AllListeners.Subscribe(new Sources());

    /// <param name="table">After the first question of the work that asks it.</param>
    public static async Task AfterReadingAsync(string table, Func<Task> meanwhile, Func<Task> work)
    {
        Awaited.Value = new Interruption($"\"{table}\"", meanwhile);
        try
        {
            await work();
        }
        finally
        {
            Awaited.Value = null;
        }
    }

    private sealed class Interruption(string table, Func<Task> meanwhile)
    {
        private Func<Task>? _meanwhile = meanwhile;

        public void Seen(string command)
        {
            if (command.Contains(table, StringComparison.Ordinal) && Interlocked.Exchange(ref _meanwhile, null) is { } once)
                Task.Run(once).GetAwaiter().GetResult(); // the work stands still until it is saved
        }
    }

    private sealed class Sources : IObserver<DiagnosticListener>
    {
        public void OnNext(DiagnosticListener value)
        {
            if (value.Name == DbLoggerCategory.Name)
                value.Subscribe(new Commands(), name => name == RelationalEventId.CommandExecuted.Name);
        }

        public void OnCompleted() { }
        public void OnError(Exception error) { }
    }

    private sealed class Commands : IObserver<KeyValuePair<string, object?>>
    {
        public void OnNext(KeyValuePair<string, object?> value)
        {
            if (Awaited.Value is { } awaited && value.Value is CommandExecutedEventData executed)
                awaited.Seen(executed.Command.CommandText);
        }

        public void OnCompleted() { }
        public void OnError(Exception error) { }
    }
}
