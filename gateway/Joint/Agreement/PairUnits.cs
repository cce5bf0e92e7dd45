using Inspectorates.Gateway.Joint.Differences;
using Inspectorates.V1;
using Reason = Inspectorates.Joint.V1.UnmatchedAreas.Types.Reason;

namespace Inspectorates.Gateway.Joint.Agreement;

/// <summary>One process in one area, or the overalls of one area, that both authors judged.</summary>
/// <param name="Area">Place of the area in the question.</param>
/// <param name="Process">Code of the process; empty: the overalls.</param>
/// <param name="One">The first author's verdict.</param>
/// <param name="Other">The second's.</param>
internal readonly record struct PairUnit(int Area, string Process, Verdict One, Verdict Other);

/// <summary>An area in which the two could not be compared.</summary>
/// <param name="Area">Place of the area in the question.</param>
/// <param name="Reason">Why.</param>
/// <param name="Author">Whom it is about; null: both.</param>
internal readonly record struct PairMiss(int Area, Reason Reason, AuthorSet? Author);

/// <summary>Two authors on one topic: the units both judged, and the areas that could not be matched.</summary>
internal sealed record PairUnits(
    Topic Topic, AuthorSet One, AuthorSet Other, IReadOnlyList<PairUnit> Units, IReadOnlyList<PairMiss> Misses, int Neither)
{
    /// <summary>The areas, each once, and the one reason of each that is nearest to a comparison.</summary>
    public static PairUnits Together(AuthorSet one, AuthorSet other, IReadOnlyList<PairUnits> processes, int areas)
    {
        PairUnit[] units = [.. processes.SelectMany(process => process.Units)];
        var matched = units.Select(unit => unit.Area).ToHashSet();
        PairMiss[] misses =
        [
            .. processes.SelectMany(process => process.Misses)
                .Where(miss => !matched.Contains(miss.Area))
                .GroupBy(miss => miss.Area)
                .Select(ofArea => ofArea.MinBy(miss => (miss.Reason, miss.Author?.ToString()))),
        ];
        return new(Topic.AllProcesses, one, other, units, misses, areas - matched.Count - misses.Length);
    }

    /// <summary>Holds what two authors say of a topic against each other, area by area.</summary>
    /// <param name="topic">The topic.</param>
    /// <param name="one">The first author, what it says in each area, and whether its source is known to have nothing more.</param>
    /// <param name="other">The second.</param>
    /// <param name="areas">How many areas there are.</param>
    public static PairUnits Of(Topic topic, PairSide one, PairSide other, int areas)
    {
        var (units, misses, neither) = (new List<PairUnit>(), new List<PairMiss>(), 0);
        for (var area = 0; area < areas; area++)
        {
            var (says, otherSays) = (one.In(area), other.In(area));
            if (says is null && otherSays is null)
                neither++;
            else if (says?.Verdict is not { } verdict || otherSays?.Verdict is not { } otherVerdict)
                misses.Add(Miss(area, (one, says), (other, otherSays)));
            else if (SetAside.AreOfOneInspection(verdict, otherVerdict))
                misses.Add(new(area, Reason.SameInspection, null));
            else
                units.Add(new(area, topic.Process, verdict, otherVerdict));
        }

        return new(topic, one.Author, other.Author, units, misses, neither);
    }

    private static PairMiss Miss(int area, params (PairSide Side, Standpoint? Says)[] sides) => sides
        .Where(side => side.Says?.Verdict is null)
        .Select(side => new PairMiss(
            area,
            side.Says?.WhyNot ?? (side.Side.IsAvailable ? Reason.OnlyOneJudged : Reason.SourceUnavailable),
            side.Side.Author))
        .MinBy(miss => miss.Reason);
}

/// <summary>One of two authors on a topic.</summary>
/// <param name="Author">Who.</param>
/// <param name="Says">What it says in each area; empty: nothing anywhere.</param>
/// <param name="IsAvailable">Whether its inspectorates gave an answer that is shown.</param>
internal sealed record PairSide(AuthorSet Author, Standpoint?[] Says, bool IsAvailable)
{
    public Standpoint? In(int area) => Says.Length == 0 ? null : Says[area];
}
