using Grpc.Core;
using Inspectorates.V1;

namespace Inspectorates.Conformance;

public abstract partial class InspectorateConformance
{
    [Theory]
    [InlineData("withdrawn", true)]
    [InlineData("withdrawn", false)]
    [InlineData("moved", true)]
    [InlineData("moved", false)]
    public async Task F19_Nobody_holds_a_reply_back_by_what_becomes_of_a_draft_it_names(string what, bool before)
    {
        var inspection = await InspectionOfAsync("X02");
        var (one, another) = (await DraftOfAsync(inspection), await DraftOfAsync(inspection));
        var replying = Replying(inspection);
        replying.Verdicts.Add([one.Name, another.Name]);
        var reply = (await RecordAsync(replying)).Reply;
        if (before)
            await GoneAsync();
        await PublishInspectionAsync(inspection);
        await PublishedAsync(one);
        if (!before)
        {
            (await Refused.ByAsync(service.Replies.GetReplyAsync(new() { Name = reply.Name }, cancellationToken: Stop))).Is(StatusCode.NotFound, "REPLY_NOT_FOUND", "name");
            await GoneAsync();
        }

        var seen = (await service.Replies.GetReplyAsync(new() { Name = reply.Name }, cancellationToken: Stop)).Reply;
        Assert.Equal((Said, Reply.Types.State.Published, 1), (seen.Text, seen.State, seen.Revision));
        // The name of what nobody saw is as hidden as it was.
        Assert.Equal([one.Name], seen.Verdicts);

        async Task GoneAsync()
        {
            if (what == "withdrawn")
            {
                await service.Verdicts.WithdrawVerdictAsync(
                    new() { Name = another.Name, Reason = "in error", RequestId = Samples.NewId() }, service.As("lead"), cancellationToken: Stop);
                return;
            }

            var moved = Samples.Verdict("X02");
            (moved.Name, moved.Inspection) = (another.Name, await InspectionOfAsync("X02"));
            await service.Verdicts.SupersedeVerdictAsync(
                new() { Verdict = moved, Reason = "of another inspection", RequestId = Samples.NewId() }, service.As("lead"), cancellationToken: Stop);
        }
    }

    [Fact]
    public async Task F19_A_reply_that_names_what_was_withdrawn_unseen_opens_at_once_and_the_record_keeps_what_it_named()
    {
        var inspection = await InspectionOfAsync("X02");
        var draft = await DraftOfAsync(inspection);
        await service.Verdicts.WithdrawVerdictAsync(new() { Name = draft.Name, Reason = "in error", RequestId = Samples.NewId() }, service.As("lead"), cancellationToken: Stop);
        await PublishInspectionAsync(inspection);
        var replying = Replying(inspection);
        replying.Verdicts.Add(draft.Name);

        var reply = (await RecordAsync(replying)).Reply;

        Assert.Equal((Reply.Types.State.Published, 2), (reply.State, reply.Revision));
        Assert.Empty((await service.Replies.GetReplyAsync(new() { Name = reply.Name }, cancellationToken: Stop)).Reply.Verdicts);
        Assert.Empty((await service.Replies.ListRepliesAsync(new() { Verdict = draft.Name }, cancellationToken: Stop)).Replies);
    }

    [Theory]
    [InlineData("2026-06-01", true)]
    [InlineData("2026-05-14", false)]
    public async Task F19_The_days_for_a_reply_are_counted_from_the_latest_publication_of_what_it_names(string published, bool isTaken)
    {
        var area = service.NewArea();
        var record = Samples.Record(area, "2026-04-13", Samples.Best, Samples.Source("edition", "2026-06-05"));
        record.Verdicts[0].Verdict.PublishedOn = published;
        await ImportAsync(record);
        var verdict = Assert.Single(await ListAsync(area));
        var replying = Replying(verdict.Inspection);
        (await Refused.ByAsync(RecordAsync(replying))).Is(StatusCode.FailedPrecondition, "REPLY_LATE", "reply.inspection");
        replying.Verdicts.Add(verdict.Name);

        if (isTaken)
            Assert.Equal(Reply.Types.State.Published, (await RecordAsync(replying)).Reply.State);
        else
            (await Refused.ByAsync(RecordAsync(replying))).Is(StatusCode.FailedPrecondition, "REPLY_LATE", "reply.inspection");
    }

    private async Task<Verdict> DraftOfAsync(string inspection)
    {
        var verdict = Samples.Verdict("X02");
        verdict.Inspection = inspection;
        return await RecordAsync(verdict);
    }

    private async Task PublishedAsync(Verdict draft)
    {
        var steps = new WorkflowOf(service);
        foreach (var step in new[] { "submit", "approve", "publish" })
            await steps.TakeAsync(step, draft.Name);
    }
}
