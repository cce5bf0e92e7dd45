using Inspectorates.Hosting.Imports;
using Inspectorates.Ofsted.Frameworks;
using Inspectorates.V1;

namespace Inspectorates.Ofsted.Imports;

/// <summary>What kind of event a row is: an inspection with grades, or a visit with a theme and none.</summary>
/// <param name="Kind">The kind in the contract.</param>
/// <param name="Framework">Code of the framework.</param>
internal sealed record EventKind(Inspection.Types.Kind Kind, string Framework)
{
    private static readonly EventKind Inspected = new(Inspection.Types.Kind.Single, Ilacs.Code);

    public bool IsVisit => Kind != Inspection.Types.Kind.Single;

    /// <summary>Reads the type as the source words it.</summary>
    /// <param name="type">The cell. Empty: the sheet has inspections only.</param>
    /// <param name="faults">Receives a type that is not known.</param>
    public static EventKind? Read(string type, List<RowRemark> faults)
    {
        var words = Words.Key(type);
        if (words.Contains("focused visit", StringComparison.Ordinal))
            return new EventKind(Inspection.Types.Kind.FocusedVisit, Visits.FocusedCode);
        if (words.Contains("monitoring visit", StringComparison.Ordinal))
            return new EventKind(Inspection.Types.Kind.Monitoring, Visits.MonitoringCode);
        if (words is "" or "standard" or "short" || words.Contains("standard inspection", StringComparison.Ordinal)
            || words.Contains("short inspection", StringComparison.Ordinal))
            return Inspected;
        faults.Add(new RowRemark(
            OutcomeColumns.Type.Name,
            $"\"{type}\" is not known; known are ILACS Standard Inspection, ILACS Short Inspection, focused visit and monitoring visit"));
        return null;
    }
}
