using Inspectorates.Hosting.Store.Sqlite;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Inspectorates.Hosting.Store;

/// <summary>Ready: the service's own store answers. Nobody else is asked.</summary>
internal sealed class StoreHealth(SqliteStore store) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            using var connection = store.OpenForReading();
            connection.Number("SELECT COUNT(*) FROM store_fact");
            return Task.FromResult(HealthCheckResult.Healthy());
        }
        catch (SqliteException fault)
        {
            return Task.FromResult(HealthCheckResult.Unhealthy("The store does not answer.", fault));
        }
    }
}
