using Grpc.Core;
using Inspectorates.Hosting.Audit;
using Inspectorates.Hosting.Records.Positions;
using Inspectorates.Hosting.Settings;
using Inspectorates.Hosting.Store;
using Inspectorates.Hosting.Trust;
using Inspectorates.V1;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using static Inspectorates.V1.Position.Types;

namespace Inspectorates.Hosting.Publication;

/// <summary>
/// Shows positions that are blind: once every other party has committed to its own, or once the working days of the own commitment
/// have passed; never before, and not while the clock is behind the last entry. What was due while the service was down is shown
/// after its start.
/// </summary>
internal sealed partial class Revealing(
    IStore store, StoreWriter writer, ChangeSignal signal, LondonClock clock, TimeProvider time, IInspectorate inspectorate,
    PositionWrites writes, PartyClient parties, PositionSettings settings, ILogger<Revealing> log) : BackgroundService
{
    // How many differences are asked about at once.
    private const int Together = 100;

    // How long a step of the clock, or a commit of another replica that was missed, goes unnoticed.
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(1);

    private readonly HashSet<(string Party, string Difference)> forged = [];
    private HashSet<string> asked = [];
    private DateTimeOffset askedAt = DateTimeOffset.MinValue;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        while (!stoppingToken.IsCancellationRequested)
        {
            // Taken before looking: what is recorded in between raises it.
            var changed = signal.Next;
            try
            {
                await RevealDueAsync(stoppingToken);
            }
#pragma warning disable CA1031 // A store that fails now may answer in a second; what is due stays due.
            catch (Exception fault)
#pragma warning restore CA1031
            {
                if (stoppingToken.IsCancellationRequested)
                    return;
                LogFailed(fault);
            }

            using var either = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken);
            await Task.WhenAny(changed, Task.Delay(Longest, time, either.Token));
            await either.CancelAsync();
        }
    }

    /// <summary>Shows what is due now, asking the others where it is time to.</summary>
    private async Task RevealDueAsync(CancellationToken cancelled)
    {
        var blind = await PositionTable.BlindAsync(store, cancelled);
        if (blind.Count == 0)
            return;
        if (blind.Exists(position => IsOver(position, clock.Today)))
            await writer.RunAsync(session => ShowEach(session, blind, (position, stamp) => IsOver(position, stamp.Today), ShownBecause.TimePassed));
        if (blind.Exists(position => position.Parties.Count == 1))
            await writer.RunAsync(session => ShowEach(session, blind, (position, _) => position.Parties.Count == 1, ShownBecause.OneParty));

        var now = clock.Now;
        if (!parties.CanAsk || (now - askedAt < settings.AskEvery && now >= askedAt && blind.TrueForAll(position => asked.Contains(position.Name))))
            return;
        (asked, askedAt) = ([.. blind.Select(position => position.Name)], now);
        foreach (var party in blind.SelectMany(Others).Distinct().ToList())
            foreach (var some in blind.FindAll(position => Others(position).Contains(party)).Chunk(Together))
                await AskAsync(party, some, cancelled);
    }

    private async Task AskAsync(string party, IReadOnlyList<Position> blind, CancellationToken cancelled)
    {
        try
        {
            var said = (await parties.CommitmentsAsync(party, blind.Select(position => position.Difference), cancelled)).ToLookup(one => one.Difference);
            foreach (var position in blind)
                if (Checked(party, position.Difference, said[position.Difference]) is { } seen)
                    await writer.RunAsync(session => ShowSeen(session, position, [seen]));
        }
        catch (RpcException fault) when (!cancelled.IsCancellationRequested)
        {
            LogUnreachable(party, fault.StatusCode);
        }
    }

    // Parties are at most two: who has seen the other's has seen all.
    private bool ShowSeen(WriteSession session, Position position, IReadOnlyList<Commitment> seen) =>
        seen.Count == Others(position).Count()
        && ShowEach(session, [position], (_, _) => true, ShownBecause.AllCommitted, seen);

    private bool ShowEach(
        WriteSession session, IEnumerable<Position> blind, Func<Position, Stamp, bool> isDue, ShownBecause because, IReadOnlyList<Commitment>? seen = null)
    {
        var stamp = Stamp.Of(clock, session.Head, Caller.Service(inspectorate.Code), "");
        if (stamp.ClockIsBehind)
            return false;
        foreach (var position in blind.Where(position => isDue(position, stamp)))
            writes.Show(session, stamp, position.Name, because, seen ?? []);
        return true;
    }

    private Commitment? Checked(string party, string difference, IEnumerable<Commitment> said)
    {
        foreach (var commitment in said)
        {
            if (CommitmentSignature.IsOf(commitment, party, difference, settings.Keys.GetValueOrDefault(party, [])))
                return commitment;
            // Said once of each, not every time it is brought.
            if (forged.Add((party, difference)))
                LogForged(party, difference);
        }

        return null;
    }

    private IEnumerable<string> Others(Position position) => position.Parties.Where(party => party != inspectorate.Code);

    private static bool IsOver(Position position, DateOnly today) =>
        Days.Parse(position.Commitment.BlindUntil) is { } last && last < today;

    [LoggerMessage(Level = LogLevel.Error, Message = "What was brought as the commitment of {Inspectorate} on the difference {Difference} is not signed by a key of theirs that is known here: it is not believed")]
    private partial void LogForged(string inspectorate, string difference);

    [LoggerMessage(Level = LogLevel.Debug, Message = "{Inspectorate} gave no commitments: {Code}; it is asked again")]
    private partial void LogUnreachable(string inspectorate, StatusCode code);

    [LoggerMessage(Level = LogLevel.Error, Message = "What is due could not be shown; it is tried again")]
    private partial void LogFailed(Exception fault);
}
