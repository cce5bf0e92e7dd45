using Grpc.Core;
using Inspectorates.V1;
using DegreeOfControl = Inspectorates.V1.Recommendation.Types.DegreeOfControl;
using State = Inspectorates.V1.Recommendation.Types.State;

namespace Inspectorates.Conformance;

public abstract partial class InspectorateConformance
{
    private const string ForThePolice = "operation-encompass";

    public static TheoryData<string, string, string> FaultyRecommendations => new()
    {
        { "no text", "FIELD_REQUIRED", "recommendation.text" },
        { "long text", "FIELD_OUT_OF_RANGE", "recommendation.text" },
        { "telephone", "TEXT_IDENTIFIES", "recommendation.text" },
        { "no process", "FIELD_REQUIRED", "recommendation.process" },
        { "unknown process", "PROCESS_UNKNOWN", "recommendation.process" },
        { "no area", "FIELD_REQUIRED", "recommendation.footprint.areas" },
        { "district", "AREA_CODE_IS_DISTRICT", "recommendation.footprint.areas[0]" },
        { "no addressee", "FIELD_REQUIRED", "recommendation.addressee" },
        { "unknown kind", "AGENCY_KIND_UNKNOWN", "recommendation.addressee.agency.kind" },
        { "unknown control", "FIELD_OUT_OF_RANGE", "recommendation.control" },
        { "no control", "RECOMMENDATION_BEYOND_CONTROL", "recommendation.control" },
        { "another's verdict", "FIELD_MALFORMED", "recommendation.verdicts[0]" },
        { "verdict nobody has", "FIELD_MALFORMED", "recommendation.verdicts[0]" },
        { "inspection nobody has", "INSPECTION_UNKNOWN", "recommendation.inspection" },
        { "no day", "FIELD_REQUIRED", "recommendation.due_on" },
        { "day and to be decided", "FIELDS_INCONSISTENT", "recommendation.due_on" },
        { "day malformed", "FIELD_MALFORMED", "recommendation.due_on" },
        { "day past", "FIELD_OUT_OF_RANGE", "recommendation.due_on" },
        { "published without a source", "FIELDS_INCONSISTENT", "recommendation.source" },
        { "withdrawn", "FIELDS_INCONSISTENT", "recommendation.state" },
        { "name", "FIELD_OUTPUT_ONLY", "recommendation.name" },
        { "successors", "FIELD_OUTPUT_ONLY", "recommendation.successors" },
        { "published on", "FIELD_OUTPUT_ONLY", "recommendation.published_on" },
    };

    [Theory]
    [MemberData(nameof(FaultyRecommendations))]
    public async Task A_faulty_recommendation_is_refused_with_its_reason_and_field(string fault, string reason, string field)
    {
        var recommendation = Recommended("301");
        Spoil(recommendation, fault);

        (await Refused.ByAsync(RecordAsync(recommendation))).Is(StatusCode.InvalidArgument, reason, field);
    }

    [Fact]
    public async Task F1_A_recommendation_to_a_body_without_control_is_refused_and_names_who_has_it()
    {
        var recommendation = Recommended("301", ForThePolice);

        var refused = await Refused.ByAsync(RecordAsync(recommendation));

        refused.Is(StatusCode.InvalidArgument, "RECOMMENDATION_BEYOND_CONTROL", "recommendation.control");
        Assert.Contains("The body that has: police force.", refused.Message, StringComparison.Ordinal);
        recommendation.Addressee = To("police-force");
        var recorded = (await RecordAsync(recommendation)).Recommendation;
        Assert.Equal(DegreeOfControl.Controls, recorded.Control);
        Assert.Equal([To("police-force")], recorded.ControllingBodies);
    }

    [Fact]
    public async Task F1_Whoever_takes_part_and_does_not_decide_influences_and_the_body_that_decides_is_named()
    {
        var recorded = (await RecordAsync(Recommended("301", "police-notification"))).Recommendation;

        Assert.Equal(DegreeOfControl.Influences, recorded.Control);
        Assert.Equal([To("police-force")], recorded.ControllingBodies);
        Assert.Contains("police force leads", recorded.ControlBasis, StringComparison.Ordinal);
        var claimed = Recommended("301", "police-notification");
        claimed.Control = DegreeOfControl.Controls;
        (await Refused.ByAsync(RecordAsync(claimed))).Is(StatusCode.InvalidArgument, "FIELDS_INCONSISTENT", "recommendation.control");
    }

    [Theory]
    [InlineData("2018-06-28", "police-force", DegreeOfControl.Influences, "Children Act 2004 s13(1)")]
    [InlineData("2018-06-29", "police-force", DegreeOfControl.Controls, "Children Act 2004 s16E(1)")]
    [InlineData("2018-06-28", "local-authority", DegreeOfControl.Controls, "Children Act 2004 s13(1)")]
    [InlineData("2005-01-01", "local-authority", DegreeOfControl.NotAssessed, "not in the table of responsibilities")]
    public async Task F14_Who_has_the_duty_follows_from_the_law_of_the_day(string day, string kind, DegreeOfControl control, string basis)
    {
        var published = Fact(service.NewArea(), "masa-governance", day);
        published.Addressee = To(kind);

        var recorded = (await RecordAsync(published)).Recommendation;

        Assert.Equal((control, day, State.Published), (recorded.Control, recorded.ControlOn, recorded.State));
        Assert.Contains(basis, recorded.ControlBasis, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_published_recommendation_beyond_control_is_kept_as_it_was_published_and_then_addressed_to_who_can_act()
    {
        var area = service.NewArea();
        var published = (await RecordAsync(Fact(area, ForThePolice, "2024-05-10"))).Recommendation;
        Assert.Equal((DegreeOfControl.NoControl, "police-force"), (published.Control, published.ControllingBodies.Single().Agency.Kind));

        var anew = await service.Recommendations.ReaddressRecommendationAsync(
            new() { Name = published.Name, Addressee = To("police-force"), Reason = "it is for the police to do", RequestId = Samples.NewId() },
            service.As("publisher"), cancellationToken: Stop);

        Assert.Equal((State.Replaced, "it is for the police to do"), (anew.Recommendation.State, anew.Recommendation.StateReason));
        Assert.Equal([anew.Successor.Name], anew.Recommendation.Successors);
        Assert.Equal([published.Name], anew.Successor.Predecessors);
        Assert.Equal((State.Published, DegreeOfControl.Controls), (anew.Successor.State, anew.Successor.Control));
        Assert.Equal([State.Published, State.Replaced], await StatesAsync(published.Name, area));
        Assert.Equal(anew.Successor, (await service.Recommendations.GetRecommendationAsync(new() { Name = anew.Successor.Name }, cancellationToken: Stop)).Recommendation);
    }

    [Fact]
    public async Task Splitting_keeps_what_was_and_refuses_a_part_without_control()
    {
        var draft = (await RecordAsync(Recommended("301", "police-notification"))).Recommendation;
        var split = new SplitRecommendationRequest
        {
            Name = draft.Name,
            Parts = { new SplitRecommendationRequest.Types.Part { Text = "The police send it within a day.", Addressee = To("police-force") }, new SplitRecommendationRequest.Types.Part { Text = "The school acts on it.", Addressee = To("school") } },
            Reason = "two bodies",
            Etag = draft.Etag,
            RequestId = Samples.NewId(),
        };

        var refused = await Refused.ByAsync(service.Recommendations.SplitRecommendationAsync(split, service.As("lead"), cancellationToken: Stop));
        split.Parts[1].Addressee = To("local-authority");
        split.RequestId = Samples.NewId();
        var parts = await service.Recommendations.SplitRecommendationAsync(split, service.As("lead"), cancellationToken: Stop);

        refused.Is(StatusCode.InvalidArgument, "RECOMMENDATION_BEYOND_CONTROL", "parts[1].control");
        Assert.Equal([DegreeOfControl.Controls, DegreeOfControl.Influences], parts.Successors.Select(part => part.Control));
        Assert.Equal(parts.Successors.Select(part => part.Name), parts.Recommendation.Successors);
        Assert.All(parts.Successors, part => Assert.Equal([draft.Name], part.Predecessors));
        Assert.Equal(parts, await service.Recommendations.SplitRecommendationAsync(split, service.As("lead"), cancellationToken: Stop));
        (await Refused.ByAsync(service.Recommendations.PublishRecommendationAsync(
            new() { Name = draft.Name, RequestId = Samples.NewId() }, service.As("publisher"), cancellationToken: Stop))).Is(StatusCode.FailedPrecondition, "STATE_FORBIDS");
    }

    [Fact]
    public async Task A_draft_is_seen_by_staff_only_and_a_published_one_by_everybody_with_the_publics_own_numbers()
    {
        var area = service.NewArea();
        var draft = (await RecordAsync(Recommended(area))).Recommendation;
        draft.Text = "Write it down the same day.";
        var revised = (await service.Recommendations.ReviseRecommendationAsync(
            new() { Recommendation = draft, Reason = "clearer", Etag = draft.Etag, RequestId = Samples.NewId() }, service.As("lead"), cancellationToken: Stop)).Recommendation;
        Assert.Equal((2, "clearer"), (revised.Revision, revised.RevisionReason));
        (await Refused.ByAsync(service.Recommendations.GetRecommendationAsync(new() { Name = draft.Name }, cancellationToken: Stop))).Is(StatusCode.NotFound, "RECOMMENDATION_NOT_FOUND", "name");
        Assert.Empty((await service.Recommendations.ListRecommendationsAsync(new() { Area = area }, cancellationToken: Stop)).Recommendations);
        var cursor = await LastCursorAsync();

        var published = (await service.Recommendations.PublishRecommendationAsync(
            new() { Name = draft.Name, Etag = revised.Etag, RequestId = Samples.NewId() }, service.As("publisher"), cancellationToken: Stop)).Recommendation;

        var seen = Assert.Single((await service.Recommendations.ListRecommendationsAsync(new() { Area = area }, cancellationToken: Stop)).Recommendations);
        Assert.Equal((3, 1, State.Published, "2026-06-15"), (published.Revision, seen.Revision, seen.State, seen.PublishedOn));
        Assert.Equal(seen, Assert.Single((await service.Changes.ListChangesAsync(new() { Cursor = cursor }, cancellationToken: Stop)).Changes).Recommendation);
        foreach (var others in new ListRecommendationsRequest[]
            { new() { Area = area, Process = "lado" }, new() { Area = area, AddresseeKind = "school" }, new() { Area = area, AddresseeKind = "partnership" }, new() { Area = area, AsOf = "2026-06-14" } })
            Assert.Empty((await service.Recommendations.ListRecommendationsAsync(others, cancellationToken: Stop)).Recommendations);
        Assert.Single((await service.Recommendations.ListRecommendationsAsync(
            new() { Area = area, Process = Process, AddresseeKind = "local-authority", AsOf = "2026-06-15" }, cancellationToken: Stop)).Recommendations);
        (await Refused.ByAsync(service.Recommendations.ReviseRecommendationAsync(
            new() { Recommendation = draft, Reason = "r", Etag = draft.Etag, RequestId = Samples.NewId() }, service.As("publisher"), cancellationToken: Stop))).Is(StatusCode.Aborted, "ETAG_MISMATCH", "etag");
        await service.Recommendations.WithdrawRecommendationAsync(new() { Name = draft.Name, Reason = "in error", RequestId = Samples.NewId() }, service.As("publisher"), cancellationToken: Stop);
        Assert.Equal([State.Published, State.Withdrawn], await StatesAsync(draft.Name, area));
    }

    [Fact]
    public async Task Nobody_publishes_a_recommendation_of_their_own_nor_one_that_arises_from_what_is_not_public()
    {
        var verdict = await RecordAsync(Samples.Verdict("301"));
        var recommendation = Recommended("301");
        recommendation.Verdicts.Add(verdict.Name);
        var author = service.AsOne("one person", "publisher");
        var draft = (await service.Recommendations.RecordRecommendationAsync(
            new() { Recommendation = recommendation, RequestId = Samples.NewId() }, author, cancellationToken: Stop)).Recommendation;

        (await Refused.ByAsync(service.Recommendations.PublishRecommendationAsync(
            new() { Name = draft.Name, RequestId = Samples.NewId() }, author, cancellationToken: Stop))).Is(StatusCode.PermissionDenied, "AUTHOR_FORBIDS");
        (await Refused.ByAsync(service.Recommendations.PublishRecommendationAsync(
            new() { Name = draft.Name, RequestId = Samples.NewId() }, service.As("publisher"), cancellationToken: Stop)))
            .Is(StatusCode.FailedPrecondition, "VERDICT_NOT_PUBLIC", "recommendation.verdicts[0]");
    }

    [Fact]
    public async Task F1_An_inspectorates_own_recommendation_does_not_get_past_the_refusal_by_being_revised()
    {
        var draft = (await RecordAsync(Recommended("301", "police-notification"))).Recommendation;
        draft.Process = ForThePolice;

        var beyond = await Refused.ByAsync(RevisingAsync(draft));
        draft.Source = Samples.Source("report", "2024-05-10");
        var sourced = await Refused.ByAsync(RevisingAsync(draft));

        beyond.Is(StatusCode.InvalidArgument, "RECOMMENDATION_BEYOND_CONTROL", "recommendation.control");
        sourced.Is(StatusCode.InvalidArgument, "FIELDS_INCONSISTENT", "recommendation.source");

        AsyncUnaryCall<ReviseRecommendationResponse> RevisingAsync(Recommendation revised) => service.Recommendations.ReviseRecommendationAsync(
            new() { Recommendation = revised, Reason = "r", RequestId = Samples.NewId() }, service.As("lead"), cancellationToken: Stop);
    }

    [Fact]
    public async Task What_was_published_long_ago_keeps_the_law_of_its_day_when_revised_and_is_addressed_anew_though_overdue()
    {
        var fact = Fact(service.NewArea(), "masa-governance", "2018-06-28");
        (fact.Addressee, fact.DueOn) = (To("police-force"), "2018-12-31");
        var published = (await RecordAsync(fact)).Recommendation;
        published.Text = "Said more clearly.";

        var revised = (await service.Recommendations.ReviseRecommendationAsync(
            new() { Recommendation = published, Reason = "clearer", RequestId = Samples.NewId() }, service.As("publisher"), cancellationToken: Stop)).Recommendation;
        var anew = (await service.Recommendations.ReaddressRecommendationAsync(
            new() { Name = published.Name, Addressee = To("local-authority"), Reason = "it has the duty", RequestId = Samples.NewId() },
            service.As("publisher"), cancellationToken: Stop)).Successor;

        Assert.Equal((DegreeOfControl.Influences, "2018-06-28"), (revised.Control, revised.ControlOn));
        Assert.Equal((DegreeOfControl.Controls, "2018-12-31"), (anew.Control, anew.DueOn));
    }

    [Fact]
    public async Task F12_A_day_that_is_to_be_decided_counts_from_the_day_it_was_declared_whatever_is_revised()
    {
        var recommendation = Recommended("301");
        (recommendation.DueOn, recommendation.DueToBeDecided) = ("", true);

        var draft = (await RecordAsync(recommendation)).Recommendation;

        Assert.Equal(("2026-06-15", ""), (draft.ToBeDecidedOn, draft.DueOn));
        (draft.DueOn, draft.DueToBeDecided) = ("2026-12-01", false);
        var decided = (await service.Recommendations.ReviseRecommendationAsync(
            new() { Recommendation = draft, Reason = "a day was set", RequestId = Samples.NewId() }, service.As("lead"), cancellationToken: Stop)).Recommendation;
        Assert.Equal(("", "2026-12-01"), (decided.ToBeDecidedOn, decided.DueOn));
    }

    private static string Process => "strategy-discussion";

    private static Subject To(string kind) => new() { Kind = Subject.Types.Kind.Agency, Agency = new() { Kind = kind } };

    private static Recommendation Recommended(string area, string process = "strategy-discussion") => new()
    {
        Text = "See that minutes reach everybody who was there within one day.",
        Process = process,
        Footprint = new Footprint { Areas = { area } },
        Addressee = To("local-authority"),
        DueOn = "2026-09-30",
    };

    private static Recommendation Fact(string area, string process, string day)
    {
        var fact = Recommended(area, process);
        (fact.State, fact.PublishedOn, fact.Source) = (State.Published, day, Samples.Source("report", day));
        return fact;
    }

    private AsyncUnaryCall<RecordRecommendationResponse> RecordAsync(Recommendation recommendation) => service.Recommendations.RecordRecommendationAsync(
        new RecordRecommendationRequest { Recommendation = recommendation, RequestId = Samples.NewId() }, service.As("inspector"), cancellationToken: Stop);

    private async Task<IEnumerable<State>> StatesAsync(string name, string area) =>
        (await service.Recommendations.ListRecommendationsAsync(new() { Area = area, AllRevisions = true }, cancellationToken: Stop))
            .Recommendations.Where(one => one.Name == name).Select(one => one.State);

    private void Spoil(Recommendation recommendation, string fault)
    {
        switch (fault)
        {
            case "no text": recommendation.Text = ""; break;
            case "long text": recommendation.Text = new string('x', 1001); break;
            case "telephone": recommendation.Text = "call 020 7946 0958"; break;
            case "no process": recommendation.Process = ""; break;
            case "unknown process": recommendation.Process = "tea-making"; break;
            case "no area": recommendation.Footprint = null; break;
            case "district": recommendation.Footprint = new Footprint { Areas = { "E07000148" } }; break;
            case "no addressee": recommendation.Addressee = null; break;
            case "unknown kind": recommendation.Addressee = To("tea-room"); break;
            case "unknown control": recommendation.Control = (DegreeOfControl)77; break;
            case "no control": recommendation.Control = DegreeOfControl.NoControl; break;
            case "another's verdict": recommendation.Verdicts.Add("inspectorates/nobody/verdicts/1"); break;
            case "verdict nobody has": recommendation.Verdicts.Add($"inspectorates/{service.Description.Code}/verdicts/1"); break;
            case "inspection nobody has": recommendation.Inspection = "inspectorates/nobody/inspections/1"; break;
            case "no day": recommendation.DueOn = ""; break;
            case "day and to be decided": recommendation.DueToBeDecided = true; break;
            case "day malformed": recommendation.DueOn = "soon"; break;
            case "day past": recommendation.DueOn = "2026-01-05"; break;
            case "published without a source": recommendation.State = State.Published; break;
            case "withdrawn": recommendation.State = State.Withdrawn; break;
            case "name": recommendation.Name = "x"; break;
            case "successors": recommendation.Successors.Add("x"); break;
            case "published on": recommendation.PublishedOn = "2026-01-05"; break;
            default: throw new ArgumentException(fault);
        }
    }
}
