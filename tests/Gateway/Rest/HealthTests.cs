using Grpc.Health.V1;
using Inspectorates.Gateway.Tests.Scripted;

namespace Inspectorates.Gateway.Tests.Rest;

public sealed class HealthTests
{
    [Theory]
    [InlineData("/health/live")]
    [InlineData("/health/ready")]
    public async Task A_gateway_whose_inspectorates_are_all_down_is_well_itself_and_asks_nobody(string path)
    {
        await using var gateway = await RunningGateway.StartAsync(["alpha"]);
        gateway["alpha"].Behaviour = Behaviour.Hangs;

        using var response = await gateway.Http.GetAsync(path, TestContext.Current.CancellationToken);
        var health = await new Health.HealthClient(gateway.Channel).CheckAsync(
            new HealthCheckRequest(), cancellationToken: TestContext.Current.CancellationToken);

        Assert.True(response.IsSuccessStatusCode);
        Assert.Equal(HealthCheckResponse.Types.ServingStatus.Serving, health.Status);
        Assert.Empty(gateway["alpha"].Calls);
    }
}
