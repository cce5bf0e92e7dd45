using Grpc.Core;
using Inspectorates.Hosting.Refusals;
using Inspectorates.Hosting.Store;
using Inspectorates.Hosting.Trust;
using Inspectorates.V1;
using Microsoft.Extensions.Hosting;

namespace Inspectorates.Hosting.Rpc;

/// <summary>Serves what became visible, in order, as pages and as a stream.</summary>
internal sealed class ChangeGrpc(ChangeReader reader, Cursors cursors, ChangeSignal signal, IHostApplicationLifetime lifetime)
    : ChangeService.ChangeServiceBase
{
    private const int MostBytes = 960 * 1024;
    private const int Together = 100;

    public override async Task<ListChangesResponse> ListChanges(ListChangesRequest request, ServerCallContext context)
    {
        var caller = Caller.Of(context);
        var size = Pages.Size(request.PageSize);
        var response = new ListChangesResponse { Cursor = request.Cursor };
        var bytes = 0;
        var from = await PlaceAsync(caller, request.Cursor, context.CancellationToken);
        foreach (var (place, change) in await reader.AfterAsync(caller, from, size, context.CancellationToken))
        {
            change.Cursor = cursors.Of(caller, place);
            bytes += change.CalculateSize() + 8;
            if (bytes > MostBytes && response.Changes.Count > 0)
                break;
            response.Changes.Add(change);
            response.Cursor = change.Cursor;
        }

        return response;
    }

    public override async Task WatchChanges(
        WatchChangesRequest request, IServerStreamWriter<WatchChangesResponse> responseStream, ServerCallContext context)
    {
        var caller = Caller.Of(context);
        var place = await PlaceAsync(caller, request.Cursor, context.CancellationToken);
        // An endless stream would hold the shutdown for its whole time limit.
        using var ends = CancellationTokenSource.CreateLinkedTokenSource(context.CancellationToken, lifetime.ApplicationStopping);
        // The caller learns that the stream stands, however long nothing changes.
        await context.WriteResponseHeadersAsync([]);
        try
        {
            while (true)
            {
                // Taken before looking: what is committed in between raises it.
                var next = signal.Next;
                var changes = await reader.AfterAsync(caller, place, Together, ends.Token);
                foreach (var (at, change) in changes)
                {
                    change.Cursor = cursors.Of(caller, at);
                    await responseStream.WriteAsync(new WatchChangesResponse { Change = change }, ends.Token);
                    place = at;
                }

                if (changes.Count < Together)
                    await next.WaitAsync(ends.Token);
            }
        }
        catch (OperationCanceledException) when (lifetime.ApplicationStopping.IsCancellationRequested)
        {
            throw new RefusalException(ErrorReason.StoreUnavailable, "The service is stopping. Go on with the last cursor.");
        }
    }

    private Task<ChangePlace> PlaceAsync(Caller caller, string cursor, CancellationToken cancelled) =>
        cursors.OpenAsync(caller, cursor, whose => reader.LastAsync(whose, cancelled));
}
