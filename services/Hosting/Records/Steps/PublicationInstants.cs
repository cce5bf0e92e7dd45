using Google.Protobuf.WellKnownTypes;
using Inspectorates.Hosting.Store;
using Inspectorates.V1;

namespace Inspectorates.Hosting.Records.Steps;

/// <summary>The instant at which something is to open.</summary>
internal static class PublicationInstants
{
    private const int MostYears = 10;

    /// <summary>Checks an instant against the moment it is set.</summary>
    public static void Check(Timestamp? publishAt, DateTimeOffset now)
    {
        var faults = new Faults();
        if (publishAt is null)
            faults.Add(ErrorReason.FieldRequired, "publish_at", $"publish_at is required: an instant after now, {now.Text()}.");
        else if (!Instants.IsValid(publishAt))
            faults.Add(ErrorReason.FieldMalformed, "publish_at", "publish_at is no instant between the years 1 and 9999.");
        else if (publishAt.ToDateTimeOffset() <= now || publishAt.ToDateTimeOffset() > now.AddYears(MostYears))
            faults.Add(
                ErrorReason.FieldOutOfRange, "publish_at",
                $"publish_at is {publishAt.ToDateTimeOffset().Text()}; it is after now, {now.Text()}, and within {MostYears} years.");
        faults.ThrowIfAny();
    }
}
