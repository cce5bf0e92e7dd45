namespace Inspectorates.Gateway.Asking;

/// <summary>How much one caller may ask of the gateway: section <c>Gateway:Limits</c>.</summary>
public sealed record LimitSettings
{
    /// <summary><c>Gateway:Limits:CallsPerSecond</c>: how many calls a caller may make in the long run. Default 500.</summary>
    public int CallsPerSecond { get; init; } = 500;

    /// <summary><c>Gateway:Limits:Burst</c>: how many calls a caller who was quiet may make at once. Default 1,000.</summary>
    public int Burst { get; init; } = 1000;

    /// <summary><c>Gateway:Limits:Concurrent</c>: how many calls of a caller may be open at once, streams apart. Default 200.</summary>
    public int Concurrent { get; init; } = 200;

    /// <summary><c>Gateway:Limits:Streams</c>: how many streams a caller may have open at once. Default 100.</summary>
    public int Streams { get; init; } = 100;
}
