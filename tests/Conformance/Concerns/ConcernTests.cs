using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Inspectorates.Conformance.Fictional;
using Inspectorates.V1;
using static Inspectorates.V1.Concern.Types;

namespace Inspectorates.Conformance.Concerns;

/// <summary>A concern about an agency, raised, held, escalated, referred and closed through the real service.</summary>
public class ConcernTests
{
    protected virtual StoreKind Store => StoreKind.Sqlite;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static TheoryData<string, string, string> Faulty => new()
    {
        { "no agency", "FIELD_REQUIRED", "concern.subject" },
        { "unknown kind", "AGENCY_KIND_UNKNOWN", "concern.subject.kind" },
        { "wrong code", "AGENCY_CODE_MALFORMED", "concern.subject.code" },
        { "no area", "FIELD_REQUIRED", "concern.areas" },
        { "district", "AREA_CODE_IS_DISTRICT", "concern.areas[0]" },
        { "unknown process", "PROCESS_UNKNOWN", "concern.process" },
        { "no evidence", "FIELD_REQUIRED", "concern.evidence" },
        { "negative count", "FIELD_OUT_OF_RANGE", "concern.evidence[0].count" },
        { "no text", "FIELD_REQUIRED", "concern.text" },
        { "long text", "FIELD_OUT_OF_RANGE", "concern.text" },
        { "telephone", "TEXT_IDENTIFIES", "concern.text" },
        { "a person", "HOLDER_UNKNOWN", "concern.holder" },
        { "unknown route", "FIELD_OUT_OF_RANGE", "concern.route" },
        { "name", "FIELD_OUTPUT_ONLY", "concern.name" },
        { "stage", "FIELD_OUTPUT_ONLY", "concern.stage" },
        { "held beyond", "FIELD_OUTPUT_ONLY", "concern.held_beyond" },
    };

    [Theory]
    [MemberData(nameof(Faulty))]
    public async Task A_faulty_concern_is_refused_with_its_reason_and_field(string fault, string reason, string field)
    {
        await using var service = await StartedAsync();

        (await Refused.ByAsync(() => RaiseAsync(service, concern => Spoil(concern, fault)))).Is(StatusCode.InvalidArgument, reason, field);
    }

    [Fact]
    public async Task What_a_concern_rests_on_is_checked_as_the_evidence_of_a_verdict_is()
    {
        await using var service = await StartedAsync();
        foreach (var (piece, reason, field) in new (Evidence, string, string)[]
        {
            (new() { Type = Evidence.Types.Type.Indicator, Count = 1 }, "FIELD_REQUIRED", "indicator"),
            (new() { Type = Evidence.Types.Type.Indicator, Count = 1, Indicator = "made-up" }, "INDICATOR_UNKNOWN", "indicator"),
            (new() { Type = Evidence.Types.Type.TrackedChild, Count = 6, NotCounted = true }, "FIELDS_INCONSISTENT", "not_counted"),
            (new() { Type = Evidence.Types.Type.TrackedChild, Suppressed = true }, "FIELD_OUTPUT_ONLY", "suppressed"),
            (new() { Type = Evidence.Types.Type.TrackedChild, Count = 6, Method = "call 020 7946 0958" }, "TEXT_IDENTIFIES", "method"),
            (new() { Type = Evidence.Types.Type.TrackedChild, Count = 6, Window = new DateRange { Start = "2026-02-30" } }, "FIELD_MALFORMED", "window.start"),
            (new() { Type = Evidence.Types.Type.TrackedChild, Count = 6, Reference = "jane.smith" }, "FIELD_MALFORMED", "reference"),
        })
            (await Refused.ByAsync(() => RaiseAsync(service, concern => concern.Evidence.Add(piece)))).Is(StatusCode.InvalidArgument, reason, $"concern.evidence[1].{field}");
    }

    [Fact]
    public async Task F4_a_concern_is_raised_escalated_step_by_step_and_closed_each_a_revision_that_stays_readable()
    {
        await using var service = await StartedAsync();
        var raised = await RaiseAsync(service);
        Assert.Equal(("practitioner", 1, "2026-06-15", "2026-06-16", State.Open), (raised.Holder, raised.Stage.Number, raised.RaisedOn, raised.Stage.DueOn, raised.State));

        service.Time.Advance(TimeSpan.FromDays(1));
        var next = await EscalateAsync(service, raised.Name);
        var director = await EscalateAsync(service, raised.Name, "director");
        var closed = (await Client(service).CloseConcernAsync(
            new CloseConcernRequest { Name = raised.Name, Outcome = Outcome.Resolved, OutcomeText = "The rota has changed.", Etag = director.Etag, RequestId = Samples.NewId() },
            service.As("publisher"), cancellationToken: Stop)).Concern;

        Assert.Equal(("line-manager", "2026-06-17", "no answer"), (next.Holder, next.Stage.DueOn, next.RevisionReason));
        Assert.Equal(("director", 5), (director.Holder, director.Stage.Number));
        Assert.Equal((State.Closed, "2026-06-16", 4), (closed.State, closed.ClosedOn, closed.Revision));
        var all = (await Client(service).ListConcernsAsync(new ListConcernsRequest { AllRevisions = true }, service.As("auditor"), cancellationToken: Stop)).Concerns;
        Assert.Equal(["practitioner", "line-manager", "director", "director"], all.Select(revision => revision.Holder));
        (await Refused.ByAsync(() => EscalateAsync(service, raised.Name))).Is(StatusCode.FailedPrecondition, "STATE_FORBIDS");
    }

    [Fact]
    public async Task F4_a_concern_held_and_not_escalated_beyond_its_time_is_shown_against_its_holder()
    {
        await using var service = await StartedAsync();
        var late = await RaiseAsync(service);
        service.Time.Advance(TimeSpan.FromDays(4));
        var inTime = await RaiseAsync(service);

        var held = Assert.Single((await Client(service).ListConcernsAsync(new ListConcernsRequest { HeldBeyondOnly = true }, service.As("lead"), cancellationToken: Stop)).Concerns);
        Assert.Equal(late.Name, held.Name);
        Assert.Equal(("practitioner", 3, "held beyond its time by 3 working days"), (held.HeldBeyond.Holder, held.HeldBeyond.WorkingDays, held.HeldBeyond.Text));
        Assert.Null((await GetAsync(service, inTime.Name)).HeldBeyond);
        Assert.Null((await GetAsync(service, late.Name, Timestamp.FromDateTimeOffset(service.Time.GetUtcNow().AddDays(-3)))).HeldBeyond);

        var measures = await MeasuresAsync(service);
        Assert.Equal(("practitioner", 2, 1, 3), Assert.Single(measures.Concerns.Select(one => (one.Holder, one.Held, one.BeyondTime, one.MostWorkingDaysBeyond))));
        Assert.Null((await EscalateAsync(service, late.Name)).HeldBeyond);
        Assert.Equal([("line-manager", 0), ("practitioner", 0)], (await MeasuresAsync(service)).Concerns.Select(one => (one.Holder, one.BeyondTime)));
    }

    [Fact]
    public async Task F4_on_the_immediate_route_a_concern_has_24_hours_weekends_included()
    {
        await using var service = await StartedAsync();
        var raised = await RaiseAsync(service, concern => concern.Route = Route.Immediate);
        Assert.Equal(raised.RaisedAt.ToDateTimeOffset().AddHours(24), raised.Stage.DueAt.ToDateTimeOffset());

        service.Time.Advance(TimeSpan.FromHours(20));
        Assert.Equal(raised.Stage.DueAt, (await EscalateAsync(service, raised.Name)).Stage.DueAt);
        service.Time.Advance(TimeSpan.FromHours(5));

        Assert.Equal("line-manager", (await GetAsync(service, raised.Name)).HeldBeyond.Holder);
    }

    [Fact]
    public async Task Beyond_the_last_step_there_is_none_and_nobody_goes_down_the_ladder()
    {
        await using var service = await StartedAsync("--Escalation:Steps=inspector 1, chief-inspector 2");
        var raised = await RaiseAsync(service);

        (await Refused.ByAsync(() => EscalateAsync(service, raised.Name, "inspector"))).Is(StatusCode.InvalidArgument, "HOLDER_UNKNOWN", "holder");
        await EscalateAsync(service, raised.Name);
        (await Refused.ByAsync(() => EscalateAsync(service, raised.Name))).Is(StatusCode.FailedPrecondition, "TOP_OF_LADDER");
        var ladder = (await Client(service).GetEscalationLadderAsync(new GetEscalationLadderRequest(), cancellationToken: Stop)).Ladder;
        Assert.Equal(["inspector", "chief-inspector"], ladder.Steps.Select(step => step.Holder));
    }

    [Theory]
    [InlineData("local-authority", "301", "OWN_AGENCY")]
    [InlineData("voluntary", "1234567", "NO_HOST_INSPECTORATE")]
    public async Task F9_what_nobody_else_has_powers_over_is_not_referred(string kind, string code, string reason)
    {
        await using var service = await StartedAsync();
        var raised = await RaiseAsync(service, concern => concern.Subject = new Agency { Kind = kind, Code = code });

        (await Refused.ByAsync(() => ReferAsync(service, raised.Name))).Is(StatusCode.FailedPrecondition, reason);
        Assert.Equal(raised.Etag, (await GetAsync(service, raised.Name)).Etag);
    }

    [Fact]
    public async Task F9_a_concern_that_is_referred_is_the_hosts_and_is_referred_once()
    {
        await using var service = await StartedAsync();
        var raised = await RaiseAsync(service);
        var written = await ReferAsync(service, raised.Name);

        Assert.Equal((State.Referred, "referred to hmic"), (written.Concern.State, written.Concern.RevisionReason));
        Assert.Equal([written.Referral.Name], written.Concern.Referrals);
        // Five working days after Monday 15 June 2026.
        Assert.Equal(("hmic", "2026-06-22", raised.Text), (written.Referral.Host, written.Referral.AcknowledgeBy, written.Referral.Text));
        (await Refused.ByAsync(() => ReferAsync(service, raised.Name))).Is(StatusCode.FailedPrecondition, "STATE_FORBIDS");
        (await Refused.ByAsync(() => EscalateAsync(service, raised.Name))).Is(StatusCode.FailedPrecondition, "STATE_FORBIDS");
        (await Refused.ByAsync(Referrals(service).AcknowledgeReferralAsync(
            new AcknowledgeReferralRequest { Name = written.Referral.Name, Acknowledgement = new() { DueToBeDecided = true }, RequestId = Samples.NewId() },
            service.As("lead"), cancellationToken: Stop))).Is(StatusCode.FailedPrecondition, "STATE_FORBIDS");
        service.Time.Advance(TimeSpan.FromDays(60));
        Assert.Null((await GetAsync(service, raised.Name)).HeldBeyond);
        Assert.Equal((1, 0, 1), ((await MeasuresAsync(service)).Sent.Count, (await MeasuresAsync(service)).Sent.Delivered, (await MeasuresAsync(service)).Sent.AcknowledgementOverdue));
    }

    [Fact]
    public async Task The_same_request_is_answered_as_before_and_another_body_under_its_id_is_refused()
    {
        await using var service = await StartedAsync();
        var raised = await RaiseAsync(service);
        var request = new ReferConcernRequest { Concern = raised.Name, Text = "As talked about.", RequestId = Samples.NewId() };
        var first = await Referrals(service).ReferConcernAsync(request, service.As("lead"), cancellationToken: Stop);

        Assert.Equal(first, await Referrals(service).ReferConcernAsync(request, service.As("lead"), cancellationToken: Stop));
        request.Text = "Otherwise.";
        (await Refused.ByAsync(Referrals(service).ReferConcernAsync(request, service.As("lead"), cancellationToken: Stop))).Is(StatusCode.AlreadyExists, "REQUEST_ID_REUSED", "request_id");
        Assert.Single((await Referrals(service).ListReferralsAsync(new ListReferralsRequest(), service.As("lead"), cancellationToken: Stop)).Referrals);
    }

    [Fact]
    public async Task A_check_writes_nothing_and_a_stale_etag_is_refused()
    {
        await using var service = await StartedAsync();
        var raised = await RaiseAsync(service);
        await EscalateAsync(service, raised.Name);

        var check = await Referrals(service).ReferConcernAsync(
            new ReferConcernRequest { Concern = raised.Name, RequestId = Samples.NewId(), ValidateOnly = true }, service.As("lead"), cancellationToken: Stop);
        (await Refused.ByAsync(Referrals(service).ReferConcernAsync(
            new ReferConcernRequest { Concern = raised.Name, Etag = raised.Etag, RequestId = Samples.NewId() }, service.As("lead"), cancellationToken: Stop)))
            .Is(StatusCode.Aborted, "ETAG_MISMATCH", "etag");

        Assert.Equal(State.Referred, check.Concern.State);
        Assert.Equal(State.Open, (await GetAsync(service, raised.Name)).State);
        Assert.Empty((await Referrals(service).ListReferralsAsync(new ListReferralsRequest(), service.As("lead"), cancellationToken: Stop)).Referrals);
        (await Refused.ByAsync(() => GetAsync(service, "inspectorates/fictional/concerns/none"))).Is(StatusCode.NotFound, "CONCERN_NOT_FOUND", "name");
    }

    [Theory]
    [InlineData("inspector", false)]
    [InlineData("lead", true)]
    [InlineData("publisher", true)]
    [InlineData("quality-assurer", false)]
    public async Task Roles_decide_who_refers(string role, bool may)
    {
        await using var service = await StartedAsync();
        var raised = await RaiseAsync(service);
        var call = Referrals(service).ReferConcernAsync(new ReferConcernRequest { Concern = raised.Name, RequestId = Samples.NewId() }, service.As(role), cancellationToken: Stop);

        if (may)
            Assert.Equal(1, (await call).Referral.Revision);
        else
            (await Refused.ByAsync(call)).Is(StatusCode.PermissionDenied, "ROLE_FORBIDS");
    }

    private Task<RunningService> StartedAsync(params string[] settings)
    {
        if (Store == StoreKind.Postgres)
            Inspectorates.Postgres.PostgresPrograms.SkipIfMissing();
        return RunningService.StartedAsync(new FictionalInspectorate(), Store, settings);
    }

    private static ConcernService.ConcernServiceClient Client(RunningService service) => new(service.Channel);

    private static ReferralService.ReferralServiceClient Referrals(RunningService service) => new(service.Channel);

    private static async Task<Concern> RaiseAsync(RunningService service, Action<Concern>? change = null)
    {
        var concern = new Concern
        {
            Subject = new Agency { Kind = "police-force", Code = "E23000024" },
            Areas = { "926" },
            Process = "strategy-discussion",
            Evidence = { new Evidence { Type = Evidence.Types.Type.SampledChild, Count = 4 } },
            Text = "Strategy discussions were held without the police.",
        };
        change?.Invoke(concern);
        return (await Client(service).RaiseConcernAsync(new RaiseConcernRequest { Concern = concern, RequestId = Samples.NewId() }, service.As("inspector"), cancellationToken: Stop)).Concern;
    }

    private static async Task<Concern> EscalateAsync(RunningService service, string name, string holder = "") => (await Client(service).EscalateConcernAsync(
        new EscalateConcernRequest { Name = name, Holder = holder, Reason = "no answer", RequestId = Samples.NewId() }, service.As("inspector"), cancellationToken: Stop)).Concern;

    private static async Task<ReferConcernResponse> ReferAsync(RunningService service, string name) => await Referrals(service).ReferConcernAsync(
        new ReferConcernRequest { Concern = name, RequestId = Samples.NewId() }, service.As("lead"), cancellationToken: Stop);

    private static async Task<Concern> GetAsync(RunningService service, string name, Timestamp? then = null) =>
        (await Client(service).GetConcernAsync(new GetConcernRequest { Name = name, RecordedAsOf = then }, service.As("auditor"), cancellationToken: Stop)).Concern;

    private static async Task<InspectorateMeasures> MeasuresAsync(RunningService service) =>
        (await Referrals(service).GetMeasuresAsync(new GetMeasuresRequest(), cancellationToken: Stop)).Measures;

    private static void Spoil(Concern concern, string fault)
    {
        Action spoil = fault switch
        {
            "no agency" => () => concern.Subject = null,
            "unknown kind" => () => concern.Subject.Kind = "circus",
            "wrong code" => () => concern.Subject.Code = "Norfolk",
            "no area" => concern.Areas.Clear,
            "district" => () => concern.Areas[0] = "E07000148",
            "unknown process" => () => concern.Process = "juggling",
            "no evidence" => concern.Evidence.Clear,
            "negative count" => () => concern.Evidence[0].Count = -1,
            "no text" => () => concern.Text = "",
            "long text" => () => concern.Text = new string('x', 2001),
            "telephone" => () => concern.Text = "Ring 020 7946 0958.",
            "a person" => () => concern.Holder = "jane-smith",
            "unknown route" => () => concern.Route = (Route)9,
            "name" => () => concern.Name = "inspectorates/fictional/concerns/mine",
            "stage" => () => concern.Stage = new ConcernStage { Number = 1 },
            "held beyond" => () => concern.HeldBeyond = new HeldBeyond { Text = "no" },
            _ => throw new ArgumentException(fault),
        };
        spoil();
    }
}
