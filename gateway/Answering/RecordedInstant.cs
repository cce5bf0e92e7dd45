using System.Text.Json;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Inspectorates.V1;

namespace Inspectorates.Gateway.Answering;

/// <summary>The instant of the inspectorates' records that a question is about.</summary>
internal static class RecordedInstant
{
    private const string Field = "recorded_as_of";
    private const string Example = "write day and time in UTC, for example 2026-06-15T12:00:00Z";

    /// <summary>The instant asked for; null: now.</summary>
    /// <exception cref="RefusedException">It is no instant, one that has not come, or one before 1900.</exception>
    public static DateTimeOffset? Read(Timestamp? recordedAsOf, TimeProvider time)
    {
        if (recordedAsOf is null)
            return null;
        var now = time.GetUtcNow();
        if (!IsInstant(recordedAsOf))
            throw Refused(ErrorReason.FieldMalformed, $"The instant of the record is no instant: {Example}.");
        var instant = recordedAsOf.ToDateTimeOffset();
        if (LondonDay.Of(instant) < LondonDay.First)
            throw Refused(
                ErrorReason.FieldOutOfRange, $"The instant of the record is before {LondonDay.First:yyyy-MM-dd}, the first day that is taken.");
        // The instant itself is compared: DateTimeOffset holds a tenth of a microsecond, the contract's instants a hundredth of that.
        return recordedAsOf.CompareTo(Timestamp.FromDateTimeOffset(now)) <= 0
            ? instant
            : throw Refused(ErrorReason.FieldOutOfRange, $"The instant of the record has not come; now is {now:yyyy-MM-ddTHH:mm:ssZ}.");
    }

    /// <summary>The instant written in the proto3 JSON form; null: nothing is written.</summary>
    /// <exception cref="RefusedException">It is not of that form.</exception>
    public static Timestamp? Parse(string? text)
    {
        if (string.IsNullOrEmpty(text))
            return null;
        try
        {
            return JsonParser.Default.Parse<Timestamp>(JsonSerializer.Serialize(text));
        }
        catch (InvalidProtocolBufferException)
        {
            throw Refused(ErrorReason.FieldMalformed, $"The instant of the record is no instant: {Example}.");
        }
    }

    private static bool IsInstant(Timestamp instant) =>
        instant is { Nanos: >= 0 and < 1_000_000_000, Seconds: >= -62_135_596_800 and <= 253_402_300_799 };

    private static RefusedException Refused(ErrorReason reason, string message) => new(reason, message) { Field = Field };
}
