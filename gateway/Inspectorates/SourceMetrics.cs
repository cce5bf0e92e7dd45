using System.Diagnostics;
using System.Diagnostics.Metrics;
using Inspectorates.Joint.V1;

namespace Inspectorates.Gateway.Asking;

/// <summary>Per inspectorate: how often it was asked, what became of it, and how long it took.</summary>
internal sealed class SourceMetrics
{
    private readonly Counter<long> answers;
    private readonly Histogram<double> durations;

    public SourceMetrics(IMeterFactory meters)
    {
        var meter = meters.Create(GatewayTelemetry.Name);
        answers = meter.CreateCounter<long>(
            "inspectorates.source.answers", "{answer}", "What became of asking an inspectorate, by state.");
        durations = meter.CreateHistogram<double>(
            "inspectorates.source.duration", "s", "How long asking an inspectorate took, by state.");
    }

    public Asking Begin(string inspectorate) => new(this, inspectorate);

    /// <summary>One question to one inspectorate, counted when it ends, however it ends.</summary>
    public sealed class Asking(SourceMetrics metrics, string inspectorate) : IDisposable
    {
        private readonly long began = Stopwatch.GetTimestamp();
        private string state = "abandoned";

        public void End(Source.Types.State becameOf) => state = becameOf.ToString();

        public void Dispose()
        {
            TagList tags = new() { { "inspectorate", inspectorate }, { "state", state } };
            metrics.answers.Add(1, tags);
            metrics.durations.Record(Stopwatch.GetElapsedTime(began).TotalSeconds, tags);
        }
    }
}
