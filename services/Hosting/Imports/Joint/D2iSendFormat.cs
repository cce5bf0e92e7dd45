using Inspectorates.Reference;
using Inspectorates.V1;

namespace Inspectorates.Hosting.Imports.Joint;

/// <summary>
/// Area SEND outcomes scraped from the reports by Data to Insight. The one judgement on the local area partnership is kept by
/// the framework's lead, in the name of all; each other participant records the inspection and that it took part.
/// </summary>
/// <param name="inspectorate">Code of the inspectorate whose record is written.</param>
public sealed class D2iSendFormat(string inspectorate) : IImportFormat
{
    private static readonly CsvColumn DfeCode = new("la_code");
    private static readonly CsvColumn GssCode = new("ltla23cd") { Required = false };
    private static readonly CsvColumn AreaName = new("local_authority");
    private static readonly CsvColumn Link = new("inspection_link") { Required = false };
    private static readonly CsvColumn OutcomeGrade = new("outcome_grade");
    private static readonly CsvColumn Previous = new("previous_inspection_date") { Required = false };
    private static readonly CsvColumn Start = new("inspection_start_date");
    private static readonly CsvColumn End = new("inspection_end_date");
    private static readonly CsvColumn Published = new("publication_date");
    private static readonly CsvColumn OutcomeText = new("inspection_outcome_text") { Required = false };

    private static readonly JointFramework Framework = JointFrameworks.AreaSend;

    /// <inheritdoc/>
    public string Name => "d2i-send";

    /// <inheritdoc/>
    public string Description => "Area SEND inspection outcomes as scraped by Data to Insight (send overview CSV).";

    /// <inheritdoc/>
    public IEnumerable<InputRecord> Read(ImportFile file) =>
        CsvTable.Read(file, [DfeCode, GssCode, AreaName, Link, OutcomeGrade, Previous, Start, End, Published, OutcomeText])
            .Select(row => row.Unreadable ?? Read(file, row));

    private InputRecord Read(ImportFile file, CsvRow row)
    {
        var label = row[AreaName];
        if (!Framework.Members.Contains(inspectorate))
            return new OutOfScopeRecord
            {
                Line = row.Line,
                Label = label,
                Reason = $"{InspectorateNames.Label(inspectorate)} takes no part in inspections under {Framework.Label}.",
            };

        var notes = new RowNotes();
        var cells = new RowCells(row, notes);
        var area = SourceArea.Find(cells[DfeCode], cells[GssCode], cells[AreaName], notes);
        var (start, end, published) = (cells.Day(Start), cells.Day(End), cells.Day(Published));
        cells.CheckDays((Start, start), (End, end), (Published, published));
        var uri = Address(cells[Link], notes);
        CheckPrevious(cells, start, notes);
        var (grade, notJudged) = new SendOutcome(Framework).Read(cells[OutcomeGrade], cells[OutcomeText], notes);
        if (notes.HasFaults)
            return notes.Refused(row.Line, label);

        var source = new SourceRecord
        {
            Framework = Framework.Code,
            Area = area!,
            Start = start,
            End = end,
            PublishedOn = published,
            Source = Sources.Scraped(file, uri, licence: "MIT AND OGL-UK-3.0"),
        };
        return new FactsRecord
        {
            Line = row.Line,
            Label = label,
            Remarks = notes.Remarks,
            Records = [Record(source, grade, notJudged, cells[OutcomeText].Text)],
        };
    }

    private ImportedRecord Record(SourceRecord source, JointGrade? grade, string notJudged, string text)
    {
        // Every member carries out every inspection under this framework: the table of participation says so.
        var participants = new Participants(Framework, JointParticipation.Of(Framework.Code, source.Area.DfeCode, source.Start ?? source.PublishedOn));
        var inspection = source.Inspection(Inspection.Types.Kind.Joint);
        inspection.Participation.Add(participants.States(certain: null, "The source does not tell who took part."));
        if (source.Start is null)
            inspection.Notes.Add("The source gives no days of fieldwork.");
        var record = new ImportedRecord { SourceKey = source.Key, Inspection = inspection };
        if (inspectorate != Framework.LeadInspectorate)
            return record;

        var judgement = Framework.Judgements[0];
        var verdict = source.Verdict(AgencyKinds.FromSubjectWord(AgencyKinds.Partnership)!, locator: "");
        verdict.Authors.Add(participants.All);
        verdict.Judgement = judgement.Code;
        verdict.NotJudgedReason = notJudged;
        verdict.Text = text.Length > Bullet.LongestText ? text[..Bullet.LongestText] : text;
        verdict.Coding = Verdict.Types.Coding.ByInspectorate;
        if (grade is not null)
            verdict.Grade = new Grade { Code = grade.Code };
        record.Verdicts.Add(new ImportedVerdict { Key = judgement.Code, Verdict = verdict });
        return record;
    }

    private static string Address(SourceCell link, RowNotes notes)
    {
        if (link.Text.Length == 0 || (Uri.TryCreate(link.Text, UriKind.Absolute, out var uri) && uri.Scheme is "https" or "http"))
            return link.Text;
        notes.Remark(link.Column, $"\"{link.Text}\" is not a web address; none is kept");
        return "";
    }

    /// <summary>
    /// The record has no place for an earlier inspection, which is a record of its own; its day is only checked. The scraper
    /// writes the first day of 1900 for none.
    /// </summary>
    private static void CheckPrevious(RowCells cells, DateOnly? start, RowNotes notes)
    {
        var (column, text) = (Previous.Name, cells[Previous].Text);
        if (text.Length == 0 || text is "01/01/1900" or "01/01/00" or "1900-01-01")
            return;
        if (!SourceDay.TryRead(text, out var day))
            notes.Remark(column, $"\"{text}\" is not a day: {SourceDay.Accepted} would be right, or 01/01/1900 for none");
        else if (day >= start)
            notes.Remark(column, $"{SourceDay.Iso(day)} is not before this inspection");
    }
}
