using Inspectorates.V1;

namespace Inspectorates.SystemTests.BadInput;

/// <summary>Calls whose path, method or headers are not as they should be. A write spelt in another way needs its token all the same.</summary>
internal static class HttpCases
{
    private const string Write = "/inspectorates.v1.VerdictService/RecordVerdict";

    public static BadCase[] All { get; } =
    [
        // Paths. Routing takes some spellings for the method's: then a token is asked for.
        Spelt("the path in other case", "/INSPECTORATES.V1.verdictservice/recordverdict"),
        Spelt("an escaped letter", "/inspectorates.v1.VerdictService/Rec%6frdVerdict"),
        Spelt("a slash at the end", Write + "/"),
        NoMethod("two slashes at the beginning", "/" + Write),
        NoMethod("two slashes between", "/inspectorates.v1.VerdictService//RecordVerdict"),
        NoMethod("a dot segment", "/inspectorates.v1.VerdictService/x/../RecordVerdict", dots: true),
        NoMethod("an escaped dot segment", "/inspectorates.v1.VerdictService/%2e%2e/inspectorates.v1.VerdictService/RecordVerdict", dots: true),
        NoMethod("an escaped slash", "/inspectorates.v1.VerdictService%2FRecordVerdict"),
        NoMethod("a backslash", "/inspectorates.v1.VerdictService\\RecordVerdict"),
        new("a null in the path", _ => new Sent("/inspectorates.v1.VerdictService/RecordVerdict%00", Sent.Frame([])), "CUT"),
        NoMethod("a method there is none of", "/inspectorates.v1.VerdictService/DoNothing"),
        NoMethod("a service there is none of", "/inspectorates.v1.NothingService/DoNothing"),
        NoMethod("another package", "/inspectorates.v2.VerdictService/GetVerdict"),
        NoMethod("a path of its own", "/favicon.ico"),
        NoMethod("the root", "/"),
        NoMethod("a path of 4,000 letters", "/inspectorates.v1.VerdictService/" + new string('x', 4000)),
        NoMethod("a path of odd letters", "/inspectorates.v1.VerdictService/%F0%9F%98%80"),
        Spelt("a query behind the path", Write + "?token=x"),
        NoMethod("the joint service asked of an inspectorate", "/inspectorates.joint.v1.JointInspectionService/GetArea") with { Ways = Ways.Direct },
        NoMethod("reflection where there is none", "/grpc.reflection.v9.ServerReflection/ServerReflectionInfo"),

        // Methods and types of content.
        new("a GET", _ => Good() with { Method = "GET", Body = [] }, "404") { Ways = Ways.Direct },
        new("a PUT", _ => Good() with { Method = "PUT" }, "UNIMPLEMENTED", "METHOD_NOT_FOUND"),
        new("a DELETE", _ => Good() with { Method = "DELETE" }, "UNIMPLEMENTED", "METHOD_NOT_FOUND"),
        new("JSON", _ => Good() with { ContentType = "application/json" }, "INVALID_ARGUMENT", "MESSAGE_MALFORMED") { Ways = Ways.Direct },
        new("a form", _ => Good() with { ContentType = "application/x-www-form-urlencoded" }, "INVALID_ARGUMENT", "MESSAGE_MALFORMED") { Ways = Ways.Direct },
        new("no type of content", _ => Good() with { ContentType = "" }, "INVALID_ARGUMENT", "MESSAGE_MALFORMED") { Ways = Ways.Direct },

        // Metadata. What HTTP/2 itself forbids ends the connection; what it allows and nobody knows is passed over.
        new("no inspectorate", _ => Good() with { Unaddressed = true }, "NOT_FOUND", "INSPECTORATE_UNKNOWN") { Ways = Ways.Gateway },
        Inspectorate("an inspectorate there is none of", "ofstde", "NOT_FOUND", "INSPECTORATE_UNKNOWN"),
        Inspectorate("an inspectorate in other case", "OFSTED", "NOT_FOUND", "INSPECTORATE_UNKNOWN"),
        Inspectorate("an empty inspectorate", "", "NOT_FOUND", "INSPECTORATE_UNKNOWN"),
        Inspectorate("an inspectorate with a space", "ofsted x", "NOT_FOUND", "INSPECTORATE_UNKNOWN"),
        Inspectorate("two inspectorates with a comma", "ofsted, cqc", "INVALID_ARGUMENT", "FIELD_MALFORMED"),
        Inspectorate("an inspectorate of 8,000 letters", new string('x', 8000), "NOT_FOUND", "INSPECTORATE_UNKNOWN"),
        new("two inspectorates", _ => Good().With("inspectorate", "ofsted").With("inspectorate", "cqc").Raw(), "INVALID_ARGUMENT", "FIELD_MALFORMED") { Ways = Ways.Gateway },
        new("a line break in metadata", _ => Good().With("inspectorate", "ofsted").With("x-a", "b\r\nauthorization: Bearer x").Raw(), "CUT"),
        new("a null in metadata", _ => Good().With("inspectorate", "ofsted").With("x-a", "b\0c").Raw(), "CUT"),
        new("a name of metadata in capitals", _ => Good().With("inspectorate", "ofsted").With("X-Capital", "x").Raw(), "CUT"),
        new("a name of metadata with a space", _ => Good().With("inspectorate", "ofsted").With("x a", "x").Raw(), "NOT_FOUND", "VERDICT_NOT_FOUND"),
        new("a header of HTTP/1.1's", _ => Good().With("inspectorate", "ofsted").With("connection", "close").Raw(), "CUT"),
        new("40 KiB of metadata", _ => Good().With("inspectorate", "ofsted").With("x-a", new string('x', 40_000)), "CUT"),
        new("odd letters in metadata", _ => Good().With("inspectorate", "ofsted").With("x-a", "caf\u00e9").Raw(), "CUT"),
        new("metadata that is said to be bytes and is not", _ => Good().With("inspectorate", "ofsted").With("x-a-bin", "!!! no base64 !!!"), "NOT_FOUND", "VERDICT_NOT_FOUND"),
        new("who one says one is", _ => Sent.Framed("VerdictService/RecordVerdict", Sent.Frame([])).With("inspectorate", "ofsted").With("x-user-id", "lead").With("x-forwarded-user", "lead"), "UNAUTHENTICATED", "TOKEN_REQUIRED"),

        // Deadlines that are none are passed over.
        Deadline("in words", "soon"),
        Deadline("that is negative", "-1S"),
        Deadline("of no unit", "100"),
        new("a deadline of nine digits", _ => Good().With("inspectorate", "ofsted").With("grpc-timeout", "999999999H"), "INVALID_ARGUMENT", "MESSAGE_MALFORMED"),
        Deadline("of eight digits of hours", "99999999H"),
        Deadline("that is empty", ""),
    ];

    private static Sent Good() => Sent.Call("VerdictService/GetVerdict", new GetVerdictRequest { Name = "none" });

    private static BadCase Spelt(string name, string path) => new(name, _ => new Sent(path, Sent.Frame([])), "UNAUTHENTICATED", "TOKEN_REQUIRED");

    // A dot segment is taken out by the server before anything sees the path: it is then the method's own.
    private static BadCase NoMethod(string name, string path, bool dots = false) => dots
        ? Spelt(name, path)
        : new(name, _ => new Sent(path, Sent.Frame([])), "UNIMPLEMENTED", "METHOD_NOT_FOUND");

    private static BadCase Inspectorate(string name, string code, string expected, string reason) =>
        new(name, _ => Good().With("inspectorate", code), expected, reason) { Ways = Ways.Gateway };

    private static BadCase Deadline(string name, string timeout) =>
        new("a deadline " + name, _ => Good().With("inspectorate", "ofsted").With("grpc-timeout", timeout), "NOT_FOUND", "VERDICT_NOT_FOUND");
}
