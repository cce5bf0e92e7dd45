using Inspectorates.Hosting.Refusals;
using Inspectorates.Hosting.Store;
using Microsoft.Extensions.Hosting;

namespace Inspectorates.Hosting.Publication;

/// <summary>Forgets answers once they have been kept for longer than promised.</summary>
internal sealed class Housekeeping(StoreWriter writer, LondonClock clock, TimeProvider time) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromMinutes(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every, time);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
                await ForgetAsync();
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // Asked to stop.
        }
    }

    private async Task ForgetAsync()
    {
        try
        {
            await writer.RunAsync(session =>
            {
                AnswerTable.Forget(session, clock.Now);
                return true;
            });
        }
        catch (RefusalException)
        {
            // The store is busy or full: the next minute will do.
        }
    }
}
