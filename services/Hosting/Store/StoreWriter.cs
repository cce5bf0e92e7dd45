using System.Data.Common;
using System.Diagnostics;
using System.Threading.Channels;
using Inspectorates.Hosting.Refusals;
using Inspectorates.V1;

namespace Inspectorates.Hosting.Store;

/// <summary>
/// The process's one writer: a thread that takes what is waiting, runs each request so that it can be undone alone, and
/// commits them together, so that one wait for the disk serves many. Callers await; none holds a thread meanwhile.
/// </summary>
internal sealed class StoreWriter : IDisposable
{
    private const int MostWaiting = 1024;
    private const int MostTogether = 64;
    private static readonly TimeSpan MostPatience = TimeSpan.FromMilliseconds(1);

    private readonly Channel<IWriteWork> waiting = Channel.CreateBounded<IWriteWork>(
        new BoundedChannelOptions(MostWaiting) { SingleReader = true, FullMode = BoundedChannelFullMode.Wait });

    private readonly IStore store;
    private readonly ChangeSignal signal;
    private readonly Thread thread;
    private WriteSession? session;
    private TimeSpan lastTook;

    public StoreWriter(IStore store, ChangeSignal signal)
    {
        this.store = store;
        this.signal = signal;
        // A store that cannot be written to is a fault of the start.
        Projection.CatchUp(store);
        session = store.OpenForWriting();
        store.Listen(signal.Raise);
        thread = new Thread(Run) { Name = "store writer", IsBackground = true };
        thread.Start();
    }

    /// <summary>Runs work on the writer and completes once the disk has it.</summary>
    /// <param name="work">The work; what it throws reaches the caller and undoes it alone.</param>
    public Task<T> RunAsync<T>(Func<WriteSession, T> work) => RunAsync((session, _) => work(session), null);

    /// <summary>Runs a request's work on the writer and completes once the disk has it.</summary>
    /// <param name="work">The work, given the answers that exist already.</param>
    /// <param name="key">The request whose answer may have been given before; null: none is kept.</param>
    /// <param name="keep">False: undone after it has run, for checks that write nothing.</param>
    /// <param name="repeatable">Whether it may be run more than once, because it changes nothing of what it was given.</param>
    public Task<T> RunAsync<T>(
        Func<WriteSession, IDictionary<AnswerKey, GivenAnswer>, T> work, AnswerKey? key, bool keep = true, bool repeatable = false)
    {
        var item = new WriteWork<T>(work, key, keep, repeatable);
        return waiting.Writer.TryWrite(item)
            ? item.Completion
            : throw new RefusalException(ErrorReason.StoreUnavailable, "Too many writes are waiting. Send the same request again.");
    }

    public void Dispose()
    {
        waiting.Writer.TryComplete();
        thread.Join();
        session?.Dispose();
    }

    private void Run()
    {
        var together = new List<IWriteWork>(MostTogether);
        // This thread does nothing but this: blocking it is the point.
        while (waiting.Reader.WaitToReadAsync().AsTask().GetAwaiter().GetResult())
        {
            var before = together.Count;
            together.Clear();
            Gather(together, before);
            var began = Stopwatch.GetTimestamp();
            try
            {
                Commit(session ??= store.OpenForWriting(), together);
                lastTook = Stopwatch.GetElapsedTime(began);
            }
#pragma warning disable CA1031 // Whatever it is belongs to the callers; the writer goes on for the next.
            catch (Exception fault)
#pragma warning restore CA1031
            {
                GiveUp();
                var told = store.FaultOf(fault) is { } known ? Refusal(known) : fault;
                together.ForEach(work => work.Fail(told));
            }
        }
    }

    // Those who were answered together come back together, a moment apart: waiting for them for less than the disk will take
    // makes one commit of two. Whoever comes alone is not kept waiting.
    private void Gather(List<IWriteWork> together, int before)
    {
        var began = Stopwatch.GetTimestamp();
        var patience = lastTook / 2 < MostPatience ? lastTook / 2 : MostPatience;
        while (true)
        {
            while (together.Count < MostTogether && waiting.Reader.TryRead(out var work))
                together.Add(work);
            if (together.Count >= Math.Min(before, MostTogether) || Stopwatch.GetElapsedTime(began) >= patience)
                return;
            Thread.Yield();
        }
    }

    private void Commit(WriteSession session, List<IWriteWork> together)
    {
        try
        {
            Commit(session, together, together.TrueForAll(work => work.IsRepeatable));
        }
        catch (HeadMovedException)
        {
            session.Rollback();
            Commit(session, together, repeatable: false);
        }
    }

    private void Commit(WriteSession session, List<IWriteWork> together, bool repeatable)
    {
        var answers = new Dictionary<AnswerKey, GivenAnswer>(
            session.Begin([.. together.Select(work => work.Key).OfType<AnswerKey>().Distinct()], repeatable));
        var last = session.Head.Seq;
        foreach (var work in together)
        {
            session.BeginRequest();
            session.EndRequest(keep: work.TryRun(session, answers));
        }

        session.Commit();
        if (session.Head.Seq != last)
            signal.Raise();
        together.ForEach(work => work.Complete());
    }

    // The next group gets a connection of its own: this one may be in any state.
    private void GiveUp()
    {
        try
        {
            session?.Rollback();
        }
        catch (Exception fault) when (fault is DbException or InvalidOperationException)
        {
            // There was no transaction left to roll back, or no connection, which is what was wanted.
        }
        finally
        {
            session?.Dispose();
            session = null;
        }
    }

    private static RefusalException Refusal(StoreFault fault) => fault == StoreFault.Full
        ? new(ErrorReason.StoreFull, "The store has no room. Nothing was written; reads go on.")
        : new(ErrorReason.StoreUnavailable, "The store is busy or cut off. The same request may be sent again.");
}
