using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Inspectorates.V1;

namespace Inspectorates.Hosting.Verification;

/// <summary>What an entry or a public row holds, as far as other columns must say the same.</summary>
/// <param name="Message">The verdict or inspection.</param>
/// <param name="PublishAt">When it is to open by itself; null: not by itself.</param>
/// <param name="Areas">The areas it is about.</param>
/// <param name="Columns">Columns of the table of revisions, with their values.</param>
/// <param name="PublicColumns">Columns of the table of what is public, with their values.</param>
internal sealed record RecordContent(
    IMessage Message, Timestamp? PublishAt, bool IsWithdrawn, IReadOnlyList<string> Areas,
    IReadOnlyList<(string Column, object Value)> Columns, IReadOnlyList<(string Column, object Value)> PublicColumns)
{
    /// <param name="body">The bytes of a verdict.</param>
    /// <param name="day">The day it is listed by where it names none.</param>
    public static RecordContent OfVerdict(byte[] body, string day)
    {
        var verdict = Verdict.Parser.ParseFrom(body);
        var placed = verdict.PlacedOn.Length > 0 && string.CompareOrdinal(verdict.PlacedOn, day) < 0 ? verdict.PlacedOn : day;
        (string, object)[] columns =
        [
            ("withdrawn", verdict.State == Verdict.Types.State.Withdrawn ? 1L : 0L), ("framework", verdict.Framework),
            ("process", verdict.Process), ("coding", (long)verdict.Coding), ("inspection", verdict.Inspection),
            ("inspection_key", verdict.InspectionKey), ("sort_day", verdict.PublishedOn.Length > 0 ? verdict.PublishedOn : placed),
        ];
        return new RecordContent(
            verdict, verdict.State == Verdict.Types.State.Scheduled ? verdict.PublishAt : null, verdict.State == Verdict.Types.State.Withdrawn,
            verdict.Footprint?.Areas ?? [], columns, columns);
    }

    /// <param name="body">The bytes of an inspection.</param>
    public static RecordContent OfInspection(byte[] body, string day)
    {
        var inspection = Inspection.Parser.ParseFrom(body);
        string?[] days = [inspection.Fieldwork?.Start, inspection.Fieldwork?.End, inspection.PublishedOn];
        var listed = days.FirstOrDefault(one => !string.IsNullOrEmpty(one)) ?? "";
        return new RecordContent(
            inspection, inspection.State == Inspection.Types.State.PrePublication ? inspection.PublishAt : null,
            inspection.State == Inspection.Types.State.Withdrawn, inspection.Footprint?.Areas ?? [],
            [("key", inspection.Key), ("framework", inspection.Framework), ("sort_day", listed)],
            [
                ("withdrawn", inspection.State == Inspection.Types.State.Withdrawn ? 1L : 0L), ("framework", inspection.Framework),
                ("inspection_key", inspection.Key), ("sort_day", listed),
            ]);
    }
}
