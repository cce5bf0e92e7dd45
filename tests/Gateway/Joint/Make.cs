using Inspectorates.Gateway.Joint;
using Inspectorates.Joint.V1;
using Inspectorates.Reference;
using Inspectorates.V1;
using Agency = Inspectorates.V1.Agency;
using AgencyKind = Inspectorates.V1.AgencyKind;
using Area = Inspectorates.Joint.V1.Area;

namespace Inspectorates.Gateway.Tests.Joint;

/// <summary>Records to compose from, with as much in them as a test needs. Four inspectorates nobody knows: red, blue, green, grey.</summary>
internal static class Make
{
    public const string AreaCode = "926";
    public const string Process = "strategy-discussion";
    public static readonly DateOnly AsOf = new(2025, 6, 1);
    public static readonly DateTimeOffset Now = new(2025, 6, 1, 12, 0, 0, TimeSpan.Zero);

    public static readonly Catalogue Catalogue = new()
    {
        Processes =
        [
            .. ProcessCatalogue.England.All
                .Select(process => new CatalogueProcess(process.Code, process.Term, process.JourneyStage)),
        ],
        Fallback = _ => null,
        CanonicalAspect = Aspects.Canonical,
        AspectLabel = Aspects.Label,
        KindsMayBeSame = AgencyKinds.MayBeSame,
        AgencyKindLabel = kind => AgencyKinds.TryFind(kind, out var known) ? known.Label : kind,
    };

    public static Area Area(string code = AreaCode, bool fictional = false) => new()
    {
        DfeCode = code,
        GssCode = "E10000020",
        Name = "Norfolk",
        Fictional = fictional,
        Agencies =
        {
            Agency("local-authority", code, "Norfolk"),
            Agency("police-force", "E23000024", "Norfolk Constabulary"),
            Agency("icb", "E54000022", "Norfolk Board"),
        },
    };

    public static Agency Agency(string kind, string code = "", string name = "") =>
        new() { Kind = kind, Code = code, Name = name };

    public static Subject About(Agency agency) => new() { Kind = Subject.Types.Kind.Agency, Agency = agency };

    public static Subject Partnership => new() { Kind = Subject.Types.Kind.Partnership };

    /// <summary>A published verdict of one author on one process, made on one day; <paramref name="change"/> makes it another.</summary>
    public static Verdict Verdict(
        string keeper,
        string id,
        Grade.Types.Standing standing = Grade.Types.Standing.Meets,
        string day = "2024-12-09",
        Action<Verdict>? change = null)
    {
        var verdict = new Verdict
        {
            Name = $"inspectorates/{keeper}/verdicts/{id}",
            Inspectorate = keeper,
            Authors = { keeper },
            Framework = "frame",
            FrameworkVersion = "1",
            Process = Process,
            Aspect = "timeliness",
            Subject = Partnership,
            Footprint = new Footprint { Areas = { AreaCode } },
            Standing = standing,
            Grade = new Grade { Code = $"grade-{standing}".ToLowerInvariant(), Label = $"Grade {standing}", Standing = standing },
            State = V1.Verdict.Types.State.Published,
            Coding = V1.Verdict.Types.Coding.ByInspectorate,
            Revision = 1,
            Source = new Provenance { Uri = $"https://example.org/{keeper}/{id}", Edition = "made up" },
        };
        if (day.Length > 0) verdict.Fieldwork = new DateRange { Start = day, End = day };
        change?.Invoke(verdict);
        return verdict;
    }

    /// <summary>A broad judgement of the framework that <see cref="Inspectorate"/> describes.</summary>
    public static Verdict Broad(
        string keeper,
        string id,
        Grade.Types.Standing standing = Grade.Types.Standing.Meets,
        string day = "2024-12-09",
        string judgement = "overall",
        Action<Verdict>? change = null) =>
        Verdict(keeper, id, standing, day, verdict =>
        {
            verdict.Process = "";
            verdict.Aspect = "";
            verdict.Judgement = judgement;
            change?.Invoke(verdict);
        });

    /// <summary>
    /// An inspectorate with a framework of an overall and two questions covering strategy discussions, an older one the
    /// framework took over from, and one of questions only.
    /// </summary>
    public static Inspectorate Inspectorate(string code, params string[] hosts) => new()
    {
        Name = $"inspectorates/{code}",
        Code = code,
        Label = $"The {code} inspectorate",
        HostAgencyKinds = { hosts.Select(kind => new AgencyKind { Code = kind }) },
        Processes = { Process, "s47-enquiry" },
        ConditionalProcesses = { "icpc" },
        Frameworks =
        {
            Framework("frame", "older", Judgement("overall", true), Judgement("first"), Judgement("second")),
            Framework("older", "", Judgement("overall", true)),
            Framework("questions", "", Judgement("first"), Judgement("second")),
            Framework("joint", ""),
        },
    };

    public static Framework Framework(string code, string predecessor, params Judgement[] judgements) => new()
    {
        Code = code,
        Version = "1",
        Label = $"{code} framework",
        Predecessor = predecessor,
        State = V1.Framework.Types.State.InForce,
        Judgements = { judgements },
    };

    public static Judgement Judgement(string code, bool headline = false) => new()
    {
        Code = code,
        Label = $"The {code} question",
        Headline = headline,
        Processes = { Process, "s47-enquiry" },
    };

    public static Inspection Joint(string keeper, string id, params (string Inspectorate, Participation.Types.State State)[] participation) =>
        new()
        {
            Name = $"inspectorates/{keeper}/inspections/{id}",
            Key = "joint/926/2024-12-09",
            Inspectorate = keeper,
            Kind = Inspection.Types.Kind.Joint,
            State = Inspection.Types.State.Published,
            Framework = "joint",
            FrameworkVersion = "1",
            Footprint = new Footprint { Areas = { AreaCode } },
            Fieldwork = new DateRange { Start = "2024-12-09", End = "2024-12-13" },
            PublishedOn = "2025-02-27",
            Participation =
            {
                participation.Select(part => new Participation { Inspectorate = part.Inspectorate, State = part.State }),
            },
        };

    /// <summary>A proper answer with what is given.</summary>
    public static SourceAnswer Answer(string inspectorate, params Verdict[] verdicts) =>
        new(
            inspectorate,
            Inspectorate(inspectorate),
            verdicts.Length == 0 ? Source.Types.State.NoVerdict : Source.Types.State.Answered,
            Now,
            null,
            "",
            verdicts,
            []);

    /// <summary>A source that gave no proper answer, described from when it did.</summary>
    public static SourceAnswer Missing(string inspectorate, Source.Types.State state = Source.Types.State.Unreachable) =>
        new(inspectorate, Inspectorate(inspectorate), state, null, Now, "it does not answer", [], []);

    public static JointInspection View(params SourceAnswer[] answers) => View(answers, null);

    public static JointInspection View(IReadOnlyList<SourceAnswer> answers, Area? area = null, Catalogue? catalogue = null) =>
        Composition.Compose(area ?? Area(), AsOf, Now, answers, catalogue ?? Catalogue, new DifferenceOptions());

    public static ProcessView OnProcess(this JointInspection view, string process = Process) =>
        view.Processes.Single(shown => shown.Process == process);
}
