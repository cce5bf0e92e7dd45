using Inspectorates.Hosting;
using Inspectorates.V1;

namespace Inspectorates.Hmic.Frameworks;

/// <summary>The inspectorate's frameworks. A version of PEEL is a scale; its cycles are kept with each inspection.</summary>
internal static class HmicFrameworks
{
    public const string Peel = "peel";
    public const string PeelFourGrades = "2014-2019";
    public const string PeelFiveGrades = "2021-";
    public const string ChildProtection = "ncpi";
    public const string ChildProtectionGraded = "2024-";

    /// <summary>Codes of the processes it judges: its column of the process catalogue.</summary>
    public static readonly IReadOnlyList<string> Processes =
    [
        "front-door-mash", "contact-referral", "threshold-application", "consent-and-info-sharing", "police-notification",
        "operation-encompass", "child-and-family-assessment", "strategy-discussion", "s47-enquiry", "cp-medical",
        "police-protection", "icpc", "child-protection-plan", "risk-assessment", "missing-response", "return-home-interview",
        "child-exploitation", "nrm", "domestic-abuse-marac", "mappa", "supervision", "management-oversight",
        "professional-challenge-escalation", "child-voice", "workforce-training", "performance-info-needs-analysis",
        "out-of-hours", "lado",
    ];

    /// <summary>Codes of the processes it judges only in joint inspections.</summary>
    public static readonly IReadOnlyList<string> ConditionalProcesses = ["multi-agency-audit", "masa-governance", "cspr-learning"];

    /// <summary>All frameworks, newest first.</summary>
    public static IEnumerable<Framework> All() =>
        [GradedChildProtection(), .. CountryFacts.JointFrameworksOf(HmicInspectorate.InspectorateCode), PeelSince2021(), NarrativeChildProtection(), PeelTo2019()];

    private static Framework GradedChildProtection()
    {
        var framework = New(ChildProtection, ChildProtectionGraded, "National child protection inspection (NCPI), graded", Framework.Types.State.InForce);
        framework.ActualStart = Month("2024-04-01");
        framework.Predecessor = ChildProtection;
        framework.SourceUri = "https://hmicfrs.justiceinspectorates.gov.uk/publication-html/national-child-protection-inspection-assessment-criteria/";
        framework.Judgements.Add(Questions.OfChildProtection.Select(topic => topic.ToJudgement()));
        framework.Processes.Add(Processes);
        framework.Grades.Add(Grades.Five.Append(Grades.NotGraded).Select(grade => grade.Clone()));
        return framework;
    }

    private static Framework NarrativeChildProtection()
    {
        var framework = New(ChildProtection, "2014-2024", "National child protection inspection (NCPI), narrative", Framework.Types.State.Ended);
        framework.ActualStart = Month("2014-04-01");
        framework.Unverified = "the month of 2014 in which it began.";
        framework.ActualEnd = Month("2024-03-01");
        framework.SourceUri = "https://hmicfrs.justiceinspectorates.gov.uk/publications/national-child-protection-programme-methodology-for-post-inspection-follow-up-activity/";
        framework.Processes.Add(Processes);
        return framework;
    }

    private static Framework PeelSince2021()
    {
        var framework = New(Peel, PeelFiveGrades, "Police effectiveness, efficiency and legitimacy (PEEL), five grades", Framework.Types.State.InForce);
        framework.Mode = Framework.Types.Mode.SingleAgency;
        framework.ActualStart = Year("2021-01-01");
        framework.Predecessor = Peel;
        framework.SourceUri = "https://hmicfrs.justiceinspectorates.gov.uk/peel-assessments/what-is-peel/peel-assessments-2021-22/";
        framework.Judgements.Add(Questions.OfFiveGrades.Select(question => question.ToJudgement()));
        framework.Grades.Add(Grades.Five.Append(Grades.NotGraded).Select(grade => grade.Clone()));
        return framework;
    }

    private static Framework PeelTo2019()
    {
        var framework = New(Peel, PeelFourGrades, "Police effectiveness, efficiency and legitimacy (PEEL), four grades", Framework.Types.State.Ended);
        framework.Mode = Framework.Types.Mode.SingleAgency;
        framework.ActualStart = Year("2014-01-01");
        framework.ActualEnd = Year("2019-01-01");
        framework.SourceUri = "https://www.justiceinspectorates.gov.uk/hmicfrs/peel-assessments/how-we-inspect/";
        framework.Judgements.Add(Questions.OfFourGrades.Select(question => question.ToJudgement()));
        framework.Grades.Add(Grades.Four.Append(Grades.NotGraded).Select(grade => grade.Clone()));
        return framework;
    }

    private static Framework New(string code, string version, string label, Framework.Types.State state) => new()
    {
        Code = code,
        Version = version,
        Label = label,
        State = state,
        Mode = Framework.Types.Mode.SingleAgencyMultiAgencyLens,
        Inspectorates = { HmicInspectorate.InspectorateCode },
    };

    private static PlannedDate Month(string first) => new() { Day = first, Precision = PlannedDate.Types.Precision.Month };

    private static PlannedDate Year(string first) => new() { Day = first, Precision = PlannedDate.Types.Precision.Year };
}
