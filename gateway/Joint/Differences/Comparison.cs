using Inspectorates.Joint.V1;

namespace Inspectorates.Gateway.Joint.Differences;

/// <summary>What came of holding two verdicts against each other.</summary>
/// <param name="Finding">What.</param>
/// <param name="Reason">Why it is a divergence; unspecified otherwise.</param>
internal sealed record Comparison(
    Finding Finding, Difference.Types.Reason Reason = Difference.Types.Reason.Unspecified)
{
    /// <summary>Why they were not held against each other, though they might be; empty where they were.</summary>
    public IReadOnlyList<LeftOutPair.Types.Reason> LeftOutFor { get; init; } = [];

    public Distance Distance { get; init; }

    /// <summary>Codes of the processes both are about, where at least one is a broad judgement.</summary>
    public IReadOnlyList<string> SharedProcesses { get; init; } = [];

    public bool IsDifference => Finding is Finding.Contradiction or Finding.Divergence or Finding.OverTime;
}

/// <summary>Two verdicts and what came of holding them against each other.</summary>
/// <param name="One">The one that comes first in time, or else by name.</param>
/// <param name="Other">The other.</param>
/// <param name="Comparison">What came of it.</param>
internal sealed record ComparedPair(Comparand One, Comparand Other, Comparison Comparison)
{
    /// <summary>Code of the process both are about; empty: two broad judgements.</summary>
    public string Process => One.IsBroad ? Other.Verdict.Process : One.Verdict.Process;

    /// <summary>The aspect both are about; empty where they differ in it, and where one is a broad judgement.</summary>
    public string Aspect => !One.IsBroad && !Other.IsBroad && One.Aspect == Other.Aspect ? One.Aspect : "";

    /// <summary>
    /// The later of the two by what the distance was measured by; null where they are of the same days, or that is not
    /// known.
    /// </summary>
    public Comparand? Later => (Comparison.Distance.Basis, Math.Sign(Order())) switch
    {
        (Difference.Types.DistanceBasis.Unspecified, _) or (_, 0) => null,
        (_, -1) => Other,
        _ => One,
    };

    private int Order() => Comparison.Distance.Basis is Difference.Types.DistanceBasis.Fieldwork
        ? (One.Fieldwork!.Value.First, One.Fieldwork.Value.Last).CompareTo((Other.Fieldwork!.Value.First, Other.Fieldwork.Value.Last))
        : Nullable.Compare(One.Published, Other.Published);
}
