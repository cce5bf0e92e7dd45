using Grpc.Core;
using Inspectorates.V1;
using static Inspectorates.V1.Statement.Types;

namespace Inspectorates.Conformance;

public abstract partial class InspectorateConformance
{
    [Fact]
    public async Task Where_the_report_states_no_day_seventy_working_days_from_its_receipt_are_computed_and_marked_so()
    {
        var needed = Needed(await InspectedAsync("2017-12-04"));
        needed.ReportReceivedOn = "2018-01-30";

        var recorded = (await RecordAsync(needed)).Statement;

        Assert.Equal(("2018-05-11", DueBasis.Computed), (recorded.DueOn, recorded.DueBasis));
        recorded.StatedDueOn = "2018-05-09";
        var revised = await ReviseAsync(recorded, "the report states a day");
        Assert.Equal(("2018-05-09", DueBasis.StatedInReport), (revised.DueOn, revised.DueBasis));
    }

    [Fact]
    public async Task The_day_printed_in_the_inspections_own_record_counts_as_stated()
    {
        var needed = Needed(await InspectedAsync("2017-12-11", "2018-06-01"));
        needed.ReportReceivedOn = "2018-01-30";

        var recorded = (await RecordAsync(needed)).Statement;

        Assert.Equal(("2018-06-01", DueBasis.StatedInReport), (recorded.DueOn, recorded.DueBasis));
    }

    [Fact]
    public async Task Without_a_stated_day_or_a_day_of_receipt_no_day_is_made_up()
    {
        var recorded = (await RecordAsync(Needed(await InspectedAsync("2017-12-18")))).Statement;

        Assert.Equal(("", DueBasis.Unspecified), (recorded.DueOn, recorded.DueBasis));
    }

    [Theory]
    [InlineData("local-authority")]
    [InlineData("icb")]
    [InlineData("police-force")]
    [InlineData("")]
    public async Task Any_safeguarding_partner_or_the_partnership_can_be_the_principal_authority(string kind)
    {
        var needed = Needed(await InspectedAsync("2018-01-08"));
        needed.PrincipalAuthority = kind.Length == 0 ? new Subject { Kind = Subject.Types.Kind.Partnership } : To(kind);

        Assert.Equal(needed.PrincipalAuthority, (await RecordAsync(needed)).Statement.PrincipalAuthority);
    }

    [Theory]
    [InlineData("no requirement", "FIELD_REQUIRED", "statement.requirement")]
    [InlineData("no inspection", "FIELD_REQUIRED", "statement.inspection")]
    [InlineData("inspection nobody has", "INSPECTION_UNKNOWN", "statement.inspection")]
    [InlineData("no principal", "FIELD_REQUIRED", "statement.principal_authority")]
    [InlineData("school", "FIELDS_INCONSISTENT", "statement.principal_authority.agency.kind")]
    [InlineData("not needed with principal", "FIELDS_INCONSISTENT", "statement.requirement")]
    [InlineData("received before", "FIELDS_INCONSISTENT", "statement.received_on")]
    [InlineData("received tomorrow", "FIELD_OUT_OF_RANGE", "statement.received_on")]
    [InlineData("day malformed", "FIELD_MALFORMED", "statement.stated_due_on")]
    [InlineData("due on", "FIELD_OUTPUT_ONLY", "statement.due_on")]
    [InlineData("published", "FIELDS_INCONSISTENT", "statement.source")]
    public async Task A_faulty_record_of_a_statement_is_refused_with_its_reason_and_field(string fault, string reason, string field)
    {
        var statement = Needed("inspectorates/nobody/inspections/1");
        switch (fault)
        {
            case "no requirement": (statement.Requirement, statement.PrincipalAuthority) = (0, null); break;
            case "no inspection": statement.Inspection = ""; break;
            case "no principal": statement.PrincipalAuthority = null; break;
            case "school": statement.PrincipalAuthority = To("school"); break;
            case "not needed with principal": statement.Requirement = Requirement.NotNeeded; break;
            case "received before": (statement.ReportReceivedOn, statement.ReceivedOn) = ("2018-01-30", "2018-01-29"); break;
            case "received tomorrow": statement.ReceivedOn = "2026-06-16"; break;
            case "day malformed": statement.StatedDueOn = "in May"; break;
            case "due on": statement.DueOn = "2018-05-11"; break;
            case "published": statement.State = State.Published; break;
        }

        (await Refused.ByAsync(RecordAsync(statement))).Is(StatusCode.InvalidArgument, reason, field);
    }

    [Fact]
    public async Task There_is_one_record_for_an_inspection_and_it_is_public_with_the_inspection_and_not_before()
    {
        var inspection = await InspectedAsync("2018-02-05");
        var draft = (await RecordAsync(Needed(inspection))).Statement;
        var second = await Refused.ByAsync(RecordAsync(Needed(inspection)));
        second.Is(StatusCode.AlreadyExists, "STATEMENT_EXISTS", "statement.inspection");
        (await Refused.ByAsync(service.Statements.GetStatementAsync(new() { Name = draft.Name }, cancellationToken: Stop))).Is(StatusCode.NotFound, "STATEMENT_NOT_FOUND", "name");

        var early = await Refused.ByAsync(service.Statements.PublishStatementAsync(
            new() { Name = draft.Name, RequestId = Samples.NewId() }, service.As("publisher"), cancellationToken: Stop));

        early.Is(StatusCode.FailedPrecondition, "INSPECTION_NOT_PUBLIC", "statement.inspection");
        Assert.Empty((await service.Statements.ListStatementsAsync(new() { Inspection = inspection }, cancellationToken: Stop)).Statements);
        Assert.Equal([draft], (await service.Statements.ListStatementsAsync(new() { Inspection = inspection }, service.As("auditor"), cancellationToken: Stop)).Statements);
        await service.Statements.WithdrawStatementAsync(new() { Name = draft.Name, Reason = "r", RequestId = Samples.NewId() }, service.As("publisher"), cancellationToken: Stop);
        Assert.Equal(2, (await RecordAsync(Needed(inspection))).Statement.Revision + 1);
    }

    [Fact]
    public async Task A_published_statement_is_seen_by_everybody_and_so_is_that_it_was_received()
    {
        var area = service.NewArea();
        var imported = await ImportAsync(Samples.Record(area, "2018-02-12", Samples.Best, Samples.Source("edition", "2018-04-01")));
        var inspection = (await service.Inspections.ListInspectionsAsync(new() { Area = area }, cancellationToken: Stop)).Inspections.Single().Name;
        var needed = Needed(inspection);
        needed.ReportReceivedOn = "2018-01-30";
        var draft = (await RecordAsync(needed)).Statement;
        await service.Statements.PublishStatementAsync(new() { Name = draft.Name, RequestId = Samples.NewId() }, service.As("publisher"), cancellationToken: Stop);

        needed.Name = draft.Name;
        needed.ReceivedOn = "2018-05-14";
        await ReviseAsync(needed, "received", "publisher");

        var seen = Assert.Single((await service.Statements.ListStatementsAsync(new() { Area = area }, cancellationToken: Stop)).Statements);
        Assert.Equal((2, "2018-05-11", "2018-05-14", State.Published), (seen.Revision, seen.DueOn, seen.ReceivedOn, seen.State));
        Assert.Equal(2, (await service.Statements.ListStatementsAsync(new() { Area = area, AllRevisions = true }, cancellationToken: Stop)).Statements.Count);
        Assert.NotNull(imported);
    }

    [Fact]
    public async Task A_statement_is_published_with_the_day_and_the_areas_its_inspection_has_come_to()
    {
        var inspection = await InspectionOfAsync("X02");
        var draft = (await RecordAsync(Needed(inspection))).Statement;
        Assert.Equal("", draft.DueOn);
        await ChangeAsync(inspection, changed =>
        {
            changed.StatementDueOn = "2026-10-01";
            changed.Footprint.Areas.Add("X03");
        });

        var followed = Assert.Single((await service.Statements.ListStatementsAsync(new() { Inspection = inspection }, service.As("lead"), cancellationToken: Stop)).Statements);
        Assert.Equal((2, "2026-10-01", DueBasis.StatedInReport, 2), (followed.Revision, followed.DueOn, followed.DueBasis, followed.Footprint.Areas.Count));
        await ChangeAsync(inspection, changed => (changed.Theme, changed.StatementDueOn) = ("neglect", "2026-10-01"), "X02", "X03");
        Assert.Equal(2, (await service.Statements.GetStatementAsync(new() { Name = draft.Name }, service.As("lead"), cancellationToken: Stop)).Statement.Revision);
    }

    [Fact]
    public async Task An_import_that_tells_another_day_brings_the_published_statement_to_it()
    {
        var area = service.NewArea();
        var record = Samples.Record(area, "2018-02-19", Samples.Best, Samples.Source("first", "2018-04-01"));
        record.Statement = new Statement { Requirement = Requirement.Needed, PrincipalAuthority = To("local-authority"), ReportReceivedOn = "2018-01-30" };
        await ImportAsync(record);
        var before = Assert.Single((await service.Statements.ListStatementsAsync(new() { Area = area }, cancellationToken: Stop)).Statements);
        Assert.Equal(("2018-05-11", DueBasis.Computed), (before.DueOn, before.DueBasis));
        record = record.Clone();
        (record.Inspection.StatementDueOn, record.Inspection.Source) = ("2018-06-01", Samples.Source("second", "2018-05-01"));

        await ImportAsync(record);

        var after = Assert.Single((await service.Statements.ListStatementsAsync(new() { Area = area }, cancellationToken: Stop)).Statements);
        Assert.Equal((2, "2018-06-01", DueBasis.StatedInReport), (after.Revision, after.DueOn, after.DueBasis));
    }

    private async Task ChangeAsync(string inspection, Action<Inspection> change, params string[] areas)
    {
        var changed = Inspected(areas.Length == 0 ? ["X02"] : areas);
        changed.Name = inspection;
        change(changed);
        await service.Inspections.UpdateInspectionAsync(new() { Inspection = changed, RequestId = Samples.NewId() }, service.As("lead"), cancellationToken: Stop);
    }

    private static Statement Needed(string inspection) =>
        new() { Inspection = inspection, Requirement = Requirement.Needed, PrincipalAuthority = To("local-authority") };

    private async Task<string> InspectedAsync(string day, string due = "") => (await service.Inspections.CreateInspectionAsync(
        new CreateInspectionRequest
        {
            Inspection = new Inspection
            {
                Kind = Inspection.Types.Kind.Single,
                Framework = Samples.Framework.Code,
                FrameworkVersion = Samples.Framework.Version,
                Footprint = new Footprint { Areas = { service.NewArea() } },
                Fieldwork = new DateRange { Start = day },
                StatementDueOn = due,
            },
            RequestId = Samples.NewId(),
        },
        service.As("inspector"), cancellationToken: Stop)).Inspection.Name;

    private AsyncUnaryCall<RecordStatementResponse> RecordAsync(Statement statement) => service.Statements.RecordStatementAsync(
        new RecordStatementRequest { Statement = statement, RequestId = Samples.NewId() }, service.As("inspector"), cancellationToken: Stop);

    private async Task<Statement> ReviseAsync(Statement statement, string reason, string role = "lead") => (await service.Statements.ReviseStatementAsync(
        new ReviseStatementRequest { Statement = statement, Reason = reason, RequestId = Samples.NewId() }, service.As(role), cancellationToken: Stop)).Statement;
}
