using System.Globalization;
using Inspectorates.V1;

namespace Inspectorates.Conformance.Embargo;

/// <summary>Draws records from few values, so that areas, processes, inspections and days are shared by chance.</summary>
internal sealed class Drawn(Random random)
{
    public static readonly string[] Areas = ["301", "302"];
    public static readonly string[] Processes = ["strategy-discussion", "icpc"];
    public static readonly string[] Days = ["2024-03-05", "2024-03-06", "2024-09-10", "2026-06-14"];

    // Fewer still, so that editions follow one another.
    public static readonly string[] ImportDays = ["2024-03-05", "2024-09-10"];

    private static readonly Verdict.Types.Coding[] Codings =
        [Verdict.Types.Coding.ByInspectorate, Verdict.Types.Coding.ByInspectorate, Verdict.Types.Coding.ByReading, Verdict.Types.Coding.ByRule];

    private int texts;

    public int Below(int count) => random.Next(count);

    public bool Chance(int percent) => random.Next(100) < percent;

    public T One<T>(IReadOnlyList<T> from) => from[random.Next(from.Count)];

    public string Grade() => Chance(50) ? "fine" : "poor";

    public string Text() => $"text {(++texts).ToString(CultureInfo.InvariantCulture)}";

    public Verdict Draft(string? area = null)
    {
        var verdict = new Verdict
        {
            Framework = "fiction",
            FrameworkVersion = Chance(85) ? "2024-" : "2018-23",
            Subject = new Subject { Kind = Subject.Types.Kind.Partnership },
            Footprint = new Footprint { Areas = { area is not null ? [area] : Chance(15) ? Areas : [One(Areas)] } },
            Grade = new Grade { Code = Grade() },
            Text = Text(),
            NoChildsVoiceExplanation = "None wanted to be heard.",
        };
        if (Chance(40))
            verdict.Judgement = Chance(60) ? "overall" : "plans";
        else
            Process(verdict);
        return verdict;
    }

    public Recommendation Recommendation() => new()
    {
        Text = Text(),
        Process = One(Processes),
        Footprint = new Footprint { Areas = { Chance(15) ? Areas : [One(Areas)] } },
        Addressee = new Subject { Kind = Subject.Types.Kind.Agency, Agency = new Agency { Kind = Chance(50) ? "local-authority" : "police-force" } },
        DueToBeDecided = true,
    };

    public Inspector Inspector() => new()
    {
        Background = Chance(50) ? ProfessionalBackground.Types.Code.Health : ProfessionalBackground.Types.Code.Policing,
        Competences = { new Competence { Framework = "fiction", ValidFrom = "2020-01-01" } },
    };

    public Verdict Fact()
    {
        var verdict = Draft();
        verdict.State = Verdict.Types.State.Published;
        if (Chance(80))
            verdict.PublishedOn = One(Days);
        else if (Chance(50))
            (verdict.PlacedOn, verdict.PlacedBecause) = (One(Days), "the source gives no day");
        verdict.Source = Source();
        return verdict;
    }

    public Inspection Inspection(string area, string day) => new()
    {
        Kind = V1.Inspection.Types.Kind.Single,
        Framework = "fiction",
        FrameworkVersion = "2024-",
        Footprint = new Footprint { Areas = { area } },
        Fieldwork = new DateRange { Start = day },
        Theme = Chance(30) ? Text() : "",
    };

    public Inspection PublishedInspection(string area, string day)
    {
        var inspection = Inspection(area, day);
        (inspection.State, inspection.PublishedOn, inspection.Source) = (V1.Inspection.Types.State.Published, day, Source());
        return inspection;
    }

    /// <summary>An edition of one of few records: some of its verdicts, by rule and by reading, with grades of its own.</summary>
    public ImportedRecord Record(string area, string day)
    {
        var record = new ImportedRecord { SourceKey = $"fiction/{area}/{day}", Inspection = PublishedInspection(area, day) };
        string[] keys = ["overall", "part", "rule", "reading"];
        foreach (var key in keys.Where(_ => Chance(65)).DefaultIfEmpty("overall"))
            record.Verdicts.Add(new ImportedVerdict { Key = key, Verdict = Imported(key, area, day) });
        return record;
    }

    public string Participant() => One(["fictional", "second", "third"]);

    private Verdict Imported(string key, string area, string day)
    {
        var verdict = Draft(area);
        (verdict.FrameworkVersion, verdict.PublishedOn, verdict.Judgement, verdict.Process, verdict.Aspect) = ("2024-", day, "", "", "");
        if (key is "overall")
            verdict.Judgement = key;
        else
            verdict.Process = Processes[key is "part" ? 1 : 0];
        verdict.Coding = key switch
        {
            "rule" => Verdict.Types.Coding.ByRule,
            "reading" => Verdict.Types.Coding.ByReading,
            _ => Verdict.Types.Coding.ByInspectorate,
        };
        verdict.Aspect = key is "part" or "reading" ? "timeliness" : "";
        return verdict;
    }

    private void Process(Verdict verdict)
    {
        (verdict.Process, verdict.Coding) = (One(Processes), One(Codings));
        verdict.Aspect = verdict.Coding == Verdict.Types.Coding.ByRule ? "" : One(["timeliness", "information-sharing"]);
    }

    private Provenance Source() => Samples.Source(
        "edition", One(["2024-10-01", "2025-01-31", "2025-06-30", "2026-06-01"]),
        Chance(75) ? Provenance.Types.Authority.Official : Provenance.Types.Authority.Scraped);
}
