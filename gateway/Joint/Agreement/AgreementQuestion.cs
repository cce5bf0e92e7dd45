using Inspectorates.Joint.V1;

namespace Inspectorates.Gateway.Joint.Agreement;

/// <summary>What is asked about agreement.</summary>
public sealed record AgreementQuestion
{
    /// <summary>The areas looked in, each once; leave fictional ones out.</summary>
    public required IReadOnlyList<AgreementArea> Areas { get; init; }

    /// <summary>Code of the one process looked at; empty: all, and broad judgements.</summary>
    public string Process { get; init; } = "";

    /// <summary>Code of a framework: who has it counts by its verdicts under it alone. Empty: all.</summary>
    public string Framework { get; init; } = "";

    /// <summary>Verdicts from this day on; null: from the first.</summary>
    public DateOnly? From { get; init; }

    /// <summary>Verdicts up to this day; null: up to the last.</summary>
    public DateOnly? To { get; init; }

    /// <summary>Code of an inspectorate that has to be among the authors; empty: any.</summary>
    public string Inspectorate { get; init; } = "";

    /// <summary>Code of an inspectorate that has to be among the other's authors; empty: any.</summary>
    public string OtherInspectorate { get; init; } = "";

    /// <summary>Whether verdicts from pilots count.</summary>
    public bool IncludePilots { get; init; }

    /// <summary>Only this kind of comparison; unspecified: all.</summary>
    public AgreementComparison.Types.About About { get; init; }

    internal bool HasPeriod => From is not null || To is not null;

    internal bool Wants(AgreementComparison.Types.About about) => About is AgreementComparison.Types.About.Unspecified || About == about;
}

/// <summary>An area that agreement is looked for in.</summary>
/// <param name="Code">Its DfE code.</param>
/// <param name="Name">Its name.</param>
public sealed record AgreementArea(string Code, string Name);
