using Google.Protobuf;
using Inspectorates.V1;

namespace Inspectorates.SystemTests.BadInput;

/// <summary>Bytes that are no message of the method's type, or one that no honest program would make.</summary>
internal static class ProtobufCases
{
    private const string Get = "VerdictService/GetVerdict";
    private const string List = "VerdictService/ListVerdicts";
    private const string Record = "VerdictService/RecordVerdict";

    public static BadCase[] All { get; } =
    [
        Malformed("tag 0", _ => Sent.Bytes(Get, 0x00)),
        Malformed("field 0", _ => Sent.Bytes(Get, 0x02, 0x01, 0x41)),
        Malformed("a tag that never ends", _ => Sent.Bytes(Get, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF)),
        Malformed("wire type 6", _ => Sent.Bytes(Get, 0x0E)),
        Malformed("wire type 7", _ => Sent.Bytes(Get, 0x0F)),
        Malformed("a text shorter than its length", _ => Sent.Bytes(Get, 0x0A, 0x05, 0x41)),
        Malformed("a text of a negative length", _ => Sent.Bytes(Get, 0x0A, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0x01)),
        Malformed("a text of 2 GiB by its length", _ => Sent.Bytes(Get, 0x0A, 0xFF, 0xFF, 0xFF, 0xFF, 0x07)),
        Malformed("a text cut within a character", _ => Sent.Bytes(Get, 0x0A, 0x01, 0xC3)),
        Malformed("bytes that are no UTF-8", _ => Sent.Bytes(Get, 0x0A, 0x02, 0xC3, 0x28)),
        Malformed("an overlong slash", _ => Sent.Bytes(Get, 0x0A, 0x02, 0xC0, 0xAF)),
        Malformed("a lone surrogate", _ => Sent.Bytes(Get, 0x0A, 0x03, 0xED, 0xA0, 0x80)),
        Malformed("a character beyond Unicode", _ => Sent.Bytes(Get, 0x0A, 0x04, 0xF4, 0x90, 0x80, 0x80)),
        Malformed("a lone surrogate in a verdict's text", valid => Sent.Bytes(Record, Spoilt(valid, [0xED, 0xA0, 0x80])).As("inspector")),
        Malformed("a number that never ends", _ => Sent.Bytes(List, 0x38, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF)),
        Malformed("a number without its value", _ => Sent.Bytes(List, 0x38)),
        Malformed("a group that does not end", _ => Sent.Bytes(Get, 0x0B)),
        Malformed("a group's end without its beginning", _ => Sent.Bytes(Get, 0x0C)),
        Malformed("groups within groups, a thousand deep", _ => Sent.Bytes(Get, [.. Enumerable.Repeat((byte)0x0B, 1000), .. Enumerable.Repeat((byte)0x0C, 1000)])),
        Malformed("a fixed number cut short", _ => Sent.Bytes(Get, 0x0D, 0x01)),
        Malformed("random bytes", _ => Sent.Bytes(Get, RandomBytes(200))),
        Malformed("random bytes to a write", _ => Sent.Bytes(Record, RandomBytes(5000)).As("inspector")),
        Malformed("a verdict cut short", valid => Sent.Bytes(Record, valid.Recording().ToByteArray()[..40]).As("inspector")),
        Malformed("text instead of a message", _ => Sent.Bytes(Get, Sent.Utf8("{\"name\": \"inspectorates/ofsted/verdicts/none\"}"))),
        new("a name of another wire type", _ => Sent.Bytes(Get, 0x08, 0x01), "NOT_FOUND", "VERDICT_NOT_FOUND"),
        new("a page size of 64 bits", _ => Sent.Bytes(List, 0x38, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0x01), "INVALID_ARGUMENT", "FIELD_OUT_OF_RANGE", "page_size"),
        new("a field there is none of", _ => Sent.Bytes(List, 0xF8, 0x7F, 0x01), "OK"),
        new("the same field a thousand times", _ => Sent.Bytes(Get, [.. Enumerable.Repeat(new byte[] { 0x0A, 0x01, 0x41 }, 1000).SelectMany(field => field)]), "NOT_FOUND", "VERDICT_NOT_FOUND"),
        Refused("a coding of 99", verdict => verdict.Coding = (Verdict.Types.Coding)99, "verdict.coding"),
        Refused("a coding of -1", verdict => verdict.Coding = (Verdict.Types.Coding)(-1), "verdict.coding"),
        Refused("a subject of the kind 99", verdict => verdict.Subject.Kind = (Subject.Types.Kind)99, "verdict.subject.kind"),
        Refused("evidence of the type 99", verdict => verdict.Evidence.Add(new Evidence { Type = (Evidence.Types.Type)99 }), "verdict.evidence[0].type"),
        Refused("a state of 99", verdict => verdict.State = (Verdict.Types.State)99, "verdict.state"),
        new("an inspection of the kind 99", valid => Sent.Call("InspectionService/CreateInspection", valid.Creating(inspection => inspection.Kind = (Inspection.Types.Kind)99)).As("inspector"), "INVALID_ARGUMENT", "FIELD_OUT_OF_RANGE", "inspection.kind"),
        new("a participation of the state 99", valid => Sent.Call("InspectionService/CreateInspection", valid.Creating(inspection => inspection.Participation.Add(new Participation { Inspectorate = "cqc", State = (Participation.Types.State)99 }))).As("inspector"), "INVALID_ARGUMENT", "FIELD_OUT_OF_RANGE", "inspection.participation[0].state"),
    ];

    private static BadCase Malformed(string name, Func<Valid, Sent> send) => new(name, send, "INVALID_ARGUMENT", "MESSAGE_MALFORMED");

    private static BadCase Refused(string name, Action<Verdict> spoil, string field) =>
        new(name, valid => Sent.Call(Record, valid.Recording(spoil)).As("inspector"), "INVALID_ARGUMENT", "FIELD_OUT_OF_RANGE", field);

    // The same every time: what failed once can be seen again.
    private static byte[] RandomBytes(int length)
    {
        var bytes = new byte[length];
        new Random(3).NextBytes(bytes);
        return bytes;
    }

    // The text's letters replaced by others of the same number, so that every length stays right.
    private static byte[] Spoilt(Valid valid, byte[] letters)
    {
        var bytes = valid.Recording(verdict => verdict.Text = "###").ToByteArray();
        letters.CopyTo(bytes, bytes.AsSpan().IndexOf("###"u8));
        return bytes;
    }
}
