using Inspectorates.Reference;
using Inspectorates.V1;
using static Inspectorates.V1.FrameworkAnnouncement.Types;

namespace Inspectorates.Ofsted.Frameworks;

/// <summary>
/// The joint inspections that Ofsted planned with other inspectorates for June 2013, put off after the pilots with no date,
/// announced again for April 2015, and gave up. Nobody was ever inspected under it but in pilots.
/// </summary>
internal static class MultiAgency2013
{
    public const string Code = "multi-agency-child-protection";
    public const string Version = "2012-2015";

    private const string Consultation = "https://www.justiceinspectorates.gov.uk/hmicfrs/news/releases/a-major-step-forward-for-childrens-inspections/";
    private const string Intended = "https://www.lexology.com/library/detail.aspx?g=c363148c-da38-4bde-b509-ec8fbc329989";
    private const string Outcomes = "https://studylib.net/doc/6953643/consultation-outcomes-report---integrated-inspection";

    public static Framework Describe() => new()
    {
        Code = Code,
        Label = "Joint inspections of multi-agency arrangements for the protection of children (later: integrated inspections)",
        Version = Version,
        State = Framework.Types.State.Ended,
        Mode = Framework.Types.Mode.Joint,
        PlannedStart = Dates.Month(2015, 4),
        Lines = { JointFrameworks.Jtai.Line ?? Code },
        Inspectorates = { OfstedInspectorate.OfstedCode, "cqc", "hmic", "hmi-probation" },
        SourceUri = To2013.Announcement,
        Announcements =
        {
            Said.Of(Kind.Consulted, Dates.Month(2012, 7), null,
                "A consultation began on joint, unannounced inspections of how all agencies together protect children.", Consultation, unverified: true),
            Said.Of(Kind.Planned, Dates.Month(2012, 7), Dates.Month(2013, 6),
                "The inspectorates intended to begin in June 2013.", Intended),
            Said.Of(Kind.ToBeDecided, Dates.Day(2013, 4, 12), null,
                "The chief inspector put them off after the pilots. No date was given on which the matter was to be resolved.", To2013.Announcement),
            Said.Of(Kind.Planned, Dates.Month(2013, 7), Dates.Month(2015, 4),
                "They were announced again, for April 2015.", Outcomes, unverified: true),
            Said.Of(Kind.Consulted, Dates.Month(2014, 6), null,
                "A consultation began on them under the name of integrated inspections; two pilots followed.", Outcomes),
            Said.Of(Kind.Ended, Dates.Month(2015, 2), null,
                "They were given up: the methodology \"did not deliver sufficient added value\".", Outcomes),
        },
        Unverified = "the month in which the first consultation began, and the announcement of July 2013.",
    };
}
