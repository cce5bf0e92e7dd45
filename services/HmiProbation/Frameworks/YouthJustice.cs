using Inspectorates.HmiProbation.Rules;
using Inspectorates.V1;

namespace Inspectorates.HmiProbation.Frameworks;

/// <summary>Inspections of youth justice services: the programme of 2018 to 2024, and the one since.</summary>
internal static class YouthJustice
{
    public const string Code = "youth-justice";
    public const string VersionTo2024 = "2018-24";
    public const string VersionFrom2025 = "2025-";

    private const string Leadership = "leadership-and-partnership";
    private const string CasePractice = "planning-and-protection";

    private static readonly string[] Work =
        ["youth-justice-case", "risk-assessment", "child-exploitation", "child-protection-plan", "contact-referral", "child-voice", "consent-and-info-sharing"];

    private static readonly string[] Organisation =
    [
        "management-oversight", "supervision", "workforce-training", "performance-info-needs-analysis",
        "professional-challenge-escalation", "transition-youth-to-adult",
    ];

    /// <summary>The twelve standards whose scores make the overall.</summary>
    public static readonly IReadOnlyList<Judgement> ScoredStandards =
    [
        Standard.Of("governance-and-leadership", "Governance and leadership", Leadership,
            "management-oversight", "performance-info-needs-analysis", "professional-challenge-escalation"),
        Standard.Of("staff", "Staff", Leadership, "supervision", "workforce-training", "management-oversight"),
        Standard.Of("partnerships-and-services", "Partnerships and services", Leadership,
            "consent-and-info-sharing", "transition-youth-to-adult", "child-exploitation", "performance-info-needs-analysis"),
        Standard.Of("information-and-facilities", "Information and facilities", Leadership,
            "consent-and-info-sharing", "performance-info-needs-analysis"),
        Standard.Of("court-assessment", "Assessment (court disposals)", CasePractice, "youth-justice-case", "risk-assessment", "child-voice"),
        Standard.Of("court-planning", "Planning (court disposals)", CasePractice, "youth-justice-case", "risk-assessment", "child-protection-plan"),
        Standard.Of("court-implementation-and-delivery", "Implementation and delivery (court disposals)", CasePractice,
            "youth-justice-case", "contact-referral", "child-exploitation", "transition-youth-to-adult"),
        Standard.Of("court-reviewing", "Reviewing (court disposals)", CasePractice, "youth-justice-case", "risk-assessment"),
        Standard.Of("out-of-court-assessment", "Assessment (out-of-court disposals)", CasePractice, "youth-justice-case", "risk-assessment", "child-voice"),
        Standard.Of("out-of-court-planning", "Planning (out-of-court disposals)", CasePractice, "youth-justice-case", "risk-assessment"),
        Standard.Of("out-of-court-implementation-and-delivery", "Implementation and delivery (out-of-court disposals)", CasePractice,
            "youth-justice-case", "contact-referral"),
        Standard.Of("out-of-court-policy-and-provision", "Policy and provision (out-of-court disposals)", CasePractice,
            "youth-justice-case", "consent-and-info-sharing"),
    ];

    public static Framework To2024() => new()
    {
        Code = Code,
        Label = "Inspection of youth justice services (until 2021 youth offending services)",
        Version = VersionTo2024,
        State = Framework.Types.State.Ended,
        Mode = Framework.Types.Mode.SingleAgency,
        ActualStart = new PlannedDate { Day = "2018-01-01", Precision = PlannedDate.Types.Precision.Year },
        ActualEnd = new PlannedDate { Day = "2024-01-01", Precision = PlannedDate.Types.Precision.Year },
        AgencyKinds = { "youth-justice-service" },
        Grades = { Ratings.All },
        Judgements =
        {
            Standard.Headline([.. Work, .. Organisation]),
            ScoredStandards,
            Standard.Of("resettlement-policy-and-provision", "Resettlement policy and provision", CasePractice, "youth-justice-case"),
        },
        Processes = { JudgedProcesses.All },
        Inspectorates = { HmiProbationInspectorate.InspectorateCode },
        SourceUri = "https://www.justiceinspectorates.gov.uk/hmiprobation/about-hmi-probation/about-our-work/our-standards-and-ratings/",
        AggregationRule = ScoreBands.YouthJusticeTo2024.InWords,
    };

    public static Framework From2025() => new()
    {
        Code = Code,
        Label = "Inspection of youth justice work with children and victims",
        Version = VersionFrom2025,
        State = Framework.Types.State.InForce,
        Mode = Framework.Types.Mode.SingleAgency,
        ActualStart = new PlannedDate { Day = "2025-01-01", Precision = PlannedDate.Types.Precision.Year },
        Predecessor = Code,
        AgencyKinds = { "youth-justice-service" },
        Grades = { Ratings.All },
        Judgements =
        {
            Standard.Headline([.. Work, .. Organisation]),
            Standard.Of("work-with-children", "Work with children", CasePractice, [.. Work, .. Organisation]),
            Standard.Of("work-with-victims", "Work with victims", CasePractice, "youth-justice-case"),
        },
        Processes = { JudgedProcesses.All },
        Inspectorates = { HmiProbationInspectorate.InspectorateCode },
        SourceUri = "https://hmiprobation.justiceinspectorates.gov.uk/document/an-inspection-of-youth-justice-work-with-children-and-victims-in-wakefield-2025",
    };
}
