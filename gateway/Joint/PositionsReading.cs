namespace Inspectorates.Gateway.Joint;

/// <summary>What became of reading an inspectorate's positions on differences.</summary>
public enum PositionsReading
{
    /// <summary>They were read: what is not among them was not said.</summary>
    Read,

    /// <summary>Its service is of an older build and keeps none.</summary>
    NotKept,

    /// <summary>They could not be read: what it said is not known.</summary>
    NotKnown,
}
