using Inspectorates.Joint.V1;

namespace Inspectorates.Gateway.Joint.Differences;

/// <summary>What came of holding two verdicts against each other.</summary>
/// <param name="Finding">What.</param>
/// <param name="Reason">Why it is a divergence; unspecified otherwise.</param>
internal sealed record Comparison(
    Finding Finding, Difference.Types.Reason Reason = Difference.Types.Reason.Unspecified)
{
    /// <summary>Why they are set aside; empty where they are not.</summary>
    public IReadOnlyList<SetAsideReason> SetAsideFor { get; init; } = [];

    public Distance Distance { get; init; }

    /// <summary>Codes of the processes both are about, where at least one is a broad judgement.</summary>
    public IReadOnlyList<string> SharedProcesses { get; init; } = [];

    public bool IsDifference => Finding is Finding.Contradiction or Finding.Divergence or Finding.OverTime;
}

/// <summary>Two verdicts and what came of holding them against each other.</summary>
/// <param name="One">The one that comes first in time, or else by name.</param>
/// <param name="Other">The other.</param>
/// <param name="Comparison">What came of it.</param>
internal sealed record ComparedPair(Comparand One, Comparand Other, Comparison Comparison);
