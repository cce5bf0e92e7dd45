using Inspectorates.Hosting.Trust;

namespace Inspectorates.Hosting.Store;

/// <summary>What every entry of a request carries: when, who and which request.</summary>
/// <param name="At">The instant.</param>
/// <param name="Today">That instant's day in London.</param>
/// <param name="Caller">Who asked.</param>
/// <param name="RequestId">The request's id.</param>
internal sealed record Stamp(DateTimeOffset At, DateOnly Today, Caller Caller, string RequestId);
