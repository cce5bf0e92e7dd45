using System.Diagnostics;

namespace Inspectorates.Hosting.Telemetry;

/// <summary>Spans around the store. They carry no content: no names, no text.</summary>
internal static class StoreTelemetry
{
    public const string SourceName = "Inspectorates.Store";

    public static readonly ActivitySource Source = new(SourceName);
}
