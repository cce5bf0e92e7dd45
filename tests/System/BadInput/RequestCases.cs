using Inspectorates.V1;

namespace Inspectorates.SystemTests.BadInput;

/// <summary>Questions, changes and imports that can be read and are not right.</summary>
internal static class RequestCases
{
    private const string List = "VerdictService/ListVerdicts";
    private const string Changes = "ChangeService/ListChanges";
    private const string Create = "InspectionService/CreateInspection";
    private const string Nobody = "inspectorates/ofsted/verdicts/none";

    public static BadCase[] All { get; } =
    [
        new("a page of -1", _ => Sent.Call(List, new ListVerdictsRequest { PageSize = -1 }), "INVALID_ARGUMENT", "FIELD_OUT_OF_RANGE", "page_size"),
        new("a page of 501", _ => Sent.Call(List, new ListVerdictsRequest { PageSize = 501 }), "INVALID_ARGUMENT", "FIELD_OUT_OF_RANGE", "page_size"),
        new("the smallest page there is a number for", _ => Sent.Call("InspectionService/ListInspections", new ListInspectionsRequest { PageSize = int.MinValue }), "INVALID_ARGUMENT", "FIELD_OUT_OF_RANGE", "page_size"),
        new("a page of -1 of changes", _ => Sent.Call(Changes, new ListChangesRequest { PageSize = -1 }), "INVALID_ARGUMENT", "FIELD_OUT_OF_RANGE", "page_size"),
        PageToken("a page token in words", "the second page"),
        PageToken("a page token of another's making", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"),
        PageToken("a page token that is a number", "50"),
        PageToken("a page token of 100,000 characters", new string('A', 100_000)),
        PageToken("a page token with a null", "AAAA\0"),
        new("a page token of inspections", _ => Sent.Call("InspectionService/ListInspections", new ListInspectionsRequest { PageToken = "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA" }), "INVALID_ARGUMENT", "PAGE_TOKEN_INVALID", "page_token"),
        new("a cursor in words", _ => Sent.Call(Changes, new ListChangesRequest { Cursor = "from the beginning" }), "INVALID_ARGUMENT", "CURSOR_INVALID", "cursor"),
        new("a cursor that is a number", _ => Sent.Call(Changes, new ListChangesRequest { Cursor = "7" }), "INVALID_ARGUMENT", "CURSOR_INVALID", "cursor"),
        new("a cursor of another's making", _ => Sent.Call(Changes, new ListChangesRequest { Cursor = "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA" }), "INVALID_ARGUMENT", "CURSOR_INVALID", "cursor"),
        new("a stream from a cursor of another's making", _ => Sent.Call("ChangeService/WatchChanges", new WatchChangesRequest { Cursor = "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA" }), "INVALID_ARGUMENT", "CURSOR_INVALID", "cursor"),
        Filter("verdicts of an area in words", new() { Area = "norfolk" }, "AREA_CODE_MALFORMED", "area"),
        Filter("verdicts of a Welsh area", new() { Area = "W06000015" }, "AREA_OUT_OF_ENGLAND", "area"),
        Filter("verdicts of a district", new() { Area = "E07000148" }, "AREA_CODE_IS_DISTRICT", "area"),
        Filter("verdicts of an abolished area", new() { Area = "E10000006" }, "AREA_ABOLISHED", "area"),
        Filter("verdicts of a police force area", new() { Area = "E23000013" }, "AREA_CODE_IS_OTHER_GEOGRAPHY", "area"),
        Filter("verdicts on an unknown process", new() { Process = "tea-making" }, "PROCESS_UNKNOWN", "process"),
        Filter("verdicts under an unknown framework", new() { Framework = "nonsense" }, "FRAMEWORK_UNKNOWN", "framework"),
        Filter("verdicts as of the 31st of February", new() { AsOf = "2025-02-31" }, "FIELD_MALFORMED", "as_of"),
        Filter("verdicts as of the year 0", new() { AsOf = "0000-01-01" }, "FIELD_MALFORMED", "as_of"),
        Filter("verdicts as of the year 10000", new() { AsOf = "10000-01-01" }, "FIELD_MALFORMED", "as_of"),
        Filter("verdicts as of the year 2150", new() { AsOf = "2150-01-01" }, "FIELD_OUT_OF_RANGE", "as_of"),
        new("a verdict without a name", _ => Sent.Call("VerdictService/GetVerdict", new GetVerdictRequest()), "NOT_FOUND", "VERDICT_NOT_FOUND"),
        new("a verdict by a path", _ => Sent.Call("VerdictService/GetVerdict", new GetVerdictRequest { Name = "../../etc/passwd" }), "NOT_FOUND", "VERDICT_NOT_FOUND"),
        new("a verdict by a query", _ => Sent.Call("VerdictService/GetVerdict", new GetVerdictRequest { Name = "' OR 1=1 --" }), "NOT_FOUND", "VERDICT_NOT_FOUND"),
        new("a verdict by 200,000 characters", _ => Sent.Call("VerdictService/GetVerdict", new GetVerdictRequest { Name = new string('x', 200_000) }), "NOT_FOUND", "VERDICT_NOT_FOUND"),
        new("revisions of nothing", _ => Sent.Call("VerdictService/ListVerdictRevisions", new ListVerdictRevisionsRequest { Name = Nobody }), "NOT_FOUND", "VERDICT_NOT_FOUND"),
        new("an inspection with a line break", _ => Sent.Call("InspectionService/GetInspection", new GetInspectionRequest { Name = "a\r\nb" }), "NOT_FOUND", "INSPECTION_NOT_FOUND"),

        new("withdrawing what there is none of", _ => Withdraw(new() { Name = Nobody, Reason = "entered wrongly", RequestId = Valid.NewId() }), "NOT_FOUND", "VERDICT_NOT_FOUND"),
        new("withdrawing without a reason", _ => Withdraw(new() { Name = Nobody, RequestId = Valid.NewId() }), "INVALID_ARGUMENT", "FIELD_REQUIRED", "reason"),
        new("withdrawing for 1,001 characters", _ => Withdraw(new() { Name = Nobody, Reason = new string('x', 1001), RequestId = Valid.NewId() }), "INVALID_ARGUMENT", "FIELD_OUT_OF_RANGE", "reason"),
        new("withdrawing for somebody's telephone", _ => Withdraw(new() { Name = Nobody, Reason = "call 020 7946 0958", RequestId = Valid.NewId() }), "INVALID_ARGUMENT", "TEXT_IDENTIFIES", "reason"),
        new("superseding without a name", valid => Supersede(new() { Verdict = valid.Verdict(), Reason = "entered wrongly", RequestId = Valid.NewId() }), "INVALID_ARGUMENT", "FIELD_REQUIRED", "verdict.name"),
        new("superseding what there is none of", valid => Supersede(new() { Verdict = Named(valid, Nobody), Reason = "entered wrongly", RequestId = Valid.NewId(), Etag = "\"another's\"" }), "NOT_FOUND", "VERDICT_NOT_FOUND"),
        new("superseding another inspectorate's", valid => Supersede(new() { Verdict = Named(valid, "inspectorates/cqc/verdicts/none"), Reason = "entered wrongly", RequestId = Valid.NewId() }), "NOT_FOUND", "VERDICT_NOT_FOUND"),

        new("no inspection", _ => Sent.Call(Create, new CreateInspectionRequest { RequestId = Valid.NewId() }).As("inspector"), "INVALID_ARGUMENT", "FIELD_REQUIRED", "inspection"),
        Inspecting("an inspection of no kind", inspection => inspection.Kind = 0, "FIELD_REQUIRED", "inspection.kind"),
        Inspecting("a theme of 301 characters", inspection => inspection.Theme = new string('x', 301), "FIELD_OUT_OF_RANGE", "inspection.theme"),
        Inspecting("a theme with a postcode", inspection => inspection.Theme = "the home at NR1 1AA", "TEXT_IDENTIFIES", "inspection.theme"),
        Inspecting("a theme of two lines", inspection => inspection.Theme = "one\r\ntwo", "FIELD_MALFORMED", "inspection.theme"),
        Inspecting("a key of one's own", inspection => inspection.Key = "x", "FIELD_OUTPUT_ONLY", "inspection.key"),
        Inspecting("51 notes", inspection => inspection.Notes.AddRange(Enumerable.Repeat("x", 51)), "FIELD_OUT_OF_RANGE", "inspection.notes"),
        Inspecting("an e-mail address in a note", inspection => inspection.Notes.Add("ask one@example.org"), "TEXT_IDENTIFIES", "inspection.notes[0]"),
        Inspecting("401 agencies", inspection => inspection.Agencies.AddRange(Enumerable.Repeat(new Agency { Kind = "local-authority" }, 401)), "FIELD_OUT_OF_RANGE", "inspection.agencies"),
        Inspecting("a participant in words", inspection => inspection.Participation.Add(new Participation { Inspectorate = "The CQC", State = Participation.Types.State.TookPart }), "INSPECTORATE_UNKNOWN", "inspection.participation[0].inspectorate"),
        Inspecting("a statement due on the 31st of June", inspection => inspection.StatementDueOn = "2025-06-31", "FIELD_MALFORMED", "inspection.statement_due_on"),

        new("no records", _ => Import(new() { RequestId = Valid.NewId() }), "INVALID_ARGUMENT", "FIELD_REQUIRED", "records"),
        new("101 records", _ => Import(Records(101)), "INVALID_ARGUMENT", "FIELD_OUT_OF_RANGE", "records"),
        new("a record of nothing is refused by itself", _ => Import(Records(1)), "OK"),
        new("an import without an id", valid => Import(new() { Records = { valid.Record() } }), "INVALID_ARGUMENT", "FIELD_REQUIRED", "request_id"),
    ];

    private static BadCase PageToken(string name, string token) =>
        new(name, _ => Sent.Call(List, new ListVerdictsRequest { PageToken = token }), "INVALID_ARGUMENT", "PAGE_TOKEN_INVALID", "page_token");

    private static BadCase Filter(string name, ListVerdictsRequest request, string reason, string field) =>
        new(name, _ => Sent.Call(List, request), "INVALID_ARGUMENT", reason, field);

    private static BadCase Inspecting(string name, Action<Inspection> spoil, string reason, string field) =>
        new(name, valid => Sent.Call(Create, valid.Creating(spoil)).As("inspector"), "INVALID_ARGUMENT", reason, field);

    private static Sent Withdraw(WithdrawVerdictRequest request) => Sent.Call("VerdictService/WithdrawVerdict", request).As("inspector");

    private static Sent Supersede(SupersedeVerdictRequest request) => Sent.Call("VerdictService/SupersedeVerdict", request).As("inspector");

    private static Sent Import(ImportRecordsRequest request) => Sent.Call("ImportService/ImportRecords", request).As("inspector");

    private static ImportRecordsRequest Records(int count)
    {
        var request = new ImportRecordsRequest { RequestId = Valid.NewId() };
        request.Records.AddRange(Enumerable.Range(0, count).Select(_ => new ImportedRecord()));
        return request;
    }

    private static Verdict Named(Valid valid, string name)
    {
        var verdict = valid.Verdict();
        verdict.Name = name;
        return verdict;
    }
}
