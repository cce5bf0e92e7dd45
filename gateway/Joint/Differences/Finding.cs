namespace Inspectorates.Gateway.Joint.Differences;

/// <summary>What comes of holding two verdicts against each other.</summary>
internal enum Finding
{
    /// <summary>They are not held against each other; the reasons are listed.</summary>
    SetAside,

    /// <summary>They say alike.</summary>
    Alike,

    /// <summary>They are not about the same, so that they say nothing about each other.</summary>
    NothingInCommon,

    /// <summary>A divergence.</summary>
    Divergence,

    /// <summary>They differ, and so does the time.</summary>
    OverTime,

    /// <summary>They contradict each other.</summary>
    Contradiction,
}
