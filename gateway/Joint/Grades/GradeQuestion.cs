namespace Inspectorates.Gateway.Joint.Grades;

/// <summary>Which verdicts are counted.</summary>
public sealed record GradeQuestion
{
    /// <summary>DfE codes of the areas looked in; leave fictional ones out.</summary>
    public required IReadOnlySet<string> Areas { get; init; }

    /// <summary>Code of the inspectorate that keeps them; empty: any.</summary>
    public string Inspectorate { get; init; } = "";

    /// <summary>Code of the framework; empty: any.</summary>
    public string Framework { get; init; } = "";

    /// <summary>Code of the broad judgement; empty: the headline of each framework.</summary>
    public string Judgement { get; init; } = "";

    /// <summary>Code of the process; empty: broad judgements.</summary>
    public string Process { get; init; } = "";

    /// <summary>From this day on; null: from the first.</summary>
    public DateOnly? From { get; init; }

    /// <summary>Up to this day; null: up to the last.</summary>
    public DateOnly? To { get; init; }

    /// <summary>Whether verdicts from pilots count.</summary>
    public bool IncludePilots { get; init; }
}
