using Google.Protobuf;
using Google.Rpc;
using Grpc.Core;
using Inspectorates.Gateway.Answering;
using Inspectorates.V1;

namespace Inspectorates.Gateway.Asking;

/// <summary>
/// Follows the changes of one inspectorate for as long as it is let: reads what there is, then watches, and after any
/// failure goes on where it stopped. It is the only layer of this path that tries again.
/// </summary>
/// <param name="changes">The inspectorate's changes.</param>
/// <param name="state">For whom they are followed.</param>
/// <param name="taken">Called after each change that was taken in.</param>
/// <param name="time">The clock.</param>
/// <param name="log">Where a loss is logged.</param>
/// <param name="authorization">The <c>authorization</c> of whoever they are followed for; null: of anybody.</param>
internal sealed partial class ChangeFollower(
    ChangeService.ChangeServiceClient changes,
    IFollowedChanges state,
    Action taken,
    TimeProvider time,
    ILogger<ChangeFollower> log,
    string? authorization = null)
{
    private static readonly TimeSpan ShortestWait = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(1);

    // The services' own maximum of a unary call.
    private static readonly TimeSpan Answer = TimeSpan.FromSeconds(5);

    // How long a silent stream is taken at its word.
    private static readonly TimeSpan Silence = TimeSpan.FromSeconds(15);

    private readonly Metadata? headers = authorization is null ? null : new() { { "authorization", authorization } };

    public async Task FollowAsync(CancellationToken stopping)
    {
        var failures = 0;
        while (!stopping.IsCancellationRequested)
        {
            var began = time.GetTimestamp();
            try
            {
                await CatchUpAsync(stopping);
                await WatchAsync(stopping);
            }
            catch (Exception failed)
            {
                Lose(failed, stopping);
                if (IsCursorRefused(failed))
                    state.Begin();
            }

            // Only a stream that lasted says that the service is well.
            failures = time.GetElapsedTime(began) > LongestWait ? 1 : failures + 1;
            await Task.Delay(Wait(failures), time, stopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task CatchUpAsync(CancellationToken stopping)
    {
        while (await ListAsync(PageWalk.PageSize, stopping) is { Changes.Count: > 0 } page)
        {
            var from = state.Cursor;
            foreach (var change in page.Changes)
                Take(change);
            if (state.Cursor == from)
                throw new InvalidAnswerException("Its service answered with changes that do not come to an end.");
        }
    }

    private async Task WatchAsync(CancellationToken stopping)
    {
        using var call = changes.WatchChanges(new() { Cursor = state.Cursor }, headers, cancellationToken: stopping);
        var next = call.ResponseStream.MoveNext(stopping);
        // A stream on which nothing has come yet may not even be open: that nothing is missed is asked beside it.
        if ((await ListAsync(1, stopping)).Changes.Count == 0)
            state.Follow();
        while (await NextAsync(next, stopping))
        {
            Take(call.ResponseStream.Current.Change ?? new());
            state.Follow();
            next = call.ResponseStream.MoveNext(stopping);
        }

        throw new RpcException(new(StatusCode.Unavailable, "The stream ended."));
    }

    private async Task<bool> NextAsync(Task<bool> next, CancellationToken stopping)
    {
        while (true)
        {
            try
            {
                return await next.WaitAsync(Silence, time, stopping);
            }
            catch (TimeoutException) when (!next.IsCompleted)
            {
                // Silent because nothing happens, or because it has gone dumb: what is there now must come on it soon.
                if ((await ListAsync(1, stopping)).Changes.Count > 0)
                    return await next.WaitAsync(LongestWait, time, stopping);
            }
        }
    }

    private void Take(Change change)
    {
        state.Take(change);
        taken();
    }

    // A deadline is a moment of the machine's clock, whatever clock views are composed by.
    private async Task<ListChangesResponse> ListAsync(int size, CancellationToken stopping) =>
        await changes.ListChangesAsync(
            new() { Cursor = state.Cursor, PageSize = size },
            headers,
            deadline: TimeProvider.System.GetUtcNow().UtcDateTime + Answer, cancellationToken: stopping);

    private void Lose(Exception failed, CancellationToken stopping)
    {
        if (state.Lose(failed) && !stopping.IsCancellationRequested)
            LogLost(state.Inspectorate, failed.GetType().Name);
    }

    /// <summary>
    /// Whether the failure is that the cursor is not taken: the record was restored or replaced, or the cursor's key with
    /// it, or what the caller may see has changed. Only the beginning is certain.
    /// </summary>
    public static bool IsCursorRefused(Exception failed)
    {
        try
        {
            return (failed as RpcException)?.GetRpcStatus()?.GetDetail<ErrorInfo>()?.Reason is { } reason
                && (reason == Reasons.Name(ErrorReason.CursorReset) || reason == Reasons.Name(ErrorReason.CursorInvalid));
        }
        catch (Exception unread) when (unread is InvalidProtocolBufferException or FormatException)
        {
            return false;
        }
    }

    // Half of it by chance, so that replicas that lost a service together do not come back together.
    private static TimeSpan Wait(int failures)
    {
        var longest = ShortestWait * Math.Pow(2, Math.Min(failures, 8));
        return (longest < LongestWait ? longest : LongestWait) * (0.5 + (Random.Shared.NextDouble() / 2));
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The changes of {Inspectorate} are not followed at the moment: {Failure}")]
    private partial void LogLost(string inspectorate, string failure);
}
