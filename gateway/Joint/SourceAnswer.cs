using Inspectorates.Joint.V1;
using Inspectorates.V1;

namespace Inspectorates.Gateway.Joint;

/// <summary>What one inspectorate's service answered, or why it did not.</summary>
/// <param name="Inspectorate">The inspectorate's code, as the settings have it.</param>
/// <param name="Description">
/// Its self-description as the gateway last read it; null where the service was never reached.
/// </param>
/// <param name="State">
/// What became of asking. Verdicts and inspections count only where it is <c>ANSWERED</c>, <c>NO_VERDICT</c> or
/// <c>STALE</c>; what comes with another state is never shown.
/// </param>
/// <param name="AsAt">When the answer was given; null where there is none.</param>
/// <param name="Since">Since when there has been no proper answer; null where there is one.</param>
/// <param name="Reason">Why there is no proper answer, in plain words; empty where there is one.</param>
/// <param name="Verdicts">Its verdicts as of the asked day, all pages. Those about other areas are passed over.</param>
/// <param name="Inspections">Its inspections as of the asked day, all pages. Those of other areas are passed over.</param>
public sealed record SourceAnswer(
    string Inspectorate,
    Inspectorate? Description,
    Source.Types.State State,
    DateTimeOffset? AsAt,
    DateTimeOffset? Since,
    string Reason,
    IReadOnlyList<Verdict> Verdicts,
    IReadOnlyList<Inspection> Inspections)
{
    /// <summary>
    /// Its positions on differences as of the asked day, every revision; one that is blind says nothing. Empty: there are none, or
    /// <see cref="Reading"/> says why they are not known.
    /// </summary>
    public IReadOnlyList<Position> Positions { get; init; } = [];

    /// <summary>What became of reading its positions.</summary>
    public PositionsReading Reading { get; init; } = PositionsReading.Read;

    /// <summary>Earlier versions of its verdicts, where the question asked for them.</summary>
    public IReadOnlyList<Verdict> Earlier { get; init; } = [];

    /// <summary>Whether it answered properly and now. A stale answer is shown, but it is not one given now.</summary>
    public bool IsProper => State is Source.Types.State.Answered or Source.Types.State.NoVerdict;

    /// <summary>Whether its verdicts and inspections are shown.</summary>
    public bool IsShown => IsProper || State is Source.Types.State.Stale;
}
