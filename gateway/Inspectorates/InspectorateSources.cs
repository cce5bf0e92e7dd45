using Inspectorates.Gateway.Joint;
using Inspectorates.V1;

namespace Inspectorates.Gateway.Asking;

/// <summary>All inspectorates of the settings, in the order of their codes.</summary>
internal sealed class InspectorateSources : IDisposable
{
    // A caller whose deadline has just passed still gets a time limit, not none.
    private static readonly TimeSpan Least = TimeSpan.FromMilliseconds(1);

    private readonly AskingSettings limits;
    private readonly InspectorateSource[] all;
    private readonly SourceMetrics metrics;

    public InspectorateSources(
        GatewaySettings settings, SourceMetrics metrics, TimeProvider time, ILoggerFactory logs)
    {
        limits = settings.Asking;
        this.metrics = metrics;
        var started = time.GetUtcNow();
        all =
        [
            .. settings.Inspectorates.Select(inspectorate => new InspectorateSource(
                inspectorate,
                new SourceChannel(inspectorate.Address, logs),
                SourcePipeline.Build(inspectorate.Code, limits, time, logs),
                new SourceMemory(started),
                limits,
                time)),
        ];
        Codes = [.. all.Select(source => source.Code)];
    }

    /// <summary>The codes, in order.</summary>
    public IReadOnlyList<string> Codes { get; }

    /// <summary>What the inspectorate last said of itself; null: never reached, or not in the settings.</summary>
    public Inspectorate? Description(string code) => Array.Find(all, source => source.Code == code)?.Description;

    /// <summary>
    /// Asks all at once and waits for all, each for as long as the budget or the caller allows: one slow source costs
    /// its own answer and nobody else's.
    /// </summary>
    /// <exception cref="Answering.RefusedException">A service does not accept the caller's token.</exception>
    public async Task<IReadOnlyList<SourceAnswer>> AskAllAsync(
        Question question, Caller caller, CancellationToken cancelled)
    {
        var patience = caller.Patience * 0.8 ?? limits.Asking;
        var within = patience < limits.Asking ? patience : limits.Asking;
        if (within < Least)
            within = Least;
        return await Task.WhenAll(all.Select(async source =>
        {
            using var asking = metrics.Begin(source.Code);
            var answer = await source.AskAsync(question, caller, within, cancelled);
            asking.End(answer.State);
            return answer;
        }));
    }

    public void Dispose()
    {
        foreach (var source in all)
            source.Dispose();
    }
}
