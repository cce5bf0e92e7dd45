using Inspectorates.V1;

namespace Inspectorates.Ofsted.Frameworks;

/// <summary>The single inspection framework, which took the place of two: child protection, and looked-after children.</summary>
internal static class Sif
{
    public const string Code = "sif";
    public const string Version = "2013-2017";

    private const string Source = "https://www.gov.uk/government/news/new-single-framework-for-inspecting-local-authority-services";

    public static Framework Describe() => new()
    {
        Code = Code,
        Label = "Inspection of services for children in need of help and protection, children looked after and care leavers (single inspection framework)",
        Version = Version,
        State = Framework.Types.State.Ended,
        Mode = Framework.Types.Mode.SingleAgency,
        PlannedStart = Dates.Month(2013, 9),
        ActualStart = Dates.Month(2013, 11),
        ActualEnd = Dates.Month(2017, 12),
        Predecessor = To2013.ChildProtectionCode,
        Lines = { FrameworkLines.Both },
        AgencyKinds = { FrameworkLines.LocalAuthority },
        Predecessors =
        {
            new FrameworkPredecessor { Framework = To2013.ChildProtectionCode, Version = "2012-2013" },
            new FrameworkPredecessor { Framework = To2013.LookedAfterChildrenCode, Version = "to-2013" },
        },
        Mappings =
        {
            Mapped(To2013.ChildProtectionCode, "2012-2013", "help-and-protection", "the older one was the overall of a framework about child protection alone"),
            Mapped(To2013.LookedAfterChildrenCode, "to-2013", "children-looked-after", "the older one was the overall of a framework about looked-after children alone, and covered care leavers"),
            Mapped(To2013.LookedAfterChildrenCode, "to-2013", "care-leavers", "the older one was about looked-after children and covered care leavers among them"),
        },
        Announcements =
        {
            Said.Of(FrameworkAnnouncement.Types.Kind.Planned, Dates.Day(2013, 4, 12), Dates.Month(2013, 9),
                "The chief inspector announced one framework in place of two, to begin in September 2013.", To2013.Announcement),
            Said.Of(FrameworkAnnouncement.Types.Kind.Began, Dates.Month(2013, 11), Dates.Month(2013, 11),
                "The first inspections under it took place.", Source),
        },
        Transition = new FrameworkTransition
        {
            NotYetInspectedUnder = To2013.ChildProtectionCode,
            Text = "The announcement of April 2013 says that any council not yet inspected under the previous child protection framework will be inspected under this one.",
            SourceUri = To2013.Announcement,
        },
        Grades = { Grades.Sif },
        Judgements =
        {
            new Judgement { Code = "overall-effectiveness", Label = "Overall effectiveness", Headline = true, Processes = { JudgedProcesses.All } },
            Of("help-and-protection", "Children who need help and protection", "planning-and-protection",
                "front-door-mash", "contact-referral", "threshold-application", "early-help-assessment",
                "child-and-family-assessment", "strategy-discussion", "s47-enquiry", "icpc", "child-protection-plan",
                "child-in-need-plan", "child-exploitation", "missing-response", "child-voice"),
            Of("children-looked-after", "Children looked after and achieving permanence", "in-care",
                "care-planning", "lac-review-iro", "lac-health-assessment", "child-voice"),
            Of("adoption", "Adoption performance", "in-care", "care-planning"),
            Of("care-leavers", "Experiences and progress of care leavers", "leaving-care", "leaving-care-pathway", "transition-youth-to-adult"),
            Of("leadership", "Leadership, management and governance", "leadership-and-partnership",
                "management-oversight", "supervision", "workforce-training", "performance-info-needs-analysis"),
            Of("lscb", "The effectiveness of the local safeguarding children board", "leadership-and-partnership",
                "masa-governance", "multi-agency-audit", "workforce-training", "cspr-learning"),
        },
        Inspectorates = { OfstedInspectorate.OfstedCode },
        SourceUri = Source,
    };

    private static CriterionMapping Mapped(string framework, string version, string judgement, string note) => new()
    {
        Predecessor = framework,
        PredecessorVersion = version,
        PredecessorJudgement = "overall-effectiveness",
        Judgement = judgement,
        Note = note,
        Unverified = true,
    };

    private static Judgement Of(string code, string label, string stage, params string[] processes) =>
        new() { Code = code, Label = label, JourneyStage = stage, Processes = { processes } };
}
