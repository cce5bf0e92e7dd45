namespace Inspectorates.Gateway.Asking;

/// <summary>On whose behalf, and how long, the gateway asks.</summary>
/// <param name="Token">The caller's token; null: it has none that can be read, and is asked for as anybody is.</param>
/// <param name="Patience">How long the caller will wait; null: it did not say.</param>
internal sealed record Caller(BearerToken? Token, TimeSpan? Patience)
{
    /// <summary>The caller of a request.</summary>
    /// <param name="request">The request.</param>
    /// <param name="patience">How long the caller will wait; null: it did not say.</param>
    public static Caller Of(HttpRequest request, TimeSpan? patience = null) =>
        new(BearerToken.TryRead(request.Headers.Authorization, out var token) ? token : null, patience);
}
