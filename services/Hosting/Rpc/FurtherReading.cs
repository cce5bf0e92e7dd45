using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Inspectorates.Hosting.Records;
using Inspectorates.Hosting.Refusals;
using Inspectorates.Hosting.Store;
using Inspectorates.Hosting.Trust;

namespace Inspectorates.Hosting.Rpc;

/// <summary>Serves the reads that further records of every kind have: one by its name, and lists.</summary>
internal sealed class FurtherReading(FurtherReader reader, ReadFilters filters, Pages pages)
{
    /// <summary>One record as the caller may see it.</summary>
    /// <exception cref="RefusalException">There is none, or the instant is refused.</exception>
    public Task<T> GetAsync<T>(FurtherKind<T> kind, string name, Timestamp? recordedAsOf, ServerCallContext context)
        where T : class, IMessage<T>, new()
    {
        var faults = new Faults();
        var known = filters.Known(faults, recordedAsOf);
        faults.ThrowIfAny();
        return reader.GetAsync(Caller.Of(context), kind, name, known, context.CancellationToken);
    }

    /// <summary>A page of records as the caller may see them, with the token for the next.</summary>
    /// <param name="request">The request, which has the fields <c>page_size</c> and <c>page_token</c>.</param>
    /// <param name="list">What it asks for.</param>
    /// <exception cref="RefusalException">A filter, the page size or the token is wrong.</exception>
    public async Task<(IReadOnlyList<T> Records, string Next)> ListAsync<T>(FurtherKind<T> kind, IMessage request, FurtherList list, ServerCallContext context)
        where T : class, IMessage<T>, new()
    {
        var faults = new Faults();
        var which = filters.Which(faults, list.Area, list.AsOf, list.RecordedAsOf);
        list.Check?.Invoke(faults);
        faults.ThrowIfAny();

        var caller = Caller.Of(context);
        var (size, token) = ((int)Field(request, "page_size"), (string)Field(request, "page_token"));
        var from = pages.Open(request, token, caller);
        var query = new FurtherQuery(Keys(which, list), KnownBy(which, list.AsOf.Length > 0), list.AllRevisions);
        var page = await reader.ListAsync(caller, kind, query, Pages.Size(size), from?.Place, context.CancellationToken);
        return (page.Records, pages.Token(request, caller, DateOnly.MinValue, page.Next));
    }

    private static List<FurtherKey> Keys(ListQuery which, FurtherList list) =>
        [.. list.Keys.Append(("area", which.Area)).Where(key => key.Item2.Length > 0).Select(key => new FurtherKey(key.Item1, [key.Item2]))];

    // Placed by the record's own clock alone.
    private static DateTimeOffset? KnownBy(ListQuery which, bool hasDay)
    {
        if (!hasDay)
            return which.Known;
        var end = LondonClock.EndOf(which.Day);
        return which.Known is { } known && known < end ? known : end;
    }

    private static object Field(IMessage request, string name) => request.Descriptor.FindFieldByName(name).Accessor.GetValue(request);
}

/// <summary>What a list asks for; what is empty leaves nothing out.</summary>
/// <param name="Area">DfE or GSS code.</param>
/// <param name="AsOf">A day.</param>
/// <param name="RecordedAsOf">An instant of the record; null: now.</param>
/// <param name="AllRevisions">Whether every revision, or the latest of each.</param>
/// <param name="Keys">Keys with the value each must have; an empty value leaves nothing out.</param>
internal sealed record FurtherList(string Area, string AsOf, Timestamp? RecordedAsOf, bool AllRevisions, params (string, string)[] Keys)
{
    /// <summary>Checks further filters; null: there is nothing to check.</summary>
    public Action<Faults>? Check { get; init; }
}
