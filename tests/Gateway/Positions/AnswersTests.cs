using System.Text.Json;
using AngleSharp.Html.Parser;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Inspectorates.Gateway.Tests.Scripted;
using Inspectorates.Joint.V1;
using Inspectorates.V1;

namespace Inspectorates.Gateway.Tests.Positions;

/// <summary>What inspectorates say about a difference, asked over every way of asking.</summary>
public sealed class AnswersTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Json_gRPC_and_page_say_the_same_of_what_became_of_a_difference()
    {
        await using var gateway = await DifferingAsync();
        var id = await IdAsync(gateway);
        gateway["alpha"].Positions = [Said("alpha", id, Position.Types.Choice.WillRevisit, position => (position.TargetToBeDecided, position.ToBeDecidedOn) = (true, "2024-12-24"))];
        gateway["beta"].Positions = [Blind("beta", id)];

        var (_, json) = await gateway.JsonAsync($"/api/v1/differences/{id}");
        var difference = (await gateway.Joint.GetDifferenceAsync(new() { Id = id }, cancellationToken: Stop)).Difference;
        using var page = new HtmlParser().ParseDocument(await gateway.Http.GetStringAsync("/areas/926", Stop));

        Assert.Equal(DifferenceStep.Types.State.AnsweredBySome, difference.State);
        Assert.Equal(difference, JsonParser.Default.Parse<Difference>(json.GetRawText()));
        var part = page.GetElementById($"d-{id}")!;
        Assert.Equal("ANSWERED_BY_SOME", part.QuerySelector("[data-outcome]")!.GetAttribute("data-outcome"));
        Assert.Equal(json.GetProperty("daysOpen").GetRawText(), part.QuerySelector("[data-days-open]")!.GetAttribute("data-days-open"));
        Assert.Contains(difference.StateExplanation, part.TextContent, StringComparison.Ordinal);
        Assert.Equal(
            json.GetProperty("positions").EnumerateArray().Select(position => (Text(position, "name"), Text(position, "state"), Text(position, "choice"))),
            part.QuerySelectorAll("[data-position]").Select(row => (row.GetAttribute("data-position")!, row.GetAttribute("data-position-state")!, row.GetAttribute("data-choice")!)));
        Assert.Contains("We shall look again.", part.TextContent, StringComparison.Ordinal);
        Assert.Contains("Answered; not shown yet", part.TextContent, StringComparison.Ordinal);
        Assert.Equal(difference.History.Select(step => step.State).Count(), part.QuerySelectorAll("[data-step]").Length);
        Assert.All(part.QuerySelectorAll("table"), table => Assert.NotNull(table.QuerySelector("caption")));
    }

    [Fact]
    public async Task A_service_of_an_older_build_is_shown_with_its_verdicts_and_said_to_keep_no_answers()
    {
        await using var gateway = await DifferingAsync();
        gateway["alpha"].Positions = [];

        var (_, list) = await gateway.JsonAsync("/api/v1/differences?area=926");

        Assert.True(list.GetProperty("complete").GetBoolean());
        var parties = list.GetProperty("differences")[0].GetProperty("parties");
        Assert.Equal(["NOT_ANSWERED", "NOT_KEPT"], parties.EnumerateArray().Select(party => Text(party, "stage")));
    }

    [Fact]
    public async Task Answers_that_cannot_be_read_cost_no_verdicts_and_never_read_as_none()
    {
        await using var gateway = await DifferingAsync();
        (gateway["alpha"].Positions, gateway["beta"].FailsOnPositions) = ([], true);

        var (_, list) = await gateway.JsonAsync("/api/v1/differences?area=926");

        var difference = list.GetProperty("differences")[0];
        Assert.Equal("UNDETERMINED", Text(difference, "state"));
        Assert.Equal(["NOT_ANSWERED", "NOT_KNOWN"], difference.GetProperty("parties").EnumerateArray().Select(party => Text(party, "stage")));
        Assert.DoesNotContain("SELECT", list.GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_position_of_another_inspectorate_spoils_the_answer_it_is_in()
    {
        await using var gateway = await DifferingAsync();
        var id = await IdAsync(gateway);
        gateway["alpha"].Positions = [Said("beta", id, Position.Types.Choice.StandsBy)];

        var (_, list) = await gateway.JsonAsync("/api/v1/differences?area=926");

        Assert.False(list.GetProperty("complete").GetBoolean());
        Assert.Equal("INVALID_ANSWER", Text(list.GetProperty("sources")[0], "state"));
    }

    [Fact]
    public async Task Differences_are_listed_by_state_and_those_an_inspectorate_resolved_by_a_later_version_are_found()
    {
        await using var gateway = await DifferingAsync();
        var id = await IdAsync(gateway);
        var (verdict, earlier) = (gateway["beta"].Verdicts[0], gateway["beta"].Verdicts[0].Clone());
        earlier.State = Verdict.Types.State.Superseded;
        (verdict.Revision, verdict.PublishedOn) = (2, "2024-12-30");
        (verdict.Standing, verdict.Grade) = (gateway["alpha"].Verdicts[0].Standing, gateway["alpha"].Verdicts[0].Grade.Clone());
        (gateway["alpha"].Positions, gateway["beta"].Positions) = ([], []);
        gateway["beta"].Earlier.Add(earlier);

        Assert.Equal([id], await IdsAsync("state=RESOLVED"));
        Assert.Equal([id], await IdsAsync("area=926"));
        Assert.Empty(await IdsAsync("state=OPEN"));
        var (status, one) = await gateway.JsonAsync($"/api/v1/differences/{id}");
        Assert.Equal((200, "RESOLVED", "2024-12-30"), (status, Text(one, "state"), Text(one, "resolvedOn")));
        // The view of the area is of now.
        var (_, view) = await gateway.JsonAsync("/api/v1/areas/926/joint-view");
        Assert.Empty(view.GetProperty("differences").EnumerateArray());

        async Task<IEnumerable<string>> IdsAsync(string query) =>
            (await gateway.JsonAsync($"/api/v1/differences?{query}")).Body.GetProperty("differences").EnumerateArray().Select(found => Text(found, "id"));
    }

    [Fact]
    public async Task A_state_the_contract_does_not_have_is_refused()
    {
        await using var gateway = await DifferingAsync();

        var (status, problem) = await gateway.JsonAsync("/api/v1/differences?state=FORGOTTEN");

        Assert.Equal((400, "state"), (status, Text(problem, "field")));
    }

    private static async Task<RunningGateway> DifferingAsync()
    {
        var gateway = await RunningGateway.StartAsync(["alpha", "beta"]);
        gateway["alpha"].Verdicts.Add(Facts.Verdict("alpha", "icpc", "good"));
        gateway["beta"].Verdicts.Add(Facts.Verdict("beta", "icpc", "bad"));
        return gateway;
    }

    private static async Task<string> IdAsync(RunningGateway gateway) =>
        (await gateway.Joint.ListDifferencesAsync(new() { Area = "926" }, cancellationToken: Stop)).Differences.Single().Id;

    private static Position Blind(string inspectorate, string difference) => new()
    {
        Name = $"inspectorates/{inspectorate}/positions/p",
        Inspectorate = inspectorate,
        Difference = difference,
        Area = "926",
        State = Position.Types.State.Blind,
        Revision = 1,
        RecordedAt = Timestamp.FromDateTime(new DateTime(2024, 12, 24, 9, 0, 0, DateTimeKind.Utc)),
        Commitment = new Commitment { BlindUntil = "2025-01-10", Hash = ByteString.CopyFrom(1, 2) },
    };

    private static Position Said(string inspectorate, string difference, Position.Types.Choice choice, Action<Position>? change = null)
    {
        var position = Blind(inspectorate, difference);
        position.State = Position.Types.State.Shown;
        (position.Choice, position.Reason, position.Role) = (choice, "We shall look again.", "lead");
        (position.ShownAt, position.ShownBecause) = (position.RecordedAt, Position.Types.ShownBecause.TimePassed);
        change?.Invoke(position);
        return position;
    }

    private static string Text(JsonElement element, string property) => element.GetProperty(property).GetString()!;
}
