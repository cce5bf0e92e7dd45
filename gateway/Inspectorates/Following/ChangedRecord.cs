using Google.Protobuf.WellKnownTypes;
using Inspectorates.V1;

namespace Inspectorates.Gateway.Asking;

/// <summary>
/// What following needs to know of a change: which record became visible, and what it is about. A further kind of record
/// is one more case here, and counts for versions of areas and for streams of differences at once.
/// </summary>
/// <param name="Name">Resource name of the record; empty: of a kind that is newer than this gateway, which shows none of it.</param>
/// <param name="Key">Key of the inspection, where it is one; otherwise empty.</param>
/// <param name="Revision">Its revision.</param>
/// <param name="Areas">DfE codes of the areas it is about, each once.</param>
/// <param name="RecordedAt">When it became visible, by the record's own clock; null: not said.</param>
internal sealed record ChangedRecord(string Name, string Key, int Revision, IReadOnlyList<string> Areas, Timestamp? RecordedAt)
{
    /// <summary>What the change is about.</summary>
    /// <exception cref="InvalidAnswerException">It is no change of the inspectorate's record.</exception>
    public static ChangedRecord Of(string inspectorate, Change change)
    {
        if (change.Cursor.Length == 0)
            throw new InvalidAnswerException("Its service gave a change without a cursor.");
        var record = change.RecordCase switch
        {
            Change.RecordOneofCase.Verdict when change.Verdict is var verdict =>
                new ChangedRecord(verdict.Name, "", verdict.Revision, AreasOf(verdict.Footprint), verdict.RecordedAt),
            Change.RecordOneofCase.Inspection when change.Inspection is var inspection =>
                new(inspection.Name, inspection.Key, inspection.Revision, AreasOf(inspection.Footprint), inspection.RecordedAt),
            // Shown, it is of the same revision as it was committed to, and says more.
            Change.RecordOneofCase.Position when change.Position is var position =>
                new(
                    position.Name, "", (2 * position.Revision) + (position.ShownAt is null ? 0 : 1), [position.Area],
                    position.ShownAt ?? position.RecordedAt),
            Change.RecordOneofCase.Recommendation when change.Recommendation is var recommendation =>
                new(recommendation.Name, "", recommendation.Revision, AreasOf(recommendation.Footprint), recommendation.RecordedAt),
            Change.RecordOneofCase.Statement when change.Statement is var statement =>
                new(statement.Name, "", statement.Revision, AreasOf(statement.Footprint), statement.RecordedAt),
            Change.RecordOneofCase.Reply when change.Reply is var reply =>
                new(reply.Name, "", reply.Revision, AreasOf(reply.Footprint), reply.RecordedAt),
            Change.RecordOneofCase.Accuracy when change.Accuracy is var exchange =>
                new(exchange.Name, "", exchange.Revision, AreasOf(exchange.Footprint), exchange.RecordedAt),
            Change.RecordOneofCase.Team when change.Team is var team =>
                new(team.Name, "", team.Revision, AreasOf(team.Footprint), team.RecordedAt),
            Change.RecordOneofCase.IndicatorReading when change.IndicatorReading is var reading =>
                new(reading.Name, "", reading.Revision, [reading.Area], reading.RecordedAt),
            _ => new("", "", 0, [], null),
        };
        return record.Name.Length == 0 || record.Name.StartsWith($"inspectorates/{inspectorate}/", StringComparison.Ordinal)
            ? record
            : throw new InvalidAnswerException("Its service gave a change of another inspectorate's record.");
    }

    private static string[] AreasOf(Footprint? footprint) => [.. footprint?.Areas.Distinct() ?? []];
}
