using Grpc.Core;
using Inspectorates.V1;
using DegreeOfControl = Inspectorates.V1.Recommendation.Types.DegreeOfControl;

namespace Inspectorates.Conformance;

// Who can do what is recommended, when it is revised, addressed anew or split.
public abstract partial class InspectorateConformance
{
    [Fact]
    public async Task F1_Whoever_sends_back_what_was_read_with_another_process_has_control_found_anew()
    {
        var forThePolice = Recommended("301");
        forThePolice.Addressee = To("police-force");
        var draft = (await RecordAsync(forThePolice)).Recommendation;
        Assert.Equal((DegreeOfControl.Influences, "local-authority"), (draft.Control, draft.ControllingBodies.Single().Agency.Kind));
        var fact = (await RecordAsync(Fact("X02", ForThePolice, "2024-05-10"))).Recommendation;
        Assert.Equal(DegreeOfControl.NoControl, fact.Control);
        (draft.Process, fact.Process) = ("police-notification", "strategy-discussion");

        var revised = await RevisedAsync(draft, "lead");
        var corrected = await RevisedAsync(fact, "publisher");

        Assert.Equal((DegreeOfControl.Controls, "police-force"), (revised.Control, revised.ControllingBodies.Single().Agency.Kind));
        Assert.DoesNotContain("says so", revised.ControlBasis, StringComparison.Ordinal);
        Assert.Equal((DegreeOfControl.Controls, "local-authority"), (corrected.Control, corrected.ControllingBodies.Single().Agency.Kind));
    }

    [Fact]
    public async Task F1_What_the_inspectorate_says_of_control_stays_when_only_words_are_changed_though_the_day_is_another()
    {
        var recommendation = Recommended("301");
        (recommendation.Control, recommendation.Text) = (DegreeOfControl.Influences, "Said first.");
        recommendation.ControllingBodies.Add(To("icb"));
        var fact = Fact("X02", "police-notification", "2024-05-10");

        var draft = (await RecordAsync(recommendation)).Recommendation;
        var published = (await RecordAsync(fact)).Recommendation;
        (draft.Text, published.Text) = ("Said better.", "Said better.");
        var revised = await RevisedAsync(draft, "lead");

        Assert.Equal((DegreeOfControl.Influences, "icb"), (revised.Control, revised.ControllingBodies.Single().Agency.Kind));
        Assert.StartsWith("The inspectorate says so.", revised.ControlBasis, StringComparison.Ordinal);
        Assert.Equal((DegreeOfControl.Influences, published.ControlBasis), (await RevisedAsync(published, "publisher")) is var again ? (again.Control, again.ControlBasis) : default);
    }

    [Fact]
    public async Task F1_An_addressee_that_only_influences_is_not_the_body_that_decides_and_one_that_controls_is_among_those_that_do()
    {
        var influences = Recommended("301");
        influences.Control = DegreeOfControl.Influences;
        var unrelated = Recommended("301");
        unrelated.ControllingBodies.Add(To("school"));

        (await Refused.ByAsync(RecordAsync(influences))).Is(StatusCode.InvalidArgument, "FIELD_REQUIRED", "recommendation.controlling_bodies");
        (await Refused.ByAsync(RecordAsync(unrelated))).Is(StatusCode.InvalidArgument, "FIELDS_INCONSISTENT", "recommendation.controlling_bodies");
        (influences.Process, influences.Addressee) = ("masa-governance", To("police-force"));
        Assert.Equal(["local-authority", "icb"], (await RecordAsync(influences)).Recommendation.ControllingBodies.Select(body => body.Agency.Kind));
    }

    [Fact]
    public async Task Addressing_anew_names_its_own_fields_and_asks_for_no_words_where_the_source_has_none()
    {
        var fact = Fact("X02", ForThePolice, "2024-05-10");
        fact.Text = "";
        var published = (await RecordAsync(fact)).Recommendation;

        (await Refused.ByAsync(ReaddressingAsync(To("local-authority")))).Is(StatusCode.InvalidArgument, "RECOMMENDATION_BEYOND_CONTROL", "control");
        (await Refused.ByAsync(ReaddressingAsync(null))).Is(StatusCode.InvalidArgument, "FIELD_REQUIRED", "addressee");
        (await Refused.ByAsync(ReaddressingAsync(To("tea-room")))).Is(StatusCode.InvalidArgument, "AGENCY_KIND_UNKNOWN", "addressee.agency.kind");
        var anew = await ReaddressingAsync(To("police-force"));
        Assert.Equal(("", DegreeOfControl.Controls), (anew.Successor.Text, anew.Successor.Control));
        anew.Successor.DueOn = "2027-01-31";
        Assert.Equal("2027-01-31", (await RevisedAsync(anew.Successor, "publisher")).DueOn);

        AsyncUnaryCall<ReaddressRecommendationResponse> ReaddressingAsync(Subject? addressee) => service.Recommendations.ReaddressRecommendationAsync(
            new() { Name = published.Name, Addressee = addressee, Reason = "it is for the police to do", RequestId = Samples.NewId() },
            service.As("publisher"), cancellationToken: Stop);
    }

    [Fact]
    public async Task Words_that_were_there_are_asked_for_when_it_is_revised_or_split()
    {
        var draft = (await RecordAsync(Recommended("301"))).Recommendation;
        var split = new SplitRecommendationRequest
        {
            Name = draft.Name,
            Parts = { new SplitRecommendationRequest.Types.Part { Text = "The authority does.", Addressee = To("local-authority") }, new SplitRecommendationRequest.Types.Part { Addressee = To("local-authority") } },
            Reason = "two things",
            RequestId = Samples.NewId(),
        };
        draft.Text = "";

        (await Refused.ByAsync(() => RevisedAsync(draft, "lead"))).Is(StatusCode.InvalidArgument, "FIELD_REQUIRED", "recommendation.text");
        (await Refused.ByAsync(service.Recommendations.SplitRecommendationAsync(split, service.As("lead"), cancellationToken: Stop)))
            .Is(StatusCode.InvalidArgument, "FIELD_REQUIRED", "parts[1].text");
    }

    private async Task<Recommendation> RevisedAsync(Recommendation revised, string role) => (await service.Recommendations.ReviseRecommendationAsync(
        new() { Recommendation = revised, Reason = "corrected", RequestId = Samples.NewId() }, service.As(role), cancellationToken: Stop)).Recommendation;
}
