using Inspectorates.Hosting.Records;
using Inspectorates.Hosting.Store;
using Inspectorates.Reference;
using Inspectorates.V1;

namespace Inspectorates.Hosting.Rpc;

/// <summary>Checks what a list is filtered by.</summary>
internal sealed class ReadFilters(KnownFrameworks known, LondonClock clock)
{
    /// <summary>The day a list is read as of; today where none is given.</summary>
    public DateOnly AsOf(Faults faults, string value)
    {
        var day = faults.Day("as_of", value);
        var today = clock.Today;
        if (day > today)
            faults.Add(ErrorReason.FieldOutOfRange, "as_of", $"as_of is {value}; today is {today.Iso()} and what will be public later is not known.");
        return day ?? today;
    }

    /// <summary>The DfE code; empty where none is given.</summary>
    public static string Area(Faults faults, string value) => value.Length == 0 ? "" : faults.Area("area", value) ?? "";

    public void Framework(Faults faults, string value)
    {
        if (value.Length > 0 && !known.Has(value))
            faults.Add(ErrorReason.FrameworkUnknown, "framework", $"This inspectorate has no framework '{Shown.Of(value)}'. It has {known.Codes}.");
    }

    public static void Process(Faults faults, string value)
    {
        if (value.Length > 0 && !ProcessCatalogue.England.TryFind(value, out _))
            faults.Add(ErrorReason.ProcessUnknown, "process", $"'{Shown.Of(value)}' is not in the process catalogue, such as strategy-discussion.");
    }
}
