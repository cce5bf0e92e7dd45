using System.Security.Cryptography;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Inspectorates.Conformance.Embargo;
using Inspectorates.Conformance.Fictional;
using Inspectorates.Hosting.Audit;
using Inspectorates.V1;
using static Inspectorates.V1.Position.Types;

namespace Inspectorates.Conformance.Positions;

/// <summary>
/// What two inspectorates say about their difference stays blind until both have said it or the days have passed, whatever the
/// gateway between them does; and then stands as written.
/// </summary>
public class PositionTests
{
    private const string Reason = "The two fieldworks saw other months.";

    protected virtual StoreKind Store => StoreKind.Sqlite;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_position_is_blind_until_both_are_in_and_then_both_are_shown_as_written()
    {
        await using var parties = await StartedAsync();
        var one = await TwoParties.RecordAsync(parties.One, parties.PositionOf(parties.One, Choice.StandsBy, Reason));

        Assert.Equal((State.Blind, Choice.StandsBy, Reason), (one.State, one.Choice, one.Reason));
        await parties.StaysBlindAsync(parties.One, one.Name);
        NothingSaid(await TwoParties.SeenAsync(parties.One, one.Name));
        var other = await TwoParties.RecordAsync(parties.Other, parties.PositionOf(parties.Other, Choice.Explains, "Grades of other scales."));

        var (shown, othersShown) = (await parties.ShownAsync(parties.One, one.Name), await parties.ShownAsync(parties.Other, other.Name));
        Assert.Equal((State.Shown, Choice.StandsBy, Reason, "lead", 1), (shown.State, shown.Choice, shown.Reason, shown.Role, shown.Revision));
        Assert.Equal((State.Shown, Choice.Explains, "Grades of other scales."), (othersShown.State, othersShown.Choice, othersShown.Reason));
        Assert.All([shown, othersShown], position => Assert.Equal(ShownBecause.AllCommitted, position.ShownBecause));
        Assert.Equal([other.Commitment], shown.OtherCommitments);
        Assert.Equal([one.Commitment], othersShown.OtherCommitments);
        Assert.Equal(["fictional", "second"], shown.Parties);
    }

    [Fact]
    public async Task Whoever_keeps_a_commitment_can_tell_that_what_is_shown_is_what_was_committed_to()
    {
        await using var parties = await StartedAsync();
        var one = await TwoParties.RecordAsync(parties.One, parties.PositionOf(parties.One, reason: Reason));
        var kept = Assert.Single((await parties.One.Positions.ListCommitmentsAsync(new ListCommitmentsRequest(), cancellationToken: Stop)).Commitments);
        await TwoParties.RecordAsync(parties.Other, parties.PositionOf(parties.Other));

        var shown = await parties.ShownAsync(parties.One, one.Name);

        using var key = parties.KeyOf(FictionalInspectorate.InspectorateCode);
        Assert.True(CommitmentSignature.IsOf(kept, FictionalInspectorate.InspectorateCode, shown.Difference, [key.PublicKey]));
        Assert.Equal(kept, shown.Commitment);
        Assert.Equal(kept.Hash.ToByteArray(), SHA256.HashData([.. shown.Salt.Span, .. PositionBody.Of(shown, "STANDS_BY")]));
        var another = shown.Clone();
        another.Reason += " ";
        Assert.NotEqual(kept.Hash.ToByteArray(), SHA256.HashData([.. another.Salt.Span, .. PositionBody.Of(another, "STANDS_BY")]));
    }

    [Fact]
    public async Task After_the_working_days_a_position_is_shown_though_the_other_has_not_answered()
    {
        await using var parties = await StartedAsync();
        // Monday 15 June 2026 and ten working days are Monday 29 June: that day is the last.
        var one = await TwoParties.RecordAsync(parties.One, parties.PositionOf(parties.One));
        Assert.Equal("2026-06-29", one.Commitment.BlindUntil);

        parties.Pass(new DateTimeOffset(2026, 6, 29, 22, 59, 0, TimeSpan.Zero) - parties.One.Time.GetUtcNow());
        await parties.StaysBlindAsync(parties.One, one.Name);
        parties.Pass(TimeSpan.FromMinutes(1));

        var shown = await parties.ShownAsync(parties.One, one.Name);
        Assert.Equal(ShownBecause.TimePassed, shown.ShownBecause);
        Assert.Empty(shown.OtherCommitments);
        // Whoever answers late is shown at once: the first is in.
        var late = await TwoParties.RecordAsync(parties.Other, parties.PositionOf(parties.Other));
        Assert.Equal(ShownBecause.AllCommitted, (await parties.ShownAsync(parties.Other, late.Name)).ShownBecause);
    }

    [Fact]
    public async Task What_was_due_while_the_service_was_down_is_shown_after_its_start_and_not_before()
    {
        await using var parties = await StartedAsync();
        var one = await TwoParties.RecordAsync(parties.One, parties.PositionOf(parties.One, reason: Reason));
        var at = parties.One.Time.GetUtcNow();

        await parties.One.RestartAtAsync(at.AddDays(1));
        await parties.StaysBlindAsync(parties.One, one.Name);
        await parties.One.RestartAtAsync(at.AddDays(30));

        Assert.Equal(Reason, (await parties.ShownAsync(parties.One, one.Name)).Reason);
    }

    [Fact]
    public async Task A_restart_between_the_two_loses_nothing()
    {
        await using var parties = await StartedAsync();
        var one = await TwoParties.RecordAsync(parties.One, parties.PositionOf(parties.One, reason: Reason));
        await parties.One.StopAsync();
        await parties.One.StartAsync();
        await parties.StaysBlindAsync(parties.One, one.Name);
        var other = await TwoParties.RecordAsync(parties.Other, parties.PositionOf(parties.Other));

        Assert.Equal(Reason, (await parties.ShownAsync(parties.One, one.Name)).Reason);
        await parties.ShownAsync(parties.Other, other.Name);
    }

    [Fact]
    public async Task A_clock_that_steps_back_shows_nothing_until_it_has_caught_up()
    {
        await using var parties = await StartedAsync(withGateway: false);
        await using var gateway = await ScriptedGateway.StartAsync(parties.GatewayAddress);
        var one = await TwoParties.RecordAsync(parties.One, parties.PositionOf(parties.One));
        var at = parties.One.Time.GetUtcNow();
        parties.One.Time.Advance(TimeSpan.FromDays(3));
        await TwoParties.PublishAsync(parties.One, "2026-02-01", "fine");
        await parties.One.RestartAtAsync(at);
        gateway.Commitments = [Signed(parties, "second", one.Difference)];

        await parties.StaysBlindAsync(parties.One, one.Name);
        Assert.True(gateway.Asked > 1, $"it was asked {gateway.Asked} times");
        parties.Pass(TimeSpan.FromDays(3));

        await parties.ShownAsync(parties.One, one.Name);
    }

    [Theory]
    [InlineData("another key")]
    [InlineData("another difference")]
    [InlineData("another inspectorate")]
    [InlineData("altered")]
    [InlineData("no signature")]
    [InlineData("its own")]
    public async Task A_gateway_that_forges_or_alters_a_commitment_is_not_believed(string forgery)
    {
        await using var parties = await StartedAsync(withGateway: false);
        await using var gateway = await ScriptedGateway.StartAsync(parties.GatewayAddress);
        var one = await TwoParties.RecordAsync(parties.One, parties.PositionOf(parties.One));
        gateway.Commitments = [Forged(parties, one, forgery)];

        await parties.StaysBlindAsync(parties.One, one.Name);

        Assert.True(gateway.Asked > 1, $"it was asked {gateway.Asked} times");
        NothingSaid(await TwoParties.SeenAsync(parties.One, one.Name));
        // What the other has signed is believed, whoever brings it.
        gateway.Commitments = [Forged(parties, one, forgery), Signed(parties, "second", one.Difference)];
        await parties.ShownAsync(parties.One, one.Name);
    }

    [Fact]
    public async Task Only_the_inspectorates_own_staff_read_what_a_blind_position_says()
    {
        await using var parties = await StartedAsync(withGateway: false);
        await using var gateway = await ScriptedGateway.StartAsync(parties.GatewayAddress);
        var one = await TwoParties.RecordAsync(parties.One, parties.PositionOf(parties.One, reason: Reason));

        foreach (var role in new[] { "inspector", "lead", "quality-assurer", "publisher", "auditor" })
            Assert.Equal(Reason, (await GetAsync(parties.One.As(role))).Reason);
        foreach (var headers in new Metadata?[] { null, parties.One.As("operator"), parties.One.As("witness"), parties.One.AsReaderOf("fiction/301/2026-02-01") })
        {
            NothingSaid(await GetAsync(headers));
            NothingSaid(Assert.Single((await parties.One.Positions.ListPositionsAsync(new ListPositionsRequest(), headers, cancellationToken: Stop)).Positions));
            foreach (var change in (await parties.One.Changes.ListChangesAsync(new ListChangesRequest(), headers, cancellationToken: Stop)).Changes)
                if (change.Position is not null)
                    NothingSaid(change.Position);
        }

        (await Refused.ByAsync(parties.One.Positions.GetPositionAsync(new GetPositionRequest { Name = one.Name }, parties.Other.As("auditor"), cancellationToken: Stop)))
            .Is(StatusCode.Unauthenticated, "TOKEN_INVALID");

        async Task<Position> GetAsync(Metadata? headers) =>
            (await parties.One.Positions.GetPositionAsync(new GetPositionRequest { Name = one.Name }, headers, cancellationToken: Stop)).Position;
    }

    [Fact]
    public async Task What_the_public_sees_of_a_blind_position_is_as_long_whatever_it_says()
    {
        await using var parties = await StartedAsync(withGateway: false);
        await using var gateway = await ScriptedGateway.StartAsync(parties.GatewayAddress);
        var seen = new List<byte[]>();
        foreach (var (choice, reason) in new[] { (Choice.AcceptsDifference, "Yes."), (Choice.WillRevisit, new string('x', 2000)) })
        {
            var verdict = await TwoParties.PublishAsync(parties.One, "2026-02-01", "fine");
            var position = TwoParties.On(verdict, parties.OthersVerdict, choice, reason);
            position.TargetToBeDecided = choice == Choice.WillRevisit;
            var blind = await TwoParties.SeenAsync(parties.One, (await TwoParties.RecordAsync(parties.One, position)).Name);
            NothingSaid(blind);
            // What differs is random, or whose difference it is.
            (blind.Name, blind.Verdict, blind.Difference, blind.Etag) = ("", "", "", "");
            (blind.Commitment.Position, blind.Commitment.Difference, blind.Commitment.Hash, blind.Commitment.Signature) = ("", "", ByteString.Empty, ByteString.Empty);
            (blind.RecordedAt, blind.Commitment.CommittedAt) = (null, null);
            seen.Add(blind.ToByteArray());
        }

        Assert.Equal(seen[0], seen[1]);
    }

    [Fact]
    public async Task A_verdict_of_the_other_that_is_not_public_is_told_of_to_nobody()
    {
        await using var parties = await StartedAsync();
        var draft = (await parties.Other.Verdicts.RecordVerdictAsync(
            Samples.Recording(new Samples(parties.Other.Description).Verdict(TwoParties.Area)), parties.Other.As("inspector"), cancellationToken: Stop)).Verdict;

        var refused = await RefusedAsync(parties.One, TwoParties.On(parties.OnesVerdict, draft.Name));

        refused.Is(StatusCode.FailedPrecondition, "VERDICT_NOT_PUBLIC", "position.other_verdict");
        Assert.Empty((await parties.One.Positions.ListPositionsAsync(new ListPositionsRequest(), cancellationToken: Stop)).Positions);
        Assert.Empty((await parties.One.Positions.ListCommitmentsAsync(new ListCommitmentsRequest(), cancellationToken: Stop)).Commitments);
        await parties.StopGatewayAsync();
        (await RefusedAsync(parties.One, parties.PositionOf(parties.One))).Is(StatusCode.Unavailable, "OTHER_VERDICT_UNCHECKED");
    }

    [Fact]
    public async Task The_same_request_is_answered_as_before_when_the_gateway_is_gone()
    {
        await using var parties = await StartedAsync();
        var request = new RecordPositionRequest { Position = parties.PositionOf(parties.One), RequestId = Samples.NewId() };
        var first = await parties.One.Positions.RecordPositionAsync(request, parties.One.As("lead"), cancellationToken: Stop);
        await parties.StopGatewayAsync();

        var again = await parties.One.Positions.RecordPositionAsync(request, parties.One.As("lead"), cancellationToken: Stop);

        Assert.Equal(first, again);
        Assert.Single((await parties.One.Positions.ListPositionsAsync(new ListPositionsRequest(), cancellationToken: Stop)).Positions);
    }

    [Fact]
    public async Task A_check_writes_nothing_and_signs_nothing()
    {
        await using var parties = await StartedAsync();

        var check = (await parties.One.Positions.RecordPositionAsync(
            new RecordPositionRequest { Position = parties.PositionOf(parties.One), RequestId = Samples.NewId(), ValidateOnly = true },
            parties.One.As("lead"), cancellationToken: Stop)).Position;

        Assert.Equal((0, 0), (check.Commitment.Signature.Length, check.Commitment.KeyId.Length));
        Assert.Empty((await parties.One.Positions.ListCommitmentsAsync(new ListCommitmentsRequest(), cancellationToken: Stop)).Commitments);
    }

    [Fact]
    public async Task A_blind_position_stands_as_committed_and_a_shown_one_is_revised_beside_what_it_said()
    {
        await using var parties = await StartedAsync();
        var one = await TwoParties.RecordAsync(parties.One, parties.PositionOf(parties.One, reason: Reason));
        var revision = new RevisePositionRequest
        {
            Name = one.Name,
            Choice = Choice.WillRevisit,
            PositionReason = "We shall look again.",
            TargetToBeDecided = true,
            Reason = "after talking to each other",
            RequestId = Samples.NewId(),
        };
        (await Refused.ByAsync(parties.One.Positions.RevisePositionAsync(revision, parties.One.As("lead"), cancellationToken: Stop)))
            .Is(StatusCode.FailedPrecondition, "STATE_FORBIDS");
        (await RefusedAsync(parties.One, parties.PositionOf(parties.One))).Is(StatusCode.AlreadyExists, "POSITION_EXISTS", "position.difference");
        await TwoParties.RecordAsync(parties.Other, parties.PositionOf(parties.Other));
        var shown = await parties.ShownAsync(parties.One, one.Name);

        revision.RequestId = Samples.NewId();
        revision.Etag = "another";
        (await Refused.ByAsync(parties.One.Positions.RevisePositionAsync(revision, parties.One.As("lead"), cancellationToken: Stop)))
            .Is(StatusCode.Aborted, "ETAG_MISMATCH", "etag");
        (revision.Etag, revision.RequestId) = (shown.Etag, Samples.NewId());
        var revised = (await parties.One.Positions.RevisePositionAsync(revision, parties.One.As("publisher"), cancellationToken: Stop)).Position;

        Assert.Equal((2, Choice.WillRevisit, "after talking to each other", "publisher"), (revised.Revision, revised.Choice, revised.RevisionReason, revised.Role));
        Assert.Equal(parties.One.Time.GetUtcNow().ToString("yyyy-MM-dd", null), revised.ToBeDecidedOn);
        var all = (await parties.One.Positions.ListPositionsAsync(
            new ListPositionsRequest { Difference = one.Difference, AllRevisions = true }, cancellationToken: Stop)).Positions;
        Assert.Equal([(State.Superseded, Reason), (State.Shown, "We shall look again.")], all.Select(position => (position.State, position.Reason)));
        Assert.Equal([revised], (await parties.One.Positions.ListPositionsAsync(new ListPositionsRequest(), cancellationToken: Stop)).Positions);
    }

    [Fact]
    public async Task Changes_bring_the_commitment_then_the_position_in_their_place_and_no_cursor_is_passed_twice()
    {
        await using var parties = await StartedAsync();
        var one = await TwoParties.RecordAsync(parties.One, parties.PositionOf(parties.One, reason: Reason));
        await TwoParties.PublishAsync(parties.One, "2026-04-01", "fine", verdict => verdict.Process = "icpc");
        await TwoParties.RecordAsync(parties.Other, parties.PositionOf(parties.Other));
        await parties.ShownAsync(parties.One, one.Name);

        foreach (var size in new[] { 1, 2, 50 })
        {
            var (cursor, seen) = ("", new List<Change>());
            while ((await parties.One.Changes.ListChangesAsync(new ListChangesRequest { Cursor = cursor, PageSize = size }, cancellationToken: Stop)) is { Changes.Count: > 0 } page)
            {
                seen.AddRange(page.Changes);
                cursor = page.Cursor;
            }

            Assert.Equal(
                [Change.RecordOneofCase.Verdict, Change.RecordOneofCase.Position, Change.RecordOneofCase.Verdict, Change.RecordOneofCase.Position],
                seen.Select(change => change.RecordCase));
            Assert.Equal([State.Blind, State.Shown], seen.Select(change => change.Position).OfType<Position>().Select(position => position.State));
        }

        var staff = (await parties.One.Changes.ListChangesAsync(new ListChangesRequest(), parties.One.As("lead"), cancellationToken: Stop)).Changes;
        Assert.Equal(Reason, staff[1].Position.Reason);
    }

    [Fact]
    public async Task The_record_as_it_was_before_shows_the_position_as_it_was_then()
    {
        await using var parties = await StartedAsync();
        var one = await TwoParties.RecordAsync(parties.One, parties.PositionOf(parties.One));
        parties.Pass(TimeSpan.FromDays(2));
        var before = Timestamp.FromDateTimeOffset(parties.One.Time.GetUtcNow());
        parties.Pass(TimeSpan.FromSeconds(1));
        await TwoParties.RecordAsync(parties.Other, parties.PositionOf(parties.Other));
        await parties.ShownAsync(parties.One, one.Name);

        var then = (await parties.One.Positions.GetPositionAsync(new GetPositionRequest { Name = one.Name, RecordedAsOf = before }, cancellationToken: Stop)).Position;
        NothingSaid(then);
        Assert.Equal([State.Blind], (await parties.One.Positions.ListPositionsAsync(
            new ListPositionsRequest { RecordedAsOf = before, AllRevisions = true }, cancellationToken: Stop)).Positions.Select(position => position.State));
        Assert.Equal([State.Blind], (await parties.One.Positions.ListPositionsAsync(
            new ListPositionsRequest { AsOf = "2026-06-16" }, cancellationToken: Stop)).Positions.Select(position => position.State));
        Assert.Empty((await parties.One.Positions.ListPositionsAsync(new ListPositionsRequest { AsOf = "2026-06-14" }, cancellationToken: Stop)).Positions);
    }

    private Task<TwoParties> StartedAsync(bool withGateway = true)
    {
        if (Store == StoreKind.Postgres)
            Inspectorates.Postgres.PostgresPrograms.SkipIfMissing();
        return TwoParties.StartAsync(Store, withGateway);
    }

    private static async Task<Refused> RefusedAsync(RunningService service, Position position) => await Refused.ByAsync(
        service.Positions.RecordPositionAsync(new RecordPositionRequest { Position = position, RequestId = Samples.NewId() }, service.As("lead"), cancellationToken: Stop));

    private static void NothingSaid(Position seen)
    {
        Assert.Equal(State.Blind, seen.State);
        Assert.Equal((Choice.Unspecified, "", "", "", "", false), (seen.Choice, seen.Reason, seen.Role, seen.TargetDate, seen.ToBeDecidedOn, seen.TargetToBeDecided));
        Assert.Equal(0, seen.Salt.Length);
        Assert.Null(seen.ShownAt);
    }

    private static Commitment Forged(TwoParties parties, Position one, string forgery)
    {
        switch (forgery)
        {
            case "another key":
                var file = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
                using (var made = SigningKey.LoadOrCreate(file))
                {
                    File.Delete(file);
                    return Signed(made, "second", one.Difference);
                }

            case "another difference":
                var moved = Signed(parties, "second", "0000000000000000");
                moved.Difference = one.Difference;
                return moved;
            case "another inspectorate":
                return Signed(parties, "fictional", one.Difference, "second");
            case "altered":
                var altered = Signed(parties, "second", one.Difference);
                altered.Hash = ByteString.CopyFrom(new byte[32]);
                return altered;
            case "no signature":
                var bare = Signed(parties, "second", one.Difference);
                bare.Signature = ByteString.Empty;
                return bare;
            default:
                return one.Commitment;
        }
    }

    private static Commitment Signed(TwoParties parties, string signer, string difference, string? claims = null)
    {
        using var key = parties.KeyOf(signer);
        return Signed(key, claims ?? signer, difference);
    }

    private static Commitment Signed(SigningKey key, string inspectorate, string difference)
    {
        var commitment = new Commitment
        {
            Origin = $"inspectorates/{inspectorate}",
            Position = $"inspectorates/{inspectorate}/positions/3f2504e0",
            Difference = difference,
            Hash = ByteString.CopyFrom(SHA256.HashData([1])),
            CommittedAt = Timestamp.FromDateTimeOffset(EmbargoedService.Start),
            BlindUntil = "2026-06-29",
        };
        key.Sign(commitment);
        return commitment;
    }
}
