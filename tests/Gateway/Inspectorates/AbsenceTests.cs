using System.Diagnostics;
using System.Text.Json;
using Inspectorates.Gateway.Tests.Scripted;

namespace Inspectorates.Gateway.Tests.Inspectorates;

public sealed class AbsenceTests(FourInspectorates four) : IClassFixture<FourInspectorates>
{
    private const string View = "/api/v1/areas/926/joint-view";

    public static TheoryData<int> Subsets => [.. Enumerable.Range(0, 16)];

    [Theory]
    [MemberData(nameof(Subsets))]
    public async Task Whichever_services_are_down_the_view_names_them_and_calls_nothing_consistent(int down)
    {
        var inspectorates = new List<ScriptedInspectorate>();
        foreach (var (code, place) in FourInspectorates.Codes.Select((code, place) => (code, place)))
            inspectorates.Add((down & (1 << place)) == 0 ? four[code] : await StoppedAsync(code));
        await using var gateway = await RunningGateway.OverAsync(inspectorates);

        var watch = Stopwatch.StartNew();
        var (status, view) = await gateway.JsonAsync(View);

        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(2), $"It took {watch.Elapsed}.");
        Assert.Equal(down == 15 ? 503 : 200, status);
        var sources = view.GetProperty("sources").EnumerateArray().ToArray();
        Assert.Equal(FourInspectorates.Codes, sources.Select(source => source.GetProperty("inspectorate").GetString()));
        foreach (var (source, place) in sources.Select((source, place) => (source, place)))
        {
            var isDown = (down & (1 << place)) != 0;
            Assert.Equal(isDown ? "UNREACHABLE" : sources[place].Is("inspectorate", "delta") ? "NO_VERDICT" : "ANSWERED",
                source.GetProperty("state").GetString());
            Assert.Equal(isDown, source.GetProperty("since").ValueKind is JsonValueKind.String);
            Assert.Equal(isDown, source.GetProperty("reason").GetString()!.Length > 0);
        }

        if (status == 200)
        {
            Assert.Equal(down == 0, view.GetProperty("complete").GetBoolean());
            Assert.Equal(down == 0, view.GetProperty("processes").EnumerateArray().Any(process => process.Is("conclusion", "CONSISTENT")));
        }
        else
        {
            Assert.Equal("ALL_SOURCES_UNAVAILABLE", view.GetProperty("reason").GetString());
        }
    }

    [Theory]
    [InlineData(Behaviour.Hangs, "UNREACHABLE")]
    [InlineData(Behaviour.AnswersAfterFiveSeconds, "UNREACHABLE")]
    [InlineData(Behaviour.SaysUnavailable, "UNREACHABLE")]
    [InlineData(Behaviour.SaysInternal, "INVALID_ANSWER")]
    [InlineData(Behaviour.AnswersGarbage, "INVALID_ANSWER")]
    [InlineData(Behaviour.AnswersTooMuch, "INVALID_ANSWER")]
    [InlineData(Behaviour.AnswersForAnotherArea, "INVALID_ANSWER")]
    [InlineData(Behaviour.PagesWithoutEnd, "INVALID_ANSWER")]
    [InlineData(Behaviour.CutsTheAnswer, null)]
    public async Task A_service_that_fails_costs_its_own_answer_only_and_none_of_its_words_come_through(
        Behaviour behaviour, string? state)
    {
        await using var broken = await new ScriptedInspectorate("beta").StartAsync();
        FourInspectorates.Fill([broken]);
        broken.Behaviour = behaviour;
        await using var gateway = await RunningGateway.OverAsync([four["alpha"], broken, four["delta"], four["gamma"]]);

        var watch = Stopwatch.StartNew();
        var (status, view) = await gateway.JsonAsync(View);

        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(2), $"It took {watch.Elapsed}.");
        Assert.Equal(200, status);
        var source = view.GetProperty("sources").EnumerateArray().Single(source => source.Is("inspectorate", "beta"));
        Assert.Contains(source.GetProperty("state").GetString(), state is null ? ["UNREACHABLE", "INVALID_ANSWER"] : new[] { state });
        Assert.NotEmpty(source.GetProperty("reason").GetString()!);
        Assert.False(view.GetProperty("complete").GetBoolean());
        Assert.DoesNotContain("db-host-7", view.GetRawText(), StringComparison.Ordinal);
        Assert.DoesNotContain("xxxxxxxx", view.GetRawText(), StringComparison.Ordinal);
        Assert.DoesNotContain(view.GetProperty("processes").EnumerateArray(), process => process.Is("conclusion", "CONSISTENT"));
        Assert.Contains("alpha", view.GetProperty("processes").GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_service_that_is_another_inspectorates_is_not_believed()
    {
        await using var impostor = await new ScriptedInspectorate("beta").StartAsync();
        impostor.Description = Facts.Describe("alpha");
        await using var gateway = await RunningGateway.OverAsync([four["alpha"], impostor]);

        var (_, view) = await gateway.JsonAsync(View);

        var source = view.GetProperty("sources").EnumerateArray().Single(source => source.Is("inspectorate", "beta"));
        Assert.Equal("INVALID_ANSWER", source.GetProperty("state").GetString());
    }

    [Fact]
    public async Task Since_when_is_the_first_failure_after_the_last_answer()
    {
        await using var beta = await new ScriptedInspectorate("beta").StartAsync();
        await using var gateway = await RunningGateway.OverAsync([four["alpha"], beta]);
        await gateway.JsonAsync(View);
        await Task.Delay(50, TestContext.Current.CancellationToken);
        var before = DateTimeOffset.UtcNow;
        beta.Behaviour = Behaviour.SaysUnavailable;

        var first = await SinceAsync(gateway);
        await Task.Delay(50, TestContext.Current.CancellationToken);
        var second = await SinceAsync(gateway);

        Assert.InRange(first, before, DateTimeOffset.UtcNow);
        Assert.Equal(first, second);
    }

    [Fact]
    public async Task A_fifth_inspectorate_is_a_settings_entry()
    {
        await using var fifth = await new ScriptedInspectorate("epsilon").StartAsync();
        FourInspectorates.Fill([fifth]);
        await using var gateway = await RunningGateway.OverAsync([.. four.All, fifth]);

        var (_, view) = await gateway.JsonAsync(View);

        var source = view.GetProperty("sources").EnumerateArray().Single(source => source.Is("inspectorate", "epsilon"));
        Assert.Equal("ANSWERED", source.GetProperty("state").GetString());
        Assert.Equal("Inspectorate EPSILON", source.GetProperty("label").GetString());
        var process = view.GetProperty("processes").EnumerateArray().Single(process => process.Is("process", "strategy-discussion"));
        Assert.Contains("epsilon", process.GetProperty("judgedBy").EnumerateArray().Select(code => code.GetString()));
        Assert.Contains(process.GetProperty("verdicts").EnumerateArray(), verdict => verdict.Is("inspectorate", "epsilon"));
        Assert.Contains("Inspectorate EPSILON", await gateway.Http.GetStringAsync("/areas/926", TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    private static async Task<DateTimeOffset> SinceAsync(RunningGateway gateway)
    {
        var (_, view) = await gateway.JsonAsync(View);
        return view.GetProperty("sources").EnumerateArray().Single(source => source.Is("inspectorate", "beta"))
            .GetProperty("since").GetDateTimeOffset();
    }

    private static async Task<ScriptedInspectorate> StoppedAsync(string code)
    {
        var inspectorate = await new ScriptedInspectorate(code).StartAsync();
        await inspectorate.StopAsync();
        return inspectorate;
    }
}
