using Google.Protobuf;
using Grpc.Core;
using Inspectorates.Hmic;
using Inspectorates.Hosting.Audit;
using Inspectorates.Hosting.Commands;
using Inspectorates.Joint.V1;
using Inspectorates.Ofsted;
using Inspectorates.V1;
using static Inspectorates.V1.Referral.Types;

namespace Inspectorates.Conformance.Referrals;

/// <summary>
/// A concern referred from one inspectorate to another arrives once and is never lost, and so do the acknowledgement and the answer,
/// whichever party is killed or cut at whichever step.
/// </summary>
public partial class ReferralTests
{
    /// <summary>What goes wrong with a message.</summary>
    public static TheoryData<string> Faults =>
    [
        "nothing", "the gateway is down", "the recipient is down for an hour", "the network is cut before the gateway",
        "the network is cut mid answer", "the answer is lost twice", "it is delivered twice at once", "the receipt is forged",
        "the sender is restarted before it sends", "the sender is restarted after it sent and before it knew",
        "the sender's store fails as the receipt is recorded", "the recipient's store fails as it is recorded", "the recipient is restarted after it recorded it",
        "the clock of the sender steps back", "the clock of the recipient steps back",
    ];

    protected virtual StoreKind Store => StoreKind.Sqlite;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task F9_a_concern_about_a_police_force_reaches_its_host_once_it_is_back_and_the_acknowledgement_comes_home()
    {
        await using var two = await StartedAsync();
        await two.Host.StopAsync();
        var referral = await two.ReferAsync();
        Assert.Equal(("ofsted", "hmic", State.Undelivered), (referral.Sender, referral.Host, referral.State));
        for (var minute = 0; minute < 60; minute++)
        {
            two.Pass(TimeSpan.FromMinutes(1));
            await Task.Delay(5, Stop);
        }

        var waiting = await TwoInspectorates.ReadAsync(two.Sender, referral.Name);
        Assert.Equal(State.Undelivered, waiting!.State);
        Assert.Contains("has not arrived at hmic", Assert.Single(waiting.Waits), StringComparison.Ordinal);
        await two.Host.StartAsync();
        await ArrivesAsync(two, referral.Name, State.Delivered);

        Assert.Equal(State.Delivered, Assert.Single(await TwoInspectorates.AllAsync(two.Host)).State);
        await two.AcknowledgeAsync(referral.Name);
        await ArrivesAsync(two, referral.Name, State.Acknowledged);
        var known = await TwoInspectorates.ReadAsync(two.Sender, referral.Name);
        Assert.Equal(("lead", true, "We shall ask the force."), (known!.Acknowledgement.Role, known.Acknowledgement.DueToBeDecided, known.Acknowledgement.Text));
        await two.AnswerAsync(referral.Name);
        await ArrivesAsync(two, referral.Name, State.Answered);
        await HasTheWholeExchangeOnceAsync(two, referral.Name);
    }

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task Whatever_goes_wrong_with_the_referral_it_arrives_once(string fault)
    {
        await using var two = await StartedAsync();
        await using var failing = await Failing.BeginAsync(two, fault, two.Sender, two.Host);
        var referral = await two.ReferAsync();
        await failing.EndAsync(fault);
        await ArrivesAsync(two, referral.Name, State.Delivered);

        await two.AcknowledgeAsync(referral.Name);
        await ArrivesAsync(two, referral.Name, State.Acknowledged);
        await two.AnswerAsync(referral.Name);
        await ArrivesAsync(two, referral.Name, State.Answered);
        await HasTheWholeExchangeOnceAsync(two, referral.Name);
    }

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task Whatever_goes_wrong_with_the_acknowledgement_and_the_answer_each_arrives_once(string fault)
    {
        await using var two = await StartedAsync();
        var referral = await two.ReferAsync();
        await ArrivesAsync(two, referral.Name, State.Delivered);

        await using (var failing = await Failing.BeginAsync(two, fault, two.Host, two.Sender))
        {
            await two.AcknowledgeAsync(referral.Name);
            await failing.EndAsync(fault);
        }

        await ArrivesAsync(two, referral.Name, State.Acknowledged);
        await using (var failing = await Failing.BeginAsync(two, fault, two.Host, two.Sender))
        {
            await two.AnswerAsync(referral.Name);
            await failing.EndAsync(fault);
        }

        await ArrivesAsync(two, referral.Name, State.Answered);
        await HasTheWholeExchangeOnceAsync(two, referral.Name);
    }

    [Fact]
    public async Task Where_what_is_to_be_sent_cannot_be_written_nothing_is()
    {
        await using var two = await StartedAsync();
        var concern = await two.RaiseAsync();
        await using (await TwoInspectorates.BreakAsync(two.Sender, "outbox", "INSERT"))
            await Assert.ThrowsAsync<RpcException>(() => two.ReferAsync(concern.Name));

        Assert.Empty(await TwoInspectorates.AllAsync(two.Sender));
        Assert.Equal(concern, await GetAsync(two, concern.Name));
        var referral = await two.ReferAsync(concern.Name);
        await ArrivesAsync(two, referral.Name, State.Delivered);
    }

    [Fact]
    public async Task A_message_that_comes_again_has_no_further_effect_and_the_same_receipt()
    {
        await using var two = await StartedAsync();
        var referral = await two.ReferAsync();
        await ArrivesAsync(two, referral.Name, State.Delivered);
        await two.AcknowledgeAsync(referral.Name);
        await ArrivesAsync(two, referral.Name, State.Acknowledged);
        var (one, other) = (await TwoInspectorates.AllAsync(two.Sender, revisions: true), await TwoInspectorates.AllAsync(two.Host, revisions: true));

        // The first comes once more after the others, then all in another order.
        var tried = two.Network.Tried;
        foreach (var (recipient, request) in tried.Concat(tried.Reverse()))
        {
            var receipt = (await two.Network.CarryAsync(recipient, request)).Receipt;
            var message = ReferralMessage.Parser.ParseFrom(request.Message.Message);
            var known = (await TwoInspectorates.ReadAsync(recipient == "hmic" ? two.Host : two.Sender, referral.Name))!;
            Assert.Equal(Assert.Single(known.Exchanges, exchange => exchange.Message.Equals(message)).Receipt, receipt);
        }

        Assert.Equal(one, await TwoInspectorates.AllAsync(two.Sender, revisions: true));
        Assert.Equal(other, await TwoInspectorates.AllAsync(two.Host, revisions: true));
    }

    [Fact]
    public async Task What_comes_before_what_it_follows_is_refused_and_taken_in_its_turn()
    {
        await using var two = await StartedAsync();
        var referral = await two.ReferAsync();
        await ArrivesAsync(two, referral.Name, State.Delivered);
        two.Network.Does = (_, _, _) => throw new RpcException(new Status(StatusCode.Unavailable, "cut"));
        await two.AcknowledgeAsync(referral.Name);
        await two.AnswerAsync(referral.Name);
        using var key = two.KeyOf("hmic");
        var answer = (await TwoInspectorates.ReadAsync(two.Host, referral.Name))!.Exchanges[^1].Message;

        var refused = await Refused.ByAsync(() => two.Network.CarryAsync("ofsted", new DeliverMessageRequest { Message = key.SignMessage(answer.ToByteArray()) }));

        refused.Is(StatusCode.FailedPrecondition, "MESSAGE_OUT_OF_ORDER");
        Assert.Equal(State.Delivered, (await TwoInspectorates.ReadAsync(two.Sender, referral.Name))!.State);
        two.Network.Does = null;
        await ArrivesAsync(two, referral.Name, State.Answered);
        await HasTheWholeExchangeOnceAsync(two, referral.Name);
    }

    public static TheoryData<string, string> Forgeries => new()
    {
        { "not signed", "MESSAGE_NOT_SIGNED" },
        { "signed by the recipient", "MESSAGE_NOT_SIGNED" },
        { "altered", "MESSAGE_NOT_SIGNED" },
        { "from somebody unknown", "MESSAGE_NOT_SIGNED" },
        { "for another", "FIELDS_INCONSISTENT" },
        { "about an agency of others", "NOT_THE_HOST" },
        { "with another's referral", "FIELD_MALFORMED" },
        { "answers itself", "FIELD_MALFORMED" },
        { "another message with a number that came", "MESSAGE_REUSED" },
        { "that names a person", "TEXT_IDENTIFIES" },
        { "that tells a small count", "FIELD_OUT_OF_RANGE" },
        { "of nothing", "MESSAGE_MALFORMED" },
    };

    [Fact]
    public async Task F13_the_joint_view_measures_both_and_says_what_is_underway()
    {
        await using var two = await StartedAsync();
        using var channel = Grpc.Net.Client.GrpcChannel.ForAddress(two.GatewayAddress);
        var joint = new JointInspectionService.JointInspectionServiceClient(channel);
        var first = await two.ReferAsync();
        await ArrivesAsync(two, first.Name, State.Delivered);
        await two.AcknowledgeAsync(first.Name);
        await ArrivesAsync(two, first.Name, State.Acknowledged);
        two.Network.Does = (_, _, _) => throw new RpcException(new Status(StatusCode.Unavailable, "cut"));
        await two.ReferAsync();

        var measures = await joint.GetInspectorateMeasuresAsync(new(), cancellationToken: Stop);

        var passage = Assert.Single(measures.Passages);
        Assert.Equal(("ofsted", "hmic", 2, 1, 1), (passage.Sender, passage.Host, passage.Sent, passage.Received, passage.Underway));
        Assert.Equal((1, 1, 100), (measures.Inspectorates[0].AcknowledgedInTime.InTime_, measures.Inspectorates[0].AcknowledgedInTime.Of, measures.Inspectorates[0].AcknowledgedInTime.Percent));
        Assert.True(measures.Complete);
        using var http = new HttpClient { BaseAddress = new Uri(two.Json) };
        var page = await http.GetStringAsync("/inspectorates/measures", Stop);
        using var read = new AngleSharp.Html.Parser.HtmlParser().ParseDocument(page);
        Assert.Equal(passage.Sentence, read.QuerySelector("[data-passage]")!.TextContent);
        // What a concern says is nobody's but its parties'.
        Assert.DoesNotContain("Strategy discussions", page + await http.GetStringAsync("/api/v1/inspectorates/measures", Stop), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_the_host_says_is_not_its_own_is_held_again_where_it_was()
    {
        await using var two = await StartedAsync();
        var referral = await two.ReferAsync();
        await ArrivesAsync(two, referral.Name, State.Delivered);
        await two.AcknowledgeAsync(referral.Name);
        await two.AnswerAsync(referral.Name, ReferralAnswer.Types.Outcome.NotOurs);
        await ArrivesAsync(two, referral.Name, State.Answered);

        var concern = await GetAsync(two, referral.Concern);

        Assert.Equal((Concern.Types.State.Open, "practitioner", "hmic says that it is not its own"), (concern.State, concern.Holder, concern.RevisionReason));
    }

    [Fact]
    public async Task F4_on_the_immediate_route_what_is_handed_back_days_later_has_its_hours_from_then()
    {
        await using var two = await StartedAsync();
        var referral = await two.ReferAsync((await two.RaiseAsync(raised => raised.Route = Concern.Types.Route.Immediate)).Name);
        await ArrivesAsync(two, referral.Name, State.Delivered);
        await two.AcknowledgeAsync(referral.Name);
        two.Pass(TimeSpan.FromDays(3));
        await two.AnswerAsync(referral.Name, ReferralAnswer.Types.Outcome.NotOurs);
        await ArrivesAsync(two, referral.Name, State.Answered);

        var concern = await GetAsync(two, referral.Concern);

        Assert.Equal(Concern.Types.State.Open, concern.State);
        Assert.Equal(concern.Stage.ReachedAt.ToDateTimeOffset().AddHours(24), concern.Stage.DueAt.ToDateTimeOffset());
        Assert.Null(concern.HeldBeyond);
    }

    [Fact]
    public async Task Verification_holds_what_is_to_be_sent_against_the_log()
    {
        await using var two = await StartedAsync();
        var referral = await two.ReferAsync();
        await ArrivesAsync(two, referral.Name, State.Delivered);
        two.Network.Does = (_, _, _) => throw new RpcException(new Status(StatusCode.Unavailable, "cut"));
        await two.AcknowledgeAsync(referral.Name);

        Assert.Equal(ExitCodes.Done, await VerifyAsync(two.Sender, new OfstedInspectorate()));
        Assert.Equal(ExitCodes.Done, await VerifyAsync(two.Host, new HmicInspectorate()));
        await TwoInspectorates.RunAsync(two.Host, "UPDATE outbox SET delivered_seq = seq");
        Assert.Equal(ExitCodes.Broken, await VerifyAsync(two.Host, new HmicInspectorate()));
        await TwoInspectorates.RunAsync(two.Host, "DELETE FROM outbox");
        Assert.Equal(ExitCodes.Broken, await VerifyAsync(two.Host, new HmicInspectorate()));
    }

    private Task<TwoInspectorates> StartedAsync()
    {
        if (Store == StoreKind.Postgres)
            Inspectorates.Postgres.PostgresPrograms.SkipIfMissing();
        return TwoInspectorates.StartAsync(Store);
    }

    // Whether both records say so: what one of them says alone is not yet known to have arrived.
    private static Task ArrivesAsync(TwoInspectorates two, string name, State state) => two.HoldsAsync(async () =>
        (await TwoInspectorates.ReadAsync(two.Sender, name))?.State == state && (await TwoInspectorates.ReadAsync(two.Host, name)) is { } other
        && other.State == state && other.Exchanges.All(exchange => exchange.Receipt is not null)
        && (await TwoInspectorates.ReadAsync(two.Sender, name))!.Exchanges.All(exchange => exchange.Receipt is not null));

    private static async Task HasTheWholeExchangeOnceAsync(TwoInspectorates two, string name)
    {
        var (one, other) = (Assert.Single(await TwoInspectorates.AllAsync(two.Sender)), Assert.Single(await TwoInspectorates.AllAsync(two.Host)));
        Assert.Equal(name, one.Name);
        foreach (var side in new[] { one, other })
        {
            Assert.Equal(
                [ReferralMessage.ContentOneofCase.Referred, ReferralMessage.ContentOneofCase.Acknowledgement, ReferralMessage.ContentOneofCase.Answer],
                side.Exchanges.Select(exchange => exchange.Message.ContentCase));
            Assert.Equal("The rota has changed.", side.Answer.Text);
            Assert.Empty(side.Waits);
        }

        Assert.Equal(one.Exchanges, other.Exchanges);
        Assert.Equal((one.Subject, one.Text, one.ReferredOn, one.AcknowledgedOn, one.AnsweredOn), (other.Subject, other.Text, other.ReferredOn, other.AcknowledgedOn, other.AnsweredOn));
        // Each message and each receipt is one revision: nothing had its effect twice.
        Assert.Equal(4, one.Revision);
        Assert.Equal(5, other.Revision);
        Assert.Equal(State.Answered, one.State);
    }

    private static async Task<Concern> GetAsync(TwoInspectorates two, string name) =>
        (await TwoInspectorates.Concerns(two.Sender).GetConcernAsync(new() { Name = name }, two.Sender.As("auditor"), cancellationToken: Stop)).Concern;

    private static async Task<int> VerifyAsync(RunningService whose, Hosting.IInspectorate inspectorate) =>
        (await ProgramRun.Of(inspectorate, "verify", "--store", whose.ConnectionString)).ExitCode;

    private static void Nothing()
    {
    }

    private static SignedReferralMessage Forged(TwoInspectorates two, Referral referral, string forgery)
    {
        using var key = two.KeyOf(forgery == "signed by the recipient" ? "hmic" : "ofsted");
        var message = referral.Exchanges[0].Message.Clone();
        message.Referral = "inspectorates/ofsted/referrals/forged";
        Action change = forgery switch
        {
            "from somebody unknown" => () => message.Origin = "somebody",
            "for another" => () => message.Recipient = "cqc",
            "about an agency of others" => () => message.Referred.Subject = new Agency { Kind = "icb", Code = "E54000022" },
            "with another's referral" => () => message.Referral = "inspectorates/hmic/referrals/forged",
            "answers itself" => () => (message.Acknowledgement, message.Referral) = (new ReferralAcknowledgement { DueToBeDecided = true }, referral.Name),
            "another message with a number that came" => () => (message.Referred.Text, message.Referral) = ("Something else.", referral.Name),
            "that names a person" => () => message.Referred.Text = "Ring 020 7946 0958.",
            "that tells a small count" => () => message.Referred.Evidence[0].Count = 3,
            // The forgery is in what is signed.
            _ => Nothing,
        };
        change();
        var signed = key.SignMessage(forgery == "of nothing" ? [0x0a, 0x05] : message.ToByteArray());
        if (forgery == "not signed")
            signed.Signature = ByteString.Empty;
        if (forgery == "altered")
            signed.Message = ByteString.CopyFrom([.. signed.Message.Span, .. new ReferralMessage { Number = 2 }.ToByteArray()]);
        return signed;
    }
}
