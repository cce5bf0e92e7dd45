using System.Threading.RateLimiting;
using Inspectorates.Hosting.Refusals;

namespace Inspectorates.Hosting.Limits;

/// <summary>Whether a call may go on; disposed when it has ended, which makes room for the next.</summary>
/// <param name="Refusal">Why not; null: it may.</param>
/// <param name="Place">The place it takes among its caller's calls; null where it is refused.</param>
internal sealed record Admission(RefusalException? Refusal, RateLimitLease? Place) : IDisposable
{
    public void Dispose() => Place?.Dispose();
}
