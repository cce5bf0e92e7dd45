using Grpc.Core;
using Inspectorates.V1;

namespace Inspectorates.Conformance;

public abstract partial class InspectorateConformance
{
    private const string Said = "We do not agree.\n  The audit of May says otherwise.";

    [Fact]
    public void F19_No_method_of_the_inspectorate_changes_or_withholds_the_words_of_a_reply() => Assert.Equal(
        ["AnswerAccuracyExchange", "GetReply", "ListAccuracyExchanges", "ListReplies", "RecordAccuracyExchange", "RecordReply"],
        ReplyService.Descriptor.Methods.Select(method => method.Name).Order());

    [Fact]
    public async Task F19_A_reply_is_held_until_the_report_is_public_and_then_opens_with_it_word_for_word()
    {
        var inspection = await InspectedAsync("2026-05-04");
        var reply = (await RecordAsync(Replying(inspection))).Reply;
        var exchange = (await service.Replies.RecordAccuracyExchangeAsync(
            new() { Exchange = Checking(inspection), RequestId = Samples.NewId() }, service.As("lead"), cancellationToken: Stop)).Exchange;
        var answered = (await service.Replies.AnswerAccuracyExchangeAsync(
            new() { Name = exchange.Name, AnsweredOn = "2026-06-10", PointsRaised = 9, PointsAccepted = 7, Etag = exchange.Etag, RequestId = Samples.NewId() },
            service.As("lead"), cancellationToken: Stop)).Exchange;
        Assert.Equal((Reply.Types.State.Held, AccuracyExchange.Types.State.Sent, AccuracyExchange.Types.State.Answered), (reply.State, exchange.State, answered.State));
        (await Refused.ByAsync(service.Replies.GetReplyAsync(new() { Name = reply.Name }, cancellationToken: Stop))).Is(StatusCode.NotFound, "REPLY_NOT_FOUND", "name");
        Assert.Empty((await service.Replies.ListAccuracyExchangesAsync(new() { Inspection = inspection }, cancellationToken: Stop)).Exchanges);
        var cursor = await LastCursorAsync();

        await PublishInspectionAsync(inspection);

        var seen = Assert.Single((await service.Replies.ListRepliesAsync(new() { Inspection = inspection }, cancellationToken: Stop)).Replies);
        Assert.Equal((reply.Name, Said, Reply.Types.State.Published, "2026-06-15", 1), (seen.Name, seen.Text, seen.State, seen.PublishedOn, seen.Revision));
        var shown = Assert.Single((await service.Replies.ListAccuracyExchangesAsync(new() { Inspection = inspection }, cancellationToken: Stop)).Exchanges);
        Assert.Equal(("2026-06-01", "2026-06-10", 9, 7), (shown.SentOn, shown.AnsweredOn, shown.PointsRaised, shown.PointsAccepted));
        Assert.Equal(
            [Change.RecordOneofCase.Inspection, Change.RecordOneofCase.Reply, Change.RecordOneofCase.Accuracy],
            (await service.Changes.ListChangesAsync(new() { Cursor = cursor }, cancellationToken: Stop)).Changes.Select(change => change.RecordCase));
        (await Refused.ByAsync(service.Replies.AnswerAccuracyExchangeAsync(
            new() { Name = exchange.Name, AnsweredOn = "2026-06-11", RequestId = Samples.NewId() }, service.As("lead"), cancellationToken: Stop)))
            .Is(StatusCode.FailedPrecondition, "STATE_FORBIDS");
    }

    [Fact]
    public async Task F19_A_reply_to_a_verdict_waits_for_the_verdict_too_and_is_found_beside_it()
    {
        var inspection = await InspectedAsync("2026-05-11");
        var verdict = Samples.Verdict((await service.Inspections.GetInspectionAsync(new() { Name = inspection }, service.As("lead"), cancellationToken: Stop)).Inspection.Footprint.Areas[0]);
        verdict.Inspection = inspection;
        var draft = await RecordAsync(verdict);
        var replying = Replying(inspection);
        replying.Verdicts.Add(draft.Name);
        await RecordAsync(replying);

        await PublishInspectionAsync(inspection);
        Assert.Empty((await service.Replies.ListRepliesAsync(new() { Inspection = inspection }, cancellationToken: Stop)).Replies);
        var steps = new WorkflowOf(service);
        foreach (var step in new[] { "submit", "approve", "publish" })
            await steps.TakeAsync(step, draft.Name);

        Assert.Equal(Said, Assert.Single((await service.Replies.ListRepliesAsync(new() { Verdict = draft.Name }, cancellationToken: Stop)).Replies).Text);
    }

    [Theory]
    [InlineData("2026-05-15", true)]
    [InlineData("2026-05-14", false)]
    public async Task F19_A_reply_is_taken_up_to_a_set_number_of_working_days_after_the_report(string published, bool isTaken)
    {
        // Twenty working days, with the bank holiday of 25 May, from Friday 15 May are Monday 15 June 2026.
        var area = service.NewArea();
        await ImportAsync(Samples.Record(area, published, Samples.Best, Samples.Source("edition", "2026-05-31")));
        var inspection = (await service.Inspections.ListInspectionsAsync(new() { Area = area }, cancellationToken: Stop)).Inspections.Single().Name;

        if (isTaken)
            Assert.Equal(Reply.Types.State.Published, (await RecordAsync(Replying(inspection))).Reply.State);
        else
            (await Refused.ByAsync(RecordAsync(Replying(inspection)))).Is(StatusCode.FailedPrecondition, "REPLY_LATE", "reply.inspection");
    }

    [Theory]
    [InlineData("no text", "FIELD_REQUIRED", "reply.text")]
    [InlineData("long text", "FIELD_OUT_OF_RANGE", "reply.text")]
    [InlineData("telephone", "TEXT_IDENTIFIES", "reply.text")]
    [InlineData("no body", "FIELD_REQUIRED", "reply.inspected_body")]
    [InlineData("no inspection", "FIELD_REQUIRED", "reply.inspection")]
    [InlineData("inspection nobody has", "INSPECTION_UNKNOWN", "reply.inspection")]
    [InlineData("received tomorrow", "FIELD_OUT_OF_RANGE", "reply.received_on")]
    [InlineData("state", "FIELD_OUTPUT_ONLY", "reply.state")]
    public async Task A_faulty_reply_is_refused_with_its_reason_and_field_and_never_altered(string fault, string reason, string field)
    {
        var reply = Replying("inspectorates/nobody/inspections/1");
        switch (fault)
        {
            case "no text": reply.Text = ""; break;
            case "long text": reply.Text = new string('x', 4001); break;
            case "telephone": reply.Text = "call 020 7946 0958"; break;
            case "no body": reply.InspectedBody = null; break;
            case "no inspection": reply.Inspection = ""; break;
            case "received tomorrow": reply.ReceivedOn = "2026-06-16"; break;
            case "state": reply.State = Reply.Types.State.Published; break;
        }

        (await Refused.ByAsync(RecordAsync(reply))).Is(StatusCode.InvalidArgument, reason, field);
    }

    [Theory]
    [InlineData(3, 4, "2026-06-10", "FIELD_OUT_OF_RANGE", "exchange.points_accepted")]
    [InlineData(-1, 0, "2026-06-10", "FIELD_OUT_OF_RANGE", "exchange.points_raised")]
    [InlineData(3, 1, "", "FIELDS_INCONSISTENT", "exchange.points_raised")]
    [InlineData(3, 1, "2026-05-31", "FIELDS_INCONSISTENT", "exchange.answered_on")]
    public async Task A_faulty_accuracy_exchange_is_refused(int raised, int accepted, string answered, string reason, string field)
    {
        var exchange = Checking("inspectorates/nobody/inspections/1");
        (exchange.PointsRaised, exchange.PointsAccepted, exchange.AnsweredOn) = (raised, accepted, answered);

        var refused = await Refused.ByAsync(service.Replies.RecordAccuracyExchangeAsync(
            new() { Exchange = exchange, RequestId = Samples.NewId() }, service.As("lead"), cancellationToken: Stop));

        Assert.Equal((StatusCode.InvalidArgument, reason, field), (refused.Code, refused.Reason, refused.Fields[0]));
    }

    private static Reply Replying(string inspection) =>
        new() { Inspection = inspection, InspectedBody = To("local-authority"), Text = Said, ReceivedOn = "2026-06-12" };

    private static AccuracyExchange Checking(string inspection) => new() { Inspection = inspection, InspectedBody = To("local-authority"), SentOn = "2026-06-01" };

    private async Task PublishInspectionAsync(string name)
    {
        foreach (var state in new[] { Inspection.Types.State.OnSite, Inspection.Types.State.Draft, Inspection.Types.State.FactualAccuracy, Inspection.Types.State.PrePublication })
            await service.Inspections.AdvanceInspectionAsync(new() { Name = name, State = state, RequestId = Samples.NewId() }, service.As("lead"), cancellationToken: Stop);
        await service.Inspections.PublishInspectionAsync(new() { Name = name, RequestId = Samples.NewId() }, service.As("publisher"), cancellationToken: Stop);
    }

    private AsyncUnaryCall<RecordReplyResponse> RecordAsync(Reply reply) => service.Replies.RecordReplyAsync(
        new RecordReplyRequest { Reply = reply, RequestId = Samples.NewId() }, service.As("inspector"), cancellationToken: Stop);
}
