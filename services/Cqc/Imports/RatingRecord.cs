using Inspectorates.Cqc.Frameworks;
using Inspectorates.Hosting.Imports;
using Inspectorates.Reference;
using Inspectorates.V1;

namespace Inspectorates.Cqc.Imports;

/// <summary>A published rating as a record to import.</summary>
internal static class RatingRecord
{
    /// <summary>Makes the record: one inspection, and a verdict for the service and for each key question rated.</summary>
    public static ImportedRecord Of(PublishedRating rating, LocationBody location, Area area, ImportFile file)
    {
        var inspection = new Inspection
        {
            Kind = Inspection.Types.Kind.Single,
            State = Inspection.Types.State.Published,
            Framework = rating.IsSingleAssessment ? CqcFrameworks.SingleAssessment : CqcFrameworks.KeyQuestions,
            FrameworkVersion = rating.IsSingleAssessment ? CqcFrameworks.SingleAssessmentVersion : CqcFrameworks.KeyQuestionsVersion,
            Footprint = new Footprint { Areas = { area.DfeCode } },
            Agencies = { LocationAgency.Of(location) },
            Fieldwork = rating.FieldworkStart is { } start ? new DateRange { Start = SourceDay.Iso(start) } : null,
            PublishedOn = SourceDay.Iso(rating.Published),
            Source = Provenance(rating, location, file),
        };
        inspection.Notes.Add(Notes(rating, location));

        var record = new ImportedRecord { SourceKey = rating.Key, Inspection = inspection };
        record.Verdicts.Add(rating.Judgements.Select(judgement => new ImportedVerdict
        {
            Key = judgement.Code,
            Verdict = Verdict(judgement, inspection),
        }));
        return record;
    }

    private static Verdict Verdict(RatedJudgement judgement, Inspection inspection)
    {
        var verdict = new Verdict
        {
            Framework = inspection.Framework,
            FrameworkVersion = inspection.FrameworkVersion,
            Judgement = judgement.Code,
            Subject = new Subject { Kind = Subject.Types.Kind.Agency, Agency = inspection.Agencies[0].Clone() },
            Footprint = inspection.Footprint.Clone(),
            Text = judgement.Score?.ToString() ?? "",
            Fieldwork = inspection.Fieldwork?.Clone(),
            State = V1.Verdict.Types.State.Published,
            PublishedOn = inspection.PublishedOn,
            Coding = V1.Verdict.Types.Coding.ByInspectorate,
            Source = inspection.Source.Clone(),
        };
        if (judgement.Grade is { } grade)
            verdict.Grade = grade.Clone();
        if (judgement.Grade is null or { Standing: Grade.Types.Standing.NotJudged })
            verdict.NotJudgedReason = judgement.Grade?.Label ?? "the source gives no rating";
        return verdict;
    }

    private static Provenance Provenance(PublishedRating rating, LocationBody location, ImportFile file) => new()
    {
        Uri = $"https://www.cqc.org.uk/location/{location.LocationId}",
        Edition = file.Edition,
        EditionDay = file.EditionDay is { } day ? SourceDay.Iso(day) : "",
        Licence = "OGL-UK-3.0",
        Authority = V1.Provenance.Types.Authority.Official,
        Locator = rating.Report.Length > 0 ? $"report {rating.Report}" : "",
    };

    private static IEnumerable<string> Notes(PublishedRating rating, LocationBody location)
    {
        if (rating.Inspected != location.LocationId)
            yield return $"CQC carries this rating over from location {rating.Inspected}, which was the one inspected.";
        if (!location.IsRegistered)
            yield return string.IsNullOrWhiteSpace(location.DeregistrationDate)
                ? "The location is deregistered: the rating is history."
                : $"The location was deregistered on {location.DeregistrationDate}: the rating is history.";
        if (rating.IsSingleAssessment && rating.FieldworkStart is not null)
            yield return "Fieldwork begins with the day CQC opened the assessment; the visit may have been later.";
    }
}
