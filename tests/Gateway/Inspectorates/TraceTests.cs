using System.Diagnostics;
using Inspectorates.Gateway.Tests.Scripted;
using Inspectorates.V1;

namespace Inspectorates.Gateway.Tests.Inspectorates;

public sealed class TraceTests
{
    [Fact]
    public async Task A_view_and_every_question_it_takes_are_one_trace()
    {
        await using var gateway = await RunningGateway.StartAsync(["alpha", "beta"]);
        using var caller = new Activity("caller").Start();

        var (status, _) = await gateway.JsonAsync("/api/v1/areas/926/joint-view");

        Assert.Equal(200, status);
        Assert.All(gateway.Inspectorates.SelectMany(inspectorate => inspectorate.Calls), call => AssertPartOf(caller, call));
    }

    [Fact]
    public async Task A_call_passed_through_stays_in_its_callers_trace()
    {
        await using var gateway = await RunningGateway.StartAsync(["alpha"]);
        using var caller = new Activity("caller").Start();

        await new VerdictService.VerdictServiceClient(gateway.Channel).ListVerdictsAsync(
            new() { PageSize = 1 }, new() { { "inspectorate", "alpha" } }, cancellationToken: TestContext.Current.CancellationToken);

        AssertPartOf(caller, Assert.Single(gateway["alpha"].Calls));
    }

    private static void AssertPartOf(Activity caller, (string Path, IReadOnlyDictionary<string, string> Headers) call)
    {
        Assert.StartsWith($"00-{caller.TraceId}-", call.Headers["traceparent"], StringComparison.Ordinal);
        Assert.DoesNotContain(caller.SpanId.ToString(), call.Headers["traceparent"], StringComparison.Ordinal);
    }
}
