using System.Threading.RateLimiting;
using Inspectorates.Hosting.Refusals;
using Inspectorates.V1;

namespace Inspectorates.Hosting.Limits;

/// <summary>
/// Counts the calls of each caller: how often, how many at once, how many streams. A caller who has been quiet for some
/// seconds is forgotten, so that many subjects do not fill the memory.
/// </summary>
internal sealed class CallLimits(LimitSettings settings) : IDisposable
{
    // Partitioned limiters refill buckets at this interval: a delay that is told is longer by as much.
    private static readonly TimeSpan Refill = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan UnaryDelay = TimeSpan.FromSeconds(1);

    private readonly PartitionedRateLimiter<CallerKey> rate = PartitionedRateLimiter.Create<CallerKey, CallerKey>(
        caller => RateLimitPartition.GetTokenBucketLimiter(caller, _ => BucketOf(settings)));

    private readonly PartitionedRateLimiter<CallerKey> unary = AtOnce(settings.Concurrent);
    private readonly PartitionedRateLimiter<CallerKey> streams = AtOnce(settings.Streams);

    /// <summary>Lets a call in, or says why not.</summary>
    public Admission Admit(CallerKey caller, bool stream)
    {
        using var call = rate.AttemptAcquire(caller);
        if (!call.IsAcquired)
            return Refused(
                ErrorReason.RateLimited,
                $"At most {settings.CallsPerSecond} calls a second are taken from one caller, {settings.Burst} at once after a rest.",
                (call.TryGetMetadata(MetadataName.RetryAfter, out var delay) ? delay : TimeSpan.FromSeconds(1)) + Refill);

        var place = (stream ? streams : unary).AttemptAcquire(caller);
        if (place.IsAcquired)
            return new Admission(null, place);
        place.Dispose();
        // When another of the caller's calls ends is the caller's to know; the longest a unary one takes is the service's.
        return stream
            ? Refused(ErrorReason.ConcurrencyLimited, $"At most {settings.Streams} streams are open for one caller: end one first.", settings.Unary)
            : Refused(ErrorReason.ConcurrencyLimited, $"At most {settings.Concurrent} calls are under way for one caller: wait for one to end.", UnaryDelay);
    }

    public void Dispose()
    {
        rate.Dispose();
        unary.Dispose();
        streams.Dispose();
    }

    private static Admission Refused(ErrorReason reason, string message, TimeSpan delay) =>
        new(new RefusalException(reason, message) { RetryAfter = delay }, null);

    // The period is the refill's or, where less than one call is due in it, that of one call.
    private static TokenBucketRateLimiterOptions BucketOf(LimitSettings settings)
    {
        var calls = Math.Max(1, (int)(settings.CallsPerSecond * Refill.TotalSeconds));
        return new TokenBucketRateLimiterOptions
        {
            TokenLimit = settings.Burst,
            TokensPerPeriod = calls,
            ReplenishmentPeriod = TimeSpan.FromSeconds((double)calls / settings.CallsPerSecond),
            QueueLimit = 0,
        };
    }

    private static PartitionedRateLimiter<CallerKey> AtOnce(int most) => PartitionedRateLimiter.Create<CallerKey, CallerKey>(
        caller => RateLimitPartition.GetConcurrencyLimiter(caller, _ => new ConcurrencyLimiterOptions { PermitLimit = most, QueueLimit = 0 }));
}
