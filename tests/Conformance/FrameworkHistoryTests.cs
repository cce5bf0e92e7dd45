using Inspectorates.Ofsted;
using Inspectorates.V1;
using static Inspectorates.V1.FrameworkResolution.Types;
using Code = Inspectorates.V1.ResolutionReason.Types.Code;

namespace Inspectorates.Conformance;

/// <summary>Which framework applies turns on the inspections in the record that the caller may see.</summary>
public class FrameworkHistoryTests
{
    private const string Line = "child-protection";
    private const string Start = "2013-11-01";

    protected virtual StoreKind Store => StoreKind.Sqlite;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task F22_an_inspection_under_the_previous_framework_leaves_it_undetermined_in_its_area_and_in_no_other()
    {
        await using var service = await RunningService.StartedAsync(new OfstedInspectorate(), Store);
        await ImportAsync(service, "926");

        var inspected = await ResolveAsync(service, new() { Area = "926", Day = Start });
        var byAgency = await ResolveAsync(service, new() { Agency = new Agency { Kind = "local-authority", Code = "926" }, Day = Start });
        var other = await ResolveAsync(service, new() { Area = "925", Day = Start });
        var before = await ResolveAsync(service, new() { Area = "926", Day = "2013-10-31" });

        Assert.Equal((Outcome.UndeterminedBySource, null), (inspected.Outcome, inspected.Framework));
        Assert.Contains(inspected.Reasons, reason => reason.Code == Code.AlreadyInspected);
        Assert.Equal(inspected, byAgency);
        Assert.Equal("sif", other.Framework.Code);
        Assert.Contains(other.Reasons, reason => reason.Code == Code.NotYetInspected);
        Assert.Equal("child-protection", before.Framework.Code);
    }

    [Fact]
    public async Task F22_a_council_asked_about_by_a_former_code_is_the_one_of_today_as_its_area_is()
    {
        await using var service = await RunningService.StartedAsync(new OfstedInspectorate(), Store);
        await ImportAsync(service, "838");

        var byArea = await ResolveAsync(service, new() { Area = "835", Day = Start });
        var byAgency = await ResolveAsync(service, new() { Agency = new Agency { Kind = "local-authority", Code = "835" }, Day = Start });

        Assert.Equal(Outcome.UndeterminedBySource, byArea.Outcome);
        Assert.Equal(byArea, byAgency);
    }

    [Fact]
    public async Task F22_what_was_not_public_on_the_day_of_knowledge_is_no_history()
    {
        await using var service = await RunningService.StartedAsync(new OfstedInspectorate(), Store);
        await ImportAsync(service, "926");

        var article = await ResolveAsync(service, new() { Area = "926", Day = "2013-09-01", AsOf = "2013-04-16" });
        var before = await ResolveAsync(service, new() { Area = "926", Day = "2013-09-01", AsOf = "2012-11-30" });

        Assert.Equal(Outcome.UndeterminedBySource, article.Outcome);
        // Nobody had announced the new one yet.
        Assert.Equal("child-protection", before.Framework.Code);
    }

    [Fact]
    public async Task F22_the_caller_may_know_of_an_inspection_that_the_record_does_not_hold()
    {
        await using var service = await RunningService.StartedAsync(new OfstedInspectorate(), Store);

        var told = await ResolveAsync(service, new() { Area = "926", Day = Start, InspectedUnder = { "child-protection" } });

        Assert.Equal(Outcome.UndeterminedBySource, told.Outcome);
        Assert.Contains("The caller says", told.Reasons.Single(reason => reason.Code == Code.AlreadyInspected).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task F22_the_operators_policy_decides_where_it_is_set_and_a_wrong_one_stops_the_start()
    {
        await using var service = await RunningService.StartedAsync(new OfstedInspectorate(), Store, "--Inspectorate:Frameworks:AlreadyInspected=new");
        await ImportAsync(service, "926");

        var decided = await ResolveAsync(service, new() { Area = "926", Day = Start });

        Assert.Equal("sif", decided.Framework.Code);
        Assert.Contains(decided.Reasons, reason => reason.Code == Code.DecidedByPolicy);
        var wrong = await Assert.ThrowsAnyAsync<Exception>(() =>
            RunningService.StartedAsync(new OfstedInspectorate(), Store, "--Inspectorate:Frameworks:AlreadyInspected=perhaps"));
        Assert.Contains("'perhaps' is neither undetermined nor new", wrong.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task F22_an_inspection_that_is_not_public_changes_nothing_for_the_public()
    {
        await using var service = await RunningService.StartedAsync(new OfstedInspectorate(), Store);
        await service.Inspections.CreateInspectionAsync(
            new CreateInspectionRequest
            {
                Inspection = new Inspection
                {
                    Kind = Inspection.Types.Kind.Single,
                    Framework = "child-protection",
                    Footprint = new Footprint { Areas = { "926" } },
                    Fieldwork = new DateRange { Start = "2012-10-01" },
                },
                RequestId = Samples.NewId(),
            },
            service.As("inspector"), cancellationToken: Stop);
        var request = new ResolveFrameworkRequest { Area = "926", Day = Start, Line = Line };

        var seen = (await service.Describing.ResolveFrameworkAsync(request, cancellationToken: Stop)).Resolutions.Single();
        var byStaff = (await service.Describing.ResolveFrameworkAsync(request, service.As("inspector"), cancellationToken: Stop)).Resolutions.Single();

        Assert.Equal("sif", seen.Framework.Code);
        Assert.Equal(Outcome.UndeterminedBySource, byStaff.Outcome);
    }

    private static async Task<FrameworkResolution> ResolveAsync(RunningService service, ResolveFrameworkRequest request)
    {
        request.Line = Line;
        return (await service.Describing.ResolveFrameworkAsync(request, cancellationToken: Stop)).Resolutions.Single();
    }

    private static async Task ImportAsync(RunningService service, string area)
    {
        var outcome = (await service.Imports.ImportRecordsAsync(
            new ImportRecordsRequest
            {
                Records =
                {
                    new ImportedRecord
                    {
                        SourceKey = $"child-protection/{area}/2012-10-01",
                        Inspection = new Inspection
                        {
                            Kind = Inspection.Types.Kind.Single,
                            Framework = "child-protection",
                            FrameworkVersion = "2012-2013",
                            Footprint = new Footprint { Areas = { area } },
                            Fieldwork = new DateRange { Start = "2012-10-01" },
                            PublishedOn = "2012-12-01",
                            Source = Samples.Source("edition 2013-01-31", "2013-01-31"),
                        },
                    },
                },
                RequestId = Samples.NewId(),
            },
            service.As("inspector"), cancellationToken: Stop)).Outcomes.Single();
        Assert.NotEmpty(outcome.Inspection);
    }
}
