using Inspectorates.V1;
using Kind = Inspectorates.Joint.V1.DifferenceCause.Types.Kind;

namespace Inspectorates.Gateway.Joint.Differences;

/// <summary>
/// What is recorded that goes with a change over time or a contradiction (F16), in the order of precedence. The rules are
/// stated in <c>difference_cause.proto</c> and argued in docs/decisions/0140.
/// </summary>
internal static class Causes
{
    /// <summary>Every cause that holds, <c>UNEXPLAINED</c> where none does; empty for what is neither of the two kinds.</summary>
    public static IReadOnlyList<Kind> Of(ComparedPair pair)
    {
        if (pair.Comparison.Finding is not (Finding.OverTime or Finding.Contradiction)) return [];
        var holding = Holding(pair).ToList();
        return holding.Count > 0 ? holding : [Kind.Unexplained];
    }

    /// <summary>Whether both evidence windows are known and share no day.</summary>
    public static bool AreOfOtherTimes(ComparedPair pair) =>
        DaySpan.Of(pair.One.Verdict.EvidenceWindow) is { } window
        && DaySpan.Of(pair.Other.Verdict.EvidenceWindow) is { } other
        && window.DaysTo(other) > 0;

    /// <summary>Whether evidence is recorded of both and not of the same types.</summary>
    public static bool AreOfOtherTypes(ComparedPair pair)
    {
        var (types, others) = (Types(pair.One.Verdict), Types(pair.Other.Verdict));
        return types.Count > 0 && others.Count > 0 && !types.SetEquals(others);
    }

    public static HashSet<Evidence.Types.Type> Types(Verdict verdict) =>
        [.. verdict.Evidence.Select(evidence => evidence.Type)];

    private static IEnumerable<Kind> Holding(ComparedPair pair)
    {
        // Two authors with a framework each are what makes a contradiction, and no cause of it.
        var isContradiction = pair.Comparison.Finding is Finding.Contradiction;
        if (pair.Later?.Verdict.CreditsEarlierAction ?? false) yield return Kind.PracticeChanged;
        if (!isContradiction && pair.One.Authors != pair.Other.Authors) yield return Kind.InspectorateChanged;
        if (!isContradiction && FrameworkChanged(pair)) yield return Kind.FrameworkChanged;
        if (AreOfOtherTimes(pair) || AreOfOtherTypes(pair)) yield return Kind.EvidenceChanged;
    }

    private static bool FrameworkChanged(ComparedPair pair)
    {
        var (one, other) = (pair.One.Verdict, pair.Other.Verdict);
        return one.Framework != other.Framework
            || (one.FrameworkVersion != other.FrameworkVersion
                && one.FrameworkVersion.Length > 0 && other.FrameworkVersion.Length > 0);
    }
}
