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

    /// <summary>Every fault by its field, where more than one is told; otherwise empty.</summary>
    public IReadOnlyList<FieldFault> Faults { get; init; } = [];

    /// <summary>The inspectorates and why each did not answer, where none did; otherwise empty.</summary>
    public IReadOnlyList<Source> Sources { get; init; } = [];

    /// <summary>When asking again makes sense; null: not by itself.</summary>
    public TimeSpan? RetryAfter { get; init; }
}

/// <summary>What is wrong with one field.</summary>
/// <param name="Field">The field by its name in the proto.</param>
/// <param name="Message">What is wrong and what would be right: a sentence for the caller.</param>
internal sealed record FieldFault(string Field, string Message);
