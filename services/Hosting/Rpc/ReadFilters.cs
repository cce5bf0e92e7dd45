using Google.Protobuf.WellKnownTypes;
using Inspectorates.Hosting.Records;
using Inspectorates.Hosting.Store;
using Inspectorates.Reference;
using Inspectorates.V1;

namespace Inspectorates.Hosting.Rpc;

/// <summary>Checks what a list is filtered by.</summary>
internal sealed class ReadFilters(KnownFrameworks known, LondonClock clock)
{
    /// <summary>Which part of the record is read: of an area, on a day, as it was at an instant.</summary>
    /// <remarks>With an instant and no day, the day is that instant's in London; with neither, today.</remarks>
    public ListQuery Which(Faults faults, string area, string asOf, Timestamp? recordedAsOf)
    {
        var known = Known(faults, recordedAsOf);
        var day = asOf.Length == 0 && known is { } instant ? LondonClock.DayOf(instant) : AsOf(faults, asOf);
        return new ListQuery(Area(faults, area), day, known);
    }

    /// <summary>The instant of the record; null where none is given, or it is refused.</summary>
    public DateTimeOffset? Known(Faults faults, Timestamp? value)
    {
        if (value is null)
            return null;
        if (!Instants.IsValid(value))
        {
            faults.Add(ErrorReason.FieldMalformed, "recorded_as_of", "recorded_as_of is no instant between the years 1 and 9999.");
            return null;
        }

        var (instant, now) = (value.ToDateTimeOffset(), clock.Now);
        if (instant <= now)
            return instant;
        faults.Add(ErrorReason.FieldOutOfRange, "recorded_as_of", $"recorded_as_of is {instant.Text()}; now is {now.Text()} and what will be known later is not.");
        return null;
    }

    private DateOnly AsOf(Faults faults, string value)
    {
        var day = faults.Day("as_of", value);
        var today = clock.Today;
        if (day > today)
            faults.Add(ErrorReason.FieldOutOfRange, "as_of", $"as_of is {value}; today is {today.Iso()} and what will be public later is not known.");
        return day ?? today;
    }

    /// <summary>The DfE code; empty where none is given.</summary>
    private static string Area(Faults faults, string value) => value.Length == 0 ? "" : faults.Area("area", value) ?? "";

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
