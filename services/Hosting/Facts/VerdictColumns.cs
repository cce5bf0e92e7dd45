using Inspectorates.Hosting.Imports;
using Inspectorates.V1;

namespace Inspectorates.Hosting.Facts;

/// <summary>The columns of a table of verdicts. A cell of <c>=</c> says the same as the inspection's.</summary>
internal static class VerdictColumns
{
    /// <summary>The cell that says the same as the inspection's.</summary>
    public const string Same = "=";

    private static readonly CsvColumn Key = new("key");
    private static readonly CsvColumn Authors = new("authors");
    private static readonly CsvColumn Framework = new("framework");
    private static readonly CsvColumn Version = new("framework_version");
    private static readonly CsvColumn Process = new("process");
    private static readonly CsvColumn Aspect = new("aspect");
    private static readonly CsvColumn Judgement = new("judgement");
    private static readonly CsvColumn Subject = new("subject");
    private static readonly CsvColumn AgencyCode = new("agency_code");
    private static readonly CsvColumn AgencyName = new("agency_name");
    private static readonly CsvColumn Areas = new("areas");
    private static readonly CsvColumn Label = new("areas_label");
    private static readonly CsvColumn Grade = new("grade");
    private static readonly CsvColumn NotJudged = new("not_judged_reason");
    private static readonly CsvColumn Text = new("text");
    private static readonly CsvColumn Evidence = new("evidence");
    private static readonly CsvColumn WindowStart = new("evidence_start");
    private static readonly CsvColumn WindowEnd = new("evidence_end");
    private static readonly CsvColumn Start = new("fieldwork_start");
    private static readonly CsvColumn End = new("fieldwork_end");
    private static readonly CsvColumn Published = new("published_on");
    private static readonly CsvColumn Placed = new("placed_on");
    private static readonly CsvColumn PlacedBecause = new("placed_because");
    private static readonly CsvColumn Coding = new("coding");
    private static readonly CsvColumn MappedFrom = new("mapped_from");
    private static readonly CsvColumn Pilot = new("pilot");
    private static readonly CsvColumn Credits = new("credits_earlier_action");

    public static readonly IReadOnlyList<CsvColumn> All =
    [
        InspectionColumns.SourceKey, Key, Authors, Framework, Version, Process, Aspect, Judgement, Subject, AgencyCode, AgencyName, Areas, Label,
        Grade, NotJudged, Text, Evidence, WindowStart, WindowEnd, Start, End, Published, Placed, PlacedBecause, Coding, MappedFrom, Pilot, Credits,
        .. SourceColumns.All,
    ];

    public static IEnumerable<string> Write(string sourceKey, string key, Verdict verdict, Inspection inspection)
    {
        var sources = SourceColumns.Write(verdict.Source).Zip(SourceColumns.Write(inspection.Source), As).ToList();
        // The edition leads back to the inspection's row and is always written.
        sources[0] = inspection.Source.Edition;
        return
        [
            sourceKey, key, string.Join(' ', verdict.Authors), As(verdict.Framework, inspection.Framework),
            As(verdict.FrameworkVersion, inspection.FrameworkVersion), verdict.Process, verdict.Aspect, verdict.Judgement,
            verdict.Subject.Agency?.Kind ?? "partnership", verdict.Subject.Agency?.Code ?? "", verdict.Subject.Agency?.Name ?? "",
            As(string.Join(' ', verdict.Footprint.Areas), string.Join(' ', inspection.Footprint.Areas)),
            As(verdict.Footprint.Label, inspection.Footprint.Label), verdict.Grade?.Code ?? "", verdict.NotJudgedReason, verdict.Text,
            string.Join(' ', verdict.Evidence.Select(As)),
            verdict.EvidenceWindow?.Start ?? "", verdict.EvidenceWindow?.End ?? "",
            As(verdict.Fieldwork?.Start ?? "", inspection.Fieldwork?.Start ?? ""), As(verdict.Fieldwork?.End ?? "", inspection.Fieldwork?.End ?? ""),
            As(verdict.PublishedOn, inspection.PublishedOn), verdict.PlacedOn, verdict.PlacedBecause,
            CellText.Word(verdict.Coding == 0 ? Verdict.Types.Coding.ByInspectorate : verdict.Coding), verdict.MappedFrom,
            As(CellText.Yes(verdict.Pilot), CellText.Yes(inspection.Pilot)), CellText.Yes(verdict.CreditsEarlierAction),
            .. sources,
        ];
    }

    /// <exception cref="FormatException">A cell cannot be read.</exception>
    public static ImportedVerdict Read(CsvRow row, Inspection inspection)
    {
        var verdict = new Verdict
        {
            Authors = { CellText.Split(' ', row[Authors]) },
            Framework = Of(row[Framework], inspection.Framework),
            FrameworkVersion = Of(row[Version], inspection.FrameworkVersion),
            Process = row[Process],
            Aspect = row[Aspect],
            Judgement = row[Judgement],
            Subject = SubjectOf(row),
            Footprint = new Footprint
            {
                Areas = { CellText.Split(' ', Of(row[Areas], string.Join(' ', inspection.Footprint.Areas))) },
                Label = Of(row[Label], inspection.Footprint.Label),
            },
            Grade = row[Grade].Length == 0 ? null : new Grade { Code = row[Grade] },
            NotJudgedReason = row[NotJudged],
            Text = row[Text],
            Evidence = { CellText.Split(' ', row[Evidence]).Select(EvidenceOf) },
            EvidenceWindow = InspectionColumns.RangeOf(row[WindowStart], row[WindowEnd]),
            Fieldwork = InspectionColumns.RangeOf(
                Of(row[Start], inspection.Fieldwork?.Start ?? ""), Of(row[End], inspection.Fieldwork?.End ?? "")),
            State = Verdict.Types.State.Published,
            PublishedOn = Of(row[Published], inspection.PublishedOn),
            PlacedOn = row[Placed],
            PlacedBecause = row[PlacedBecause],
            Coding = CellText.Value<Verdict.Types.Coding>("coding", row[Coding]),
            MappedFrom = row[MappedFrom],
            Pilot = Of(row[Pilot], CellText.Yes(inspection.Pilot)) == "yes",
            CreditsEarlierAction = row[Credits] == "yes",
            Source = SourceColumns.Read(row, inspection.Source),
        };
        return new ImportedVerdict { Key = row[Key], Verdict = verdict };
    }

    private static string As(string value, string above) => value.Length > 0 && value == above ? Same : value;

    private static string Of(string cell, string above) => cell == Same ? above : cell;

    private static Subject SubjectOf(CsvRow row) => row[Subject] == "partnership"
        ? new Subject { Kind = V1.Subject.Types.Kind.Partnership }
        : new Subject
        {
            Kind = V1.Subject.Types.Kind.Agency,
            Agency = new Agency { Kind = row[Subject], Code = row[AgencyCode], Name = row[AgencyName] },
        };

    // Written like practice-observation*12, leader-interview*- where nobody counted, indicator*1*referrals with its code.
    private static string As(Evidence one) =>
        $"{CellText.Word(one.Type)}*{(one.NotCounted ? "-" : one.Count)}{(one.Indicator.Length > 0 ? "*" + one.Indicator : "")}";

    private static Evidence EvidenceOf(string cell)
    {
        var parts = cell.Split('*');
        var number = 0;
        if (parts.Length is < 2 or > 3 || !(parts[1] == "-" || int.TryParse(parts[1], out number)))
            throw new FormatException($"evidence: '{cell}' is not written like practice-observation*3");
        return new Evidence
        {
            Type = CellText.Value<Evidence.Types.Type>("evidence", parts[0]),
            Count = number,
            NotCounted = parts[1] == "-",
            Indicator = parts.ElementAtOrDefault(2) ?? "",
        };
    }
}
