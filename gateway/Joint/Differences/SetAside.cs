using Inspectorates.V1;
using Reason = Inspectorates.Joint.V1.LeftOutPair.Types.Reason;

namespace Inspectorates.Gateway.Joint.Differences;

/// <summary>Row 1 of the table: what is never held against anything, with every reason for it.</summary>
internal static class SetAside
{
    /// <summary>What must not hold of a verdict for it to be compared. A further ground is one more line here.</summary>
    private static readonly (Reason Reason, Func<Verdict, bool> Holds)[] Grounds =
    [
        (Reason.NotJudged, verdict => !Axis.Has(verdict.Standing)),
        (Reason.Withdrawn, verdict => verdict.State is Verdict.Types.State.Withdrawn),
        (Reason.Pilot, verdict => verdict.Pilot),
        (Reason.HearsayOnly, IsHearsayOnly),
        (Reason.ProxyOnly, IsProxyOnly),
    ];

    /// <summary>Every reason for which the verdict is held against nothing; empty: none.</summary>
    public static IReadOnlyList<Reason> Reasons(Verdict verdict) =>
        [.. Grounds.Where(ground => ground.Holds(verdict)).Select(ground => ground.Reason)];

    /// <summary>Every reason for which the two are not held against each other; empty: none.</summary>
    public static IReadOnlyList<Reason> Reasons(Comparand one, Comparand other)
    {
        var together = AreOfOneInspection(one.Verdict, other.Verdict);
        if (!together && !one.IsSetAside && !other.IsSetAside)
            return [];
        var either = one.SetAsideFor.Union(other.SetAsideFor).Order();
        return together ? [Reason.SameInspection, .. either] : [.. either];
    }

    public static bool AreOfOneInspection(Verdict one, Verdict other) =>
        one.InspectionKey.Length > 0 && one.InspectionKey == other.InspectionKey;

    /// <summary>Evidence is recorded, and all of it is what other agencies say about the one judged.</summary>
    public static bool IsHearsayOnly(Verdict verdict) => IsAll(verdict, Evidence.Types.Type.OtherAgencysOpinion);

    /// <summary>
    /// Evidence is recorded, and all of it is figures. The contract has no place where an optimum of a figure is stated, so
    /// that none is.
    /// </summary>
    public static bool IsProxyOnly(Verdict verdict) => IsAll(verdict, Evidence.Types.Type.Indicator);

    private static bool IsAll(Verdict verdict, Evidence.Types.Type type) =>
        verdict.Evidence.Count > 0 && verdict.Evidence.All(evidence => evidence.Type == type);
}
