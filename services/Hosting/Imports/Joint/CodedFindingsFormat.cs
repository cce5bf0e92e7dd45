using Inspectorates.Reference;
using Inspectorates.V1;

namespace Inspectorates.Hosting.Imports.Joint;

/// <summary>
/// Statements of published reports coded by reading to process, aspect, subject and grade, each for the inspectorate it is
/// said to be of. The words are the coder's, not the report's.
/// </summary>
/// <param name="inspectorate">Code of the inspectorate whose record is written.</param>
public sealed class CodedFindingsFormat(string inspectorate) : IImportFormat
{
    private const string UnknownBecause = "The source codes single findings and does not tell who took part.";

    /// <inheritdoc/>
    public string Name => "coded-findings";

    /// <inheritdoc/>
    public string Description => "Statements of published reports coded by reading, a CSV file with inspectorate, framework, process, aspect, subject and grade.";

    /// <inheritdoc/>
    public IEnumerable<InputRecord> Read(ImportFile file)
    {
        var lines = new Dictionary<string, int>();
        return CsvTable.Read(file, CodedFindingColumns.All).Select(row => row.Unreadable ?? Read(file, row, lines));
    }

    private InputRecord Read(ImportFile file, CsvRow row, Dictionary<string, int> lines)
    {
        var notes = new RowNotes();
        var cells = new RowCells(row, notes);
        var label = $"{cells[CodedFindingColumns.AreaName].Text}, finding {cells[CodedFindingColumns.Id].Text}";
        CheckId(cells, notes, lines, row.Line);

        var whose = cells.Required(CodedFindingColumns.Inspectorate, "an inspectorate's code, such as ofsted,");
        if (whose.Length > 0 && !InspectorateNames.Codes.Contains(whose) && whose != inspectorate)
            notes.Fault(CodedFindingColumns.Inspectorate.Name, $"\"{whose}\" is not an inspectorate's code: {string.Join(", ", InspectorateNames.Codes)} are");
        if (!notes.HasFaults && whose != inspectorate)
            return new OutOfScopeRecord { Line = row.Line, Label = label, Reason = $"A finding of {InspectorateNames.Label(whose)}, which records it." };

        return new CodedFindingReader(inspectorate, cells, notes).Read() is { } finding
            ? new FactsRecord { Line = row.Line, Label = label, Remarks = notes.Remarks, Records = [Record(finding, file)] }
            : notes.Refused(row.Line, label);
    }

    private static void CheckId(RowCells cells, RowNotes notes, Dictionary<string, int> lines, int line)
    {
        var id = cells[CodedFindingColumns.Id].Text;
        if (id.Length > 0 && !lines.TryAdd(id, line))
            notes.Fault(CodedFindingColumns.Id.Name, $"\"{id}\" is already the finding on line {lines[id]}; a number of its own would be right");
    }

    private ImportedRecord Record(CodedFinding finding, ImportFile file)
    {
        var publisher = finding.Joint?.LeadInspectorate ?? inspectorate;
        var source = new SourceRecord
        {
            Framework = finding.Framework,
            Area = finding.Area,
            Start = finding.Start,
            End = finding.End,
            PublishedOn = finding.PublishedOn,
            Source = Sources.Scraped(file, InspectorateNames.ReportPage(publisher, finding.Area)),
        };
        var participants = finding.Joint is { } joint
            ? new Participants(joint, JointParticipation.Of(joint.Code, finding.Area.DfeCode, finding.Start))
            : null;

        var inspection = source.Inspection(participants is null ? Inspection.Types.Kind.Single : Inspection.Types.Kind.Joint);
        inspection.Participation.Add(participants?.States(inspectorate, UnknownBecause) ?? []);
        var verdict = source.Verdict(finding.Subject, finding.Locator);
        verdict.Authors.Add(finding.FoundTogether ? participants?.All ?? [] : [inspectorate]);
        verdict.Process = finding.Process;
        verdict.Aspect = finding.Aspect;
        verdict.Grade = new Grade { Code = finding.Grade };
        verdict.Text = finding.Paraphrase;
        verdict.Coding = Verdict.Types.Coding.ByReading;
        return new ImportedRecord
        {
            SourceKey = $"{source.Key}/finding/{finding.Id}",
            Inspection = inspection,
            Verdicts = { new ImportedVerdict { Key = finding.Process, Verdict = verdict } },
        };
    }
}
