using Inspectorates.Joint.V1;

namespace Inspectorates.Gateway.Joint.Differences;

/// <summary>Which differences are wanted. Nothing given: all.</summary>
internal sealed record DifferenceChoice
{
    /// <summary>Of this kind; unspecified: all.</summary>
    public Difference.Types.Kind Kind { get; init; }

    /// <summary>About this process; empty: all.</summary>
    public string Process { get; init; } = "";

    /// <summary>Code of an inspectorate that is author or keeper of one of the verdicts; empty: all.</summary>
    public string Inspectorate { get; init; } = "";

    /// <summary>Among whose causes is this one; unspecified: all.</summary>
    public DifferenceCause.Types.Kind Cause { get; init; }

    /// <summary>By weight; unspecified: all.</summary>
    public DifferenceSelection Only { get; init; }

    /// <summary>What has become of it; unspecified: all.</summary>
    public DifferenceStep.Types.State State { get; init; }

    /// <summary>Whether what has become of it is what is wanted. It is worked out only where that is asked.</summary>
    public bool TakesState(Differing differing, Func<Differing, Difference> write) =>
        State is DifferenceStep.Types.State.Unspecified || write(differing).State == State;

    public bool Takes(Differing differing) =>
        (Kind is Difference.Types.Kind.Unspecified || differing.Kind == Kind)
        && Takes(differing.Pair)
        && (Only is DifferenceSelection.Unspecified
            || (Only is DifferenceSelection.Strong ? differing.Strong : differing.Stale == Only is DifferenceSelection.Stale))
        && (Cause is DifferenceCause.Types.Kind.Unspecified || differing.Causes.Contains(Cause));

    /// <summary>Whether the pair is wanted, whatever came of it: only process and inspectorate are looked at.</summary>
    public bool Takes(ComparedPair pair) =>
        (Process.Length == 0 || pair.Process == Process)
        && (Inspectorate.Length == 0 || IsOf(pair.One) || IsOf(pair.Other));

    private bool IsOf(Comparand comparand) =>
        comparand.Verdict.Inspectorate == Inspectorate || comparand.Verdict.Authors.Contains(Inspectorate);
}
