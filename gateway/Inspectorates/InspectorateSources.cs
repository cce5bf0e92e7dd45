using Inspectorates.Gateway.Joint;
using Inspectorates.Joint.V1;
using Inspectorates.V1;

namespace Inspectorates.Gateway.Asking;

/// <summary>All inspectorates of the settings, in the order of their codes.</summary>
internal sealed class InspectorateSources : IDisposable
{
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

    /// <summary>All, in the order of their codes.</summary>
    public IReadOnlyList<InspectorateSource> All => all;

    /// <summary>The codes with what each inspectorate calls itself, in the order of the codes; the code itself where it was never reached.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Labels =>
        [.. all.Select(source => KeyValuePair.Create(source.Code, source.Description is { Label.Length: > 0 } known ? known.Label : source.Code))];

    /// <summary>The inspectorate with the code; null: not in the settings.</summary>
    public InspectorateSource? Find(string code) => Array.Find(all, source => source.Code == code);

    /// <summary>What the inspectorate last said of itself; null: never reached, or not in the settings.</summary>
    public Inspectorate? Description(string code) => Find(code)?.Description;

    /// <summary>
    /// Asks all at once and waits for all, each for as long as the budget or the caller allows: one slow source costs
    /// its own answer and nobody else's.
    /// </summary>
    /// <exception cref="Answering.RefusedException">A service does not accept the caller's token.</exception>
    public async Task<IReadOnlyList<SourceAnswer>> AskAllAsync(
        Question question, Caller caller, CancellationToken cancelled)
    {
        var within = limits.Within(caller.Patience);
        return await Task.WhenAll(all.Select(async source =>
        {
            using var asking = metrics.Begin(source.Code);
            var answer = await source.AskAsync(question, caller, within, cancelled);
            asking.End(answer.State);
            return answer;
        }));
    }

    /// <summary>Asks each another question, in the same way.</summary>
    /// <param name="question">The question to the inspectorate with the code; null: it is not asked, and has nothing.</param>
    /// <param name="caller">On whose behalf.</param>
    /// <param name="cancelled">The caller has gone.</param>
    /// <exception cref="Answering.RefusedException">A service does not accept the caller's token.</exception>
    public async Task<IReadOnlyList<SourceAnswer>> AskAllAsync(
        Func<string, Question?> question, Caller caller, CancellationToken cancelled)
    {
        var within = limits.Within(caller.Patience);
        return await Task.WhenAll(all.Select(source => question(source.Code) is { } asked
            ? source.AskAsync(asked, caller, within, cancelled)
            : Task.FromResult(new SourceAnswer(
                source.Code, source.Description, Source.Types.State.NoVerdict, null, null, "", [], []))));
    }

    public void Dispose()
    {
        foreach (var source in all)
            source.Dispose();
    }
}
