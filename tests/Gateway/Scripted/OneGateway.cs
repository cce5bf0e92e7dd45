namespace Inspectorates.Gateway.Tests.Scripted;

/// <summary>One gateway over the four inspectorates, for tests that only read.</summary>
public sealed class OneGateway : IAsyncLifetime
{
    private readonly FourInspectorates four = new();
    private RunningGateway? gateway;

    public RunningGateway Gateway => gateway ?? throw new InvalidOperationException("Not started.");

    public async ValueTask InitializeAsync()
    {
        await four.InitializeAsync();
        gateway = await RunningGateway.OverAsync(four.All);
    }

    public async ValueTask DisposeAsync()
    {
        if (gateway is not null)
            await gateway.DisposeAsync();
        await four.DisposeAsync();
    }
}
