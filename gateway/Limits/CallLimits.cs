using System.Threading.RateLimiting;
using Inspectorates.Gateway.Answering;
using Inspectorates.Gateway.Asking;
using Inspectorates.V1;

namespace Inspectorates.Gateway.Limits;

/// <summary>Counts the calls of each caller. Nobody waits in a queue: what is too much is refused at once.</summary>
internal sealed class CallLimits(LimitSettings settings) : IDisposable
{
    // Calls are given back ten times a second.
    private static readonly TimeSpan ShortestWait = TimeSpan.FromMilliseconds(100);

    private static readonly TimeSpan UntilOneEnds = TimeSpan.FromSeconds(1);

    private readonly PartitionedRateLimiter<string> rate = PartitionedRateLimiter.Create<string, string>(caller =>
        RateLimitPartition.GetTokenBucketLimiter(caller, _ => new TokenBucketRateLimiterOptions
        {
            TokenLimit = settings.Burst,
            TokensPerPeriod = 1,
            ReplenishmentPeriod = TimeSpan.FromSeconds(1) / settings.CallsPerSecond,
        }));

    private readonly PartitionedRateLimiter<string> calls = AtOnce(settings.Concurrent);
    private readonly PartitionedRateLimiter<string> streams = AtOnce(settings.Streams);

    /// <summary>Lets a call begin.</summary>
    /// <param name="callers">The names it is counted under; each must have room.</param>
    /// <param name="isStream">Whether it stays open.</param>
    /// <returns>What to dispose of when the call ends.</returns>
    /// <exception cref="RefusedException">The caller calls too often, or has too many calls open.</exception>
    public IDisposable Begin(IEnumerable<string> callers, bool isStream)
    {
        var open = new OpenCall();
        try
        {
            foreach (var caller in callers)
            {
                if (!open.Add(rate.AttemptAcquire(caller), out var wait))
                    throw new RefusedException(
                        ErrorReason.RateLimited, $"A caller may make {settings.CallsPerSecond} calls a second here; go on more slowly.")
                    { RetryAfter = wait > ShortestWait ? wait : ShortestWait };
                if (!open.Add((isStream ? streams : calls).AttemptAcquire(caller), out _))
                    throw new RefusedException(
                        ErrorReason.ConcurrencyLimited,
                        isStream
                            ? $"A caller may have {settings.Streams} streams open here; end one first."
                            : $"A caller may have {settings.Concurrent} calls open here; wait for one to end.")
                    { RetryAfter = UntilOneEnds };
            }

            return open;
        }
        catch (RefusedException)
        {
            open.Dispose();
            throw;
        }
    }

    public void Dispose()
    {
        rate.Dispose();
        calls.Dispose();
        streams.Dispose();
    }

    private static PartitionedRateLimiter<string> AtOnce(int most) => PartitionedRateLimiter.Create<string, string>(caller =>
        RateLimitPartition.GetConcurrencyLimiter(caller, _ => new ConcurrencyLimiterOptions { PermitLimit = most }));

    private sealed class OpenCall : IDisposable
    {
        private readonly List<RateLimitLease> leases = [];

        public bool Add(RateLimitLease lease, out TimeSpan wait)
        {
            leases.Add(lease);
            wait = lease.TryGetMetadata(MetadataName.RetryAfter, out var until) ? until : TimeSpan.Zero;
            return lease.IsAcquired;
        }

        public void Dispose() => leases.ForEach(lease => lease.Dispose());
    }
}
