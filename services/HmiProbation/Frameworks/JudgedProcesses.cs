namespace Inspectorates.HmiProbation.Frameworks;

/// <summary>The processes HMI Probation judges: its column of the process catalogue.</summary>
internal static class JudgedProcesses
{
    public static readonly IReadOnlyList<string> Always =
    [
        "contact-referral", "consent-and-info-sharing", "icpc", "child-protection-plan", "core-group", "risk-assessment",
        "child-exploitation", "domestic-abuse-marac", "mappa", "probation-safeguarding-checks", "youth-justice-case",
        "transition-youth-to-adult", "supervision", "management-oversight", "professional-challenge-escalation", "child-voice",
        "workforce-training", "performance-info-needs-analysis",
    ];

    public static readonly IReadOnlyList<string> WhereItsAgenciesTakePart =
        ["front-door-mash", "strategy-discussion", "multi-agency-audit", "masa-governance", "cspr-learning"];

    public static IEnumerable<string> All => Always.Concat(WhereItsAgenciesTakePart);
}
