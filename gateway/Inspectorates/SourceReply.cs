using Inspectorates.Gateway.Joint;

namespace Inspectorates.Gateway.Asking;

/// <summary>What one inspectorate replied to a question of its own kind.</summary>
/// <param name="Answer">The answer; null: there is none, and <paramref name="Source"/> says why.</param>
/// <param name="Source">What became of asking; it holds no verdicts.</param>
internal sealed record SourceReply<T>(T? Answer, SourceAnswer Source)
    where T : class;
