using System.Collections.Frozen;

namespace Inspectorates.Reference;

/// <summary>
/// Which authorities are neighbours: on the map, as far as that is known (see the README of this library), and in the statistics of the
/// Department for Education. A relation holds in both directions, whichever of the two names the other.
/// </summary>
public sealed class Neighbours
{
    private static readonly Lazy<Neighbours> Loaded = new(() => new Neighbours());

    private readonly FrozenDictionary<string, (string[] Listed, bool IsComplete)> byArea;
    private readonly FrozenDictionary<string, string[]> byRegion;

    private Neighbours()
    {
        byArea = Table.Read("neighbouring-authorities.csv").ToFrozenDictionary(
            row => row.Required("dfe_code"), row => (row.List("neighbours"), IsComplete(row)));
        byRegion = Table.Read("neighbouring-regions.csv").ToFrozenDictionary(row => row.Required("region"), row => row.List("neighbours"));
    }

    /// <summary>Neighbours in England and among the fictional areas. Loaded once, when first asked for.</summary>
    public static Neighbours England => Loaded.Value;

    /// <summary>Whether two areas share a boundary, on land or along a river, or are each other's nearest across water.</summary>
    /// <param name="one">An area.</param>
    /// <param name="other">Another area.</param>
    public SharedBoundary Between(Area one, Area other)
    {
        var (mine, theirs) = (byArea[one.DfeCode], byArea[other.DfeCode]);
        if (mine.Listed.Contains(other.DfeCode) || theirs.Listed.Contains(one.DfeCode))
            return SharedBoundary.Shared;
        return mine.IsComplete || theirs.IsComplete || one.IsFictional != other.IsFictional || AreFarApart(one.Region.Code, other.Region.Code)
            ? SharedBoundary.NotShared
            : SharedBoundary.NotKnown;
    }

    /// <summary>Whether one of two areas lists the other among its statistical neighbours.</summary>
    public static bool AreStatistical(Area one, Area other) =>
        one.StatisticalNeighbours.Contains(other.DfeCode) || other.StatisticalNeighbours.Contains(one.DfeCode);

    private bool AreFarApart(string one, string other) => one != other && !byRegion[one].Contains(other);

    private static bool IsComplete(Table.Row row) => row.Required("complete") switch
    {
        "yes" => true,
        "no" => false,
        var cell => throw row.Fault("complete", $"\"{cell}\" is neither yes nor no"),
    };
}

/// <summary>Whether two areas share a boundary.</summary>
public enum SharedBoundary
{
    /// <summary>They do.</summary>
    Shared,

    /// <summary>They do not.</summary>
    NotShared,

    /// <summary>The tables do not say: somebody has to look at a map.</summary>
    NotKnown,
}
