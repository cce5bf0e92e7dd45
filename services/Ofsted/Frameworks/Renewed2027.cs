using Inspectorates.V1;

namespace Inspectorates.Ofsted.Frameworks;

/// <summary>The renewed framework announced for 2027: a plan, known to the year, with neither grades nor criteria yet.</summary>
internal static class Renewed2027
{
    public const string Code = "renewed-childrens-services";
    public const string Version = "2027-";

    private const string Handbook = "https://www.gov.uk/government/publications/inspecting-local-authority-childrens-services-from-2018";

    public static Framework Describe() => new()
    {
        Code = Code,
        Label = "Renewed inspections of local authority children's services",
        Version = Version,
        State = Framework.Types.State.Planned,
        Mode = Framework.Types.Mode.SingleAgency,
        PlannedStart = Dates.Year(2027),
        Predecessor = Ilacs.Code,
        Lines = { FrameworkLines.Both },
        AgencyKinds = { FrameworkLines.LocalAuthority },
        Announcements =
        {
            Said.Of(FrameworkAnnouncement.Types.Kind.Planned, Dates.Month(2026, 4), Dates.Year(2027),
                "A renewed framework was announced for 2027, after the overall effectiveness judgement was taken out of this one.", Handbook, unverified: true),
        },
        Inspectorates = { OfstedInspectorate.OfstedCode },
        SourceUri = Handbook,
        Unverified = "when it was announced, and on which day of 2027 it begins.",
    };
}
