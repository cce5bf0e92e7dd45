using Inspectorates.V1;
using Basis = Inspectorates.V1.Verdict.Types.Basis;
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

    /// <summary>
    /// It rests on what other agencies say about the one judged, and on nothing direct, as its own service says: that knows the
    /// counts that are withheld here.
    /// </summary>
    public static bool IsHearsayOnly(Verdict verdict) => Rests(verdict, Basis.HearsayOnly, Evidence.Types.Type.OtherAgencysOpinion);

    /// <summary>
    /// It rests on figures of activity or timeliness, or without a stated optimum, and on nothing direct, as its own service
    /// says: that has the registry.
    /// </summary>
    public static bool IsProxyOnly(Verdict verdict) => Rests(verdict, Basis.ProxyOnly, Evidence.Types.Type.Indicator);

    // A service of an earlier release names no basis and has no place where an optimum of a figure is stated.
    private static bool Rests(Verdict verdict, Basis basis, Evidence.Types.Type type) =>
        verdict.Basis == Basis.Unspecified ? IsAll(verdict, type) : verdict.Basis == basis;

    private static bool IsAll(Verdict verdict, Evidence.Types.Type type) =>
        verdict.Evidence.Count > 0 && verdict.Evidence.All(evidence => evidence.Type == type);
}
