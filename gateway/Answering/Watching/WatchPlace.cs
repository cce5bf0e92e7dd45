using Google.Protobuf.WellKnownTypes;

namespace Inspectorates.Gateway.Answering.Watching;

/// <summary>Up to where one inspectorate's changes have been told.</summary>
/// <param name="Cursor">The cursor of its last change; empty: none.</param>
/// <param name="RecordedAt">When that change became visible, by the inspectorate's own clock; null: not said.</param>
internal readonly record struct WatchPlace(string Cursor, Timestamp? RecordedAt)
{
    public static readonly WatchPlace Beginning = new("", null);
}
