using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Inspectorates.Gateway.Asking;
using Inspectorates.V1;

namespace Inspectorates.Gateway.Answering.Watching;

/// <summary>
/// One inspectorate's changes for one stream: heard from the gateway's own follower, where the stream's caller is anybody
/// to the inspectorate, or followed for the caller.
/// </summary>
internal sealed class WatchedSource(string inspectorate, Action changed) : IFollowedChanges, IChangesHeard
{
    private readonly Lock gate = new();
    private readonly TaskCompletionSource first = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private WatchNews news = new();
    private WatchPlace place = WatchPlace.Beginning;
    private WatchPlace? heard;
    private bool behind;
    private bool followed;

    public string Inspectorate => inspectorate;

    /// <inheritdoc/>
    public string Cursor
    {
        get
        {
            lock (gate)
                return place.Cursor;
        }
    }

    /// <summary>Ends when it is known for the first time whether the changes can be followed.</summary>
    public Task First => first.Task;

    /// <summary>Whether everything there is has been taken in, and what comes will come.</summary>
    public bool IsFollowed
    {
        get
        {
            lock (gate)
                return followed && !behind;
        }
    }

    /// <summary>Whether what lies between where the stream stands and what is heard has still to be read.</summary>
    public bool IsBehind
    {
        get
        {
            lock (gate)
                return behind;
        }
    }

    /// <summary>When the first change that came on this stream became visible; null: none came, or it is not said.</summary>
    public Timestamp? FirstAt { get; private set; }

    /// <summary>Why the stream cannot go on: the inspectorate does not accept the caller's token; null: it can.</summary>
    public RefusedException? Refused { get; private set; }

    /// <summary>Where the stream begins.</summary>
    /// <param name="at">The place.</param>
    /// <param name="isBehind">Whether what is heard begins later, so that what lies between has to be read.</param>
    /// <param name="isFollowed">Whether what comes will come.</param>
    public void Start(WatchPlace at, bool isBehind, bool isFollowed)
    {
        lock (gate)
        {
            (place, behind) = (at, isBehind);
            followed |= isFollowed;
        }

        first.TrySetResult();
    }

    /// <summary>The same, to be followed for the caller: it is known later whether it can be.</summary>
    public void StartAt(WatchPlace at)
    {
        lock (gate)
            place = at;
    }

    /// <summary>What has changed since this was last asked, and up to where.</summary>
    public (WatchNews News, WatchPlace Place) Drain()
    {
        lock (gate)
        {
            var drained = news;
            news = new();
            return (drained, place);
        }
    }

    /// <inheritdoc/>
    public void Take(Change change)
    {
        var record = ChangedRecord.Of(inspectorate, change);
        lock (gate)
        {
            FirstAt ??= record.RecordedAt;
            news.Add(record.Areas, record.Name, record.Key);
            place = new(change.Cursor, record.RecordedAt ?? place.RecordedAt);
        }

        changed();
    }

    /// <inheritdoc/>
    public void Hear(Change change, ChangedRecord record, IReadOnlyCollection<string> areas)
    {
        lock (gate)
        {
            news.Add(areas, record.Name, record.Key);
            heard = new(change.Cursor, record.RecordedAt ?? (heard ?? place).RecordedAt);
            if (!behind)
                place = heard.Value;
        }

        changed();
    }

    /// <summary>What lay between has been read.</summary>
    public void CatchUp()
    {
        lock (gate)
        {
            place = heard ?? place;
            behind = false;
        }

        changed();
    }

    /// <inheritdoc cref="IFollowedChanges.Follow"/>
    public void Follow()
    {
        lock (gate)
        {
            if (followed)
                return;
            followed = true;
        }

        first.TrySetResult();
        changed();
    }

    /// <inheritdoc cref="IFollowedChanges.Lose"/>
    public bool Lose(Exception why)
    {
        if (why is RpcException { StatusCode: StatusCode.Unauthenticated })
            Refused = new(
                ErrorReason.TokenInvalid, $"The service of \"{inspectorate}\" does not accept the token: get a new one, or ask without.");
        bool was;
        lock (gate)
            was = followed && !(followed = false);
        first.TrySetResult();
        if (was || Refused is not null)
            changed();
        return was;
    }

    /// <inheritdoc cref="IFollowedChanges.Begin"/>
    public void Begin()
    {
        lock (gate)
        {
            news.Add(WatchNews.OfEverything());
            (place, heard, behind, followed) = (WatchPlace.Beginning, null, false, false);
        }

        changed();
    }
}
