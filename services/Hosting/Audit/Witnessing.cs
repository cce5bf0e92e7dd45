using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Inspectorates.Hosting.Settings;
using Inspectorates.Hosting.Store;
using Inspectorates.V1;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using static Inspectorates.V1.WitnessedCheckpoint.Types;

namespace Inspectorates.Hosting.Audit;

/// <summary>
/// Keeps the checkpoints of other inspectorates' records, and what follows from each. What is wrong is kept beside what was
/// good and never in its place; who cannot be reached is asked again later.
/// </summary>
internal sealed partial class Witnessing(
    IStore store, StoreWriter writer, WitnessClient client, AuditSettings settings, LondonClock clock, TimeProvider time, ILogger<Witnessing> log)
    : BackgroundService
{
    /// <summary>Asks one inspectorate's service.</summary>
    public async Task AskAsync(string inspectorate, CancellationToken cancelled)
    {
        var (fetched, keys) = await client.LatestAsync(inspectorate, cancelled);
        if (!WitnessJudgement.IsCheckpoint(fetched))
        {
            LogNoCheckpoint(inspectorate);
            return;
        }

        var good = await LastGoodAsync(inspectorate, cancelled);
        var judgement = WitnessJudgement.Of(inspectorate, good, fetched, keys)
            ?? WitnessJudgement.By(await client.ConsistencyAsync(inspectorate, good!.Size, fetched.Size, cancelled), good, fetched);
        var witnessed = new WitnessedCheckpoint
        {
            Checkpoint = fetched,
            WitnessedAt = Timestamp.FromDateTimeOffset(clock.Now),
            Outcome = judgement.Outcome,
            Explanation = judgement.Explanation,
        };
        var isNew = await writer.RunAsync(session => WitnessTable.Add(session, inspectorate, witnessed));
        if (isNew && judgement.Explanation.Length > 0)
            LogBroken(inspectorate, fetched.Size, judgement.Outcome);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(settings.WitnessEvery, time);
        try
        {
            do
                await Task.WhenAll(settings.TokenFiles.Keys.Select(inspectorate => TryAsync(inspectorate, stoppingToken)));
            while (await timer.WaitForNextTickAsync(stoppingToken));
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // Asked to stop.
        }
    }

    private async Task TryAsync(string inspectorate, CancellationToken cancelled)
    {
        try
        {
            await AskAsync(inspectorate, cancelled);
        }
        catch (RpcException fault)
        {
            LogUnreachable(inspectorate, fault.StatusCode);
        }
#pragma warning disable CA1031 // A token's file or the own store that cannot be read now may be readable next time.
        catch (Exception fault) when (fault is not OperationCanceledException)
#pragma warning restore CA1031
        {
            LogFailed(fault, inspectorate);
        }
    }

    private async Task<Checkpoint?> LastGoodAsync(string inspectorate, CancellationToken cancelled)
    {
        await using var connection = await store.OpenForReadingAsync(cancelled);
        return await WitnessTable.LastGoodAsync(connection, inspectorate, cancelled);
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The checkpoint over {Size} entries of {Inspectorate} does not follow from what was witnessed: {Outcome}")]
    private partial void LogBroken(string inspectorate, long size, Outcome outcome);

    [LoggerMessage(Level = LogLevel.Error, Message = "{Inspectorate} answered with no checkpoint")]
    private partial void LogNoCheckpoint(string inspectorate);

    [LoggerMessage(Level = LogLevel.Debug, Message = "{Inspectorate} gave no checkpoint: {Code}; it is asked again")]
    private partial void LogUnreachable(string inspectorate, StatusCode code);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The checkpoint of {Inspectorate} could not be witnessed; it is tried again")]
    private partial void LogFailed(Exception fault, string inspectorate);
}
