namespace Inspectorates.Gateway.Joint.Differences;

/// <summary>Why a verdict, or a pair, is not held against anything.</summary>
internal enum SetAsideReason
{
    /// <summary>Both arise from one inspection: its report is one agreed text.</summary>
    SameInspection,

    /// <summary>One has no standing.</summary>
    NotJudged,

    /// <summary>One was taken back.</summary>
    Withdrawn,

    /// <summary>One comes from a pilot.</summary>
    Pilot,

    /// <summary>One rests on other agencies' opinions only.</summary>
    HearsayOnly,
}
