using Grpc.Core;
using Inspectorates.Conformance.Fictional;
using Inspectorates.V1;

namespace Inspectorates.Conformance.Teams;

/// <summary>For how long whoever served an authority stays away is the operator's to set.</summary>
public sealed class CoolingOffSettingTests
{
    private const string Setting = "--Inspectorate:Teams:CoolingOffMonths=";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    // The last day there is 30 April 2026, the first of the fieldwork 1 June: a month later, and a day.
    [Theory]
    [InlineData("1", false)]
    [InlineData("2", true)]
    [InlineData("0", false)]
    [InlineData("", true)]
    public async Task F8_The_cooling_off_period_is_a_setting_and_36_months_without_one(string months, bool isWithin)
    {
        await using var service = await RunningService.StartedAsync(new FictionalInspectorate(), StoreKind.Sqlite, Setting + months);
        var inspector = (await service.Teams.RecordInspectorAsync(
            new()
            {
                Inspector = new Inspector
                {
                    Background = ProfessionalBackground.Types.Code.Policing,
                    HomeAuthority = "926",
                    HomeAuthorityUntil = "2026-04-30",
                    Competences = { new Competence { Framework = "fiction", ValidFrom = "2025-01-01" } },
                },
                RequestId = Samples.NewId(),
            },
            service.As("lead"), cancellationToken: Stop)).Inspector.Name;
        var inspection = (await service.Inspections.CreateInspectionAsync(
            new()
            {
                Inspection = new Inspection
                {
                    Kind = Inspection.Types.Kind.Single,
                    Framework = "fiction",
                    Footprint = new Footprint { Areas = { "926" } },
                    Fieldwork = new DateRange { Start = "2026-06-01" },
                },
                RequestId = Samples.NewId(),
            },
            service.As("lead"), cancellationToken: Stop)).Inspection.Name;
        var assigning = service.Teams.AssignInspectorAsync(
            new()
            {
                Inspection = inspection,
                Assignment = new Assignment
                {
                    Inspector = inspector,
                    Role = TeamRole.Types.Code.Inspector,
                    Declaration = new InterestDeclaration { DeclaredOn = "2026-05-01" },
                },
                RequestId = Samples.NewId(),
            },
            service.As("lead"), cancellationToken: Stop);

        if (isWithin)
            (await Refused.ByAsync(assigning)).Is(StatusCode.InvalidArgument, "ASSIGNMENT_WITHIN_COOLING_OFF", "assignment.inspector");
        else
            Assert.Equal(1, (await assigning).Team.DeclarationCount);
    }

    [Theory]
    [InlineData("-1")]
    [InlineData("241")]
    [InlineData("three years")]
    public async Task A_wrong_period_stops_the_start(string months)
    {
        var wrong = await Assert.ThrowsAnyAsync<Exception>(() => RunningService.StartedAsync(new FictionalInspectorate(), StoreKind.Sqlite, Setting + months));

        Assert.Contains($"'{months}' is not a whole number of months from 0 to 240", wrong.Message, StringComparison.Ordinal);
    }
}
