using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Inspectorates.Conformance.Fictional;
using Inspectorates.V1;
using State = Inspectorates.V1.Inspection.Types.State;

namespace Inspectorates.Conformance;

/// <summary>An inspection from its notice to its report.</summary>
public class InspectionStepTests
{
    protected virtual StoreKind Store => StoreKind.Sqlite;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    internal static Inspection Notified(Samples samples, string area) => new()
    {
        Kind = Inspection.Types.Kind.Single,
        Framework = samples.Framework.Code,
        FrameworkVersion = samples.Framework.Version,
        Footprint = new Footprint { Areas = { area } },
        Fieldwork = new DateRange { Start = "2026-07-06" },
    };

    [Fact]
    public async Task It_goes_from_notice_to_report_in_order_and_is_public_only_then()
    {
        await using var service = await StartedAsync();
        var inspection = await CreatedAsync(service);

        foreach (var state in new[] { State.OffSite, State.OnSite, State.Draft, State.FactualAccuracy, State.Draft, State.FactualAccuracy, State.PrePublication })
        {
            inspection = await AdvanceAsync(service, inspection.Name, state);
            Assert.Equal(state, inspection.State);
            Assert.Empty((await service.Inspections.ListInspectionsAsync(new ListInspectionsRequest(), cancellationToken: Stop)).Inspections);
        }

        await service.Inspections.PublishInspectionAsync(
            new PublishInspectionRequest { Name = inspection.Name, RequestId = Samples.NewId() }, service.As("publisher"), cancellationToken: Stop);
        var published = Assert.Single((await service.Inspections.ListInspectionsAsync(new ListInspectionsRequest(), cancellationToken: Stop)).Inspections);
        Assert.Equal((State.Published, "2026-06-15", 1), (published.State, published.PublishedOn, published.Revision));
    }

    [Theory]
    [InlineData(State.FactualAccuracy)]
    [InlineData(State.Published)]
    [InlineData(State.Notified)]
    [InlineData(State.Withdrawn)]
    public async Task A_state_out_of_turn_is_refused_naming_both(State state)
    {
        await using var service = await StartedAsync();
        var inspection = await CreatedAsync(service);

        var refused = await Refused.ByAsync(() => AdvanceAsync(service, inspection.Name, state));

        refused.Is(StatusCode.FailedPrecondition, "STATE_FORBIDS");
        Assert.Contains("NOTIFIED", refused.Message, StringComparison.Ordinal);
        Assert.Contains("OFF_SITE or ON_SITE", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_report_opens_at_its_instant_and_a_change_of_the_record_calls_it_off()
    {
        await using var service = await StartedAsync();
        var (one, another) = (await PrePublicationAsync(service, "301"), await PrePublicationAsync(service, "302"));
        var at = Timestamp.FromDateTimeOffset(service.Time.GetUtcNow().AddHours(1));
        foreach (var name in new[] { one.Name, another.Name })
            await service.Inspections.ScheduleInspectionAsync(
                new ScheduleInspectionRequest { Name = name, PublishAt = at, RequestId = Samples.NewId() }, service.As("publisher"), cancellationToken: Stop);
        var changed = Notified(new Samples(service.Description), "302");
        changed.Name = another.Name;
        changed.Theme = "neglect";
        var updated = (await service.Inspections.UpdateInspectionAsync(
            new UpdateInspectionRequest { Inspection = changed, RequestId = Samples.NewId() }, service.As("lead"), cancellationToken: Stop)).Inspection;
        Assert.Equal((State.PrePublication, "neglect", null, another.Key), (updated.State, updated.Theme, updated.PublishAt, updated.Key));

        service.Time.Advance(TimeSpan.FromHours(2));

        using var watch = service.Changes.WatchChanges(new WatchChangesRequest(), cancellationToken: Stop);
        Assert.True(await watch.ResponseStream.MoveNext(Stop));
        Assert.Equal((one.Name, State.Published), (watch.ResponseStream.Current.Change.Inspection.Name, watch.ResponseStream.Current.Change.Inspection.State));
        Assert.Single((await service.Inspections.ListInspectionsAsync(new ListInspectionsRequest(), cancellationToken: Stop)).Inspections);
    }

    [Fact]
    public async Task Participation_is_recorded_once_for_each_inspectorate_and_may_change()
    {
        await using var service = await StartedAsync();
        var inspection = await CreatedAsync(service);

        await ParticipateAsync("ofsted", Participation.Types.State.TookPart);
        await ParticipateAsync("cqc", Participation.Types.State.TookPart);
        var changed = await ParticipateAsync("ofsted", Participation.Types.State.Withdrew);

        Assert.Equal(
            [("ofsted", Participation.Types.State.Withdrew), ("cqc", Participation.Types.State.TookPart)],
            changed.Participation.Select(one => (one.Inspectorate, one.State)));
        (await Refused.ByAsync(() => ParticipateAsync("", Participation.Types.State.Unspecified)))
            .Is(StatusCode.InvalidArgument, "FIELD_REQUIRED", "participation.state", "participation.inspectorate");

        async Task<Inspection> ParticipateAsync(string inspectorate, Participation.Types.State state) => (await service.Inspections.RecordParticipationAsync(
            new RecordParticipationRequest
            {
                Name = inspection.Name,
                Participation = new Participation { Inspectorate = inspectorate, State = state },
                RequestId = Samples.NewId(),
            },
            service.As("lead"), cancellationToken: Stop)).Inspection;
    }

    [Fact]
    public async Task Two_editors_of_an_inspection_with_one_etag_do_not_lose_an_update()
    {
        await using var service = await StartedAsync();
        var inspection = await CreatedAsync(service);
        await AdvanceAsync(service, inspection.Name, State.OnSite);

        var late = await Refused.ByAsync(service.Inspections.AdvanceInspectionAsync(
            new AdvanceInspectionRequest { Name = inspection.Name, State = State.OffSite, Etag = inspection.Etag, RequestId = Samples.NewId() },
            service.As("lead"), cancellationToken: Stop));

        late.Is(StatusCode.Aborted, "ETAG_MISMATCH", "etag");
    }

    [Fact]
    public async Task A_withdrawn_report_leaves_a_tombstone_and_one_never_published_leaves_none()
    {
        await using var service = await StartedAsync();
        var (published, never) = (await PrePublicationAsync(service, "301"), await CreatedAsync(service, "302"));
        await service.Inspections.PublishInspectionAsync(
            new PublishInspectionRequest { Name = published.Name, RequestId = Samples.NewId() }, service.As("publisher"), cancellationToken: Stop);

        foreach (var name in new[] { published.Name, never.Name })
            await service.Inspections.WithdrawInspectionAsync(
                new WithdrawInspectionRequest { Name = name, Reason = "the wrong service was inspected", RequestId = Samples.NewId() },
                service.As("publisher"), cancellationToken: Stop);

        var tombstone = (await service.Inspections.GetInspectionAsync(new GetInspectionRequest { Name = published.Name }, cancellationToken: Stop)).Inspection;
        Assert.Equal((State.Withdrawn, "the wrong service was inspected", 2), (tombstone.State, tombstone.StateReason, tombstone.Revision));
        (await Refused.ByAsync(service.Inspections.GetInspectionAsync(new GetInspectionRequest { Name = never.Name }, cancellationToken: Stop)))
            .Is(StatusCode.NotFound, "INSPECTION_NOT_FOUND", "name");
        (await Refused.ByAsync(() => AdvanceAsync(service, never.Name, State.OnSite))).Is(StatusCode.FailedPrecondition, "STATE_FORBIDS");
    }

    [Fact]
    public async Task Who_wrote_the_record_does_not_publish_it()
    {
        await using var service = await StartedAsync();
        var one = service.AsOne("somebody", "lead", "publisher");
        var inspection = (await service.Inspections.CreateInspectionAsync(
            new CreateInspectionRequest { Inspection = Notified(new Samples(service.Description), "301"), RequestId = Samples.NewId() }, one, cancellationToken: Stop)).Inspection;
        foreach (var state in new[] { State.OnSite, State.Draft, State.FactualAccuracy, State.PrePublication })
            await AdvanceAsync(service, inspection.Name, state);

        (await Refused.ByAsync(service.Inspections.PublishInspectionAsync(
            new PublishInspectionRequest { Name = inspection.Name, RequestId = Samples.NewId() }, one, cancellationToken: Stop))).Is(StatusCode.PermissionDenied, "AUTHOR_FORBIDS");
    }

    private Task<RunningService> StartedAsync() => RunningService.StartedAsync(new FictionalInspectorate(), Store);

    private static async Task<Inspection> CreatedAsync(RunningService service, string area = "301") => (await service.Inspections.CreateInspectionAsync(
        new CreateInspectionRequest { Inspection = Notified(new Samples(service.Description), area), RequestId = Samples.NewId() },
        service.As("lead"), cancellationToken: Stop)).Inspection;

    private static async Task<Inspection> AdvanceAsync(RunningService service, string name, State state) => (await service.Inspections.AdvanceInspectionAsync(
        new AdvanceInspectionRequest { Name = name, State = state, RequestId = Samples.NewId() }, service.As("lead"), cancellationToken: Stop)).Inspection;

    private static async Task<Inspection> PrePublicationAsync(RunningService service, string area)
    {
        var inspection = await CreatedAsync(service, area);
        foreach (var state in new[] { State.OnSite, State.Draft, State.FactualAccuracy, State.PrePublication })
            inspection = await AdvanceAsync(service, inspection.Name, state);
        return inspection;
    }
}
