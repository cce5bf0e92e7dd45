using Inspectorates.Hosting.Imports;
using Inspectorates.Ofsted.Frameworks;
using Inspectorates.Reference;
using Inspectorates.V1;

namespace Inspectorates.Ofsted.Imports;

/// <summary>One published ILACS inspection, whichever file it was read from, and the record it makes.</summary>
internal sealed record IlacsInspection
{
    public required Area Area { get; init; }

    /// <summary>First and last day of fieldwork; null where the source does not say.</summary>
    public DateOnly? Start { get; init; }

    public DateOnly? End { get; init; }

    public required DateOnly Published { get; init; }

    /// <summary>The graded cells by judgement code.</summary>
    public required IReadOnlyList<(string Judgement, GradeCell Cell)> Grades { get; init; }

    public required Provenance Source { get; init; }

    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>The version of the framework it was made under.</summary>
    public string Version => Ilacs.VersionOn(Start ?? Published);

    public ImportedRecord ToRecord()
    {
        // The same inspection has one key in every file that has it; without a first day the report's day identifies it.
        var day = Start is { } start ? SourceDay.Iso(start) : "published-" + SourceDay.Iso(Published);
        var record = new ImportedRecord
        {
            SourceKey = $"{Ilacs.Code}/{Area.DfeCode}/{day}",
            Inspection = new Inspection
            {
                Kind = Inspection.Types.Kind.Single,
                State = Inspection.Types.State.Published,
                Framework = Ilacs.Code,
                FrameworkVersion = Version,
                Footprint = Footprint(),
                Agencies = { Council() },
                Fieldwork = Fieldwork(),
                PublishedOn = SourceDay.Iso(Published),
                Source = Source,
                Notes = { Notes },
            },
        };
        record.Verdicts.Add(Grades.Select(ToVerdict));
        return record;
    }

    private ImportedVerdict ToVerdict((string Judgement, GradeCell Cell) grade)
    {
        var verdict = new Verdict
        {
            Framework = Ilacs.Code,
            FrameworkVersion = Version,
            Judgement = grade.Judgement,
            Subject = new Subject { Kind = Subject.Types.Kind.Agency, Agency = Council() },
            Footprint = Footprint(),
            NotJudgedReason = grade.Cell.NotJudged,
            Fieldwork = Fieldwork(),
            State = Verdict.Types.State.Published,
            PublishedOn = SourceDay.Iso(Published),
            Coding = Verdict.Types.Coding.ByInspectorate,
            Source = Source.Clone(),
        };
        if (grade.Cell.Code.Length > 0)
            verdict.Grade = new Grade { Code = grade.Cell.Code };
        return new ImportedVerdict { Key = grade.Judgement, Verdict = verdict };
    }

    private V1.Agency Council() => new() { Kind = Area.Council.Kind, Code = Area.Council.Code, Name = Area.Council.Name };

    private Footprint Footprint() => new() { Areas = { Area.DfeCode } };

    private DateRange Fieldwork() => new()
    {
        Start = Start is { } start ? SourceDay.Iso(start) : "",
        End = End is { } end ? SourceDay.Iso(end) : "",
    };
}
