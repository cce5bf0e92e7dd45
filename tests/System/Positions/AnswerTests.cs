using Grpc.Core;
using Grpc.Net.Client;
using Inspectorates.Joint.V1;
using Inspectorates.SystemTests.Launcher;
using Inspectorates.V1;

namespace Inspectorates.SystemTests.Positions;

/// <summary>Two of the launched programs answer to a difference of the shipped facts, through the gateway between them.</summary>
[Collection(OneSuite.Name)]
public sealed class AnswerTests(RunningSuite suite)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Both_parties_of_a_published_contradiction_answer_and_both_are_shown_once_both_have()
    {
        using var gateway = GrpcChannel.ForAddress(suite.Launched.Grpc);
        var joint = new JointInspectionService.JointInspectionServiceClient(gateway);
        var found = (await joint.ListDifferencesAsync(new() { PageSize = 500 }, cancellationToken: Stop)).Differences
            .First(difference => difference.Parties.Count == 2 && difference.State is DifferenceStep.Types.State.Open);

        foreach (var (own, other) in new[] { (0, 1), (1, 0) })
        {
            var code = found.Verdicts[own].Inspectorate;
            using var channel = GrpcChannel.ForAddress(suite.Launched.Services[code]);
            var token = await Shell.RunAsync("dotnet", ["run", "--no-build", "--project", "deploy/local", "--", "token", code, "lead", "--data", suite.Launched.Data]);
            await new PositionService.PositionServiceClient(channel).RecordPositionAsync(
                new RecordPositionRequest
                {
                    Position = new Position
                    {
                        Difference = found.Id,
                        Area = found.Area,
                        Process = found.Process,
                        Aspect = found.Aspect,
                        Verdict = found.Verdicts[own].Name,
                        OtherVerdict = found.Verdicts[other].Name,
                        Choice = Position.Types.Choice.Explains,
                        Reason = $"An example, by {code}.",
                    },
                    RequestId = Guid.NewGuid().ToString(),
                },
                new Metadata { { "authorization", $"Bearer {token.Output.Trim()}" } }, cancellationToken: Stop);
            var answered = (await joint.GetDifferenceAsync(new() { Id = found.Id }, cancellationToken: Stop)).Difference;
            Assert.NotEqual(DifferenceStep.Types.State.Open, answered.State);
        }

        var until = DateTime.UtcNow + Patience;
        Difference difference;
        while ((difference = (await joint.GetDifferenceAsync(new() { Id = found.Id }, cancellationToken: Stop)).Difference).State is not DifferenceStep.Types.State.Explained
            && DateTime.UtcNow < until)
            await Task.Delay(200, Stop);

        Assert.Equal(DifferenceStep.Types.State.Explained, difference.State);
        Assert.All(difference.Positions, position => Assert.True(position.WrittenBlind && position.Reason.StartsWith("An example", StringComparison.Ordinal), $"{position}"));
    }
}
