using Inspectorates.V1;

namespace Inspectorates.HmiProbation.Frameworks;

/// <summary>Inspections of the Probation Service's regions and delivery units since its reunification in 2021.</summary>
internal static class Probation
{
    public const string Code = "probation";
    public const string Version = "2021-";

    private static readonly string[] CaseProcesses =
    [
        "probation-safeguarding-checks", "risk-assessment", "mappa", "domestic-abuse-marac", "contact-referral",
        "consent-and-info-sharing", "child-protection-plan",
    ];

    public static Framework Describe() => new()
    {
        Code = Code,
        Label = "Inspection of probation services",
        Version = Version,
        State = Framework.Types.State.InForce,
        Mode = Framework.Types.Mode.SingleAgency,
        ActualStart = new PlannedDate { Day = "2021-01-01", Precision = PlannedDate.Types.Precision.Year },
        AgencyKinds = { "probation-region", "probation-delivery-unit" },
        Grades = { Ratings.All },
        Judgements =
        {
            Standard.Headline([.. CaseProcesses, "management-oversight", "supervision", "workforce-training", "transition-youth-to-adult"]),
            Standard.Of("leadership", "Leadership", "leadership-and-partnership", "management-oversight", "performance-info-needs-analysis"),
            Standard.Of("staffing", "Staffing", "leadership-and-partnership", "supervision", "workforce-training"),
            Standard.Of("services", "Services", "leadership-and-partnership", "consent-and-info-sharing", "transition-youth-to-adult"),
            Standard.Of("assessment", "Assessment", "assessment-and-enquiry", "risk-assessment", "probation-safeguarding-checks"),
            Standard.Of("planning", "Planning", "planning-and-protection", "risk-assessment", "mappa"),
            Standard.Of("implementation-and-delivery", "Implementation and delivery", "planning-and-protection", CaseProcesses),
            Standard.Of("reviewing", "Reviewing", "planning-and-protection", "risk-assessment"),
        },
        Processes = { JudgedProcesses.All },
        Inspectorates = { HmiProbationInspectorate.InspectorateCode },
        SourceUri = "https://www.justiceinspectorates.gov.uk/hmiprobation/about-hmi-probation/about-our-work/our-standards-and-ratings/",
    };
}
