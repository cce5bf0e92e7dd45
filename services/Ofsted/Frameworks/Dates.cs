using Inspectorates.V1;
using static Inspectorates.V1.PlannedDate.Types;

namespace Inspectorates.Ofsted.Frameworks;

/// <summary>Days known to the month.</summary>
internal static class Dates
{
    public static PlannedDate Month(int year, int month) =>
        new() { Day = $"{year:D4}-{month:D2}-01", Precision = Precision.Month };
}
