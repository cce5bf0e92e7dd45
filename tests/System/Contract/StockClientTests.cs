using System.Text.Json;
using Inspectorates.SystemTests.Launcher;
using Inspectorates.SystemTests.Places;

namespace Inspectorates.SystemTests.Contract;

/// <summary>A stock gRPC client of another language, knowing only the protos, through the gateway.</summary>
[Collection(OneSuite.Name)]
public sealed class StockClientTests(RunningSuite suite)
{
    [Theory]
    [InlineData("ofsted", "926")]
    [InlineData("cqc", "353")]
    [InlineData("hmic", "383")]
    [InlineData("hmi-probation", "926")]
    public async Task Lists_the_verdicts_of_each_inspectorate(string inspectorate, string area)
    {
        var run = await CallAsync(inspectorate, area);

        Assert.True(run.ExitCode == 0, run.Everything);
        var verdicts = JsonDocument.Parse(run.Output).RootElement.List("verdicts").ToArray();
        Assert.NotEmpty(verdicts);
        Assert.All(verdicts, v => Assert.StartsWith($"inspectorates/{inspectorate}/verdicts/", v.GetProperty("name").GetString(), StringComparison.Ordinal));
    }

    [Fact]
    public async Task Is_told_the_known_inspectorates_when_it_names_another()
    {
        var run = await CallAsync("estyn", "926");

        Assert.Equal(1, run.ExitCode);
        var error = JsonDocument.Parse(run.Output).RootElement;
        Assert.Equal(5, error.GetProperty("code").GetInt32());
        Assert.Contains("hmi-probation", error.GetProperty("details").GetString(), StringComparison.Ordinal);
    }

    private Task<Finished> CallAsync(string inspectorate, string area)
    {
        Needs.CiTool("buf");
        return Shell.RunAsync(
            Needs.Program("node"),
            SolutionFolder.In("tests", "System", "Contract", "stock-client.cjs"),
            SolutionFolder.In("protos"),
            suite.Launched.Grpc["http://".Length..],
            inspectorate,
            area);
    }
}
