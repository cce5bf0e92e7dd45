using Inspectorates.Hosting;
using Inspectorates.Hosting.Imports;
using Inspectorates.V1;

namespace Inspectorates.Conformance.Fictional;

/// <summary>The least an inspectorate can be, so that the chassis is tested without any real one.</summary>
public sealed class FictionalInspectorate : IInspectorate
{
    public const string InspectorateCode = "fictional";

    public string Code => InspectorateCode;

    public IReadOnlyList<IImportFormat> ImportFormats { get; } = [new LinesFormat()];

    public Inspectorate Describe() => new()
    {
        Label = "Inspectorate of Fiction",
        WordForVerdict = "judgement",
        HostAgencyKinds = { new AgencyKind { Code = "local-authority", Label = "local authority", CodeFormat = "three digits", CodeExample = "926" } },
        Processes = { "strategy-discussion", "icpc" },
        Frameworks =
        {
            FrameworkOf("2024-", Framework.Types.State.InForce, new PlannedDate { Day = "2024-01-01", Precision = PlannedDate.Types.Precision.Day }, null),
            FrameworkOf(
                "2018-23", Framework.Types.State.Ended, new PlannedDate { Day = "2018-01-01", Precision = PlannedDate.Types.Precision.Day },
                new PlannedDate { Day = "2023-12-31", Precision = PlannedDate.Types.Precision.Day }),
        },
    };

    public IReadOnlyList<Indicator> Indicators { get; } =
    [
        IndicatorOf("tales-told", "Tales told", Indicator.Types.Type.Activity, ""),
        IndicatorOf("tales-believed", "Tales believed", Indicator.Types.Type.Outcome, "All"),
        IndicatorOf("tales-in-time", "Tales told in time", Indicator.Types.Type.Timeliness, "All"),
    ];

    // Where any part fails, the whole does.
    public IReadOnlyList<RuleDiscrepancy> Check(Inspection inspection, IReadOnlyList<Verdict> verdicts)
    {
        var overall = verdicts.FirstOrDefault(verdict => verdict.Judgement == "overall");
        if (overall?.Grade is null || overall.Grade.Code == "poor" || verdicts.All(verdict => verdict.Grade?.Code != "poor"))
            return [];
        return
        [
            new RuleDiscrepancy
            {
                Rule = "where any part is poor, the whole is", Judgement = "overall", PublishedGrade = overall.Grade.Code,
                AllowedGrades = { "poor" }, Explanation = "A part is poor and the whole is not.",
            },
        ];
    }

    private static Indicator IndicatorOf(string code, string label, Indicator.Types.Type type, string optimum) => new()
    {
        Code = code,
        Label = label,
        Definition = "How many tales, of all there are.",
        Unit = "percent",
        Type = type,
        Direction = optimum.Length > 0 ? Indicator.Types.Direction.Higher : Indicator.Types.Direction.NoDirectionStated,
        OptimumState = optimum.Length > 0 ? Indicator.Types.OptimumState.Stated : Indicator.Types.OptimumState.NoneStated,
        Optimum = optimum,
        DecidedBy = optimum.Length > 0 ? "the teller" : "",
        Basis = "None is stated.",
        PerverseEffects = { "Tales grow short." },
        StandsFor = "Listeners are wiser.",
        LinkEvidence = "None is recorded.",
    };

    private static Framework FrameworkOf(string version, Framework.Types.State state, PlannedDate start, PlannedDate? end) => new()
    {
        Code = "fiction",
        Label = "Inspection of fiction",
        Version = version,
        State = state,
        Mode = V1.Framework.Types.Mode.SingleAgency,
        ActualStart = start,
        ActualEnd = end,
        Grades =
        {
            new Grade { Code = "fine", Label = "Fine", Standing = Grade.Types.Standing.Meets },
            new Grade { Code = "poor", Label = "Poor", Standing = Grade.Types.Standing.Fails },
            new Grade { Code = "not-rated", Label = "Not rated", Standing = Grade.Types.Standing.NotJudged },
        },
        Judgements =
        {
            new Judgement { Code = "overall", Label = "Overall", Headline = true, Processes = { "strategy-discussion", "icpc" } },
            new Judgement { Code = "plans", Label = "Plans", Processes = { "icpc" } },
        },
        Processes = { "strategy-discussion", "icpc" },
        // So that which one applies turns on past inspections, hidden ones among them.
        Transition = new FrameworkTransition { NotYetInspectedUnder = "fiction", Text = "Those not yet inspected are inspected under this." },
        Inspectorates = { InspectorateCode },
    };
}
