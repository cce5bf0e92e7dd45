using Inspectorates.Conformance.Fictional;
using Inspectorates.V1;

namespace Inspectorates.Conformance.Verification;

/// <summary>A record in which what follows an inspection opened, changed and was withdrawn with it holds, and says of the public no more than it got.</summary>
public sealed class FollowedTests
{
    private static readonly Subject Body = new() { Kind = Subject.Types.Kind.Agency, Agency = new Agency { Kind = "local-authority" } };

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(StoreKind.Sqlite)]
    [InlineData(StoreKind.Postgres)]
    public async Task What_opens_without_a_hidden_name_and_what_is_withdrawn_together_is_sound(StoreKind store)
    {
        await using var service = await RunningService.StartedAsync(new FictionalInspectorate(), store);
        var inspection = InspectionStepTests.Notified(new Samples(service.Description), "301");
        inspection.Name = (await service.Inspections.CreateInspectionAsync(
            new() { Inspection = inspection, RequestId = Samples.NewId() }, service.As("lead"), cancellationToken: Stop)).Inspection.Name;
        var verdict = new Samples(service.Description).Verdict("301");
        verdict.Inspection = inspection.Name;
        var draft = (await service.Verdicts.RecordVerdictAsync(Samples.Recording(verdict), service.As("inspector"), cancellationToken: Stop)).Verdict;
        await service.Replies.RecordReplyAsync(
            new() { Reply = new Reply { Inspection = inspection.Name, InspectedBody = Body, Text = "No.", ReceivedOn = "2026-06-12", Verdicts = { draft.Name } }, RequestId = Samples.NewId() },
            service.As("lead"), cancellationToken: Stop);
        var statement = (await service.Statements.RecordStatementAsync(
            new() { Statement = new Statement { Inspection = inspection.Name, Requirement = Statement.Types.Requirement.Needed, PrincipalAuthority = Body }, RequestId = Samples.NewId() },
            service.As("lead"), cancellationToken: Stop)).Statement;
        var replaced = (await service.Recommendations.RecordRecommendationAsync(
            new() { Recommendation = Recommended(inspection), RequestId = Samples.NewId() }, service.As("lead"), cancellationToken: Stop)).Recommendation;
        var recommendation = (await service.Recommendations.ReaddressRecommendationAsync(
            new() { Name = replaced.Name, Addressee = new Subject { Kind = Subject.Types.Kind.Partnership }, Reason = "all three", RequestId = Samples.NewId() },
            service.As("lead"), cancellationToken: Stop)).Successor;

        inspection.StatementDueOn = "2026-10-01";
        await service.Inspections.UpdateInspectionAsync(new() { Inspection = inspection, RequestId = Samples.NewId() }, service.As("lead"), cancellationToken: Stop);
        foreach (var state in new[] { Inspection.Types.State.OnSite, Inspection.Types.State.Draft, Inspection.Types.State.FactualAccuracy, Inspection.Types.State.PrePublication })
            await service.Inspections.AdvanceInspectionAsync(new() { Name = inspection.Name, State = state, RequestId = Samples.NewId() }, service.As("lead"), cancellationToken: Stop);
        await service.Inspections.PublishInspectionAsync(new() { Name = inspection.Name, RequestId = Samples.NewId() }, service.As("publisher"), cancellationToken: Stop);
        await service.Verdicts.WithdrawVerdictAsync(new() { Name = draft.Name, Reason = "in error", RequestId = Samples.NewId() }, service.As("lead"), cancellationToken: Stop);
        await service.Statements.PublishStatementAsync(new() { Name = statement.Name, RequestId = Samples.NewId() }, service.As("publisher"), cancellationToken: Stop);
        await service.Recommendations.PublishRecommendationAsync(new() { Name = recommendation.Name, RequestId = Samples.NewId() }, service.As("publisher"), cancellationToken: Stop);
        await service.Inspections.WithdrawInspectionAsync(new() { Name = inspection.Name, Reason = "in error", RequestId = Samples.NewId() }, service.As("publisher"), cancellationToken: Stop);

        var changes = (await service.Changes.ListChangesAsync(new() { PageSize = 500 }, cancellationToken: Stop)).Changes;
        Assert.Equal(7, changes.Count);
        Assert.All(new[] { draft.Name, replaced.Name }, hidden => Assert.DoesNotContain(hidden, changes.ToString(), StringComparison.Ordinal));
        var verified = await ProgramRun.Of(new FictionalInspectorate(), "verify", "--store", service.ConnectionString);
        Assert.True(verified.ExitCode == 0, verified.Out + verified.Error);
    }

    private static Recommendation Recommended(Inspection inspection) => new()
    {
        Text = "See that minutes reach everybody who was there within one day.",
        Process = "strategy-discussion",
        Inspection = inspection.Name,
        Footprint = inspection.Footprint,
        Addressee = Body,
        DueOn = "2026-09-30",
    };
}
