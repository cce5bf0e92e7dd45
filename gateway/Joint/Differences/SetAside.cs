using Inspectorates.V1;

namespace Inspectorates.Gateway.Joint.Differences;

/// <summary>Row 1 of the table: what is never held against anything, with every reason for it.</summary>
internal static class SetAside
{
    /// <summary>
    /// What must not hold of a verdict for it to be compared. A further ground, such as resting only on an indicator
    /// without a stated optimum, is one more line here.
    /// </summary>
    private static readonly (SetAsideReason Reason, Func<Verdict, bool> Holds)[] Grounds =
    [
        (SetAsideReason.NotJudged, verdict => !Axis.Has(verdict.Standing)),
        (SetAsideReason.Withdrawn, verdict => verdict.State is Verdict.Types.State.Withdrawn),
        (SetAsideReason.Pilot, verdict => verdict.Pilot),
        (SetAsideReason.HearsayOnly, IsHearsayOnly),
    ];

    public static bool Is(Verdict verdict) => Grounds.Any(ground => ground.Holds(verdict));

    public static IReadOnlyList<SetAsideReason> Reasons(Verdict one, Verdict other)
    {
        var reasons = new List<SetAsideReason>();
        if (AreOfOneInspection(one, other)) reasons.Add(SetAsideReason.SameInspection);
        reasons.AddRange(Grounds.Where(ground => ground.Holds(one) || ground.Holds(other)).Select(ground => ground.Reason));
        return reasons;
    }

    public static bool AreOfOneInspection(Verdict one, Verdict other) =>
        one.InspectionKey.Length > 0 && one.InspectionKey == other.InspectionKey;

    /// <summary>Evidence is recorded, and all of it is what other agencies say about the one judged.</summary>
    public static bool IsHearsayOnly(Verdict verdict) =>
        verdict.Evidence.Count > 0
        && verdict.Evidence.All(evidence => evidence.Type is Evidence.Types.Type.OtherAgencysOpinion);
}
