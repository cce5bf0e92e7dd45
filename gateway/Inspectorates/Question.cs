using Google.Protobuf.WellKnownTypes;

namespace Inspectorates.Gateway.Asking;

/// <summary>What every inspectorate is asked for: verdicts and inspections.</summary>
/// <param name="Area">DfE code of the area; null: all areas.</param>
/// <param name="AsOf">What was public by the end of this day; null: today, by the clock of the one asked.</param>
/// <param name="RecordedAsOf">Only what the record held at this instant; null: now.</param>
internal sealed record Question(string? Area, DateOnly? AsOf, Timestamp? RecordedAsOf = null);
