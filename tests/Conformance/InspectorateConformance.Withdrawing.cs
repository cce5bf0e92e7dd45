using Grpc.Core;
using Inspectorates.V1;

namespace Inspectorates.Conformance;

public abstract partial class InspectorateConformance
{
    [Fact]
    public async Task Nothing_is_published_or_taken_on_an_inspection_that_was_withdrawn()
    {
        var inspection = await InspectionOfAsync("X02");
        await PublishInspectionAsync(inspection);
        await WithdrawInspectionAsync(inspection);
        var statement = (await RecordAsync(Needed(inspection))).Statement;
        var recommendation = Recommended("X02");
        recommendation.Inspection = inspection;
        var draft = (await RecordAsync(recommendation)).Recommendation;

        (await Refused.ByAsync(service.Statements.PublishStatementAsync(
            new() { Name = statement.Name, RequestId = Samples.NewId() }, service.As("publisher"), cancellationToken: Stop)))
            .Is(StatusCode.FailedPrecondition, "INSPECTION_NOT_PUBLIC", "statement.inspection");
        (await Refused.ByAsync(service.Recommendations.PublishRecommendationAsync(
            new() { Name = draft.Name, RequestId = Samples.NewId() }, service.As("publisher"), cancellationToken: Stop)))
            .Is(StatusCode.FailedPrecondition, "INSPECTION_NOT_PUBLIC", "recommendation.inspection");
        (await Refused.ByAsync(RecordAsync(Replying(inspection)))).Is(StatusCode.FailedPrecondition, "INSPECTION_NOT_PUBLIC", "reply.inspection");
        (await Refused.ByAsync(service.Replies.RecordAccuracyExchangeAsync(
            new() { Exchange = Checking(inspection), RequestId = Samples.NewId() }, service.As("lead"), cancellationToken: Stop)))
            .Is(StatusCode.FailedPrecondition, "INSPECTION_NOT_PUBLIC", "exchange.inspection");
    }

    [Fact]
    public async Task No_recommendation_is_published_that_arises_from_a_withdrawn_verdict()
    {
        var verdict = await RecordAsync(Samples.Published("X02", "2024-02-01"));
        var recommendation = Recommended("X02");
        recommendation.Verdicts.Add(verdict.Name);
        var draft = (await RecordAsync(recommendation)).Recommendation;
        await service.Verdicts.WithdrawVerdictAsync(new() { Name = verdict.Name, Reason = "in error", RequestId = Samples.NewId() }, service.As("inspector"), cancellationToken: Stop);

        (await Refused.ByAsync(service.Recommendations.PublishRecommendationAsync(
            new() { Name = draft.Name, RequestId = Samples.NewId() }, service.As("publisher"), cancellationToken: Stop)))
            .Is(StatusCode.FailedPrecondition, "VERDICT_NOT_PUBLIC", "recommendation.verdicts[0]");
    }

    [Fact]
    public async Task What_rests_on_an_inspection_alone_is_withdrawn_with_it_and_replies_and_what_rests_on_more_stay()
    {
        var inspection = await InspectionOfAsync("X02");
        await PublishInspectionAsync(inspection);
        var statement = (await RecordAsync(Needed(inspection))).Statement;
        await service.Statements.PublishStatementAsync(new() { Name = statement.Name, RequestId = Samples.NewId() }, service.As("publisher"), cancellationToken: Stop);
        var reply = (await RecordAsync(Replying(inspection))).Reply;
        var alone = await PublishedOfAsync(inspection);
        var more = await PublishedOfAsync(inspection, (await RecordAsync(Samples.Published("X02", "2024-02-01"))).Name);
        var cursor = await LastCursorAsync();

        await WithdrawInspectionAsync(inspection);

        const string Because = "Its inspection was withdrawn: in error";
        var gone = (await service.Statements.GetStatementAsync(new() { Name = statement.Name }, cancellationToken: Stop)).Statement;
        Assert.Equal((Statement.Types.State.Withdrawn, Because), (gone.State, gone.StateReason));
        var too = (await service.Recommendations.GetRecommendationAsync(new() { Name = alone.Name }, cancellationToken: Stop)).Recommendation;
        Assert.Equal((Recommendation.Types.State.Withdrawn, Because), (too.State, too.StateReason));
        Assert.Equal(more.Revision, (await service.Recommendations.GetRecommendationAsync(new() { Name = more.Name }, cancellationToken: Stop)).Recommendation.Revision);
        Assert.Equal(reply.Etag, (await service.Replies.GetReplyAsync(new() { Name = reply.Name }, cancellationToken: Stop)).Reply.Etag);
        Assert.Equal(
            [Change.RecordOneofCase.Inspection, Change.RecordOneofCase.Statement, Change.RecordOneofCase.Recommendation],
            (await service.Changes.ListChangesAsync(new() { Cursor = cursor }, cancellationToken: Stop)).Changes.Select(change => change.RecordCase));
    }

    [Fact]
    public async Task What_a_draft_went_through_does_not_show_once_it_is_published()
    {
        var replaced = (await RecordAsync(Recommended("X02"))).Recommendation;
        var draft = (await service.Recommendations.ReaddressRecommendationAsync(
            new() { Name = replaced.Name, Addressee = To("police-force"), Reason = "it is theirs", RequestId = Samples.NewId() }, service.As("lead"), cancellationToken: Stop)).Successor;
        Assert.Equal([replaced.Name], draft.Predecessors);
        draft.Text = "Write it down the same day.";
        await service.Recommendations.ReviseRecommendationAsync(new() { Recommendation = draft, Reason = "too harsh", RequestId = Samples.NewId() }, service.As("lead"), cancellationToken: Stop);
        var inspection = await InspectionOfAsync("X02");
        await PublishInspectionAsync(inspection);
        var statement = (await RecordAsync(Needed(inspection))).Statement;
        await ReviseAsync(statement, "it was forgotten");

        await service.Recommendations.PublishRecommendationAsync(new() { Name = draft.Name, RequestId = Samples.NewId() }, service.As("publisher"), cancellationToken: Stop);
        await service.Statements.PublishStatementAsync(new() { Name = statement.Name, RequestId = Samples.NewId() }, service.As("publisher"), cancellationToken: Stop);

        var seen = (await service.Recommendations.GetRecommendationAsync(new() { Name = draft.Name }, cancellationToken: Stop)).Recommendation;
        Assert.Equal((1, ""), (seen.Revision, seen.RevisionReason));
        Assert.Empty(seen.Predecessors);
        var shown = (await service.Statements.GetStatementAsync(new() { Name = statement.Name }, cancellationToken: Stop)).Statement;
        Assert.Equal((1, ""), (shown.Revision, shown.RevisionReason));
    }

    private async Task<Recommendation> PublishedOfAsync(string inspection, params string[] verdicts)
    {
        var recommendation = Recommended("X02");
        recommendation.Inspection = inspection;
        recommendation.Verdicts.Add(verdicts);
        var draft = (await RecordAsync(recommendation)).Recommendation;
        await service.Recommendations.PublishRecommendationAsync(new() { Name = draft.Name, RequestId = Samples.NewId() }, service.As("publisher"), cancellationToken: Stop);
        return (await service.Recommendations.GetRecommendationAsync(new() { Name = draft.Name }, cancellationToken: Stop)).Recommendation;
    }

    private async Task WithdrawInspectionAsync(string name) => await service.Inspections.WithdrawInspectionAsync(
        new() { Name = name, Reason = "in error", RequestId = Samples.NewId() }, service.As("publisher"), cancellationToken: Stop);
}
