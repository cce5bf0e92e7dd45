using Inspectorates.Hosting.Records.Steps;
using Inspectorates.Hosting.Store;
using Inspectorates.Hosting.Trust;
using Inspectorates.V1;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Inspectorates.Hosting.Publication;

/// <summary>
/// Opens what is due: at its instant or later, never before. What was due while the service was down opens at its start.
/// Nothing opens while the clock is behind the last entry, nor where it cannot be said that it is due.
/// </summary>
internal sealed partial class PublicationClock(
    IStore store, StoreWriter writer, ChangeSignal signal, LondonClock clock, TimeProvider time, IInspectorate inspectorate,
    VerdictSteps verdicts, InspectionSteps inspections, ILogger<PublicationClock> log) : BackgroundService
{
    // How long a step of the clock, or a commit of another replica that was missed, goes unnoticed.
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(1);

    // Said once, not every second.
    private bool isBehind;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        while (!stoppingToken.IsCancellationRequested)
        {
            // Taken before looking: what is scheduled in between raises it.
            var changed = signal.Next;
            var wait = Longest;
            try
            {
                wait = await OpenDueAsync(stoppingToken);
            }
#pragma warning disable CA1031 // A store that fails now may answer in a second; what is due stays due.
            catch (Exception fault) when (fault is not OperationCanceledException)
#pragma warning restore CA1031
            {
                LogFailed(fault);
            }

            using var either = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken);
            await Task.WhenAny(changed, Task.Delay(wait, time, either.Token));
            await either.CancelAsync();
        }
    }

    /// <summary>Opens what is due now.</summary>
    /// <returns>How long to wait before looking again.</returns>
    private async Task<TimeSpan> OpenDueAsync(CancellationToken cancelled)
    {
        while (await ScheduleTable.NextAsync(store, cancelled) is { } next)
        {
            var left = next - clock.Now;
            if (left > TimeSpan.Zero)
                return left < Longest ? left : Longest;
            if (await writer.RunAsync(OpenDue) == 0)
                return Longest;
        }

        return Longest;
    }

    private int OpenDue(WriteSession session)
    {
        var stamp = Stamp.Of(clock, session.Head, Caller.Service(inspectorate.Code), "");
        if (stamp.ClockIsBehind)
        {
            if (!isBehind)
                LogBehind(stamp.At);
            isBehind = true;
            return 0;
        }

        isBehind = false;

        var due = ScheduleTable.DueAt(session, stamp.At);
        foreach (var one in due)
            Open(session, stamp, one);
        return due.Count;
    }

    // The record decides, not the schedule: a build that knows of no schedule may have changed the one without the other.
    private void Open(WriteSession session, Stamp stamp, Due due)
    {
        if (due.Kind == EntryKinds.Verdict && VerdictTable.Find(session, due.Name) is { State: Verdict.Types.State.Scheduled, PublishAt: not null } verdict
            && Instants.NotBefore(verdict.PublishAt) <= stamp.At)
            verdicts.OpenDue(session, stamp, verdict);
        else if (due.Kind == EntryKinds.Inspection
            && InspectionTable.Find(session, due.Name)?.Inspection is { State: Inspection.Types.State.PrePublication, PublishAt: not null } inspection
            && Instants.NotBefore(inspection.PublishAt) <= stamp.At)
            inspections.Open(session, stamp, inspection);
        else
            ScheduleTable.Remove(session, due.Name);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The clock is behind the last entry, {Last:O}: nothing opens until it has caught up")]
    private partial void LogBehind(DateTimeOffset last);

    [LoggerMessage(Level = LogLevel.Error, Message = "What is due could not be opened; it is tried again")]
    private partial void LogFailed(Exception fault);
}
