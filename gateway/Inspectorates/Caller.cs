namespace Inspectorates.Gateway.Asking;

/// <summary>On whose behalf, and how long, the gateway asks.</summary>
/// <param name="Authorization">The caller's <c>Authorization</c> header; null: anonymous.</param>
/// <param name="Patience">How long the caller will wait; null: it did not say.</param>
internal sealed record Caller(string? Authorization, TimeSpan? Patience)
{
    /// <summary>A caller without a token who did not say how long it waits.</summary>
    public static Caller Anonymous { get; } = new(null, null);
}
