using Grpc.Core;
using Inspectorates.V1;
using Background = Inspectorates.V1.ProfessionalBackground.Types.Code;

namespace Inspectorates.Conformance;

public abstract partial class InspectorateConformance
{
    public static TheoryData<string, string, string> FaultyInspectors => new()
    {
        { "no background", "FIELD_REQUIRED", "inspector.background" },
        { "unknown background", "FIELD_OUT_OF_RANGE", "inspector.background" },
        { "name", "FIELD_OUTPUT_ONLY", "inspector.name" },
        { "revision", "FIELD_OUTPUT_ONLY", "inspector.revision" },
        { "home is a force", "AREA_CODE_IS_OTHER_GEOGRAPHY", "inspector.home_authority" },
        { "until without home", "FIELDS_INCONSISTENT", "inspector.home_authority_until" },
        { "until malformed", "FIELD_MALFORMED", "inspector.home_authority_until" },
        { "framework unknown", "FRAMEWORK_UNKNOWN", "inspector.competences[0].framework" },
        { "theme is a name", "FIELD_MALFORMED", "inspector.competences[0].theme" },
        { "no first day", "FIELD_REQUIRED", "inspector.competences[0].valid_from" },
        { "last day first", "FIELDS_INCONSISTENT", "inspector.competences[0].valid_until" },
        { "interest without area", "FIELD_REQUIRED", "inspector.interests[0].authority" },
        { "interest without kind", "FIELD_REQUIRED", "inspector.interests[0].kind" },
        { "interest in a named agency", "FIELD_OUTPUT_ONLY", "inspector.interests[0].agency.name" },
        { "interest in any code", "AGENCY_CODE_MALFORMED", "inspector.interests[0].agency.code" },
    };

    [Theory]
    [MemberData(nameof(FaultyInspectors))]
    public async Task A_faulty_inspector_is_refused_with_its_reason_and_field(string fault, string reason, string field)
    {
        var inspector = Competent();
        Spoil(inspector, fault);

        (await Refused.ByAsync(RecordAsync(inspector))).Is(StatusCode.InvalidArgument, reason, field);
    }

    [Fact]
    public async Task An_inspector_is_a_pseudonym_that_the_service_mints_and_staff_alone_see()
    {
        var recorded = (await RecordAsync(Competent())).Inspector;

        Assert.Matches($"^inspectorates/{service.Description.Code}/inspectors/[0-9a-f]{{32}}\\z", recorded.Name);
        Assert.Equal(recorded, (await service.Teams.GetInspectorAsync(new() { Name = recorded.Name }, service.As("auditor"), cancellationToken: Stop)).Inspector);
        (await Refused.ByAsync(service.Teams.GetInspectorAsync(new() { Name = recorded.Name }, cancellationToken: Stop))).Is(StatusCode.Unauthenticated, "TOKEN_REQUIRED");
        (await Refused.ByAsync(service.Teams.ListInspectorsAsync(new(), service.As("operator"), cancellationToken: Stop))).Is(StatusCode.PermissionDenied, "ROLE_FORBIDS");
        (await Refused.ByAsync(service.Teams.RecordInspectorAsync(
            new() { Inspector = Competent(), RequestId = Samples.NewId() }, service.As("inspector"), cancellationToken: Stop))).Is(StatusCode.PermissionDenied, "ROLE_FORBIDS");
        Assert.DoesNotContain((await service.Changes.ListChangesAsync(new() { PageSize = 500 }, cancellationToken: Stop)).Changes, change => change.Inspector is not null);
    }

    [Fact]
    public async Task An_inspector_is_revised_and_listed_by_framework_and_home_authority()
    {
        var given = Competent();
        given.HomeAuthority = "E10000015";
        var recorded = (await RecordAsync(given)).Inspector;
        Assert.Equal(("919", 1, Inspector.Types.State.Active), (recorded.HomeAuthority, recorded.Revision, recorded.State));
        var request = new ReviseInspectorRequest { Inspector = recorded.Clone(), Etag = recorded.Etag, RequestId = Samples.NewId() };
        request.Inspector.State = Inspector.Types.State.Left;

        var revised = await service.Teams.ReviseInspectorAsync(request, service.As("lead"), cancellationToken: Stop);

        Assert.Equal((2, Inspector.Types.State.Left), (revised.Inspector.Revision, revised.Inspector.State));
        Assert.Equal(revised, await service.Teams.ReviseInspectorAsync(request, service.As("lead"), cancellationToken: Stop));
        request.RequestId = Samples.NewId();
        (await Refused.ByAsync(service.Teams.ReviseInspectorAsync(request, service.As("lead"), cancellationToken: Stop))).Is(StatusCode.Aborted, "ETAG_MISMATCH", "etag");
        request.Inspector.Name += "0";
        (await Refused.ByAsync(service.Teams.ReviseInspectorAsync(request, service.As("lead"), cancellationToken: Stop))).Is(StatusCode.NotFound, "INSPECTOR_NOT_FOUND", "name");
        Assert.Equal([revised.Inspector], await InspectorsAsync(new() { HomeAuthority = "E10000015", Framework = Samples.Framework.Code }));
        Assert.Equal(2, (await InspectorsAsync(new() { HomeAuthority = "919", AllRevisions = true })).Count);
    }

    private Inspector Competent() => new()
    {
        Background = Background.SocialWork,
        Competences = { new Competence { Framework = Samples.Framework.Code, ValidFrom = "2025-01-01" } },
    };

    private AsyncUnaryCall<RecordInspectorResponse> RecordAsync(Inspector inspector) =>
        service.Teams.RecordInspectorAsync(new() { Inspector = inspector, RequestId = Samples.NewId() }, service.As("lead"), cancellationToken: Stop);

    private async Task<string> InspectorAsync() => (await RecordAsync(Competent())).Inspector.Name;

    private async Task<string> OfficerAsync(string home, string until = "")
    {
        var officer = Competent();
        (officer.HomeAuthority, officer.HomeAuthorityUntil) = (home, until);
        return (await RecordAsync(officer)).Inspector.Name;
    }

    private async Task<IReadOnlyList<Inspector>> InspectorsAsync(ListInspectorsRequest request) =>
        (await service.Teams.ListInspectorsAsync(request, service.As("lead"), cancellationToken: Stop)).Inspectors;

    private static void Spoil(Inspector inspector, string fault)
    {
        var competence = inspector.Competences[0];
        switch (fault)
        {
            case "no background": inspector.Background = 0; break;
            case "unknown background": inspector.Background = (Background)77; break;
            case "name": inspector.Name = "Jo Bloggs"; break;
            case "revision": inspector.Revision = 2; break;
            case "home is a force": inspector.HomeAuthority = "E23000024"; break;
            case "until without home": inspector.HomeAuthorityUntil = "2025-01-01"; break;
            case "until malformed": (inspector.HomeAuthority, inspector.HomeAuthorityUntil) = ("926", "soon"); break;
            case "framework unknown": competence.Framework = "tea-tasting"; break;
            case "theme is a name": competence.Theme = "jo-bloggs"; break;
            case "no first day": competence.ValidFrom = ""; break;
            case "last day first": competence.ValidUntil = "2024-12-31"; break;
            case "interest without area": inspector.Interests.Add(new Interest { Kind = Interest.Types.Kind.Contract }); break;
            case "interest without kind": inspector.Interests.Add(new Interest { Authority = "926" }); break;
            case "interest in a named agency":
                inspector.Interests.Add(new Interest { Authority = "926", Kind = Interest.Types.Kind.Contract, Agency = new Agency { Kind = "police-force", Name = "Jo Bloggs" } });
                break;
            case "interest in any code":
                inspector.Interests.Add(new Interest { Authority = "926", Kind = Interest.Types.Kind.Contract, Agency = new Agency { Kind = "youth-justice-service", Code = "jo-bloggs" } });
                break;
            default: throw new ArgumentException(fault);
        }
    }
}
