namespace Inspectorates.Reference;

/// <summary>A process by which agencies protect children: the unit on which inspectorates can contradict each other.</summary>
public sealed record Process
{
    /// <summary>The process's code: <c>strategy-discussion</c>.</summary>
    public required string Code { get; init; }

    /// <summary>The term practitioners use: <c>Strategy discussion / strategy meeting</c>.</summary>
    public required string Term { get; init; }

    /// <summary>Other terms, abbreviations, forms and tools that belong to it.</summary>
    public required IReadOnlyList<string> OtherTerms { get; init; }

    /// <summary>What it is, in one sentence.</summary>
    public required string Description { get; init; }

    /// <summary>Who leads it, in words.</summary>
    public required string Lead { get; init; }

    /// <summary>Who else takes part, in words; <c>all</c> for all agencies, none where only the lead acts.</summary>
    public required IReadOnlyList<string> TakingPart { get; init; }

    /// <summary>Codes of the inspectorates that judge it.</summary>
    public required IReadOnlyList<string> JudgedBy { get; init; }

    /// <summary>
    /// Codes of the inspectorates that judge it only sometimes: where an agency of theirs is part of it, or in a joint
    /// inspection. Never one of <see cref="JudgedBy"/>.
    /// </summary>
    public required IReadOnlyList<string> SometimesJudgedBy { get; init; }

    /// <summary>The statutory time for it with its source; null where none is confirmed: then print none.</summary>
    public required Timescale? Timescale { get; init; }

    /// <summary>Code of the stage of the child's journey, one of <see cref="JourneyStages.All"/>.</summary>
    public required string JourneyStage { get; init; }

    /// <summary>Whether the inspectorate ever judges it; two inspectorates can contradict each other only where both do.</summary>
    public bool IsEverJudgedBy(string inspectorate) =>
        JudgedBy.Contains(inspectorate) || SometimesJudgedBy.Contains(inspectorate);
}

/// <summary>A time within which something must happen.</summary>
/// <param name="Text">The time in words: <c>within 10 working days of the initial child protection conference</c>.</param>
/// <param name="Source">The statute, regulation or statutory guidance that sets it.</param>
public sealed record Timescale(string Text, string Source);
