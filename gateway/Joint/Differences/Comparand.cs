using Inspectorates.Joint.V1;
using Inspectorates.V1;

namespace Inspectorates.Gateway.Joint.Differences;

/// <summary>A verdict with what comparing needs to know of it, worked out once.</summary>
internal sealed record Comparand
{
    public required Verdict Verdict { get; init; }

    public required AuthorSet Authors { get; init; }

    /// <summary>Codes of the processes it is about: its own, or those its broad judgement covers.</summary>
    public required IReadOnlyList<string> Processes { get; init; }

    /// <summary>The aspect under which it is compared; empty: unknown, or a broad judgement.</summary>
    public required string Aspect { get; init; }

    /// <summary>The line of frameworks that took over from each other which its framework belongs to; empty: no broad judgement.</summary>
    public required string Lineage { get; init; }

    /// <summary>Whether it is the overall of its framework.</summary>
    public required bool IsHeadline { get; init; }

    /// <summary>
    /// Whether it is a broad judgement that speaks for its authors today: the headline of their latest inspection, or
    /// each judgement of it where it has no headline.
    /// </summary>
    public bool SpeaksToday { get; init; }

    /// <summary>When its fieldwork took place; null: not known.</summary>
    public required DaySpan? Fieldwork { get; init; }

    /// <summary>The day it was published; null: not known.</summary>
    public required DateOnly? Published { get; init; }

    /// <summary>Why it is held against nothing; empty where it is not set aside.</summary>
    public required IReadOnlyList<LeftOutPair.Types.Reason> SetAsideFor { get; init; }

    public bool IsBroad => Verdict.Judgement.Length > 0;

    /// <summary>Whether it is about one process that was identified.</summary>
    public bool IsOnProcess => !IsBroad && Verdict.Process.Length > 0;

    public bool IsSetAside => SetAsideFor.Count > 0;

    public static Comparand Of(Verdict verdict, Descriptions descriptions, Func<string, string> canonicalAspect)
    {
        var judgement = descriptions.Judgement(verdict);
        return new Comparand
        {
            Verdict = verdict,
            Authors = AuthorSet.Of(verdict),
            Processes = judgement is not null ? [.. judgement.Processes.Distinct()]
                : verdict.Process.Length > 0 ? [verdict.Process]
                : [],
            Aspect = canonicalAspect(verdict.Aspect),
            Lineage = verdict.Judgement.Length == 0 ? "" : descriptions.Lineage(verdict.Inspectorate, verdict.Framework),
            IsHeadline = judgement?.Headline ?? false,
            Fieldwork = DaySpan.Of(verdict.Fieldwork),
            Published = Days.Parse(verdict.PublishedOn),
            SetAsideFor = SetAside.Reasons(verdict),
        };
    }

    /// <summary>The same, as one that gave way to a coding by reading of the same inspection and process.</summary>
    public Comparand Replaced() => this with { SetAsideFor = [.. SetAsideFor, LeftOutPair.Types.Reason.ReplacedByReading] };

    /// <summary>All verdicts given, ready to be compared with each other.</summary>
    public static IReadOnlyList<Comparand> All(
        IEnumerable<Verdict> verdicts, Descriptions descriptions, Func<string, string> canonicalAspect) =>
        LatestInspections.Mark([.. verdicts.Select(verdict => Of(verdict, descriptions, canonicalAspect))]);
}
