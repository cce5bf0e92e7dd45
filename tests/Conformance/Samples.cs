using Inspectorates.V1;

namespace Inspectorates.Conformance;

/// <summary>Valid records of any inspectorate, made from nothing but what it says of itself.</summary>
public sealed class Samples(Inspectorate description)
{
    public string Code => description.Code;

    public Framework Framework { get; } = description.Frameworks.First(framework =>
        framework.Grades.Any(IsJudged) && (framework.Judgements.Count > 0 || framework.Processes.Count > 0));

    public string Best => Framework.Grades.First(IsJudged).Code;

    public string Worst => Framework.Grades.Last(IsJudged).Code;

    public string Process => description.Processes[0];

    public static string NewId() => Guid.NewGuid().ToString();

    public Verdict Verdict(string area, string? grade = null) => new()
    {
        Framework = Framework.Code,
        FrameworkVersion = Framework.Version,
        Process = Process,
        Aspect = "timeliness",
        Subject = new Subject { Kind = Subject.Types.Kind.Partnership },
        Footprint = new Footprint { Areas = { area } },
        Grade = new Grade { Code = grade ?? Best },
        NoChildsVoiceExplanation = "The children concerned were asked and did not want to be heard.",
    };

    /// <summary>A draft that rests on some evidence.</summary>
    public Verdict Resting(string area, params Evidence[] evidence)
    {
        var verdict = Verdict(area);
        verdict.Evidence.Add(evidence);
        return verdict;
    }

    public Verdict Published(string area, string day, string? grade = null)
    {
        var verdict = Verdict(area, grade);
        verdict.State = V1.Verdict.Types.State.Published;
        verdict.PublishedOn = day;
        verdict.Source = Source("edition 2024-01-31", "2024-01-31");
        return verdict;
    }

    public static RecordVerdictRequest Recording(Verdict verdict) => new() { Verdict = verdict, RequestId = NewId() };

    public static Provenance Source(
        string edition, string day, Provenance.Types.Authority authority = Provenance.Types.Authority.Official) => new()
        {
            Uri = "https://example.org/report",
            Edition = edition,
            EditionDay = day,
            Licence = "OGL-UK-3.0",
            Authority = authority,
        };

    /// <summary>A record of a source with one verdict under the key <c>first</c>.</summary>
    public ImportedRecord Record(string area, string day, string grade, Provenance source) => new()
    {
        SourceKey = $"{Framework.Code}/{area}/{day}",
        Inspection = new Inspection
        {
            Kind = Inspection.Types.Kind.Single,
            Framework = Framework.Code,
            FrameworkVersion = Framework.Version,
            Footprint = new Footprint { Areas = { area } },
            Fieldwork = new DateRange { Start = day },
            PublishedOn = day,
            Source = source,
        },
        Verdicts = { Imported("first", area, day, grade) },
    };

    public ImportedVerdict Imported(string key, string area, string day, string grade, Verdict.Types.Coding coding = 0)
    {
        var verdict = Verdict(area, grade);
        verdict.PublishedOn = day;
        verdict.Coding = coding;
        verdict.NoChildsVoiceExplanation = "";
        if (coding == V1.Verdict.Types.Coding.ByRule)
            verdict.Aspect = "";
        return new ImportedVerdict { Key = key, Verdict = verdict };
    }

    private static bool IsJudged(Grade grade) => grade.Standing != Grade.Types.Standing.NotJudged;
}
