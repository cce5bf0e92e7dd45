using Inspectorates.HmiProbation.Frameworks;
using Inspectorates.HmiProbation.Rules;
using Inspectorates.Hosting.Imports;
using Inspectorates.Reference;
using Inspectorates.V1;

namespace Inspectorates.HmiProbation.Imports;

/// <summary>One published inspection of a youth justice service, and the record it makes.</summary>
internal sealed record ServiceInspection
{
    public required ServiceFootprint Service { get; init; }

    /// <summary>Whether the source marks it as done with other inspectorates.</summary>
    public required bool IsJoint { get; init; }

    public required DateOnly Published { get; init; }

    public required string Version { get; init; }

    /// <summary>Percent of the full score; null where the source gives none.</summary>
    public required decimal? Score { get; init; }

    public required RatingCell Rating { get; init; }

    public required Provenance Source { get; init; }

    public ImportedRecord ToRecord()
    {
        var inspection = new Inspection
        {
            Kind = IsJoint ? Inspection.Types.Kind.Joint : Inspection.Types.Kind.Single,
            State = Inspection.Types.State.Published,
            Framework = YouthJustice.Code,
            FrameworkVersion = Version,
            Footprint = Footprint(),
            Agencies = { Agency() },
            PublishedOn = SourceDay.Iso(Published),
            Source = Source,
        };
        if (Score is { } score)
            inspection.Notes.Add(PublishedScore.ToNote(score));
        if (IsJoint)
            inspection.Participation.Add(Participants());

        // The source has no days of fieldwork: the day of the report identifies the inspection.
        return new ImportedRecord
        {
            SourceKey = $"{YouthJustice.Code}/{inspection.Footprint.Areas[0]}/published-{SourceDay.Iso(Published)}",
            Inspection = inspection,
            Verdicts = { new ImportedVerdict { Key = Standard.Overall, Verdict = Overall() } },
        };
    }

    private Verdict Overall()
    {
        var verdict = new Verdict
        {
            Authors = { HmiProbationInspectorate.InspectorateCode },
            Framework = YouthJustice.Code,
            FrameworkVersion = Version,
            Judgement = Standard.Overall,
            Subject = new Subject { Kind = Subject.Types.Kind.Agency, Agency = Agency() },
            Footprint = Footprint(),
            NotJudgedReason = Rating.NotJudged,
            State = Verdict.Types.State.Published,
            PublishedOn = SourceDay.Iso(Published),
            Coding = Verdict.Types.Coding.ByInspectorate,
            Source = Source.Clone(),
        };
        if (Rating.Code.Length > 0)
            verdict.Grade = new Grade { Code = Rating.Code };
        return verdict;
    }

    /// <summary>The source says that others took part, and not who.</summary>
    private static IEnumerable<Participation> Participants() => JointFrameworks.Jtai.Members.Select(member =>
        member == HmiProbationInspectorate.InspectorateCode
            ? new Participation { Inspectorate = member, State = Participation.Types.State.TookPart }
            : new Participation
            {
                Inspectorate = member,
                State = Participation.Types.State.Unknown,
                Reason = "the source marks the inspection as joint and names no other inspectorate",
            });

    private V1.Agency Agency() => new() { Kind = Service.Service!.Kind, Code = Service.Service.Code, Name = Service.Service.Name };

    private Footprint Footprint()
    {
        var footprint = new Footprint { Areas = { Service.Areas.Select(area => area.DfeCode).Order(StringComparer.Ordinal) } };
        if (Service.Areas.Count > 1)
            footprint.Label = "youth justice service of " + InWords([.. Service.Areas.Select(area => area.Name)]);
        return footprint;
    }

    private static string InWords(string[] names) => string.Join(", ", names[..^1]) + " and " + names[^1];
}
