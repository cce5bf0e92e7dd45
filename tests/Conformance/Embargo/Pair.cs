using System.Globalization;
using Inspectorates.Conformance.Fictional;

namespace Inspectorates.Conformance.Embargo;

/// <summary>Two stores with one public history, the second with hidden operations besides; and how they differ to others.</summary>
internal static class Pair
{
    /// <summary>Plays, reads and compares.</summary>
    /// <param name="history">What is done to both.</param>
    /// <param name="gateway">Reads through a gateway too; null: only the services.</param>
    public static async Task<Outcome> CompareAsync(History history, GatewayReading? gateway = null)
    {
        await using var without = await EmbargoedService.StartAsync(new FictionalInspectorate(), history.Seed, gateway is not null);
        await using var with = await EmbargoedService.StartAsync(new FictionalInspectorate(), history.Seed, gateway is not null);
        var (plain, embargoed) = (new Player(without, history.Seed), new Player(with, history.Seed));
        await plain.PlayAsync(history.Public);
        await embargoed.PlayAsync(history.Operations);

        var (one, other) = (new Transcript(), new Transcript());
        string[] hidden = [.. embargoed.HiddenNames.Distinct()];
        await new ServiceReading(without, one, history, hidden).ReadAsync();
        await new ServiceReading(with, other, history, hidden).ReadAsync();
        if (gateway is not null)
        {
            await gateway.ReadAsync(without, one, history, hidden);
            await gateway.ReadAsync(with, other, history, hidden);
        }

        return new Outcome(
            one.DifferenceTo(other), one.Count, embargoed.Hidden.Done, embargoed.Hidden.Refused, await with.EntriesAsync() - await without.EntriesAsync());
    }

    /// <summary>The least hidden part of a history that still shows.</summary>
    public static async Task<History> LeastAsync(History history, GatewayReading? gateway)
    {
        foreach (var hidden in history.Hidden.Reverse())
            if ((await FoundAsync(history.Without(hidden), gateway)) is not null)
                history = history.Without(hidden);
        return history;
    }

    /// <summary>What shows; null: nothing.</summary>
    public static async Task<string?> FoundAsync(History history, GatewayReading? gateway)
    {
        try
        {
            return (await CompareAsync(history, gateway)).Difference;
        }
        catch (InvalidOperationException refused)
        {
            // A public operation that goes through in one store only shows as well, if to its writer first.
            return string.Create(CultureInfo.InvariantCulture, $"{refused.Message}");
        }
    }

    /// <param name="Difference">Where what is told differs first; null: nowhere.</param>
    /// <param name="Calls">How many answers were compared.</param>
    /// <param name="Done">Hidden operations that went through.</param>
    /// <param name="Refused">Hidden operations that were refused.</param>
    /// <param name="Entries">How many entries more the second store's log has.</param>
    public sealed record Outcome(string? Difference, int Calls, int Done, int Refused, long Entries);
}
