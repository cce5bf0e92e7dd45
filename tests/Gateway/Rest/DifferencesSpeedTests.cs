using Inspectorates.Gateway.Tests.Scripted;

namespace Inspectorates.Gateway.Tests.Rest;

/// <summary>What is measured runs alone.</summary>
[CollectionDefinition("Alone", DisableParallelization = true)]
public sealed class Alone;

[Collection("Alone")]
public sealed class DifferencesSpeedTests
{
    [Fact]
    public async Task Four_thousand_verdicts_of_each_are_compared_within_two_seconds()
    {
        await using var gateway = await RunningGateway.StartAsync(FourInspectorates.Codes);
        var areas = Reference.Areas.England.AllReal;
        var processes = Reference.ProcessCatalogue.England.All;
        foreach (var inspectorate in gateway.Inspectorates)
            for (var number = 0; number < 4000; number++)
                inspectorate.Verdicts.Add(Facts.Verdict(
                    inspectorate.Code, processes[number % processes.Count].Code, (number + inspectorate.Code[0]) % 11 == 0 ? "weak" : "good",
                    areas[number % areas.Count].DfeCode, $"20{10 + (number / areas.Count % 15)}-06-10", number: number));
        var fastest = TimeSpan.MaxValue;

        // A machine busy with something else is no fault of the gateway's: one of five askings has to be in time.
        for (var asking = 0; asking < 5; asking++)
        {
            var watch = System.Diagnostics.Stopwatch.StartNew();
            var (status, list) = await gateway.JsonAsync("/api/v1/differences");
            if (status == 200 && list.GetProperty("complete").GetBoolean() && watch.Elapsed < fastest)
                fastest = watch.Elapsed;
            if (status == 200)
                Assert.InRange(list.GetProperty("totalSize").GetInt32(), 100, 100_000);
        }

        Assert.True(fastest < TimeSpan.FromSeconds(2), $"It took {fastest}.");
    }

    [Fact]
    public async Task A_page_of_a_crowded_list_is_told_within_two_seconds()
    {
        await using var gateway = await RunningGateway.StartAsync(FourInspectorates.Codes);
        var areas = Reference.Areas.England.AllReal;
        foreach (var inspectorate in gateway.Inspectorates)
            for (var number = 0; number < 6000; number++)
                inspectorate.Verdicts.Add(Facts.Verdict(
                    inspectorate.Code, "strategy-discussion", (number + inspectorate.Code[0]) % 3 == 0 ? "weak" : "good",
                    areas[number % areas.Count].DfeCode, $"20{10 + (number / areas.Count % 15)}-06-10", number: number));
        var fastest = TimeSpan.MaxValue;

        for (var asking = 0; asking < 5; asking++)
        {
            var watch = System.Diagnostics.Stopwatch.StartNew();
            var (status, list) = await gateway.JsonAsync("/api/v1/differences");
            if (status == 200 && list.GetProperty("complete").GetBoolean() && watch.Elapsed < fastest)
                fastest = watch.Elapsed;
            if (status == 200)
                Assert.InRange(list.GetProperty("totalSize").GetInt32(), 400_000, 600_000);
        }

        Assert.True(fastest < TimeSpan.FromSeconds(2), $"It took {fastest}.");
    }
}
