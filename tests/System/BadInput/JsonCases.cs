namespace Inspectorates.SystemTests.BadInput;

/// <summary>Questions to the gateway's JSON interface and pages.</summary>
internal static class JsonCases
{
    private const string Areas = "/api/v1/areas";
    private const string Differences = "/api/v1/differences";

    public static BadCase[] All { get; } =
    [
        View("an area in words", "norfolk", "400", "AREA_CODE_MALFORMED"),
        View("an area nobody has", "E10000999", "404", "AREA_UNKNOWN"),
        View("an abolished area", "E10000006", "400", "AREA_ABOLISHED"),
        View("a Welsh area", "W06000015", "400", "AREA_OUT_OF_ENGLAND"),
        View("a district", "E07000148", "400", "AREA_CODE_IS_DISTRICT"),
        View("a police force area", "E23000013", "400", "AREA_CODE_IS_OTHER_GEOGRAPHY"),
        View("an area that is a script", "%3Cscript%3Ealert(1)%3C%2Fscript%3E", "400", "AREA_CODE_MALFORMED"),
        View("an area that is a query", "926'%20OR%20'1'='1", "400", "AREA_CODE_MALFORMED"),
        // The server refuses it before anything here sees it, and has no reason to give.
        new("an area with a null", _ => Sent.Json(Areas + "/926%00/joint-view"), "400") { Ways = Ways.Json },
        View("an area with a line break", "926%0d%0aset-cookie:x=y", "400", "AREA_CODE_MALFORMED"),
        View("an area written from right to left", "%E2%80%AE926", "400", "AREA_CODE_MALFORMED"),
        View("an area in Arabic digits", "%D9%A9%D9%A2%D9%A6", "400", "AREA_CODE_MALFORMED"),
        View("an area of bytes that are no UTF-8", "%ff%fe", "400", "AREA_CODE_MALFORMED"),
        View("an area of 4,000 letters", new string('x', 4000), "400", "AREA_CODE_MALFORMED"),
        Asked("a view as of the 31st of February", Areas + "/926/joint-view?asOf=2025-02-31", "FIELD_MALFORMED", "asOf"),
        Asked("a view as of the year 0", Areas + "/926/joint-view?asOf=0000-01-01", "FIELD_MALFORMED", "asOf"),
        Asked("a view as of the year 10000", Areas + "/926/joint-view?asOf=10000-01-01", "FIELD_MALFORMED", "asOf"),
        Asked("a view as of tomorrow and beyond", Areas + "/926/joint-view?asOf=2150-01-01", "FIELD_OUT_OF_RANGE", "asOf"),
        Asked("a view as of an instant in words", Areas + "/926/joint-view?recordedAsOf=yesterday", "FIELD_MALFORMED", "recordedAsOf"),
        Asked("a view as of an instant without its zone", Areas + "/926/joint-view?recordedAsOf=2026-06-15T12:00:00", "FIELD_MALFORMED", "recordedAsOf"),
        Asked("a view as of an instant of the 31st of February", Areas + "/926/joint-view?recordedAsOf=2026-02-31T12:00:00Z", "FIELD_MALFORMED", "recordedAsOf"),
        Asked("a parameter there is none of", Areas + "/926/joint-view?weights=1", "FIELD_MALFORMED"),
        Asked("a parameter in the proto's spelling", Areas + "?page_size=5", "FIELD_MALFORMED"),
        Asked("a parameter twice", Areas + "?pageSize=5&pageSize=6", "FIELD_MALFORMED", "pageSize"),
        Asked("a page of -1", Areas + "?pageSize=-1", "FIELD_OUT_OF_RANGE", "pageSize"),
        Asked("a page of 501", Areas + "?pageSize=501", "FIELD_OUT_OF_RANGE", "pageSize"),
        Asked("a page in words", Areas + "?pageSize=all", "FIELD_MALFORMED", "pageSize"),
        Asked("a page of a half", Areas + "?pageSize=0.5", "FIELD_MALFORMED", "pageSize"),
        Asked("a page beyond 32 bits", Areas + "?pageSize=4294967296", "FIELD_MALFORMED", "pageSize"),
        Asked("a page token of another's making", Areas + "?pageToken=AAAAAAAAAAAAAAAAAAAAAA", "PAGE_TOKEN_INVALID", "pageToken"),
        Asked("a page token in words", Areas + "?pageToken=next", "PAGE_TOKEN_INVALID", "pageToken"),
        Asked("differences of a kind there is none of", Differences + "?kind=QUARREL", "FIELD_MALFORMED", "kind"),
        Asked("differences of kind 0", Differences + "?kind=KIND_UNSPECIFIED", "FIELD_MALFORMED", "kind"),
        Asked("differences with a cause there is none of", Differences + "?cause=BAD_LUCK", "FIELD_MALFORMED", "cause"),
        Asked("differences by a weight there is none of", Differences + "?only=HEAVY", "FIELD_MALFORMED", "only"),
        Asked("pairs left out, perhaps", Differences + "?leftOut=perhaps", "FIELD_MALFORMED", "leftOut"),
        Asked("differences of an instant to come", Differences + "?recordedAsOf=2999-01-01T00:00:00Z", "FIELD_OUT_OF_RANGE", "recordedAsOf"),
        Asked("one difference on a day to come", Differences + "/0000000000000000?asOf=2999-01-01", "FIELD_OUT_OF_RANGE", "asOf"),
        Asked("differences on an unknown process", Differences + "?process=tea-making", "PROCESS_UNKNOWN", "process"),
        Asked("differences with an unknown inspectorate", Differences + "?inspectorate=ofstde", "INSPECTORATE_UNKNOWN", "inspectorate"),
        Asked("differences in a Welsh area", Differences + "?area=W06000015", "AREA_OUT_OF_ENGLAND", "area"),
        new("a difference there is none of", _ => Sent.Json(Differences + "/none"), "404", "DIFFERENCE_NOT_FOUND") { Ways = Ways.Json },
        new("a path there is none of", _ => Sent.Json("/api/v1/nothing"), "404", "METHOD_NOT_FOUND") { Ways = Ways.Json },
        new("another version", _ => Sent.Json("/api/v2/areas"), "404", "METHOD_NOT_FOUND") { Ways = Ways.Json },
        new("a path out of the interface", _ => Sent.Json("/api/v1/../../etc/passwd"), "404", "METHOD_NOT_FOUND") { Ways = Ways.Json },
        new("an escaped path out of it", _ => Sent.Json("/api/v1/%2e%2e/%2e%2e/etc/passwd"), "404", "METHOD_NOT_FOUND") { Ways = Ways.Json },
        new("a POST", _ => Sent.Json(Areas + "/926", "POST"), "405", "METHOD_NOT_FOUND") { Ways = Ways.Json },
        new("a DELETE", _ => Sent.Json(Areas + "/926", "DELETE"), "405", "METHOD_NOT_FOUND") { Ways = Ways.Json },
        new("a PUT", _ => Sent.Json(Areas + "/926/joint-view", "PUT"), "405", "METHOD_NOT_FOUND") { Ways = Ways.Json },
        new("a TRACE", _ => Sent.Json(Areas, "TRACE"), "405", "METHOD_NOT_FOUND") { Ways = Ways.Json },
        new("a method of one's own", _ => Sent.Json(Areas, "JUDGE"), "405", "METHOD_NOT_FOUND") { Ways = Ways.Json },
        new("gRPC on the port of pages", _ => Sent.Framed("VerdictService/GetVerdict", Sent.Frame([])), "426", "METHOD_NOT_FOUND") { Ways = Ways.Json },
        // A token that names an inspectorate is refused by it; any other is shown to nobody, and the view is the public's.
        new("an expired token", valid => Sent.Json(Areas + "/926/joint-view").With("authorization", "Bearer " + valid.Tokens.Signed(valid.Tokens.Spoilt("exp", 1))), "401", "TOKEN_INVALID") { Ways = Ways.Json },
        new("a token without signature", valid => Sent.Json(Areas + "/926/joint-view").With("authorization", "Bearer " + valid.Tokens.Unsigned()), "401", "TOKEN_INVALID") { Ways = Ways.Json },
        new("a token that is none", _ => Sent.Json(Areas + "/926/joint-view").With("authorization", "Bearer nonsense"), "200") { Ways = Ways.Json },
        new("Basic instead of a token", _ => Sent.Json(Areas + "/926/joint-view").With("authorization", "Basic aW5zcGVjdG9yOg=="), "200") { Ways = Ways.Json },
        new("a page of an area in words", _ => Sent.Json("/areas/norfolk").With("accept", "text/html"), "400") { Ways = Ways.Json },
        new("a page of an area that is a script", _ => Sent.Json("/areas/%3Cscript%3E").With("accept", "text/html"), "400") { Ways = Ways.Json },
        new("a search for a script", _ => Sent.Json("/?query=%3Cscript%3Ealert(1)%3C/script%3E").With("accept", "text/html"), "200") { Ways = Ways.Json },
    ];

    private static BadCase View(string name, string area, string status, string reason) =>
        new(name, _ => Sent.Json($"{Areas}/{area}/joint-view"), status, reason, "area") { Ways = Ways.Json };

    private static BadCase Asked(string name, string path, string reason, string field = "") =>
        new(name, _ => Sent.Json(path), "400", reason, field) { Ways = Ways.Json };
}
