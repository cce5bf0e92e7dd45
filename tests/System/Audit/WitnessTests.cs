using Grpc.Core;
using Grpc.Net.Client;
using Inspectorates.SystemTests.Launcher;
using Inspectorates.V1;

namespace Inspectorates.SystemTests.Audit;

[Collection(OneSuite.Name)]
public sealed class WitnessTests(RunningSuite suite)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    [Fact]
    public async Task Each_of_the_four_keeps_checkpoints_of_the_other_three_through_the_gateway()
    {
        var stop = TestContext.Current.CancellationToken;
        foreach (var (code, address) in suite.Launched.Services)
        {
            var others = suite.Launched.Services.Keys.Where(other => other != code).Select(other => $"inspectorates/{other}").Order();
            var token = await Shell.RunAsync("dotnet", ["run", "--no-build", "--project", "deploy/local", "--", "token", code, "auditor", "--data", suite.Launched.Data]);
            using var channel = GrpcChannel.ForAddress(address);
            var client = new AuditService.AuditServiceClient(channel);
            var headers = new Metadata { { "authorization", $"Bearer {token.Output.Trim()}" } };

            var until = DateTime.UtcNow + Patience;
            IReadOnlyList<WitnessedCheckpoint> kept;
            while ((kept = (await client.ListWitnessedCheckpointsAsync(new ListWitnessedCheckpointsRequest(), headers, cancellationToken: stop)).Checkpoints)
                .Select(one => one.Checkpoint.Origin).Distinct().Count() < 3 && DateTime.UtcNow < until)
                await Task.Delay(200, stop);

            Assert.Equal(others, kept.Select(one => one.Checkpoint.Origin).Distinct().Order());
            Assert.All(kept, one => Assert.True(
                one.Outcome is WitnessedCheckpoint.Types.Outcome.First or WitnessedCheckpoint.Types.Outcome.Consistent, $"{code}: {one}"));
        }
    }
}
