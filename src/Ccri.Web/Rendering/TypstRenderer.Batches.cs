using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Threading.Channels;

namespace Ccri.Web.Rendering;

/// <summary>What became of one of many.</summary>
/// <param name="Job">Empty when the report could not even be put together.</param>
public sealed record RenderedOf<T>(T Of, RenderJob? Job, RenderedReport File);

public sealed partial class TypstRenderer
{
    /// <summary>So many that stand in a row are made by the same process, which sets only once what they have in common.</summary>
    private const int Neighbours = 2;

    /// <summary>
    /// A large batch, on as many processes as may run at a time; each is answered as soon as it is made, in no order. Between two reports a
    /// process gives its place away, so that somebody who waits for a single one need not wait for the batch.
    /// </summary>
    /// <param name="compose">Called beside the others; what it throws fails this report only.</param>
    public async IAsyncEnumerable<RenderedOf<T>> RenderEachAsync<T>(IReadOnlyCollection<T> things, Func<T, RenderJob> compose, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var waiting = new ConcurrentQueue<T[]>(things.Chunk(Neighbours));
        var made = Channel.CreateBounded<RenderedOf<T>>(settings.MaxParallel);
        Task[] lanes = [.. Enumerable.Range(0, Math.Min(settings.MaxParallel, waiting.Count)).Select(_ => Task.Run(() => LaneAsync(waiting, compose, made.Writer, stop.Token), CancellationToken.None))];
        _ = Task.WhenAll(lanes).ContinueWith(all => made.Writer.Complete(all.Exception?.InnerException), CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
        try
        {
            await foreach (var one in made.Reader.ReadAllAsync(cancellationToken))
                yield return one;
        }
        finally
        {
            await stop.CancelAsync();
            await Task.WhenAll(lanes).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task LaneAsync<T>(ConcurrentQueue<T[]> waiting, Func<T, RenderJob> compose, ChannelWriter<RenderedOf<T>> made, CancellationToken cancellationToken)
    {
        NodeProcess? process = null;
        try
        {
            foreach (var thing in Taken(waiting))
            {
                var (job, file) = Composed(thing, compose);
                if (job is not null)
                {
                    await places.WaitAsync(cancellationToken);
                    try
                    {
                        string? problem = null;
                        if (process is not { IsAlive: true })
                        {
                            process?.Dispose();
                            process = NodeProcess.Start(settings, log, out problem, Script);
                        }
                        file = process is null ? RenderedReport.Failed(problem!) : await RenderAsync(process, job, cancellationToken);
                    }
                    finally
                    {
                        places.Release();
                    }
                }
                await made.WriteAsync(new RenderedOf<T>(thing, job, file!), cancellationToken);
            }
        }
        finally
        {
            process?.Dispose();
        }
    }

    private static IEnumerable<T> Taken<T>(ConcurrentQueue<T[]> waiting)
    {
        while (waiting.TryDequeue(out var neighbours))
        {
            foreach (var thing in neighbours)
                yield return thing;
        }
    }

    private (RenderJob? Job, RenderedReport? Failed) Composed<T>(T thing, Func<T, RenderJob> compose)
    {
        try
        {
            return (compose(thing), null);
        }
        catch (Exception e) // of whatever kind: one report that cannot be worded must not hold up the others
        {
            log.LogError(e, "A report could not be put together");
            return (null, RenderedReport.Failed($"The report could not be put together: {e.Message}"));
        }
    }
}
