using Inspectorates.Joint.V1;
using Inspectorates.V1;

namespace Inspectorates.Gateway.Answering;

/// <summary>
/// The gateway does not answer, for a reason of the contract. Thrown by whatever finds it and told in one place per
/// way of asking: as problem details, as google.rpc.Status, or as a page.
/// </summary>
/// <param name="reason">Why.</param>
/// <param name="message">What is wrong and what would be right: a sentence for the caller.</param>
internal sealed class RefusedException(ErrorReason reason, string message) : Exception(message)
{
    /// <summary>Why.</summary>
    public ErrorReason Reason { get; } = reason;

    /// <summary>The request's field that is wrong, by its name in the proto; empty: none in particular.</summary>
    public string Field { get; init; } = "";

    /// <summary>The inspectorates and why each did not answer, where none did; otherwise empty.</summary>
    public IReadOnlyList<Source> Sources { get; init; } = [];

    /// <summary>When asking again makes sense; null: not by itself.</summary>
    public TimeSpan? RetryAfter { get; init; }
}
