namespace Inspectorates.Gateway.Joint.Teams;

/// <summary>What became of reading an inspectorate's teams.</summary>
public enum TeamsReading
{
    /// <summary>They were read: an inspection without one has none recorded.</summary>
    Read,

    /// <summary>Its service is of an older build and keeps none.</summary>
    NotKept,

    /// <summary>They could not be read: whether there are any is not known.</summary>
    NotKnown,
}
