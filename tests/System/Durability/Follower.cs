using Grpc.Core;
using Inspectorates.V1;

namespace Inspectorates.SystemTests.Durability;

/// <summary>
/// A reader of the stream of changes that resumes with its last cursor wherever it is cut off, at whichever replica comes
/// next, and now and then moves on by itself.
/// </summary>
internal sealed class Follower(IReadOnlyList<RecordService> replicas, Metadata? metadata, Random random)
{
    private readonly List<Change> seen = [];
    private string cursor = "";
    private int resumed;

    public int Resumed => resumed;

    public async Task RunAsync(CancellationToken stop)
    {
        for (var next = random.Next(replicas.Count); !stop.IsCancellationRequested; next = (next + 1) % replicas.Count)
        {
            try
            {
                await FollowAsync(replicas[next], stop);
            }
            catch (RpcException) when (stop.IsCancellationRequested)
            {
                return;
            }
            catch (RpcException fault) when (Outcomes.IsToBeSentAgain(fault))
            {
                await Task.Delay(15, CancellationToken.None);
            }

            resumed++;
        }
    }

    /// <summary>What it has seen is exactly the log, in order, with nothing left out and nothing twice.</summary>
    public async Task HasExactlyAsync(IReadOnlyList<Change> log, CancellationToken late)
    {
        while (Count() < log.Count && !late.IsCancellationRequested)
            await Task.Delay(20, CancellationToken.None);
        lock (seen)
        {
            var first = Enumerable.Range(0, Math.Max(seen.Count, log.Count))
                .FirstOrDefault(index => index >= seen.Count || index >= log.Count || !Same(seen[index], log[index]), -1);
            Assert.True(
                first < 0,
                $"The reader saw {seen.Count} of {log.Count} changes and differs at {first}: saw {At(seen, first)}, the log has {At(log, first)}");
        }
    }

    private async Task FollowAsync(RecordService replica, CancellationToken stop)
    {
        using var call = replica.Changes.WatchChanges(new WatchChangesRequest { Cursor = cursor }, metadata, cancellationToken: stop);
        var most = replicas.Count > 1 ? random.Next(1, 400) : int.MaxValue;
        for (var read = 0; read < most && await call.ResponseStream.MoveNext(stop); read++)
        {
            cursor = call.ResponseStream.Current.Change.Cursor;
            lock (seen)
                seen.Add(call.ResponseStream.Current.Change);
        }
    }

    private int Count()
    {
        lock (seen)
            return seen.Count;
    }

    // Cursors are opaque and may be sealed anew each time.
    private static bool Same(Change one, Change other) => Equals(one.Verdict, other.Verdict) && Equals(one.Inspection, other.Inspection);

    private static string At(IReadOnlyList<Change> changes, int index) => index >= 0 && index < changes.Count ? changes[index].ToString() : "nothing";
}
