using Inspectorates.Joint.V1;
using Inspectorates.V1;

namespace Inspectorates.Gateway.Joint.Differences;

/// <summary>One area's verdicts, ready to be compared, and how what comes of it is written down. Each verdict is cited by one record.</summary>
internal sealed class AreaWriting
{
    private readonly Dictionary<string, JointVerdict> cited = [];
    private readonly RecordsOfArea records;
    private readonly Descriptions descriptions;
    private readonly Catalogue catalogue;
    private readonly JointVerdicts verdicts;
    private readonly DifferenceRecords differences;
    private readonly LeftOutRecords leftOut;

    public AreaWriting(
        string area, DateOnly asOf, RecordsOfArea records, Descriptions descriptions, Catalogue catalogue, DifferenceOptions options)
    {
        Area = area;
        (this.records, this.descriptions, this.catalogue) = (records, descriptions, catalogue);
        verdicts = new JointVerdicts(asOf, descriptions, Catalogue.IsFictional(area), records.Inspections);
        differences = new DifferenceRecords(descriptions, catalogue, options, Cite);
        leftOut = new LeftOutRecords(area, descriptions, Cite);
        Comparands = Comparand.All(records.Verdicts, descriptions, catalogue.CanonicalAspect);
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

    public Difference Write(Differing differing) => differences.Write(differing);

    public LeftOutPair Write(ComparedPair pair) => leftOut.Write(pair);

    private JointVerdict Cite(Verdict verdict) =>
        cited.TryGetValue(verdict.Name, out var written) ? written : cited[verdict.Name] = verdicts.Write(verdict);
}
