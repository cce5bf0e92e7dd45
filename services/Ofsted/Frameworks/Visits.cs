using Inspectorates.V1;

namespace Inspectorates.Ofsted.Frameworks;

/// <summary>Visits between inspections: a letter with a theme, and no grades.</summary>
internal static class Visits
{
    public const string FocusedCode = "ilacs-focused-visit";
    public const string MonitoringCode = "ilacs-monitoring-visit";

    public static Framework Focused() => Of(FocusedCode, "Focused visit to local authority children's services");

    public static Framework Monitoring() => Of(MonitoringCode, "Monitoring visit to inadequate local authority children's services");

    private static Framework Of(string code, string label) => new()
    {
        Code = code,
        Label = label,
        Version = "2018-",
        State = Framework.Types.State.InForce,
        Mode = Framework.Types.Mode.SingleAgency,
        AgencyKinds = { FrameworkLines.LocalAuthority },
        ActualStart = Dates.Month(2018, 1),
        Inspectorates = { OfstedInspectorate.OfstedCode },
        SourceUri = "https://www.gov.uk/government/publications/inspecting-local-authority-childrens-services-from-2018",
    };
}
