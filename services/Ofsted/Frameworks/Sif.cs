using Inspectorates.V1;

namespace Inspectorates.Ofsted.Frameworks;

/// <summary>The single inspection framework, which took the place of two: child protection, and looked-after children.</summary>
internal static class Sif
{
    public const string Code = "sif";

    public static Framework Describe() => new()
    {
        Code = Code,
        Label = "Inspection of services for children in need of help and protection, children looked after and care leavers (single inspection framework)",
        Version = "2013-2017",
        State = Framework.Types.State.Ended,
        Mode = Framework.Types.Mode.SingleAgency,
        PlannedStart = Dates.Month(2013, 9),
        ActualStart = Dates.Month(2013, 11),
        ActualEnd = Dates.Month(2017, 12),
        Predecessor = To2013.ChildProtectionCode,
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
        SourceUri = "https://www.gov.uk/government/news/new-single-framework-for-inspecting-local-authority-services",
    };

    private static Judgement Of(string code, string label, string stage, params string[] processes) =>
        new() { Code = code, Label = label, JourneyStage = stage, Processes = { processes } };
}
