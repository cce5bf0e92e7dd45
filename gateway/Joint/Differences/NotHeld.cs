using Reason = Inspectorates.Joint.V1.LeftOutPair.Types.Reason;

namespace Inspectorates.Gateway.Joint.Differences;

/// <summary>Why two verdicts that are not set aside, and might have to do with each other, are nevertheless left out.</summary>
internal static class NotHeld
{
    /// <summary>Why two that are not alike, one of them a broad judgement, are not held against each other; empty: they are.</summary>
    public static IReadOnlyList<Reason> LeftOutFor(Comparand one, Comparand other)
    {
        var reasons = new List<Reason>();
        if (!MaySpeak(one) || !MaySpeak(other)) reasons.Add(Reason.NotTheLatestHeadline);
        // Two questions an inspectorate answers differently are its own broad judgements of different matters.
        if (one.IsBroad && other.IsBroad && one.Authors == other.Authors) reasons.Add(Reason.OwnOtherJudgement);
        if (!Axis.Opposed(one.Verdict.Standing, other.Verdict.Standing)) reasons.Add(Reason.NotOpposed);
        return reasons;
    }

    /// <summary>Why two that say alike are not taken to confirm each other, where it is not that they are one author's.</summary>
    public static IReadOnlyList<Reason> ConfirmsNothing(Comparand one, Comparand other, Distance distance) =>
        !distance.IsKnown && !one.IsBroad && !other.IsBroad && one.Authors != other.Authors ? [Reason.TimeNotKnown] : [];

    private static bool MaySpeak(Comparand comparand) => !comparand.IsBroad || comparand.SpeaksToday;
}
