using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Inspectorates.V1;

namespace Inspectorates.Conformance;

public abstract partial class InspectorateConformance
{
    private readonly WorkflowOf steps = new(service);

    [Fact]
    public async Task A_verdict_goes_from_draft_to_public_by_steps_of_others_each_a_revision()
    {
        var area = service.NewArea();
        var draft = await RecordAsync(Samples.Verdict(area));

        var submitted = await steps.SubmitAsync(draft.Name);
        var approved = await steps.ApproveAsync(draft.Name);
        var published = await steps.PublishAsync(draft.Name);

        Assert.Equal(
            [Verdict.Types.State.Submitted, Verdict.Types.State.Approved, Verdict.Types.State.Published],
            new[] { submitted, approved, published }.Select(verdict => verdict.State));
        Assert.Equal(4, published.Revision);
        Assert.Equal("2026-06-15", published.PublishedOn);
        var seen = Assert.Single(await ListAsync(area));
        Assert.Equal((1, Verdict.Types.State.Published, ""), (seen.Revision, seen.State, seen.RevisionReason));
        var staff = (await service.Verdicts.ListVerdictRevisionsAsync(
            new ListVerdictRevisionsRequest { Name = draft.Name }, service.As("lead"), cancellationToken: Stop)).Verdicts;
        Assert.Equal(
            [Verdict.Types.State.Draft, Verdict.Types.State.Submitted, Verdict.Types.State.Approved, Verdict.Types.State.Published],
            staff.Select(verdict => verdict.State));
    }

    [Fact]
    public async Task Nobody_sees_anything_of_a_verdict_before_it_is_published()
    {
        var area = service.NewArea();
        var cursor = await LastCursorAsync();
        var draft = await RecordAsync(Samples.Verdict(area));
        await steps.SubmitAsync(draft.Name);
        await steps.ApproveAsync(draft.Name);
        await steps.ScheduleAsync(draft.Name, service.Time.GetUtcNow().AddYears(1));

        Assert.Empty(await ListAsync(area, withdrawn: true));
        Assert.Equal(cursor, await LastCursorAsync());
        (await Refused.ByAsync(service.Verdicts.GetVerdictAsync(new GetVerdictRequest { Name = draft.Name }, cancellationToken: Stop)))
            .Is(StatusCode.NotFound, "VERDICT_NOT_FOUND", "name");
        (await Refused.ByAsync(service.Verdicts.GetVerdictAsync(new GetVerdictRequest { Name = draft.Name }, service.As("witness"), cancellationToken: Stop)))
            .Is(StatusCode.NotFound, "VERDICT_NOT_FOUND", "name");
    }

    [Theory]
    [InlineData("approve")]
    [InlineData("schedule")]
    [InlineData("publish")]
    [InlineData("return")]
    public async Task A_step_out_of_turn_is_refused_naming_both_states(string step)
    {
        var draft = await RecordAsync(Samples.Verdict(service.NewArea()));

        var refused = await Refused.ByAsync(() => steps.TakeAsync(step, draft.Name));

        refused.Is(StatusCode.FailedPrecondition, "STATE_FORBIDS");
        Assert.Contains("DRAFT", refused.Message, StringComparison.Ordinal);
        Assert.Contains(step is "approve" or "return" ? "SUBMITTED" : "APPROVED", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_wrote_or_handed_in_a_verdict_can_neither_approve_nor_publish_it()
    {
        var all = service.AsOne("somebody", "inspector", "lead", "quality-assurer", "publisher");
        var draft = (await service.Verdicts.RecordVerdictAsync(Samples.Recording(Samples.Verdict(service.NewArea())), all, cancellationToken: Stop)).Verdict;
        await steps.SubmitAsync(draft.Name);

        (await Refused.ByAsync(() => steps.TakeAsync("approve", draft.Name, all))).Is(StatusCode.PermissionDenied, "AUTHOR_FORBIDS");
        await steps.ApproveAsync(draft.Name);
        (await Refused.ByAsync(() => steps.TakeAsync("schedule", draft.Name, all))).Is(StatusCode.PermissionDenied, "AUTHOR_FORBIDS");
        (await Refused.ByAsync(() => steps.TakeAsync("publish", draft.Name, all))).Is(StatusCode.PermissionDenied, "AUTHOR_FORBIDS");
        Assert.Equal(Verdict.Types.State.Published, (await steps.PublishAsync(draft.Name)).State);
    }

    [Theory]
    [InlineData("submit", "quality-assurer")]
    [InlineData("submit", "publisher")]
    [InlineData("approve", "inspector")]
    [InlineData("approve", "lead")]
    [InlineData("approve", "publisher")]
    [InlineData("return", "inspector")]
    [InlineData("schedule", "lead")]
    [InlineData("schedule", "quality-assurer")]
    [InlineData("publish", "inspector")]
    [InlineData("publish", "lead")]
    [InlineData("publish", "quality-assurer")]
    [InlineData("publish", "auditor")]
    [InlineData("publish", "operator")]
    [InlineData("publish", "joint-reader")]
    public async Task A_step_needs_its_role(string step, string role)
    {
        var draft = await RecordAsync(Samples.Verdict(service.NewArea()));

        (await Refused.ByAsync(() => steps.TakeAsync(step, draft.Name, service.As(role)))).Is(StatusCode.PermissionDenied, "ROLE_FORBIDS");
    }

    [Fact]
    public async Task Superseding_what_is_on_its_way_begins_again_at_draft()
    {
        var area = service.NewArea();
        var draft = await RecordAsync(Samples.Verdict(area));
        await steps.SubmitAsync(draft.Name);
        await steps.ApproveAsync(draft.Name);
        await steps.ScheduleAsync(draft.Name, service.Time.GetUtcNow().AddHours(1));

        var again = await SupersedeAsync(draft.Name, Samples.Verdict(area, Samples.Worst));

        Assert.Equal((Verdict.Types.State.Draft, null), (again.State, again.PublishAt));
        (await Refused.ByAsync(() => steps.TakeAsync("publish", draft.Name))).Is(StatusCode.FailedPrecondition, "STATE_FORBIDS");
    }

    [Fact]
    public async Task A_returned_verdict_is_a_draft_again_with_the_reason()
    {
        var draft = await RecordAsync(Samples.Verdict(service.NewArea()));
        await steps.SubmitAsync(draft.Name);

        var returned = (await service.Verdicts.ReturnVerdictAsync(
            new ReturnVerdictRequest { Name = draft.Name, Reason = "no evidence is named", RequestId = Samples.NewId() },
            service.As("quality-assurer"), cancellationToken: Stop)).Verdict;

        Assert.Equal((Verdict.Types.State.Draft, "no evidence is named"), (returned.State, returned.StateReason));
    }

    [Fact]
    public async Task A_correction_of_the_inspectorates_own_goes_the_same_way_and_the_public_counts_only_what_it_saw()
    {
        var area = service.NewArea();
        var first = await PublishedAsync(area);
        await SupersedeAsync(first.Name, Samples.Verdict(area, Samples.Worst));
        await SupersedeAsync(first.Name, Samples.Verdict(area, Samples.Best));
        await SupersedeAsync(first.Name, Samples.Verdict(area, Samples.Worst));

        Assert.Equal(Samples.Best, Assert.Single(await ListAsync(area)).Grade.Code);
        await steps.SubmitAsync(first.Name);
        await steps.ApproveAsync(first.Name);
        await steps.PublishAsync(first.Name);

        var revisions = (await service.Verdicts.ListVerdictRevisionsAsync(
            new ListVerdictRevisionsRequest { Name = first.Name }, cancellationToken: Stop)).Verdicts;
        Assert.Equal([1, 2], revisions.Select(revision => revision.Revision));
        Assert.Equal([Samples.Best, Samples.Worst], revisions.Select(revision => revision.Grade.Code));
        Assert.Equal(["", "a mistake"], revisions.Select(revision => revision.RevisionReason));
        Assert.Equal([Verdict.Types.State.Superseded, Verdict.Types.State.Published], revisions.Select(revision => revision.State));
    }

    [Fact]
    public async Task What_was_approved_cannot_be_replaced_by_a_claim_that_it_was_published_elsewhere()
    {
        var area = service.NewArea();
        var own = await PublishedAsync(area);
        var claim = Samples.Published(area, "2024-02-01", Samples.Worst);
        claim.Name = own.Name;

        var refused = await Refused.ByAsync(service.Verdicts.SupersedeVerdictAsync(
            new SupersedeVerdictRequest { Verdict = claim, Reason = "r", RequestId = Samples.NewId() }, service.As("inspector"), cancellationToken: Stop));

        refused.Is(StatusCode.FailedPrecondition, "STATE_FORBIDS");
    }

    [Fact]
    public async Task What_the_inspectorate_published_is_withdrawn_by_its_publisher_and_the_tombstone_shows_nothing_of_a_draft()
    {
        var area = service.NewArea();
        var own = await PublishedAsync(area);
        var hidden = Samples.Verdict(area, Samples.Worst);
        hidden.Text = "not to be seen";
        await SupersedeAsync(own.Name, hidden);

        var byInspector = await Refused.ByAsync(service.Verdicts.WithdrawVerdictAsync(
            new WithdrawVerdictRequest { Name = own.Name, Reason = "r", RequestId = Samples.NewId() }, service.As("inspector"), cancellationToken: Stop));
        await service.Verdicts.WithdrawVerdictAsync(
            new WithdrawVerdictRequest { Name = own.Name, Reason = "entered for another area", RequestId = Samples.NewId() }, service.As("publisher"), cancellationToken: Stop);

        byInspector.Is(StatusCode.PermissionDenied, "ROLE_FORBIDS");
        var tombstone = await GetAsync(own.Name);
        Assert.Equal((Verdict.Types.State.Withdrawn, "entered for another area", 2), (tombstone.State, tombstone.RevisionReason, tombstone.Revision));
        Assert.Equal((Samples.Best, ""), (tombstone.Grade.Code, tombstone.Text));
    }

    [Fact]
    public async Task An_instant_to_open_at_must_be_to_come_and_not_too_far()
    {
        var draft = await RecordAsync(Samples.Verdict(service.NewArea()));
        await steps.SubmitAsync(draft.Name);
        await steps.ApproveAsync(draft.Name);
        var now = service.Time.GetUtcNow();

        foreach (var (at, reason) in new (Timestamp?, string)[]
        {
            (null, "FIELD_REQUIRED"), (Timestamp.FromDateTimeOffset(now), "FIELD_OUT_OF_RANGE"),
            (Timestamp.FromDateTimeOffset(now.AddYears(11)), "FIELD_OUT_OF_RANGE"), (new Timestamp { Seconds = long.MaxValue }, "FIELD_MALFORMED"),
            (new Timestamp { Nanos = -1 }, "FIELD_MALFORMED"),
        })
        {
            var refused = await Refused.ByAsync(service.Verdicts.ScheduleVerdictAsync(
                new ScheduleVerdictRequest { Name = draft.Name, PublishAt = at, RequestId = Samples.NewId() }, service.As("publisher"), cancellationToken: Stop));
            refused.Is(StatusCode.InvalidArgument, reason, "publish_at");
        }
    }

    [Fact]
    public async Task A_check_fails_exactly_where_the_step_would_and_changes_nothing()
    {
        var draft = await RecordAsync(Samples.Verdict(service.NewArea()));
        var check = new SubmitVerdictRequest { Name = draft.Name, RequestId = Samples.NewId(), ValidateOnly = true };

        Assert.Equal(Verdict.Types.State.Submitted, (await service.Verdicts.SubmitVerdictAsync(check, service.As("lead"), cancellationToken: Stop)).Verdict.State);
        Assert.Equal(draft, (await service.Verdicts.GetVerdictAsync(new GetVerdictRequest { Name = draft.Name }, service.As("lead"), cancellationToken: Stop)).Verdict);

        var real = new SubmitVerdictRequest { Name = draft.Name, RequestId = check.RequestId };
        await service.Verdicts.SubmitVerdictAsync(real, service.As("lead"), cancellationToken: Stop);
        // The call itself would answer as before now, and so does the check; with another body both are refused.
        Assert.Equal(2, (await service.Verdicts.SubmitVerdictAsync(check, service.As("lead"), cancellationToken: Stop)).Verdict.Revision);
        check.Etag = "another";
        (await Refused.ByAsync(service.Verdicts.SubmitVerdictAsync(check, service.As("lead"), cancellationToken: Stop)))
            .Is(StatusCode.AlreadyExists, "REQUEST_ID_REUSED", "request_id");
        check.RequestId = Samples.NewId();
        (await Refused.ByAsync(service.Verdicts.SubmitVerdictAsync(check, service.As("lead"), cancellationToken: Stop)))
            .Is(StatusCode.Aborted, "ETAG_MISMATCH", "etag");
    }

    [Fact]
    public async Task Another_principals_request_id_is_nobody_elses_and_tells_nothing()
    {
        var request = Samples.Recording(Samples.Verdict(service.NewArea()));

        var first = (await service.Verdicts.RecordVerdictAsync(request, service.AsOne("one", "inspector"), cancellationToken: Stop)).Verdict;
        var second = (await service.Verdicts.RecordVerdictAsync(request, service.AsOne("another", "inspector"), cancellationToken: Stop)).Verdict;

        Assert.NotEqual(first.Name, second.Name);
    }

    private async Task<Verdict> PublishedAsync(string area)
    {
        var draft = await RecordAsync(Samples.Verdict(area));
        await steps.SubmitAsync(draft.Name);
        await steps.ApproveAsync(draft.Name);
        return await steps.PublishAsync(draft.Name);
    }
}
