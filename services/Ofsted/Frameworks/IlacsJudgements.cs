using Inspectorates.V1;

namespace Inspectorates.Ofsted.Frameworks;

/// <summary>
/// ILACS's broad judgements, and the processes each covers: those its evaluation criteria name.
/// </summary>
internal static class IlacsJudgements
{
    public const string Overall = "overall-effectiveness";
    public const string Leaders = "impact-of-leaders";
    public const string HelpAndProtection = "help-and-protection";
    public const string InCare = "children-in-care";
    public const string CareLeavers = "care-leavers";

    private static readonly string[] LeadersProcesses =
    [
        "management-oversight", "supervision", "workforce-training", "performance-info-needs-analysis",
        "multi-agency-audit", "professional-challenge-escalation", "masa-governance", "cspr-learning", "child-voice",
    ];

    private static readonly string[] HelpAndProtectionProcesses =
    [
        "front-door-mash", "contact-referral", "threshold-application", "consent-and-info-sharing", "police-notification",
        "early-help-assessment", "child-and-family-assessment", "strategy-discussion", "s47-enquiry", "police-protection",
        "icpc", "child-protection-plan", "core-group", "review-cpc", "child-in-need-plan", "pre-proceedings-plo",
        "risk-assessment", "missing-response", "return-home-interview", "child-exploitation", "domestic-abuse-marac",
        "out-of-hours", "lado", "management-oversight", "professional-challenge-escalation", "child-voice",
    ];

    private static readonly string[] InCareProcesses =
    [
        "care-planning", "lac-review-iro", "lac-health-assessment", "camhs-access", "missing-response",
        "return-home-interview", "child-exploitation", "risk-assessment", "management-oversight", "child-voice",
    ];

    private static readonly string[] CareLeaversProcesses =
        ["leaving-care-pathway", "transition-youth-to-adult", "management-oversight", "child-voice"];

    private static readonly Judgement LeadersJudgement = Of(
        Leaders, "The impact of leaders on social work practice with children and families", "leadership-and-partnership", LeadersProcesses);

    private static readonly Judgement HelpAndProtectionJudgement = Of(
        HelpAndProtection, "The experiences and progress of children who need help and protection", "planning-and-protection",
        HelpAndProtectionProcesses);

    private static readonly Judgement InCareJudgement = Of(
        InCare, "The experiences and progress of children in care", "in-care", InCareProcesses);

    private static readonly Judgement InCareAndLeaversJudgement = Of(
        InCare, "The experiences and progress of children in care and care leavers", "in-care",
        [.. InCareProcesses.Union(CareLeaversProcesses)]);

    private static readonly Judgement CareLeaversJudgement = Of(
        CareLeavers, "The experiences and progress of care leavers", "leaving-care", CareLeaversProcesses);

    private static readonly Judgement CareLeaversNotYet = new()
    {
        Code = CareLeavers,
        Label = "The experiences and progress of care leavers (not judged apart before January 2023)",
        JourneyStage = "leaving-care",
        NotMade = true,
    };

    private static readonly Judgement OverallNoMore = new()
    {
        Code = Overall,
        Label = "Overall effectiveness (not judged since April 2026)",
        NotMade = true,
    };

    // Covers all stages, so it has none.
    private static readonly Judgement OverallJudgement = new()
    {
        Code = Overall,
        Label = "Overall effectiveness",
        Headline = true,
        Processes =
        {
            LeadersProcesses.Union(HelpAndProtectionProcesses).Union(InCareProcesses).Union(CareLeaversProcesses),
        },
    };

    /// <summary>
    /// To December 2022 the in-care judgement covered care leavers. Sources have a column for them all the same: what it
    /// holds is recorded as not judged, with the reason.
    /// </summary>
    public static readonly IReadOnlyList<Judgement> To2022 =
        [OverallJudgement, LeadersJudgement, HelpAndProtectionJudgement, InCareAndLeaversJudgement, CareLeaversNotYet];

    public static readonly IReadOnlyList<Judgement> From2023 =
        [OverallJudgement, LeadersJudgement, HelpAndProtectionJudgement, InCareJudgement, CareLeaversJudgement];

    /// <summary>From April 2026 there is no overall, hence no headline; it is recorded as not judged, with the reason.</summary>
    public static readonly IReadOnlyList<Judgement> From2026 =
        [OverallNoMore, LeadersJudgement, HelpAndProtectionJudgement, InCareJudgement, CareLeaversJudgement];

    private static Judgement Of(string code, string label, string stage, string[] processes) =>
        new() { Code = code, Label = label, JourneyStage = stage, Processes = { processes } };
}
