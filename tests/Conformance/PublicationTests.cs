using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Inspectorates.Conformance.Fictional;
using Inspectorates.V1;

namespace Inspectorates.Conformance;

/// <summary>Things open at their instant or later, never before, whatever happens to the clock and the service meanwhile.</summary>
public class PublicationTests
{
    private const string Area = "301";

    protected virtual StoreKind Store => StoreKind.Sqlite;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_scheduled_verdict_opens_at_its_instant_and_not_a_tick_before()
    {
        await using var service = await StartedAsync();
        var at = service.Time.GetUtcNow().AddHours(1);
        var verdict = await ScheduledAsync(service, at);

        service.Time.Advance(TimeSpan.FromHours(1) - TimeSpan.FromTicks(1));
        await StaysClosedAsync(service);
        service.Time.Advance(TimeSpan.FromTicks(1));

        var opened = await OpenedAsync(service);
        Assert.Equal((verdict.Name, "2026-06-15", at), (opened.Name, opened.PublishedOn, opened.RecordedAt.ToDateTimeOffset()));
        Assert.Null(opened.PublishAt);
    }

    [Fact]
    public async Task An_instant_finer_than_the_clock_is_not_rounded_down()
    {
        await using var service = await StartedAsync();
        var at = Timestamp.FromDateTimeOffset(service.Time.GetUtcNow().AddHours(1));
        at.Nanos += 1;
        await ScheduledAsync(service, at);

        service.Time.Advance(TimeSpan.FromHours(1));
        await StaysClosedAsync(service);
        service.Time.Advance(TimeSpan.FromTicks(1));

        await OpenedAsync(service);
    }

    [Fact]
    public async Task What_was_due_while_the_service_was_down_opens_at_its_start_and_says_when()
    {
        await using var service = await StartedAsync();
        await ScheduledAsync(service, service.Time.GetUtcNow().AddHours(1));
        await service.StopAsync();
        service.Time.Advance(TimeSpan.FromDays(2));
        await service.StartAsync();

        var opened = await OpenedAsync(service);

        Assert.Equal(("2026-06-17", service.Time.GetUtcNow()), (opened.PublishedOn, opened.RecordedAt.ToDateTimeOffset()));
    }

    [Fact]
    public async Task F19_A_reply_that_cannot_open_while_the_clock_is_behind_is_refused_and_taken_once_it_has_caught_up()
    {
        await using var service = await StartedAsync();
        var (right, samples) = (service.Time.GetUtcNow(), new Samples(service.Description));
        service.Time.Advance(TimeSpan.FromHours(2));
        var imported = new ImportRecordsRequest { Records = { samples.Record("301", "2026-06-01", samples.Best, Samples.Source("edition", "2026-06-02")) }, RequestId = Samples.NewId() };
        await service.Imports.ImportRecordsAsync(imported, service.As("inspector"), cancellationToken: Stop);
        await service.RestartAtAsync(right);
        var inspection = Assert.Single((await service.Inspections.ListInspectionsAsync(new() { Area = "301" }, cancellationToken: Stop)).Inspections).Name;
        var request = new RecordReplyRequest
        {
            Reply = new Reply { Inspection = inspection, InspectedBody = new Subject { Kind = Subject.Types.Kind.Partnership }, Text = "We do not agree.", ReceivedOn = "2026-06-12" },
            RequestId = Samples.NewId(),
        };

        (await Refused.ByAsync(() => SentAsync())).Is(StatusCode.FailedPrecondition, "CLOCK_BEHIND");
        service.Time.Advance(TimeSpan.FromHours(2));

        Assert.Equal(Reply.Types.State.Published, (await SentAsync()).State);

        async Task<Reply> SentAsync() => (await service.Replies.RecordReplyAsync(request, service.As("inspector"), cancellationToken: Stop)).Reply;
    }

    [Fact]
    public async Task Nothing_opens_while_the_clock_is_behind_the_last_entry_and_all_does_once_it_has_caught_up()
    {
        await using var service = await StartedAsync();
        var right = service.Time.GetUtcNow();
        // Two hours ahead by mistake, and something is recorded; then the clock is put right.
        service.Time.Advance(TimeSpan.FromHours(2));
        var approved = await ApprovedAsync(service);
        await service.RestartAtAsync(right);
        await ScheduledAsync(service, right.AddHours(1));

        service.Time.Advance(TimeSpan.FromMinutes(90));
        await StaysClosedAsync(service);
        (await Refused.ByAsync(() => new WorkflowOf(service).PublishAsync(approved.Name))).Is(StatusCode.FailedPrecondition, "CLOCK_BEHIND");

        service.Time.Advance(TimeSpan.FromMinutes(30));
        var opened = await OpenedAsync(service);
        Assert.Equal(right.AddHours(2), opened.RecordedAt.ToDateTimeOffset());
    }

    [Fact]
    public async Task The_log_never_runs_backwards_when_the_clock_does()
    {
        await using var service = await StartedAsync();
        var samples = new Samples(service.Description);
        service.Time.Advance(TimeSpan.FromHours(2));
        var first = (await service.Verdicts.RecordVerdictAsync(Samples.Recording(samples.Published(Area, "2024-02-01")), service.As("inspector"), cancellationToken: Stop)).Verdict;
        await service.RestartAtAsync(service.Time.GetUtcNow().AddHours(-2));

        var second = (await service.Verdicts.RecordVerdictAsync(Samples.Recording(samples.Published(Area, "2024-02-01")), service.As("inspector"), cancellationToken: Stop)).Verdict;

        Assert.Equal(first.RecordedAt, second.RecordedAt);
    }

    [Fact]
    public async Task An_instant_set_anew_replaces_the_one_before_and_a_return_calls_it_off()
    {
        await using var service = await StartedAsync();
        var verdict = await ScheduledAsync(service, service.Time.GetUtcNow().AddHours(1));
        await new WorkflowOf(service).ScheduleAsync(verdict.Name, service.Time.GetUtcNow().AddHours(3));
        service.Time.Advance(TimeSpan.FromHours(2));
        await StaysClosedAsync(service);
        await new WorkflowOf(service).TakeAsync("return", verdict.Name);
        service.Time.Advance(TimeSpan.FromHours(2));

        await StaysClosedAsync(service);
    }

    [Fact]
    public async Task Those_who_watch_learn_of_an_opening_when_it_happens()
    {
        await using var service = await StartedAsync();
        await ScheduledAsync(service, service.Time.GetUtcNow().AddHours(1));
        using var watch = service.Changes.WatchChanges(new WatchChangesRequest(), cancellationToken: Stop);
        var next = watch.ResponseStream.MoveNext(Stop);
        Assert.False(next.IsCompleted);

        service.Time.Advance(TimeSpan.FromHours(1));

        Assert.True(await next.WaitAsync(TimeSpan.FromSeconds(10), Stop));
        Assert.Equal(Verdict.Types.State.Published, watch.ResponseStream.Current.Change.Verdict.State);
    }

    [Fact]
    public async Task The_record_is_read_as_of_an_instant_by_what_the_caller_could_have_known_then()
    {
        await using var service = await StartedAsync();
        var (workflow, start) = (new WorkflowOf(service), service.Time.GetUtcNow());
        var samples = new Samples(service.Description);
        var verdict = (await service.Verdicts.RecordVerdictAsync(Samples.Recording(samples.Verdict(Area)), service.As("inspector"), cancellationToken: Stop)).Verdict;
        service.Time.Advance(TimeSpan.FromHours(1));
        await workflow.SubmitAsync(verdict.Name);
        await workflow.ApproveAsync(verdict.Name);
        service.Time.Advance(TimeSpan.FromHours(1));
        await workflow.PublishAsync(verdict.Name);
        service.Time.Advance(TimeSpan.FromDays(1));
        await service.Verdicts.WithdrawVerdictAsync(
            new WithdrawVerdictRequest { Name = verdict.Name, Reason = "r", RequestId = Samples.NewId() }, service.As("publisher"), cancellationToken: Stop);

        foreach (var (hours, publicly, byStaff) in new (int, Verdict.Types.State?, Verdict.Types.State?)[]
        {
            (-1, null, null),
            (0, null, Verdict.Types.State.Draft),
            (1, null, Verdict.Types.State.Approved),
            (2, Verdict.Types.State.Published, Verdict.Types.State.Published),
            (25, Verdict.Types.State.Published, Verdict.Types.State.Published),
            (26, Verdict.Types.State.Withdrawn, Verdict.Types.State.Withdrawn),
        })
        {
            Assert.Equal(publicly, await KnownAsync(start.AddHours(hours), null));
            Assert.Equal(byStaff, await KnownAsync(start.AddHours(hours), service.As("auditor")));
        }

        Assert.Single((await ListAsync(start.AddHours(25))).Verdicts);
        Assert.Empty((await ListAsync(start.AddHours(1))).Verdicts);
        Assert.Empty((await ListAsync(start.AddHours(26))).Verdicts);
        (await Refused.ByAsync(() => ListAsync(start.AddHours(27)))).Is(StatusCode.InvalidArgument, "FIELD_OUT_OF_RANGE", "recorded_as_of");

        async Task<Verdict.Types.State?> KnownAsync(DateTimeOffset at, Metadata? who)
        {
            try
            {
                return (await service.Verdicts.GetVerdictAsync(
                    new GetVerdictRequest { Name = verdict.Name, RecordedAsOf = Timestamp.FromDateTimeOffset(at) }, who, cancellationToken: Stop)).Verdict.State;
            }
            catch (RpcException none) when (none.StatusCode == StatusCode.NotFound)
            {
                return null;
            }
        }

        async Task<ListVerdictsResponse> ListAsync(DateTimeOffset at) => await service.Verdicts.ListVerdictsAsync(
            new ListVerdictsRequest { Area = Area, RecordedAsOf = Timestamp.FromDateTimeOffset(at) }, cancellationToken: Stop);
    }

    [Fact]
    public async Task A_correction_of_the_past_is_known_only_from_when_it_was_recorded()
    {
        await using var service = await StartedAsync();
        var samples = new Samples(service.Description);
        var before = service.Time.GetUtcNow();
        var first = (await service.Verdicts.RecordVerdictAsync(Samples.Recording(samples.Published(Area, "2024-02-01")), service.As("inspector"), cancellationToken: Stop)).Verdict;
        service.Time.Advance(TimeSpan.FromDays(10));
        var corrected = samples.Published(Area, "2024-02-01", samples.Worst);
        corrected.Name = first.Name;
        await service.Verdicts.SupersedeVerdictAsync(
            new SupersedeVerdictRequest { Verdict = corrected, Reason = "r", RequestId = Samples.NewId() }, service.As("inspector"), cancellationToken: Stop);

        Assert.Equal(samples.Best, await GradeAsync("2024-06-01", before));
        Assert.Equal(samples.Worst, await GradeAsync("2024-06-01", service.Time.GetUtcNow()));
        Assert.Equal(samples.Worst, await GradeAsync("2024-06-01", null));
        Assert.Null(await GradeAsync("2024-01-01", null));

        async Task<string?> GradeAsync(string day, DateTimeOffset? known) => (await service.Verdicts.ListVerdictsAsync(
            new ListVerdictsRequest { Area = Area, AsOf = day, RecordedAsOf = known is { } at ? Timestamp.FromDateTimeOffset(at) : null },
            cancellationToken: Stop)).Verdicts.SingleOrDefault()?.Grade.Code;
    }

    [Fact]
    public async Task A_joint_reader_sees_what_is_not_public_of_its_inspections_and_of_no_other_until_its_token_expires()
    {
        await using var service = await StartedAsync();
        var samples = new Samples(service.Description);
        var (one, another) = (await InspectionAsync("301"), await InspectionAsync("302"));
        var (seen, hidden) = (await DraftAsync(one), await DraftAsync(another));
        var reader = service.AsReaderOf(one.Key);

        Assert.Equal([seen.Name], (await service.Verdicts.ListVerdictsAsync(new ListVerdictsRequest(), reader, cancellationToken: Stop)).Verdicts.Select(verdict => verdict.Name));
        Assert.Equal([one.Name], (await service.Inspections.ListInspectionsAsync(new ListInspectionsRequest(), reader, cancellationToken: Stop)).Inspections.Select(inspection => inspection.Name));
        Assert.Equal(
            [one.Name, seen.Name],
            (await service.Changes.ListChangesAsync(new ListChangesRequest(), reader, cancellationToken: Stop)).Changes.Select(change => change.Inspection?.Name ?? change.Verdict.Name));
        (await Refused.ByAsync(service.Verdicts.GetVerdictAsync(new GetVerdictRequest { Name = hidden.Name }, reader, cancellationToken: Stop)))
            .Is(StatusCode.NotFound, "VERDICT_NOT_FOUND", "name");
        (await Refused.ByAsync(service.Verdicts.RecordVerdictAsync(Samples.Recording(samples.Verdict(Area)), reader, cancellationToken: Stop)))
            .Is(StatusCode.PermissionDenied, "ROLE_FORBIDS");
        service.Time.Advance(TimeSpan.FromHours(9));
        (await Refused.ByAsync(service.Verdicts.ListVerdictsAsync(new ListVerdictsRequest(), reader, cancellationToken: Stop)))
            .Is(StatusCode.Unauthenticated, "TOKEN_INVALID");

        async Task<Inspection> InspectionAsync(string area) => (await service.Inspections.CreateInspectionAsync(
            new CreateInspectionRequest { Inspection = InspectionStepTests.Notified(samples, area), RequestId = Samples.NewId() }, service.As("lead"), cancellationToken: Stop)).Inspection;

        async Task<Verdict> DraftAsync(Inspection inspection)
        {
            var verdict = samples.Verdict(inspection.Footprint.Areas[0]);
            verdict.Inspection = inspection.Name;
            return (await service.Verdicts.RecordVerdictAsync(Samples.Recording(verdict), service.As("inspector"), cancellationToken: Stop)).Verdict;
        }
    }

    private Task<RunningService> StartedAsync() => RunningService.StartedAsync(new FictionalInspectorate(), Store);

    private static async Task<Verdict> ApprovedAsync(RunningService service)
    {
        var (workflow, samples) = (new WorkflowOf(service), new Samples(service.Description));
        var draft = (await service.Verdicts.RecordVerdictAsync(Samples.Recording(samples.Verdict(Area)), service.As("inspector"), cancellationToken: Stop)).Verdict;
        await workflow.SubmitAsync(draft.Name);
        return await workflow.ApproveAsync(draft.Name);
    }

    private static Task<Verdict> ScheduledAsync(RunningService service, DateTimeOffset at) => ScheduledAsync(service, Timestamp.FromDateTimeOffset(at));

    private static async Task<Verdict> ScheduledAsync(RunningService service, Timestamp at)
    {
        var approved = await ApprovedAsync(service);
        return (await service.Verdicts.ScheduleVerdictAsync(
            new ScheduleVerdictRequest { Name = approved.Name, PublishAt = at, RequestId = Samples.NewId() }, service.As("publisher"), cancellationToken: Stop)).Verdict;
    }

    // Real time passes for the service to look; only the clock says whether anything may open.
    private static async Task StaysClosedAsync(RunningService service)
    {
        for (var look = 0; look < 5; look++)
        {
            Assert.Empty(await PublicAsync(service));
            await Task.Delay(30, Stop);
        }
    }

    private static async Task<Verdict> OpenedAsync(RunningService service)
    {
        for (var look = 0; look < 200; look++)
        {
            if (await PublicAsync(service) is [var opened])
                return opened;
            await Task.Delay(30, Stop);
        }

        throw new TimeoutException("It did not open.");
    }

    private static async Task<IReadOnlyList<Verdict>> PublicAsync(RunningService service) =>
        (await service.Verdicts.ListVerdictsAsync(new ListVerdictsRequest { Area = Area }, cancellationToken: Stop)).Verdicts;
}
