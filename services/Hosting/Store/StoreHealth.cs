using System.Data.Common;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Inspectorates.Hosting.Store;

/// <summary>Ready: the service's own store answers. Nobody else is asked.</summary>
internal sealed class StoreHealth(IStore store) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            await using var connection = await store.OpenForReadingAsync(cancellationToken);
            await connection.NumberAsync("SELECT COUNT(*) FROM store_fact", cancellationToken);
            return HealthCheckResult.Healthy();
        }
        catch (DbException fault)
        {
            return HealthCheckResult.Unhealthy("The store does not answer.", fault);
        }
    }
}
