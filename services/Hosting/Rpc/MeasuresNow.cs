using Inspectorates.Hosting.Records.Concerns;
using Inspectorates.Hosting.Records.Referrals;
using Inspectorates.Hosting.Store;
using Inspectorates.V1;

namespace Inspectorates.Hosting.Rpc;

/// <summary>
/// The measures of the inspectorate as of this minute, for whoever asks: all concerns and referrals are read for the first who does, and
/// again once one of them has changed or the minute has passed. Whether one has changed is asked of the record itself, so that what another
/// replica wrote counts at once.
/// </summary>
internal sealed class MeasuresNow(IInspectorate inspectorate, IStore store, LondonClock clock) : IDisposable
{
    // By an index: however much else is written meanwhile, the question costs the same.
    private static readonly string Measured = $"further_record WHERE kind IN ('{ConcernKind.Kind.Code}', '{ReferralKind.Kind.Code}')";

    // One reads; the others wait and find what it has read.
    private readonly SemaphoreSlim reading = new(1, 1);
    private Known? known;

    /// <summary>The measures. Shared by all callers: not to be changed.</summary>
    public async Task<InspectorateMeasures> GetAsync(CancellationToken cancelled)
    {
        if (await FreshAsync(cancelled) is { } fresh)
            return fresh;
        await reading.WaitAsync(cancelled);
        try
        {
            return await FreshAsync(cancelled) ?? await ReadAsync(cancelled);
        }
        finally
        {
            reading.Release();
        }
    }

    public void Dispose() => reading.Dispose();

    private async Task<InspectorateMeasures?> FreshAsync(CancellationToken cancelled)
    {
        if (Volatile.Read(ref known) is not { } last || last.Minute != Minute(clock.Now))
            return null;
        await using var connection = await store.OpenForReadingAsync(cancelled);
        return await connection.NumberAsync($"SELECT COUNT(*) FROM {Measured} AND seq > @seen", cancelled, ("@seen", last.Seq)) == 0
            ? last.Measures
            : null;
    }

    private async Task<InspectorateMeasures> ReadAsync(CancellationToken cancelled)
    {
        var now = clock.Now;
        // Before they are read: what is written in between is read now and once more.
        var seq = await LastAsync(cancelled);
        var concerns = await LatestRecords.OfAsync(store, ConcernKind.Kind, cancelled);
        var referrals = await LatestRecords.OfAsync(store, ReferralKind.Kind, cancelled);
        var measures = Measuring.Of(inspectorate.Code, concerns, referrals, now);
        Volatile.Write(ref known, new Known(seq, Minute(now), measures));
        return measures;
    }

    private async Task<long> LastAsync(CancellationToken cancelled)
    {
        await using var connection = await store.OpenForReadingAsync(cancelled);
        return await connection.NumberAsync($"SELECT COALESCE(MAX(seq), 0) FROM {Measured}", cancelled);
    }

    private static long Minute(DateTimeOffset at) => at.UtcTicks / TimeSpan.TicksPerMinute;

    /// <param name="Seq">The last entry of one of them before they were read.</param>
    /// <param name="Minute">The minute they are of.</param>
    /// <param name="Measures">The measures.</param>
    private sealed record Known(long Seq, long Minute, InspectorateMeasures Measures);
}
