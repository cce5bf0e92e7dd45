using Inspectorates.Hmic.Frameworks;
using Inspectorates.Hosting.Imports;
using Inspectorates.V1;

namespace Inspectorates.Hmic.Imports;

/// <summary>One grade of one force in one cycle.</summary>
/// <param name="Force">The force.</param>
/// <param name="Cycle">The cycle.</param>
/// <param name="Question">What was graded.</param>
/// <param name="Grade">The grade, or the wording in place of one.</param>
/// <param name="Published">The day of publication; null where the source gives none.</param>
/// <param name="SourceUri">Where it was read. Empty: not stated.</param>
internal sealed record PeelFact(Force Force, PeelCycle Cycle, Question Question, Grade Grade, DateOnly? Published, string SourceUri)
{
    /// <summary>The record to import.</summary>
    public ImportedRecord ToRecord(ImportFile file)
    {
        var inspection = new Inspection
        {
            Kind = Inspection.Types.Kind.Single,
            State = Inspection.Types.State.Published,
            Framework = HmicFrameworks.Peel,
            FrameworkVersion = Cycle.Version,
            Footprint = new Footprint { Label = $"force-wide: {Force.Agency.Name}" },
            Agencies = { new Agency { Kind = Force.Kind, Code = Force.Agency.Code, Name = Force.Agency.Name } },
            PublishedOn = Published is { } day ? SourceDay.Iso(day) : "",
            Source = new Provenance
            {
                Uri = SourceUri,
                Edition = file.Edition,
                EditionDay = file.EditionDay is { } edition ? SourceDay.Iso(edition) : "",
                Licence = "OGL-UK-3.0",
                Authority = Provenance.Types.Authority.Scraped,
            },
            Notes = { $"Cycle: {Cycle.Name}. The source gives no days of fieldwork." },
        };
        inspection.Footprint.Areas.Add(Force.Areas.Select(area => area.DfeCode));
        return new ImportedRecord
        {
            SourceKey = $"peel/{Force.Agency.Code}/{Cycle.Slug}/{Question.Code}",
            Inspection = inspection,
            Verdicts = { new ImportedVerdict { Key = Question.Code, Verdict = Verdict(inspection, file.EditionDay) } },
        };
    }

    private Verdict Verdict(Inspection inspection, DateOnly? edition)
    {
        var (placed, because) = Place(edition);
        return new Verdict
        {
            Framework = inspection.Framework,
            FrameworkVersion = inspection.FrameworkVersion,
            Judgement = Question.Code,
            Subject = new Subject { Kind = Subject.Types.Kind.Agency, Agency = inspection.Agencies[0].Clone() },
            Footprint = inspection.Footprint.Clone(),
            Grade = Grade.Clone(),
            NotJudgedReason = Grade.Standing == Grade.Types.Standing.NotJudged ? Grade.Label : "",
            State = V1.Verdict.Types.State.Published,
            PublishedOn = inspection.PublishedOn,
            PlacedOn = placed,
            PlacedBecause = because,
            Coding = V1.Verdict.Types.Coding.ByInspectorate,
            Source = inspection.Source.Clone(),
        };
    }

    /// <summary>Where a grade without a day is placed: at the end of its cycle, or at the day of the edition that has it already.</summary>
    private (string Day, string Because) Place(DateOnly? edition) =>
        Published is not null ? ("", "")
        : edition < Cycle.End ? (SourceDay.Iso(edition.Value), $"day of the edition, within the cycle {Cycle.Name}; the source gives no day")
        : (SourceDay.Iso(Cycle.End), $"end of the cycle {Cycle.Name}, when its reports were out; the source gives no day");
}
