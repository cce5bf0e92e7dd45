namespace Inspectorates.Gateway.Joint.Agreement;

/// <summary>What the distance between two values means, and so how much their disagreement weighs.</summary>
public enum Measurement
{
    /// <summary>Values are names: they are the same or they are not.</summary>
    Nominal,

    /// <summary>Values have an order and no distances.</summary>
    Ordinal,

    /// <summary>Differences of values mean something.</summary>
    Interval,

    /// <summary>Values have a zero, and their proportions mean something; none is negative.</summary>
    Ratio,
}
