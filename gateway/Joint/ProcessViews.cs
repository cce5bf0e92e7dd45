using Inspectorates.Gateway.Joint.Differences;
using Inspectorates.Gateway.Joint.Evidencing;
using Inspectorates.Joint.V1;

namespace Inspectorates.Gateway.Joint;

/// <summary>Every process of the catalogue with what is said about it.</summary>
internal sealed class ProcessViews(
    Catalogue catalogue, Remits remits, Conclusions conclusions, JointVerdicts verdicts, ChildsVoice voice)
{
    public IEnumerable<ProcessView> Write(FoundDifferences found, DateOnly asOf)
    {
        var comparands = found.Comparands
            .Where(comparand => !comparand.IsBroad)
            .ToLookup(comparand => comparand.Verdict.Process);
        var pairs = found.Pairs
            .Where(pair => !pair.One.IsBroad && !pair.Other.IsBroad)
            .ToLookup(pair => pair.One.Verdict.Process);
        // A divergence between two broad judgements is about no process in particular.
        var differences = found.Differences.ToLookup(difference => difference.Process);
        return catalogue.Processes.Select(process =>
            Write(process, [.. comparands[process.Code]], [.. pairs[process.Code]], [.. differences[process.Code]], asOf));
    }

    private ProcessView Write(
        CatalogueProcess process,
        IReadOnlyList<Comparand> comparands,
        IReadOnlyList<ComparedPair> pairs,
        IReadOnlyList<Difference> differences,
        DateOnly asOf)
    {
        var unavailable = remits.Unavailable(process.Code);
        var (conclusion, reason) = conclusions.Of(comparands, pairs, differences, unavailable);
        return new ProcessView
        {
            Process = process.Code,
            Term = process.Term,
            JourneyStage = process.JourneyStage,
            Conclusion = conclusion,
            ConclusionReason = reason,
            Verdicts = { verdicts.WriteNewestFirst(comparands.Select(comparand => comparand.Verdict)) },
            JudgedBy = { remits.JudgedBy(process.Code) },
            DifferenceIds = { differences.Select(difference => difference.Id) },
            Unavailable = { unavailable },
            Responsible = ResponsibilitySentences.Of(catalogue.Responsible(process.Code, asOf)),
            Evidence = { EvidenceCounts.Of(comparands.Select(comparand => comparand.Verdict)) },
            ChildsVoice = { voice.OfProcess(comparands.Select(comparand => comparand.Verdict)) },
        };
    }
}
