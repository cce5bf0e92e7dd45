namespace Inspectorates.Gateway.Joint;

/// <summary>What became of reading an inspectorate's list of a further kind of record.</summary>
public enum FurtherReading
{
    /// <summary>It was not asked for.</summary>
    NotAsked,

    /// <summary>It was read: what is not in it is not there.</summary>
    Read,

    /// <summary>Its service is of an older build and keeps none.</summary>
    NotKept,

    /// <summary>It could not be read, or could not be used: what it holds is not known.</summary>
    NotKnown,
}

/// <summary>An inspectorate's records of a further kind, and whether they are all.</summary>
/// <param name="Records">The records. Empty: there are none, or <paramref name="Reading"/> says why they are not known.</param>
/// <param name="Reading">What became of reading them.</param>
public sealed record FurtherList<T>(IReadOnlyList<T> Records, FurtherReading Reading);
