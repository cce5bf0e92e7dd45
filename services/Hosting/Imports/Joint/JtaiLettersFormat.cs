using System.Text.Json;
using Inspectorates.Reference;

namespace Inspectorates.Hosting.Imports.Joint;

/// <summary>
/// Letters on joint targeted area inspections as structured text, one JSON object each. Every inspectorate imports the same
/// file and keeps of each letter the inspection, if it took part, and the findings that are its to keep.
/// </summary>
/// <param name="inspectorate">Code of the inspectorate whose record is written.</param>
public sealed class JtaiLettersFormat(string inspectorate) : IImportFormat
{
    private static readonly JointFramework Framework = JointFrameworks.Jtai;

    /// <inheritdoc/>
    public string Name => "jtai-letters";

    /// <inheritdoc/>
    public string Description => "Letters on joint targeted area inspections, a JSON array of objects with area, fieldwork, inspectorates and findings.";

    /// <inheritdoc/>
    public IEnumerable<InputRecord> Read(ImportFile file) =>
        JsonRecords.Read(file, "letters").Select(letter => Read(file, letter.Position, letter.Element));

    private InputRecord Read(ImportFile file, int position, JsonElement element)
    {
        var notes = new RowNotes();
        var letter = new LetterReader(Framework).Read(element, notes);
        if (letter is null)
            return notes.Refused(position, Label(element));

        var participants = new Participants(Framework, letter.Inspectorates);
        if (!participants.AreRecordedBy(inspectorate))
            return new OutOfScopeRecord { Line = position, Label = letter.Area.Name, Remarks = notes.Remarks, Reason = WhyNot(letter, participants) };
        return new FactsRecord
        {
            Line = position,
            Label = letter.Area.Name,
            Remarks = notes.Remarks,
            Records = [new LetterFacts(letter, participants, Framework, file).KeptBy(inspectorate)],
        };
    }

    private string WhyNot(Letter letter, Participants participants)
    {
        var own = InspectorateNames.Label(inspectorate);
        if (!Framework.Members.Contains(inspectorate))
            return $"{own} takes no part in inspections under {Framework.Label}.";
        return participants.AreKnown
            ? $"{own} did not take part in the joint inspection of {letter.Area.Name}: the letter names {participants.InWords}."
            : $"Who took part in the joint inspection of {letter.Area.Name} is not known; {InspectorateNames.Label(Framework.LeadInspectorate)} records it.";
    }

    private static string Label(JsonElement element) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty("area", out var area) && area.ValueKind == JsonValueKind.String
            ? area.GetString()!
            : "";
}
