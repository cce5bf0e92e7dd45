using Google.Protobuf.WellKnownTypes;
using Inspectorates.Joint.V1;
using Inspectorates.V1;

namespace Inspectorates.Gateway.Joint;

/// <summary>The inspectorates asked and what became of it, in the order of their codes.</summary>
internal static class SourceRecords
{
    /// <param name="answer">What the inspectorate answered.</param>
    /// <param name="summary">What it has and has not, in words.</param>
    /// <param name="area">DfE code of the area its verdicts are counted for; null: all.</param>
    public static Source Write(SourceAnswer answer, string summary, string? area) => new()
    {
        Inspectorate = answer.Inspectorate,
        Label = answer.Description?.Label is { Length: > 0 } label ? label : answer.Inspectorate,
        State = answer.State,
        AsAt = Instant(answer.AsAt),
        Since = Instant(answer.Since),
        Reason = answer.Reason,
        Summary = summary,
        VerdictCount = answer.IsShown
            ? answer.Verdicts.DistinctBy(verdict => verdict.Name)
                .Where(verdict => verdict.State is not Verdict.Types.State.Withdrawn)
                .Count(verdict => area is null || RecordsOfArea.Covers(verdict.Footprint, area))
            : 0,
    };

    private static Timestamp? Instant(DateTimeOffset? instant) =>
        instant is { } known ? Timestamp.FromDateTimeOffset(known) : null;
}
