using Inspectorates.Hosting.Settings;
using Inspectorates.Hosting.Store;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Inspectorates.Hosting.Audit;

/// <summary>
/// Signs a checkpoint every so often where the log has grown, and a last one at the end. Several replicas may do so at once:
/// they write the same nodes, and of two checkpoints of one size the first stands.
/// </summary>
internal sealed partial class Checkpointing(
    IStore store, StoreWriter writer, SigningKey key, IInspectorate inspectorate, AuditSettings settings, LondonClock clock, TimeProvider time,
    ILogger<Checkpointing> log) : BackgroundService
{
    // How many entries' nodes are written at a time: those who write the record wait for no more.
    private const int Together = 256;

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        await TryAsync(cancellationToken);
    }

    /// <summary>Signs a checkpoint over all entries there are, unless there is one.</summary>
    public async Task SignAsync(CancellationToken cancelled)
    {
        await using var connection = await store.OpenForReadingAsync(cancelled);
        var signed = await CheckpointTable.LastSizeAsync(connection, cancelled);
        var size = await connection.NumberAsync("SELECT MAX(seq) FROM entry", cancelled);
        if (size <= signed)
            return;

        var tree = await TreeTable.WithAsync(connection, read => new TreeGrowth(signed, read), cancelled);
        while (tree.Size < size)
        {
            var entries = await connection.QueryAsync(
                "SELECT hash FROM entry WHERE seq > @after AND seq <= @last ORDER BY seq", row => row.Bytes(0), cancelled,
                ("@after", tree.Size), ("@last", Math.Min(size, tree.Size + Together)));
            var nodes = entries.SelectMany(entry => tree.Add(MerkleTree.Leaf(entry))).ToList();
            await writer.RunAsync(session =>
            {
                TreeTable.Add(session, nodes);
                return true;
            });
        }

        var checkpoint = key.Sign($"inspectorates/{inspectorate.Code}", size, tree.Root(), clock.Now);
        await writer.RunAsync(session =>
        {
            CheckpointTable.Add(session, checkpoint, key);
            return true;
        });
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(settings.CheckpointEvery, time);
        try
        {
            do
                await TryAsync(stoppingToken);
            while (await timer.WaitForNextTickAsync(stoppingToken));
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // Asked to stop.
        }
    }

    private async Task TryAsync(CancellationToken cancelled)
    {
        try
        {
            await SignAsync(cancelled);
        }
#pragma warning disable CA1031 // A store that is busy or full now may not be so next time; the record itself does not wait.
        catch (Exception fault) when (fault is not OperationCanceledException)
#pragma warning restore CA1031
        {
            LogFailed(fault);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "No checkpoint could be signed; it is tried again")]
    private partial void LogFailed(Exception fault);
}
