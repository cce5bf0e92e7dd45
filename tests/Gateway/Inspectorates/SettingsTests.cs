using Inspectorates.Gateway.Asking;

namespace Inspectorates.Gateway.Tests.Inspectorates;

public sealed class SettingsTests
{
    [Fact]
    public void Every_fault_of_the_settings_is_told_at_once()
    {
        var unusable = Assert.Throws<SettingsException>(() => GatewayHost.Build(
        [
            "--Gateway:Inspectorates:0:Code=alpha", "--Gateway:Inspectorates:0:Address=ftp://alpha",
            "--Gateway:Inspectorates:1:Code=alpha", "--Gateway:Inspectorates:1:Address=http://127.0.0.1:1",
            "--Gateway:Inspectorates:2:Code=alpha", "--Gateway:Inspectorates:2:Address=http://127.0.0.1:2",
            "--Gateway:Inspectorates:3:Code=Not A Code", "--Gateway:Inspectorates:3:Address=http://127.0.0.1:3/path",
            "--Gateway:Inspectorates:4:Address=",
            "--Gateway:Budget=soon", "--Gateway:Differences:StrongSteps=5", "--Gateway:Differences:WindowDays=-1", "--Gateway:Budgett=00:00:03",
            "--Gateway:Limits:CallsPerSecond=0", "--Gateway:Limits:Burst=-1", "--Gateway:Limits:Concurrent=all",
            "--Gateway:Limits:Streams=0", "--Gateway:Limits:Steams=1",
            "--Gateway:Agreement:Floor=1", "--Gateway:Agreement:Replicates=99", "--Gateway:Agreement:Seed=0",
        ]));

        string[] named =
        [
            "Inspectorates:0:Address", "Inspectorates:2:Code", "Inspectorates:3:Code", "Inspectorates:3:Address",
            "Inspectorates:4:Code", "Inspectorates:4:Address", "Budget ", "Differences:StrongSteps",
            "Differences:WindowDays", "Budgett",
            "Limits:CallsPerSecond", "Limits:Burst", "Limits:Concurrent", "Limits:Streams", "Limits:Steams",
            "Agreement:Floor", "Agreement:Replicates", "Agreement:Seed",
        ];
        Assert.All(named, name => Assert.Contains(unusable.Faults, fault => fault.StartsWith($"Gateway:{name}", StringComparison.Ordinal)));
        Assert.Equal(named.Length, unusable.Faults.Count);
    }

    [Fact]
    public void A_gateway_without_inspectorates_says_how_to_name_one()
    {
        var unusable = Assert.Throws<SettingsException>(() => GatewayHost.Build([]));

        Assert.Contains("Gateway__Inspectorates__0__Code", Assert.Single(unusable.Faults), StringComparison.Ordinal);
    }

    [Fact]
    public void An_attempt_that_leaves_no_time_to_compose_is_refused()
    {
        var unusable = Assert.Throws<SettingsException>(() => GatewayHost.Build(
        [
            "--Gateway:Inspectorates:0:Code=alpha", "--Gateway:Inspectorates:0:Address=http://127.0.0.1:1",
            "--Gateway:Budget=00:00:01", "--Gateway:Attempt=00:00:01",
        ]));

        Assert.StartsWith("Gateway:Attempt", Assert.Single(unusable.Faults), StringComparison.Ordinal);
    }
}
