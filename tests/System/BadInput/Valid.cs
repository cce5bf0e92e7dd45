using Inspectorates.V1;

namespace Inspectorates.SystemTests.BadInput;

/// <summary>Requests that are right, made from what the inspectorate says of itself, to be spoilt in one place.</summary>
internal sealed class Valid(Inspectorate description, Tokens tokens)
{
    public const string Area = "X01";

    public Tokens Tokens => tokens;

    public Inspectorate Description => description;

    public Framework Framework { get; } = description.Frameworks.First(framework =>
        framework.Judgements.Count > 0 && framework.Grades.Any(grade => grade.Standing == Grade.Types.Standing.Meets));

    public string Process => description.Processes[0];

    public static string NewId() => Guid.NewGuid().ToString();

    public Verdict Verdict() => new()
    {
        Framework = Framework.Code,
        FrameworkVersion = Framework.Version,
        Process = Process,
        Aspect = "timeliness",
        Subject = new Subject { Kind = Subject.Types.Kind.Partnership },
        Footprint = new Footprint { Areas = { Area } },
        Grade = new Grade { Code = Framework.Grades.First(grade => grade.Standing == Grade.Types.Standing.Meets).Code },
        Fieldwork = new DateRange { Start = "2025-03-03", End = "2025-03-07" },
        Text = "Meetings are held in time.",
    };

    public Verdict Published()
    {
        var verdict = Verdict();
        verdict.State = V1.Verdict.Types.State.Published;
        verdict.PublishedOn = "2025-05-01";
        verdict.Source = Source();
        return verdict;
    }

    public Inspection Inspection() => new()
    {
        Kind = V1.Inspection.Types.Kind.Single,
        Framework = Framework.Code,
        FrameworkVersion = Framework.Version,
        Footprint = new Footprint { Areas = { Area } },
        Fieldwork = new DateRange { Start = "2025-03-03", End = "2025-03-07" },
        Theme = "children at risk of exploitation",
    };

    public ImportedRecord Record() => new()
    {
        SourceKey = "bad-input/" + NewId(),
        Inspection = PublishedInspection(),
        Verdicts = { new ImportedVerdict { Key = "first", Verdict = Verdict() } },
    };

    public RecordVerdictRequest Recording(Action<Verdict>? spoil = null, bool published = false)
    {
        var verdict = published ? Published() : Verdict();
        spoil?.Invoke(verdict);
        return new RecordVerdictRequest { Verdict = verdict, RequestId = NewId() };
    }

    public CreateInspectionRequest Creating(Action<Inspection>? spoil = null)
    {
        var inspection = Inspection();
        spoil?.Invoke(inspection);
        return new CreateInspectionRequest { Inspection = inspection, RequestId = NewId() };
    }

    public static Provenance Source() => new()
    {
        Uri = "https://example.org/report",
        Edition = "report",
        Licence = "OGL-UK-3.0",
        Authority = Provenance.Types.Authority.Official,
    };

    private Inspection PublishedInspection()
    {
        var inspection = Inspection();
        (inspection.PublishedOn, inspection.Source) = ("2025-05-01", Source());
        return inspection;
    }
}
