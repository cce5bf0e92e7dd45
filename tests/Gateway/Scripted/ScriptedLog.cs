using System.Collections.Concurrent;
using Grpc.Core;
using Inspectorates.V1;

namespace Inspectorates.Gateway.Tests.Scripted;

/// <summary>What one scripted inspectorate made public, and the streams on which it is told.</summary>
public sealed class ScriptedLog
{
    private readonly Lock gate = new();
    private readonly List<Change> changes = [];
    private readonly ConcurrentDictionary<ServerCallContext, bool> streams = [];
    private TaskCompletionSource grown = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private string edition = "first";

    /// <summary>How many streams are open.</summary>
    public int Streams => streams.Count;

    /// <summary>Why cursors that are not of this log are refused.</summary>
    public ErrorReason Refusal { get; set; } = ErrorReason.CursorInvalid;

    /// <summary>The streams open and say nothing: what is new is told by the list only.</summary>
    public bool IsDumb { get; set; }

    /// <summary>Neither list nor stream is to be had.</summary>
    public bool IsDown { get; set; }

    public void Add(Verdict verdict) => Add(new Change { Verdict = verdict.Clone() });

    public void Add(Inspection inspection) => Add(new Change { Inspection = inspection.Clone() });

    public void Add(Team team) => Add(new Change { Team = team.Clone() });

    public void Add(Position position) => Add(new Change { Position = position.Clone() });

    /// <summary>Cuts every stream, as a broken connection does.</summary>
    public void Cut()
    {
        foreach (var stream in streams.Keys)
            if (streams.TryRemove(stream, out _))
                stream.GetHttpContext().Abort();
    }

    /// <summary>The log is another one from now on: cursors given so far are refused.</summary>
    public void Replace(params Verdict[] verdicts)
    {
        lock (gate)
        {
            edition += "-replaced";
            changes.Clear();
        }

        foreach (var verdict in verdicts)
            Add(verdict);
        Cut();
    }

    public IReadOnlyList<Change> After(string cursor, int size)
    {
        lock (gate)
            return [.. changes.Skip(Place(cursor)).Take(size)];
    }

    public async Task WatchAsync(string cursor, Func<Change, Task> tell, ServerCallContext context)
    {
        streams[context] = true;
        try
        {
            while (true)
            {
                Task more;
                lock (gate)
                    more = grown.Task;
                foreach (var change in IsDumb ? [] : After(cursor, int.MaxValue))
                {
                    await tell(change);
                    cursor = change.Cursor;
                }

                await more.WaitAsync(context.CancellationToken);
            }
        }
        finally
        {
            streams.TryRemove(context, out _);
        }
    }

    private void Add(Change change)
    {
        TaskCompletionSource before;
        lock (gate)
        {
            change.Cursor = $"{edition}/{changes.Count + 1}";
            changes.Add(change);
            (before, grown) = (grown, new(TaskCreationOptions.RunContinuationsAsynchronously));
        }

        before.SetResult();
    }

    private int Place(string cursor)
    {
        if (IsDown)
            throw ScriptedRefusal.Of(StatusCode.Unavailable, ErrorReason.StoreUnavailable);
        if (cursor.Length == 0)
            return 0;
        if (!cursor.StartsWith($"{edition}/", StringComparison.Ordinal))
            throw ScriptedRefusal.Of(
                Refusal is ErrorReason.CursorReset ? StatusCode.FailedPrecondition : StatusCode.InvalidArgument, Refusal);
        return int.Parse(cursor.Split('/')[1], System.Globalization.CultureInfo.InvariantCulture);
    }
}
