namespace Inspectorates.Gateway.Asking;

/// <summary>How long the gateway waits for an inspectorate, and when it stops asking for a while.</summary>
public sealed record AskingSettings
{
    // A caller whose deadline has just passed still gets a time limit, not none.
    private static readonly TimeSpan Least = TimeSpan.FromMilliseconds(1);

    // Of the time there is; the rest is for composing and writing the answer.
    private const double Share = 0.75;

    /// <summary>
    /// <c>Gateway:Budget</c>: how long one view may take, from the question to the composed answer. Default 2 s.
    /// </summary>
    public TimeSpan Budget { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>
    /// <c>Gateway:Attempt</c>: how long one attempt at one inspectorate may take; sent on as the gRPC deadline. Shorter
    /// than the budget, so that there is time to compose. Default 1.3 s.
    /// </summary>
    public TimeSpan Attempt { get; init; } = TimeSpan.FromSeconds(1.3);

    /// <summary>
    /// <c>Gateway:Break</c>: how long an inspectorate that keeps failing is left alone before it is tried again. It
    /// bounds how late its return is noticed. Default 2 s.
    /// </summary>
    public TimeSpan Break { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>
    /// <c>Gateway:FailuresToBreak</c>: how many attempts within ten seconds, at least half of them failed, make the
    /// gateway leave it alone. Default 3.
    /// </summary>
    public int FailuresToBreak { get; init; } = 3;

    /// <summary><c>Gateway:Retries</c>: how often at most one question is asked again. Default 2.</summary>
    public int Retries { get; init; } = 2;

    /// <summary>
    /// How long all sources together may take within the budget; what is left is for composing and writing the answer.
    /// </summary>
    public TimeSpan Asking => Budget * Share;

    /// <summary>How long all sources together may take for a caller who will wait no longer than this.</summary>
    /// <param name="patience">How long the caller will wait; null: it did not say.</param>
    internal TimeSpan Within(TimeSpan? patience)
    {
        var asked = patience * Share ?? Asking;
        return asked < Least ? Least : asked < Asking ? asked : Asking;
    }
}
