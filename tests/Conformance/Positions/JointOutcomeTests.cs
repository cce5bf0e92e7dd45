using System.Text.Json;
using AngleSharp.Html.Parser;
using Inspectorates.Joint.V1;
using Inspectorates.V1;
using static Inspectorates.Joint.V1.DifferenceStep.Types;
using Choice = Inspectorates.V1.Position.Types.Choice;

namespace Inspectorates.Conformance.Positions;

/// <summary>A difference of two real services followed through the real gateway, from open to resolved.</summary>
public class JointOutcomeTests
{
    protected virtual StoreKind Store => StoreKind.Sqlite;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_difference_is_followed_from_open_to_resolved()
    {
        await using var parties = await StartedAsync();
        using var channel = parties.ToGateway();
        var joint = new JointInspectionService.JointInspectionServiceClient(channel);
        var open = Assert.Single((await joint.ListDifferencesAsync(new() { Area = TwoParties.Area }, cancellationToken: Stop)).Differences);

        // The services derive the same id, or they would refuse it.
        Assert.Equal(parties.PositionOf(parties.One).Difference, open.Id);
        Assert.Equal((State.Open, "2026-03-02", 105), (open.State, open.OpenedOn, open.DaysOpen));

        var one = await TwoParties.RecordAsync(parties.One, parties.PositionOf(parties.One, Choice.StandsBy, "not to be read yet"));
        await SaysAsync(State.AnsweredBySome, "not to be read yet", isRead: false);
        var other = await TwoParties.RecordAsync(parties.Other, parties.PositionOf(parties.Other, Choice.Explains, "Another year group."));
        await parties.ShownAsync(parties.One, one.Name);
        await parties.ShownAsync(parties.Other, other.Name);
        var explained = await SaysAsync(State.Explained, "not to be read yet", isRead: true);
        Assert.Equal([Choice.StandsBy, Choice.Explains], explained.Positions.Select(position => position.Choice));
        Assert.All(explained.Positions, position => Assert.True(position.WrittenBlind));

        var better = (await parties.Other.Verdicts.GetVerdictAsync(new GetVerdictRequest { Name = parties.OthersVerdict }, cancellationToken: Stop)).Verdict;
        var again = new Verdict(better)
        {
            Inspectorate = "",
            InspectionKey = "",
            Standing = 0,
            Revision = 0,
            RecordedAt = null,
            RevisionReason = "",
            Etag = "",
            Grade = new Grade { Code = "fine" },
        };
        again.Source.EditionDay = "2026-06-15";
        parties.Pass(TimeSpan.FromSeconds(1));
        await parties.Other.Verdicts.SupersedeVerdictAsync(
            new SupersedeVerdictRequest { Verdict = again, Reason = "moderated again", RequestId = Samples.NewId() }, parties.Other.As("inspector"), cancellationToken: Stop);

        var resolved = (await joint.GetDifferenceAsync(new() { Id = open.Id }, cancellationToken: Stop)).Difference;
        Assert.Equal((State.Resolved, "2026-06-15", 105), (resolved.State, resolved.ResolvedOn, resolved.DaysOpen));
        Assert.Equal([State.Open, State.AnsweredBySome, State.Explained, State.Resolved], resolved.History.Select(step => step.State));
        Assert.Equal([(parties.OthersVerdict, 2)], resolved.ResolvedBy.Select(verdict => (verdict.Name, verdict.Revision)));
        Assert.Equal([open.Id], (await joint.ListDifferencesAsync(new() { Area = TwoParties.Area, State = State.Resolved }, cancellationToken: Stop)).Differences.Select(one => one.Id));
        Assert.Empty((await joint.ListDifferencesAsync(new() { Area = TwoParties.Area, State = State.Explained }, cancellationToken: Stop)).Differences);

        async Task<Difference> SaysAsync(State state, string words, bool isRead)
        {
            using var http = new HttpClient { BaseAddress = new Uri(parties.Json) };
            var found = Assert.Single((await joint.ListDifferencesAsync(new() { Area = TwoParties.Area, State = state }, cancellationToken: Stop)).Differences);
            foreach (var path in new[] { $"/api/v1/differences/{open.Id}", $"/api/v1/areas/{TwoParties.Area}/joint-view", $"/areas/{TwoParties.Area}" })
                Assert.Equal(isRead, (await http.GetStringAsync(path, Stop)).Contains(words, StringComparison.Ordinal));
            using var json = JsonDocument.Parse(await http.GetStringAsync($"/api/v1/differences/{open.Id}", Stop));
            Assert.Equal(found, Google.Protobuf.JsonParser.Default.Parse<Difference>(json.RootElement.GetRawText()));
            using var page = new HtmlParser().ParseDocument(await http.GetStringAsync($"/areas/{TwoParties.Area}", Stop));
            Assert.Contains(found.StateExplanation, page.GetElementById($"d-{open.Id}")!.TextContent, StringComparison.Ordinal);
            return found;
        }
    }

    [Fact]
    public async Task The_version_of_the_area_changes_when_a_position_is_recorded_and_again_when_it_is_shown()
    {
        await using var parties = await StartedAsync();
        using var channel = parties.ToGateway();
        var joint = new JointInspectionService.JointInspectionServiceClient(channel);
        var seen = new List<string> { await NextAsync([]) };

        var one = await TwoParties.RecordAsync(parties.One, parties.PositionOf(parties.One));
        seen.Add(await NextAsync(seen));
        await TwoParties.RecordAsync(parties.Other, parties.PositionOf(parties.Other));
        await parties.ShownAsync(parties.One, one.Name);
        seen.Add(await NextAsync(seen));

        Assert.Equal(3, seen.Distinct().Count());

        async Task<string> NextAsync(List<string> before)
        {
            var version = "";
            await Eventually.HoldsAsync(async () =>
            {
                version = (await joint.GetJointInspectionAsync(new() { Area = TwoParties.Area }, cancellationToken: Stop)).JointInspection.Version;
                return version.Length > 0 && !before.Contains(version);
            });
            return version;
        }
    }

    [Fact]
    public async Task The_view_of_an_earlier_instant_shows_what_was_known_of_the_answers_then()
    {
        await using var parties = await StartedAsync();
        using var channel = parties.ToGateway();
        var joint = new JointInspectionService.JointInspectionServiceClient(channel);
        parties.Pass(TimeSpan.FromMinutes(1));
        var before = parties.One.Time.GetUtcNow();
        parties.Pass(TimeSpan.FromMinutes(1));
        await TwoParties.RecordAsync(parties.One, parties.PositionOf(parties.One));

        var then = (await joint.GetJointInspectionAsync(
            new() { Area = TwoParties.Area, RecordedAsOf = Google.Protobuf.WellKnownTypes.Timestamp.FromDateTimeOffset(before) }, cancellationToken: Stop)).JointInspection;
        var now = (await joint.GetJointInspectionAsync(new() { Area = TwoParties.Area }, cancellationToken: Stop)).JointInspection;

        Assert.Equal(State.Open, Assert.Single(then.Differences).State);
        Assert.Equal(State.AnsweredBySome, Assert.Single(now.Differences).State);
    }

    private Task<TwoParties> StartedAsync()
    {
        if (Store == StoreKind.Postgres)
            Inspectorates.Postgres.PostgresPrograms.SkipIfMissing();
        return TwoParties.StartAsync(Store);
    }
}
