namespace Inspectorates.Ofsted.Frameworks;

/// <summary>The processes Ofsted judges: its column of the process catalogue.</summary>
internal static class JudgedProcesses
{
    public static readonly IReadOnlyList<string> All =
    [
        "front-door-mash", "contact-referral", "threshold-application", "consent-and-info-sharing", "police-notification",
        "operation-encompass", "early-help-assessment", "child-and-family-assessment", "strategy-discussion", "s47-enquiry",
        "cp-medical", "police-protection", "icpc", "child-protection-plan", "core-group", "review-cpc", "child-in-need-plan",
        "pre-proceedings-plo", "risk-assessment", "missing-response", "return-home-interview", "child-exploitation", "nrm",
        "domestic-abuse-marac", "transition-youth-to-adult", "care-planning", "lac-review-iro", "lac-health-assessment",
        "leaving-care-pathway", "camhs-access", "supervision", "management-oversight", "professional-challenge-escalation",
        "multi-agency-audit", "child-voice", "workforce-training", "performance-info-needs-analysis", "out-of-hours", "lado",
        "masa-governance", "cspr-learning",
    ];
}
