using Grpc.Core;
using Inspectorates.Reference;
using Inspectorates.V1;

namespace Inspectorates.Conformance;

public abstract partial class InspectorateConformance
{
    public static TheoryData<string, string, string> FaultyPositions => new()
    {
        { "no difference", "FIELD_REQUIRED", "position.difference" },
        { "another difference", "FIELDS_INCONSISTENT", "position.difference" },
        { "no area", "FIELD_REQUIRED", "position.area" },
        { "district", "AREA_CODE_IS_DISTRICT", "position.area" },
        { "unknown process", "PROCESS_UNKNOWN", "position.process" },
        { "aspect in words", "FIELD_MALFORMED", "position.aspect" },
        { "no verdict", "FIELD_REQUIRED", "position.verdict" },
        { "another's verdict", "FIELDS_INCONSISTENT", "position.verdict" },
        { "no other verdict", "FIELD_REQUIRED", "position.other_verdict" },
        { "no name", "FIELD_MALFORMED", "position.other_verdict" },
        { "itself", "FIELDS_INCONSISTENT", "position.other_verdict" },
        { "no choice", "FIELD_REQUIRED", "position.choice" },
        { "unknown choice", "FIELD_OUT_OF_RANGE", "position.choice" },
        { "no reason", "FIELD_REQUIRED", "position.reason" },
        { "long reason", "FIELD_OUT_OF_RANGE", "position.reason" },
        { "telephone", "TEXT_IDENTIFIES", "position.reason" },
        { "no day", "FIELD_REQUIRED", "position.target_date" },
        { "day and to be decided", "FIELDS_INCONSISTENT", "position.target_date" },
        { "day malformed", "FIELD_MALFORMED", "position.target_date" },
        { "day past", "FIELD_OUT_OF_RANGE", "position.target_date" },
        { "day without revisiting", "FIELDS_INCONSISTENT", "position.target_date" },
        { "to be decided without revisiting", "FIELDS_INCONSISTENT", "position.target_to_be_decided" },
        { "name", "FIELD_OUTPUT_ONLY", "position.name" },
        { "role", "FIELD_OUTPUT_ONLY", "position.role" },
        { "state", "FIELD_OUTPUT_ONLY", "position.state" },
        { "parties", "FIELD_OUTPUT_ONLY", "position.parties" },
        { "commitment", "FIELD_OUTPUT_ONLY", "position.commitment" },
    };

    [Theory]
    [MemberData(nameof(FaultyPositions))]
    public async Task A_faulty_position_is_refused_with_its_reason_and_field(string fault, string reason, string field)
    {
        var position = Unseen();
        Spoil(position, fault);

        (await RefusedAsync(position)).Is(StatusCode.InvalidArgument, reason, field);
    }

    [Fact]
    public async Task Where_both_verdicts_are_its_own_there_is_nobody_to_be_blind_to()
    {
        var (position, area) = await OwnDifferenceAsync();

        var recorded = await RecordPositionAsync(position);

        Assert.Equal((Position.Types.State.Shown, Position.Types.ShownBecause.OneParty), (recorded.State, recorded.ShownBecause));
        Assert.Equal([service.Description.Code], recorded.Parties);
        Assert.Equal(recorded, (await service.Positions.GetPositionAsync(new GetPositionRequest { Name = recorded.Name }, cancellationToken: Stop)).Position);
        Assert.Equal([recorded], (await service.Positions.ListPositionsAsync(new ListPositionsRequest { Area = area }, cancellationToken: Stop)).Positions);
        Assert.Equal([recorded.Commitment], (await service.Positions.ListCommitmentsAsync(
            new ListCommitmentsRequest { Differences = { recorded.Difference, "none" } }, cancellationToken: Stop)).Commitments);
    }

    [Theory]
    [InlineData("inspector")]
    [InlineData("quality-assurer")]
    [InlineData("auditor")]
    [InlineData("operator")]
    [InlineData("witness")]
    [InlineData("joint-reader")]
    public async Task A_position_is_recorded_by_those_who_answer_for_the_inspectorate(string role)
    {
        var position = Unseen();

        (await Refused.ByAsync(service.Positions.RecordPositionAsync(
            new RecordPositionRequest { Position = position, RequestId = Samples.NewId() }, service.As(role), cancellationToken: Stop))).Is(StatusCode.PermissionDenied, "ROLE_FORBIDS");
        (await Refused.ByAsync(service.Positions.RecordPositionAsync(
            new RecordPositionRequest { Position = position, RequestId = Samples.NewId() }, cancellationToken: Stop))).Is(StatusCode.Unauthenticated, "TOKEN_REQUIRED");
    }

    [Fact]
    public async Task A_position_is_on_a_verdict_that_is_public_and_about_the_area()
    {
        var (position, area) = await OwnDifferenceAsync();
        var draft = await RecordAsync(Samples.Verdict(area));
        var elsewhere = await RecordAsync(Samples.Published(service.NewArea(), "2024-02-01"));

        (await RefusedAsync(Between(area, draft.Name, position.OtherVerdict))).Is(StatusCode.FailedPrecondition, "VERDICT_NOT_PUBLIC", "position.verdict");
        (await RefusedAsync(Between(area, position.Verdict, draft.Name))).Is(StatusCode.FailedPrecondition, "VERDICT_NOT_PUBLIC", "position.other_verdict");
        (await RefusedAsync(Between(area, elsewhere.Name, position.OtherVerdict))).Is(StatusCode.InvalidArgument, "FIELDS_INCONSISTENT", "position.area");
        // Nobody is there to say whether another's is public.
        (await RefusedAsync(Between(area, position.Verdict, "inspectorates/nobody/verdicts/1"))).Is(StatusCode.Unavailable, "OTHER_VERDICT_UNCHECKED");
    }

    [Fact]
    public async Task One_difference_has_one_position_and_the_same_request_one_effect()
    {
        var request = new RecordPositionRequest { Position = (await OwnDifferenceAsync()).Position, RequestId = Samples.NewId() };

        var first = await service.Positions.RecordPositionAsync(request, service.As("lead"), cancellationToken: Stop);
        var again = await service.Positions.RecordPositionAsync(request, service.As("lead"), cancellationToken: Stop);

        Assert.Equal(first, again);
        (await RefusedAsync(request.Position)).Is(StatusCode.AlreadyExists, "POSITION_EXISTS", "position.difference");
        request.Position.Reason = "another";
        (await Refused.ByAsync(service.Positions.RecordPositionAsync(request, service.As("lead"), cancellationToken: Stop)))
            .Is(StatusCode.AlreadyExists, "REQUEST_ID_REUSED", "request_id");
    }

    [Fact]
    public async Task Pages_of_positions_and_commitments_leave_nothing_out()
    {
        var (area, names) = ("", new List<string>());
        for (var number = 0; number < 3; number++)
        {
            area = area.Length > 0 ? area : service.NewArea();
            names.Add((await RecordPositionAsync((await OwnDifferenceAsync(area)).Position)).Name);
        }

        var (positions, commitments, positionsToken, commitmentsToken) = (new List<string>(), new List<string>(), "", "");
        do
        {
            var page = await service.Positions.ListPositionsAsync(
                new ListPositionsRequest { Area = area, PageSize = 1, PageToken = positionsToken }, cancellationToken: Stop);
            positions.AddRange(page.Positions.Select(position => position.Name));
            positionsToken = page.NextPageToken;
            var committed = await service.Positions.ListCommitmentsAsync(
                new ListCommitmentsRequest { Area = area, PageSize = 1, PageToken = commitmentsToken }, cancellationToken: Stop);
            commitments.AddRange(committed.Commitments.Select(commitment => commitment.Position));
            commitmentsToken = committed.NextPageToken;
        }
        while (positionsToken.Length > 0);

        Assert.Equal(names, positions);
        Assert.Equal(names, commitments);
    }

    [Fact]
    public async Task There_is_no_position_of_a_made_up_name()
    {
        (await Refused.ByAsync(service.Positions.GetPositionAsync(new GetPositionRequest { Name = "inspectorates/x/positions/y" }, cancellationToken: Stop)))
            .Is(StatusCode.NotFound, "POSITION_NOT_FOUND", "name");
        (await Refused.ByAsync(service.Positions.RevisePositionAsync(
            new RevisePositionRequest
            {
                Name = "inspectorates/x/positions/y",
                Choice = Position.Types.Choice.StandsBy,
                PositionReason = "r",
                Reason = "r",
                RequestId = Samples.NewId(),
            },
            service.As("lead"), cancellationToken: Stop))).Is(StatusCode.NotFound, "POSITION_NOT_FOUND", "name");
        (await Refused.ByAsync(service.Positions.ListCommitmentsAsync(
            new ListCommitmentsRequest { Differences = { Enumerable.Repeat("x", 101) } }, cancellationToken: Stop))).Is(StatusCode.InvalidArgument, "FIELD_OUT_OF_RANGE", "differences");
    }

    [Fact]
    public async Task Earlier_versions_that_were_public_are_listed_when_asked_for()
    {
        var area = service.NewArea();
        var first = await RecordAsync(Samples.Published(area, "2024-02-01"));
        await RecordAsync(Samples.Verdict(area, Samples.Worst));
        var better = Samples.Published(area, "2024-02-01", Samples.Worst);
        better.Name = first.Name;
        await service.Verdicts.SupersedeVerdictAsync(
            new SupersedeVerdictRequest { Verdict = better, Reason = "a mistake", RequestId = Samples.NewId() }, service.As("inspector"), cancellationToken: Stop);

        foreach (var headers in new Metadata?[] { null, service.As("lead") })
        {
            var earlier = Assert.Single((await service.Verdicts.ListVerdictsAsync(
                new ListVerdictsRequest { Area = area, SupersededOnly = true }, headers, cancellationToken: Stop)).Verdicts);
            Assert.Equal((first.Name, 1, Samples.Best, Verdict.Types.State.Superseded), (earlier.Name, earlier.Revision, earlier.Grade.Code, earlier.State));
        }

        Assert.Empty((await service.Verdicts.ListVerdictsAsync(
            new ListVerdictsRequest { Area = area, SupersededOnly = true, AsOf = "2024-01-30" }, cancellationToken: Stop)).Verdicts);
    }

    private async Task<(Position Position, string Area)> OwnDifferenceAsync(string? given = null)
    {
        var area = given ?? service.NewArea();
        var one = await RecordAsync(Samples.Published(area, "2024-02-01"));
        var other = await RecordAsync(Samples.Published(area, "2024-03-01", Samples.Worst));
        return (Between(area, one.Name, other.Name), area);
    }

    // What is refused before the record is looked at needs no verdicts.
    private Position Unseen() => Between("301", $"inspectorates/{service.Description.Code}/verdicts/1", $"inspectorates/{service.Description.Code}/verdicts/2");

    private Position Between(string area, string own, string other) => new()
    {
        Difference = DifferenceIds.Of(area, Samples.Process, "timeliness", own, other),
        Area = area,
        Process = Samples.Process,
        Aspect = "timeliness",
        Verdict = own,
        OtherVerdict = other,
        Choice = Position.Types.Choice.Explains,
        Reason = "Practice was changed in between.",
    };

    private async Task<Position> RecordPositionAsync(Position position) => (await service.Positions.RecordPositionAsync(
        new RecordPositionRequest { Position = position, RequestId = Samples.NewId() }, service.As("lead"), cancellationToken: Stop)).Position;

    private async Task<Refused> RefusedAsync(Position position) => await Refused.ByAsync(
        service.Positions.RecordPositionAsync(new RecordPositionRequest { Position = position, RequestId = Samples.NewId() }, service.As("lead"), cancellationToken: Stop));

    private static void Spoil(Position position, string fault)
    {
        switch (fault)
        {
            case "no difference": position.Difference = ""; break;
            case "another difference": position.Difference = "0000000000000000"; break;
            case "no area": position.Area = ""; break;
            case "district": position.Area = "E07000148"; break;
            case "unknown process": position.Process = "tea-making"; break;
            case "aspect in words": position.Aspect = "How timely"; break;
            case "no verdict": position.Verdict = ""; break;
            case "another's verdict": position.Verdict = "inspectorates/nobody/verdicts/1"; break;
            case "no other verdict": position.OtherVerdict = ""; break;
            case "no name": position.OtherVerdict = "a verdict"; break;
            case "itself": position.OtherVerdict = position.Verdict; break;
            case "no choice": position.Choice = 0; break;
            case "unknown choice": position.Choice = (Position.Types.Choice)77; break;
            case "no reason": position.Reason = ""; break;
            case "long reason": position.Reason = new string('x', 2001); break;
            case "telephone": position.Reason = "call 020 7946 0958"; break;
            case "no day": position.Choice = Position.Types.Choice.WillRevisit; break;
            case "day and to be decided": (position.Choice, position.TargetDate, position.TargetToBeDecided) = (Position.Types.Choice.WillRevisit, "2027-01-04", true); break;
            case "day malformed": (position.Choice, position.TargetDate) = (Position.Types.Choice.WillRevisit, "soon"); break;
            case "day past": (position.Choice, position.TargetDate) = (Position.Types.Choice.WillRevisit, "2026-01-05"); break;
            case "day without revisiting": position.TargetDate = "2027-01-04"; break;
            case "to be decided without revisiting": position.TargetToBeDecided = true; break;
            case "name": position.Name = "inspectorates/x/positions/y"; break;
            case "role": position.Role = "lead"; break;
            case "state": position.State = Position.Types.State.Shown; break;
            case "parties": position.Parties.Add("x"); break;
            case "commitment": position.Commitment = new Commitment(); break;
            default: throw new ArgumentException(fault);
        }
    }
}
