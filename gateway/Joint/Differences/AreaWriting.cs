using Inspectorates.Gateway.Joint.Positions;
using Inspectorates.Joint.V1;
using Inspectorates.V1;

namespace Inspectorates.Gateway.Joint.Differences;

/// <summary>One area's verdicts, ready to be compared, and how what comes of it is written down. Each verdict is cited by one record.</summary>
internal sealed class AreaWriting
{
    private readonly Dictionary<(string Name, int Revision), JointVerdict> cited = [];
    private readonly RecordsOfArea records;
    private readonly Descriptions descriptions;
    private readonly Catalogue catalogue;
    private readonly JointVerdicts verdicts;
    private readonly DifferenceRecords differences;
    private readonly LeftOutRecords leftOut;
    private readonly DifferenceOptions options;
    private readonly Outcomes outcomes;
    private readonly Lazy<LaterVerdicts> later;

    public AreaWriting(
        string area, DateOnly asOf, RecordsOfArea records, Descriptions descriptions, Catalogue catalogue, DifferenceOptions options,
        Outcomes outcomes)
    {
        Area = area;
        (this.records, this.descriptions, this.catalogue, this.options, this.outcomes) = (records, descriptions, catalogue, options, outcomes);
        verdicts = new JointVerdicts(asOf, descriptions, Catalogue.IsFictional(area), records.Inspections);
        differences = new DifferenceRecords(descriptions, catalogue, options, Cite);
        leftOut = new LeftOutRecords(area, descriptions, Cite);
        Comparands = Comparand.All(records.Verdicts, descriptions, catalogue.CanonicalAspect);
        later = new(() => new LaterVerdicts(Comparands, catalogue.KindsMayBeSame));
    }

    /// <summary>DfE code of the area.</summary>
    public string Area { get; }

    /// <summary>The verdicts that are shown.</summary>
    public IReadOnlyList<Comparand> Comparands { get; }

    /// <summary>The pairs that were left out, those with what is not shown included: withdrawn, or replaced by a reading.</summary>
    public IEnumerable<ComparedPair> LeftOut(DifferenceRule rule)
    {
        var replaced = records.Replaced.Select(verdict => verdict.Name).ToHashSet();
        var all = Comparand.All(
            records.Verdicts.Concat(records.Replaced).Concat(records.Withdrawn), descriptions, catalogue.CanonicalAspect);
        return AreaComparisons
            .Of([.. all.Select(one => replaced.Contains(one.Verdict.Name) ? one.Replaced() : one)], rule)
            .Where(pair => pair.Comparison.LeftOutFor.Count > 0);
    }

    /// <summary>Pairs that agree as they stand and differed in an earlier version.</summary>
    /// <param name="earlier">Earlier versions of the area's verdicts. Empty: none is looked for.</param>
    /// <param name="rule">The rule.</param>
    public IEnumerable<Differing> Settled(IReadOnlyCollection<Verdict> earlier, DifferenceRule rule)
    {
        if (earlier.Count == 0)
            return [];
        var names = earlier.Select(verdict => verdict.Name).ToHashSet();
        var pairs = AreaComparisons.Of(Comparands, rule, (one, other) => names.Contains(one.Verdict.Name) || names.Contains(other.Verdict.Name));
        return new SettledByRevision(earlier, rule, descriptions, catalogue.CanonicalAspect)
            .Among(pairs)
            .Select(settled => new Differing(Area, settled.Pair, options, settled.Resolution));
    }

    /// <summary>The difference with what became of it.</summary>
    public Difference Write(Differing differing)
    {
        var (one, other) = (differing.Pair.One, differing.Pair.Other);
        var difference = differences.Write(differing);
        outcomes.Write(difference, one.Verdict, other.Verdict, differing.Settled ?? later.Value.Of(one, other), Cite);
        return difference;
    }

    public LeftOutPair Write(ComparedPair pair) => leftOut.Write(pair);

    private JointVerdict Cite(Verdict verdict) =>
        cited.TryGetValue((verdict.Name, verdict.Revision), out var written)
            ? written
            : cited[(verdict.Name, verdict.Revision)] = verdicts.Write(verdict);
}
