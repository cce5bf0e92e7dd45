using Inspectorates.Conformance.Fictional;

namespace Inspectorates.Conformance.Embargo;

/// <summary>
/// Two stores behind their services, given one public history, the second with hidden operations besides; how they differ to
/// others is read from the services, and through a gateway over each where there is one.
/// </summary>
internal sealed class Pair : IAsyncDisposable
{
    private readonly (EmbargoedService Service, EmbargoedGateway? Gateway) without;
    private readonly (EmbargoedService Service, EmbargoedGateway? Gateway) with;

    private Pair((EmbargoedService, EmbargoedGateway?) without, (EmbargoedService, EmbargoedGateway?) with)
    {
        this.without = without;
        this.with = with;
    }

    /// <param name="second">Another inspectorate, for gateways to be over as well; null: no gateways.</param>
    public static async Task<Pair> StartAsync(EmbargoedService? second) => new(await OneAsync(second), await OneAsync(second));

    /// <summary>Plays, reads and compares.</summary>
    public async Task<Outcome> CompareAsync(History history)
    {
        await BeginAsync(without, history.Seed);
        await BeginAsync(with, history.Seed);
        var (plain, embargoed) = (new Player(without.Service, history.Seed), new Player(with.Service, history.Seed));
        try
        {
            await plain.PlayAsync(history.Public);
            await embargoed.PlayAsync(history.Operations);
        }
        catch (UnequalHistoryException refused)
        {
            // A public operation that goes through in one store only shows as well, if to its writer first.
            return new Outcome(refused.Message, 0, 0, 0, 0);
        }

        if (without.Gateway is not null)
            await EmbargoedGateway.FollowAsync(without.Gateway, with.Gateway!, with.Service.Time.Now);
        string[] hidden = [.. embargoed.HiddenNames.Distinct()];
        var (one, other) = (await ReadAsync(without, history, hidden), await ReadAsync(with, history, hidden));
        return new Outcome(
            one.DifferenceTo(other), one.Count, embargoed.Hidden.Done, embargoed.Hidden.Refused,
            await with.Service.EntriesAsync() - await without.Service.EntriesAsync());
    }

    /// <summary>The least hidden part of a history that still shows.</summary>
    public async Task<History> LeastAsync(History history)
    {
        foreach (var hidden in history.Hidden.Reverse())
            if ((await CompareAsync(history.Without(hidden))).Difference is not null)
                history = history.Without(hidden);
        return history;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var (service, gateway) in new[] { without, with })
        {
            if (gateway is not null)
                await gateway.DisposeAsync();
            await service.DisposeAsync();
        }
    }

    private static async Task<(EmbargoedService, EmbargoedGateway?)> OneAsync(EmbargoedService? second)
    {
        var service = await EmbargoedService.StartAsync(new FictionalInspectorate(), listens: second is not null, EmbargoedService.Start);
        return (service, second is null ? null : await EmbargoedGateway.StartAsync(service, second));
    }

    private static async Task BeginAsync((EmbargoedService Service, EmbargoedGateway? Gateway) one, int seed)
    {
        await one.Service.BeginAsync(seed);
        if (one.Gateway is not null)
            await one.Gateway.BeginAsync();
    }

    private static async Task<Transcript> ReadAsync((EmbargoedService Service, EmbargoedGateway? Gateway) one, History history, string[] hidden)
    {
        var transcript = new Transcript();
        await new ServiceReading(one.Service, transcript, history, hidden).ReadAsync();
        if (one.Gateway is not null)
            await GatewayReading.ReadAsync(one.Gateway, one.Service, transcript, history, hidden);
        return transcript;
    }

    /// <param name="Difference">Where what is told differs first; null: nowhere.</param>
    /// <param name="Calls">How many answers were compared.</param>
    /// <param name="Done">Hidden operations that went through.</param>
    /// <param name="Refused">Hidden operations that were refused.</param>
    /// <param name="Entries">How many entries more the second store's log has.</param>
    public sealed record Outcome(string? Difference, int Calls, int Done, int Refused, long Entries);
}

/// <summary>A public operation was refused: the history is at fault, or what is hidden had a part in it.</summary>
internal sealed class UnequalHistoryException(string message, Exception inner) : Exception(message, inner);
