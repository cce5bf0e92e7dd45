using AngleSharp.Html.Parser;
using Google.Protobuf;
using Inspectorates.Gateway.Tests.Scripted;
using Inspectorates.Joint.V1;
using Inspectorates.V1;
using static Inspectorates.V1.Recommendation.Types;

namespace Inspectorates.Gateway.Tests.Recommendations;

/// <summary>What is recommended in an area, asked over every way of asking.</summary>
public sealed class RecommendationsTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task F1_Recommendations_are_under_the_body_that_can_act_and_those_beyond_control_are_counted_per_addressee()
    {
        await using var gateway = await RecommendingAsync();

        var (_, json) = await gateway.JsonAsync("/api/v1/areas/926/joint-view?asOf=2026-06-15");
        var view = (await gateway.Joint.GetJointInspectionAsync(new() { Area = "926", AsOf = "2026-06-15" }, cancellationToken: Stop)).JointInspection.Recommendations;
        using var page = new HtmlParser().ParseDocument(await gateway.Http.GetStringAsync("/areas/926?asOf=2026-06-15", Stop));

        Assert.Equal(["Norfolk", "Norfolk Constabulary", "Nobody has said who can act"], view.Bodies.Select(body => body.Label));
        Assert.Equal(["alpha-beyond", "alpha-influences"], Ids(view, "Norfolk Constabulary"));
        Assert.Equal(["alpha-controls"], Ids(view, "Norfolk"));
        Assert.Equal(["alpha-unknown"], Ids(view, "Nobody has said who can act"));
        var council = Assert.Single(view.Addressees);
        Assert.Equal((4, 1, 1, 1, 1, 0), (council.Total, council.Controls, council.Influences, council.BeyondControl, council.NotAssessed, council.AddressedAnew));
        Assert.Equal("Norfolk: 4 recommendations; 1 is for it to do, 1 depends on others who decide, 1 is beyond its control and of 1 nobody has said who controls it.", council.Sentence);
        var beyond = One(view, "alpha-beyond");
        Assert.Equal("Addressed to Norfolk, who has no control of it: Norfolk Constabulary can act on it.", beyond.Sentences[0]);

        Assert.Equal(view, JsonParser.Default.Parse<JointRecommendations>(json.GetProperty("recommendations").GetRawText()));
        Assert.Equal(
            view.Bodies.SelectMany(body => body.Recommendations).Select(one => one.Recommendation.Name),
            page.QuerySelectorAll("[data-recommendation]").Select(row => row.GetAttribute("data-recommendation")!));
        Assert.Equal(view.Bodies.Select(body => body.Label), page.QuerySelectorAll("[data-acting-body]").Select(part => part.GetAttribute("data-acting-body")!));
        Assert.Equal("1", page.QuerySelector("[data-addressee=Norfolk]")!.GetAttribute("data-beyond-control"));
        Assert.Contains(beyond.Sentences[0], page.QuerySelector($"[data-recommendation='{beyond.Recommendation.Name}']")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task F12_Days_overdue_and_days_to_be_decided_are_counted_to_the_day_of_the_view()
    {
        await using var gateway = await RecommendingAsync();

        var view = (await gateway.Joint.GetJointInspectionAsync(new() { Area = "926", AsOf = "2026-06-15" }, cancellationToken: Stop)).JointInspection.Recommendations;

        var (late, undecided) = (One(view, "alpha-controls"), One(view, "alpha-unknown"));
        Assert.Equal((14, -1), (late.DaysOverdue, late.DaysUndecided));
        Assert.Contains("It was to be done by 1 June 2026, 14 days before the day of this view.", late.Sentences);
        Assert.Equal((0, 31), (undecided.DaysOverdue, undecided.DaysUndecided));
        Assert.Contains("By when is still to be decided, for 31 days now.", undecided.Sentences);
    }

    [Fact]
    public async Task What_was_addressed_anew_is_under_its_new_body_and_says_whom_it_was_addressed_to_before()
    {
        await using var gateway = await RecommendingAsync();
        var list = gateway["alpha"].Recommendations!;
        var old = list.Single(one => one.Name.EndsWith("beyond", StringComparison.Ordinal));
        var anew = Recommended("anew", To("police-force"), DegreeOfControl.Controls);
        (old.State, old.StateReason) = (State.Replaced, "it is for the police to do");
        anew.Predecessors.Add(old.Name);
        list.Add(anew);

        var view = (await gateway.Joint.GetJointInspectionAsync(new() { Area = "926", AsOf = "2026-06-15" }, cancellationToken: Stop)).JointInspection.Recommendations;

        Assert.Equal(["alpha-anew", "alpha-influences"], Ids(view, "Norfolk Constabulary"));
        Assert.Contains("It was first addressed to Norfolk, and changed because: it is for the police to do", One(view, "alpha-anew").Sentences);
        Assert.Equal([(3, 0, 1), (1, 0, 0)], view.Addressees.Select(count => (count.Total, count.BeyondControl, count.AddressedAnew)));
    }

    [Fact]
    public async Task What_was_addressed_anew_twice_says_both_the_first_body_first()
    {
        await using var gateway = await RecommendingAsync();
        var list = gateway["alpha"].Recommendations!;
        Recommendation[] chain = [Recommended("one", To("local-authority"), DegreeOfControl.NoControl), Recommended("two", To("icb"), DegreeOfControl.NoControl), Recommended("three", To("police-force"), DegreeOfControl.Controls)];
        foreach (var (before, after) in chain.Zip(chain.Skip(1)))
        {
            (before.State, before.StateReason) = (State.Replaced, "it is for another to do");
            after.Predecessors.Add(before.Name);
        }

        // A circle, which no service makes, ends nothing.
        chain[0].Predecessors.Add(chain[2].Name);
        list.AddRange(chain);

        var view = (await gateway.Joint.GetJointInspectionAsync(new() { Area = "926", AsOf = "2026-06-15" }, cancellationToken: Stop)).JointInspection.Recommendations;

        Assert.Equal(
            ["It was first addressed to Norfolk,", "It was then addressed to"],
            One(view, "alpha-three").Sentences.Where(sentence => sentence.StartsWith("It was ", StringComparison.Ordinal) && sentence.Contains("because", StringComparison.Ordinal))
                .Select((sentence, place) => place == 0 ? sentence[..34] : sentence[..24]));
    }

    [Fact]
    public async Task The_summary_counts_apart_what_nobody_has_said_who_can_act_on_and_says_who_did_not_answer()
    {
        await using var gateway = await RecommendingAsync();
        async Task<string> SummaryAsync() => (await gateway.Joint.GetJointInspectionAsync(new() { Area = "926" }, cancellationToken: Stop)).JointInspection.Recommendations.Summary;

        Assert.StartsWith("4 recommendations: 3 under the body that can act; of 1 nobody has said who that is.", await SummaryAsync(), StringComparison.Ordinal);
        gateway["alpha"].Recommendations!.RemoveRange(1, 3);
        Assert.Equal("1 recommendation, under the body that can act on it.", await SummaryAsync());
        gateway["beta"].Behaviour = Behaviour.SaysUnavailable;
        Assert.Equal("1 recommendation, under the body that can act on it. Not everybody answered: there may be more.", await SummaryAsync());
    }

    [Fact]
    public async Task A_list_that_cannot_be_read_costs_no_verdicts_and_never_reads_as_none()
    {
        await using var gateway = await RecommendingAsync();
        gateway["beta"].FailsOnRecommendations = true;

        var answer = (await gateway.Joint.GetJointInspectionAsync(new() { Area = "926" }, cancellationToken: Stop)).JointInspection;

        Assert.True(answer.Complete);
        Assert.Equal(["beta"], answer.Recommendations.NotKnown);
        Assert.Empty(answer.Recommendations.NotKept);
        Assert.Contains("What Inspectorate BETA recommends could not be read: there may be more.", answer.Recommendations.Summary, StringComparison.Ordinal);
        gateway["beta"].FailsOnRecommendations = false;
        gateway["beta"].Recommendations = null;
        Assert.Equal(["beta"], (await gateway.Joint.GetJointInspectionAsync(new() { Area = "926" }, cancellationToken: Stop)).JointInspection.Recommendations.NotKept);
        var another = Recommended("other", To("local-authority"), DegreeOfControl.Controls);
        gateway["beta"].Recommendations = [another];
        Assert.Equal(["beta"], (await gateway.Joint.GetJointInspectionAsync(new() { Area = "926" }, cancellationToken: Stop)).JointInspection.Recommendations.NotKnown);
    }

    [Theory]
    [InlineData("2018-06-28", "local authority children's services (Children Act 2004 s13(1), s14(1); not verified)")]
    [InlineData("2018-06-29", "integrated care board (Children Act 2004 s16E(1), s16G(2); not verified)")]
    public async Task F14_Who_is_responsible_for_a_process_is_told_for_the_day_with_the_law(string day, string words)
    {
        await using var gateway = await RecommendingAsync();

        var (status, json) = await gateway.JsonAsync($"/api/v1/responsibilities?process=masa-governance&day={day}");
        var answer = await gateway.Joint.ListResponsibilitiesAsync(new() { Process = "masa-governance", Day = day }, cancellationToken: Stop);
        using var page = new HtmlParser().ParseDocument(await gateway.Http.GetStringAsync("/areas/926", Stop));

        Assert.Equal(200, status);
        Assert.Equal(answer, JsonParser.Default.Parse<ListResponsibilitiesResponse>(json.GetRawText()));
        Assert.Contains(words, Assert.Single(answer.Processes).Sentence, StringComparison.Ordinal);
        Assert.Contains(
            "The duty in law is with local authority children's services (Children Act 1989 s47(1); not verified).",
            (await gateway.Joint.GetJointInspectionAsync(new() { Area = "926" }, cancellationToken: Stop)).JointInspection.Processes.Single(one => one.Process == "s47-enquiry").Responsible,
            StringComparison.Ordinal);
        Assert.NotEmpty(page.QuerySelectorAll("[data-responsible]"));
        Assert.Equal(44, (await gateway.Joint.ListResponsibilitiesAsync(new(), cancellationToken: Stop)).Processes.Count);
        Assert.Equal(400, (await gateway.JsonAsync("/api/v1/responsibilities?process=tea-making")).Status);
        Assert.Equal(400, (await gateway.JsonAsync("/api/v1/responsibilities?day=soon")).Status);
    }

    private static async Task<RunningGateway> RecommendingAsync()
    {
        var gateway = await RunningGateway.StartAsync(["alpha", "beta"]);
        FourInspectorates.Fill(gateway.Inspectorates);
        var (overdue, undecided) = (
            Recommended("controls", To("local-authority"), DegreeOfControl.Controls), Recommended("unknown", To("local-authority"), DegreeOfControl.NotAssessed));
        overdue.DueOn = "2026-06-01";
        (undecided.DueOn, undecided.DueToBeDecided, undecided.ToBeDecidedOn) = ("", true, "2026-05-15");
        gateway["alpha"].Recommendations =
        [
            overdue, undecided, Recommended("influences", To("local-authority"), DegreeOfControl.Influences, To("police-force")),
            Recommended("beyond", To("local-authority"), DegreeOfControl.NoControl, To("police-force")),
        ];
        gateway["beta"].Recommendations = [];
        return gateway;
    }

    private static Recommendation Recommended(string id, Subject addressee, DegreeOfControl control, params Subject[] bodies) => new()
    {
        Name = $"inspectorates/alpha/recommendations/{id}",
        Inspectorate = "alpha",
        Text = $"What to do about {id}.",
        Process = "strategy-discussion",
        Footprint = new Footprint { Areas = { "926" } },
        Addressee = addressee,
        Control = control,
        ControllingBodies = { bodies },
        ControlBasis = "Because.",
        DueOn = "2026-12-01",
        State = State.Published,
        PublishedOn = "2026-03-01",
        Revision = 1,
    };

    private static Subject To(string kind) => new() { Kind = Subject.Types.Kind.Agency, Agency = new() { Kind = kind } };

    private static IEnumerable<string> Ids(JointRecommendations view, string body) =>
        view.Bodies.Single(one => one.Label == body).Recommendations.Select(one => "alpha-" + one.Recommendation.Name.Split('/')[^1]);

    private static JointRecommendation One(JointRecommendations view, string id) =>
        view.Bodies.SelectMany(body => body.Recommendations).First(one => "alpha-" + one.Recommendation.Name.Split('/')[^1] == id);
}
