using System.Threading.Channels;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Inspectorates.Gateway.Asking;
using Inspectorates.V1;

namespace Inspectorates.Gateway.Answering.Watching;

/// <summary>Every inspectorate's changes for one stream, until it is disposed of.</summary>
internal sealed class WatchedSources : IAsyncDisposable
{
    // The services' own maximum of a unary call.
    private static readonly TimeSpan Answer = TimeSpan.FromSeconds(5);

    private readonly Channel<bool> signal = Channel.CreateBounded<bool>(
        new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    private readonly CancellationTokenSource ending = new();
    private readonly List<IDisposable> subscriptions = [];
    private readonly List<Task> following = [];
    private readonly InspectorateSources sources;
    private readonly TimeProvider time;

    public WatchedSources(InspectorateSources sources, TimeProvider time)
    {
        (this.sources, this.time) = (sources, time);
        All = [.. sources.Codes.Select(code => new WatchedSource(code, () => signal.Writer.TryWrite(true)))];
    }

    /// <summary>Each inspectorate's, in the order of their codes.</summary>
    public IReadOnlyList<WatchedSource> All { get; }

    /// <summary>Begins to follow.</summary>
    /// <param name="places">Where the stream stands; empty: at now.</param>
    /// <param name="caller">For whom.</param>
    /// <param name="states">What the gateway follows for anybody.</param>
    /// <param name="log">Where a loss is logged.</param>
    public void Start(
        IReadOnlyDictionary<string, WatchPlace> places, Caller caller, PublicStates states, ILogger<ChangeFollower> log)
    {
        foreach (var (watched, state) in All.Zip(states.All))
        {
            var at = places.GetValueOrDefault(watched.Inspectorate, WatchPlace.Beginning);
            if (Authorization(caller, watched.Inspectorate) is { } authorization)
            {
                watched.StartAt(at);
                following.Add(new ChangeFollower(
                    sources.Find(watched.Inspectorate)!.Changes, watched, () => { }, time, log, authorization)
                    .FollowAsync(ending.Token));
                continue;
            }

            var (subscription, cursor, recordedAt, isFollowed) = state.Subscribe(watched);
            subscriptions.Add(subscription);
            if (places.Count == 0)
                watched.Start(new(cursor, recordedAt), isBehind: false, isFollowed);
            else
                watched.Start(at, isBehind: at.Cursor != cursor, isFollowed);
        }
    }

    /// <summary>Ends when it is known of each whether it can be followed.</summary>
    public Task FirstAsync() => Task.WhenAll(All.Select(watched => watched.First));

    /// <summary>The instant of an inspectorate's record at which nothing was there that is not told at the place.</summary>
    /// <param name="code">Its code.</param>
    /// <param name="place">The place.</param>
    public Timestamp? Before(string code, WatchPlace place)
    {
        if (place.RecordedAt is not { } at)
            return null;
        // What became visible together has one instant: where only part of it was told, the instant before holds none of it.
        return All.Single(watched => watched.Inspectorate == code).FirstAt is { } first && first.CompareTo(at) <= 0
            ? Timestamp.FromDateTimeOffset(at.ToDateTimeOffset().AddTicks(-1))
            : at;
    }

    /// <exception cref="RefusedException">An inspectorate does not accept the caller's token any more.</exception>
    public void ThrowIfRefused()
    {
        foreach (var refused in All.Select(watched => watched.Refused).OfType<RefusedException>())
            throw refused;
    }

    /// <summary>Refuses places that are none any more.</summary>
    /// <exception cref="RefusedException">A cursor is not taken, or the caller's token is not accepted.</exception>
    public Task CheckAsync(IReadOnlyDictionary<string, WatchPlace> places, Caller caller, CancellationToken cancelled) =>
        Task.WhenAll(places.Where(place => place.Value.Cursor.Length > 0).Select(async place =>
        {
            if (sources.Find(place.Key) is not { } source)
                return;
            try
            {
                await ListAsync(source, place.Value.Cursor, 1, Authorization(caller, source.Code), cancelled);
            }
            catch (RpcException refused) when (ChangeFollower.IsCursorRefused(refused))
            {
                throw new RefusedException(
                    ErrorReason.CursorReset,
                    $"The record of \"{source.Code}\" was replaced, or what you may see there has changed, since the token was given: begin without one.")
                { Field = "token" };
            }
            catch (RpcException refused) when (refused.StatusCode is StatusCode.Unauthenticated)
            {
                throw new RefusedException(
                    ErrorReason.TokenInvalid, $"The service of \"{source.Code}\" does not accept the token: get a new one, or ask without.");
            }
            catch (RpcException) when (!cancelled.IsCancellationRequested)
            {
                // It cannot be reached: that is told on the stream, which goes on for the others.
            }
        }));

    /// <summary>Reads what lies between where the stream stands and what is heard. What cannot be read now is read later.</summary>
    public Task CatchUpAsync(CancellationToken cancelled) => Task.WhenAll(All.Where(watched => watched.IsBehind).Select(async watched =>
    {
        var source = sources.Find(watched.Inspectorate)!;
        try
        {
            while (await ListAsync(source, watched.Cursor, PageWalk.PageSize, null, cancelled) is { Changes.Count: > 0 } page)
            {
                var from = watched.Cursor;
                foreach (var change in page.Changes)
                    watched.Take(change);
                if (watched.Cursor == from)
                    return;
            }

            watched.CatchUp();
        }
        catch (RpcException refused) when (ChangeFollower.IsCursorRefused(refused))
        {
            watched.Begin();
        }
        catch (Exception failed) when (failed is RpcException or InvalidAnswerException && !cancelled.IsCancellationRequested)
        {
            // It stays behind, and is said to be not followed.
        }
    }));

    /// <summary>Waits until something has changed, or for so long.</summary>
    public async Task NextAsync(TimeSpan? longest, CancellationToken cancelled)
    {
        using var waiting = CancellationTokenSource.CreateLinkedTokenSource(cancelled);
        if (longest is { } most)
            waiting.CancelAfter(most);
        try
        {
            await signal.Reader.ReadAsync(waiting.Token);
        }
        catch (OperationCanceledException) when (!cancelled.IsCancellationRequested)
        {
            // Long enough.
        }
    }

    public async ValueTask DisposeAsync()
    {
        subscriptions.ForEach(subscription => subscription.Dispose());
        await ending.CancelAsync();
        await Task.WhenAll(following);
        ending.Dispose();
    }

    private static string? Authorization(Caller caller, string inspectorate) =>
        caller.Token?.IsFor(inspectorate) is true ? caller.Token.Header : null;

    private static async Task<ListChangesResponse> ListAsync(
        InspectorateSource source, string cursor, int size, string? authorization, CancellationToken cancelled) =>
        await source.Changes.ListChangesAsync(
            new() { Cursor = cursor, PageSize = size },
            authorization is null ? null : new Metadata { { "authorization", authorization } },
            TimeProvider.System.GetUtcNow().UtcDateTime + Answer,
            cancelled);
}
