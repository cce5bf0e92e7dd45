using Inspectorates.V1;

namespace Inspectorates.Hosting.Refusals;

/// <summary>A request is refused for a reason of the contract. One place turns it into a gRPC status.</summary>
internal sealed class RefusalException : Exception
{
    public RefusalException(ErrorReason reason, string message)
        : base(message)
    {
        Reason = reason;
    }

    public RefusalException(IReadOnlyList<Fault> faults)
        : base(string.Join(" ", faults.Select(fault => fault.Message)))
    {
        Reason = faults[0].Reason;
        Faults = faults;
    }

    public ErrorReason Reason { get; }

    /// <summary>The fields at fault. Empty: the request as such.</summary>
    public IReadOnlyList<Fault> Faults { get; } = [];

    /// <summary>When the same may be asked again; null: what follows from the reason.</summary>
    public TimeSpan? RetryAfter { get; init; }

    public static RefusalException Of(ErrorReason reason, string field, string message) =>
        new([new Fault(reason, field, message)]);
}
