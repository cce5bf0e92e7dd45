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

    /// <summary>Its recommendations as of the asked day, replaced and withdrawn ones included.</summary>
    public FurtherList<Recommendation> Recommendations { get; init; } = new([], FurtherReading.NotAsked);

    /// <summary>Its records of what follows inspections as of the asked day, withdrawn ones included.</summary>
    public FurtherList<Statement> Statements { get; init; } = new([], FurtherReading.NotAsked);

    /// <summary>The replies of inspected bodies that it keeps, as of the asked day.</summary>
    public FurtherList<Reply> Replies { get; init; } = new([], FurtherReading.NotAsked);

    /// <summary>Its exchanges with inspected bodies on factual accuracy, as of the asked day.</summary>
    public FurtherList<AccuracyExchange> Exchanges { get; init; } = new([], FurtherReading.NotAsked);

    /// <summary>Who carried out its inspections, as of the asked day.</summary>
    public FurtherList<Team> Teams { get; init; } = new([], FurtherReading.NotAsked);

    /// <summary>The readings of its indicators in the area asked for.</summary>
    public FurtherList<IndicatorReading> Readings { get; init; } = new([], FurtherReading.NotAsked);

    /// <summary>Its registry of indicators.</summary>
    public FurtherList<Indicator> Registry { get; init; } = new([], FurtherReading.NotAsked);

    /// <summary>Whether it answered properly and now. A stale answer is shown, but it is not one given now.</summary>
    public bool IsProper => State is Source.Types.State.Answered or Source.Types.State.NoVerdict;

    /// <summary>Whether its verdicts and inspections are shown.</summary>
    public bool IsShown => IsProper || State is Source.Types.State.Stale;
}
