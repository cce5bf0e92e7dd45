using Inspectorates.V1;

namespace Inspectorates.SystemTests.BadInput;

/// <summary>Verdicts that can be read and are not right.</summary>
internal static class VerdictCases
{
    private const string Record = "VerdictService/RecordVerdict";
    private const string Batch = "VerdictService/BatchRecordVerdicts";

    public static BadCase[] All { get; } =
    [
        // Days.
        Day("the 31st of February", "2025-02-31"),
        Day("the 29th of February of a common year", "2025-02-29"),
        Day("year 0", "0000-01-01"),
        Day("year 10000", "10000-01-01"),
        Day("a year with a minus", "-2025-01-01"),
        Day("a day and an hour", "2025-01-01T00:00:00Z"),
        Day("a day of the field's own way", "31/12/2024"),
        Day("a day with a space", " 2025-01-01"),
        Day("a day in Arabic digits", "٢٠٢٥-٠١-٠١"),
        Day("month 13", "2025-13-01"),
        new("the year 1899", valid => Draft(valid, verdict => verdict.Fieldwork.Start = "1899-12-31"), "INVALID_ARGUMENT", "FIELD_OUT_OF_RANGE", "verdict.fieldwork.start"),
        new("the year 9999", valid => Draft(valid, verdict => verdict.Fieldwork.End = "9999-12-31"), "INVALID_ARGUMENT", "FIELD_OUT_OF_RANGE", "verdict.fieldwork.end"),
        new("an end before its start", valid => Draft(valid, verdict => verdict.Fieldwork.End = "2025-03-01"), "INVALID_ARGUMENT", "FIELDS_INCONSISTENT", "verdict.fieldwork.end"),
        new("an evidence window that ends before it starts", valid => Draft(valid, verdict => verdict.EvidenceWindow = new DateRange { Start = "2025-02-02", End = "2025-02-01" }), "INVALID_ARGUMENT", "FIELDS_INCONSISTENT", "verdict.evidence_window.end"),
        new("published in the year 2150", valid => Publish(valid, verdict => verdict.PublishedOn = "2150-01-01"), "INVALID_ARGUMENT", "FIELD_OUT_OF_RANGE", "verdict.published_on"),

        // Places.
        Area("an area in words", "norfolk", "AREA_CODE_MALFORMED"),
        Area("an empty area", "", "AREA_CODE_MALFORMED"),
        Area("an area nobody has", "E10000999", "AREA_UNKNOWN"),
        Area("an abolished area", "E10000006", "AREA_ABOLISHED"),
        Area("a Welsh area", "W06000015", "AREA_OUT_OF_ENGLAND"),
        Area("a district", "E07000148", "AREA_CODE_IS_DISTRICT"),
        Area("a police force area", "E23000013", "AREA_CODE_IS_OTHER_GEOGRAPHY"),
        Area("an area with a character of no width", "E1000\u200B0020", "AREA_CODE_MALFORMED"),
        Area("an area written from right to left", "\u202EE10000020", "AREA_CODE_MALFORMED"),
        Area("an area with a null", "926\0", "AREA_CODE_MALFORMED"),
        Area("an area in Arabic digits", "٩٢٦", "AREA_CODE_MALFORMED"),
        Area("an area that is a path", "../926", "AREA_CODE_MALFORMED"),
        Area("an area that is a query", "926' OR '1'='1", "AREA_CODE_MALFORMED"),
        Area("an area of 100,000 characters", new string('9', 100_000), "AREA_CODE_MALFORMED"),
        new("no area", valid => Draft(valid, verdict => verdict.Footprint.Areas.Clear()), "INVALID_ARGUMENT", "FIELD_REQUIRED", "verdict.footprint.areas"),
        new("401 areas", valid => Draft(valid, verdict => verdict.Footprint.Areas.AddRange(Enumerable.Repeat("926", 400))), "INVALID_ARGUMENT", "FIELD_OUT_OF_RANGE", "verdict.footprint.areas"),

        // What is judged, and how.
        new("an unknown framework", valid => Draft(valid, verdict => verdict.Framework = "nonsense"), "INVALID_ARGUMENT", "FRAMEWORK_UNKNOWN", "verdict.framework"),
        new("a framework in capitals", valid => Draft(valid, verdict => verdict.Framework = valid.Framework.Code.ToUpperInvariant()), "INVALID_ARGUMENT", "FRAMEWORK_UNKNOWN", "verdict.framework"),
        new("a framework with a character of no width", valid => Draft(valid, verdict => verdict.Framework += "\u200B"), "INVALID_ARGUMENT", "FRAMEWORK_UNKNOWN", "verdict.framework"),
        new("an unknown version", valid => Draft(valid, verdict => verdict.FrameworkVersion = "1066"), "INVALID_ARGUMENT", "FRAMEWORK_UNKNOWN", "verdict.framework_version"),
        new("an unknown grade", valid => Draft(valid, verdict => verdict.Grade.Code = "splendid"), "INVALID_ARGUMENT", "GRADE_UNKNOWN", "verdict.grade.code"),
        new("another inspectorate's grade", valid => Draft(valid, verdict => verdict.Grade.Code = "adequate"), "INVALID_ARGUMENT", "GRADE_UNKNOWN", "verdict.grade.code"),
        new("a grade with a Cyrillic letter", valid => Draft(valid, verdict => verdict.Grade.Code = "g\u043E\u043Ed"), "INVALID_ARGUMENT", "GRADE_UNKNOWN", "verdict.grade.code"),
        new("an unknown judgement", valid => Draft(valid, verdict => (verdict.Process, verdict.Aspect, verdict.Judgement) = ("", "", "nonsense")), "INVALID_ARGUMENT", "JUDGEMENT_UNKNOWN", "verdict.judgement"),
        new("an unknown process", valid => Draft(valid, verdict => verdict.Process = "tea-making"), "INVALID_ARGUMENT", "PROCESS_UNKNOWN", "verdict.process"),
        new("a process and a judgement", valid => Draft(valid, verdict => verdict.Judgement = valid.Framework.Judgements[0].Code), "INVALID_ARGUMENT", "FIELDS_INCONSISTENT", "verdict.judgement"),
        new("an aspect in words", valid => Draft(valid, verdict => verdict.Aspect = "How timely?"), "INVALID_ARGUMENT", "FIELD_MALFORMED", "verdict.aspect"),
        new("an aspect written from right to left", valid => Draft(valid, verdict => verdict.Aspect = "time\u202Eliness"), "INVALID_ARGUMENT", "FIELD_MALFORMED", "verdict.aspect"),
        new("a grade and a reason for none", valid => Draft(valid, verdict => verdict.NotJudgedReason = "none"), "INVALID_ARGUMENT", "FIELDS_INCONSISTENT", "verdict.not_judged_reason"),
        new("an unknown kind of agency", valid => Draft(valid, verdict => verdict.Subject = About("circus", "")), "INVALID_ARGUMENT", "AGENCY_KIND_UNKNOWN", "verdict.subject.agency.kind"),
        new("an agency's code of another kind", valid => Draft(valid, verdict => verdict.Subject = About("police-force", "12")), "INVALID_ARGUMENT", "AGENCY_CODE_MALFORMED", "verdict.subject.agency.code"),
        new("an agency's code with a character of no width", valid => Draft(valid, verdict => verdict.Subject = About("local-authority", "92\u200B6")), "INVALID_ARGUMENT", "FIELD_MALFORMED", "verdict.subject.agency.code"),
        new("an agency without a kind", valid => Draft(valid, verdict => verdict.Subject = About("", "926")), "INVALID_ARGUMENT", "FIELD_REQUIRED", "verdict.subject.agency.kind"),
        new("an author who is a person", valid => Draft(valid, verdict => verdict.Authors.Add("His Majesty")), "INVALID_ARGUMENT", "INSPECTORATE_UNKNOWN", "verdict.authors[0]"),
        new("an inspection there is none of", valid => Draft(valid, verdict => verdict.Inspection = "inspectorates/ofsted/inspections/none"), "INVALID_ARGUMENT", "INSPECTION_UNKNOWN", "verdict.inspection"),

        // Texts.
        new("4,001 characters", valid => Draft(valid, verdict => verdict.Text = new string('x', 4001)), "INVALID_ARGUMENT", "FIELD_OUT_OF_RANGE", "verdict.text"),
        new("a bell", valid => Draft(valid, verdict => verdict.Text = "ding\a"), "INVALID_ARGUMENT", "FIELD_MALFORMED", "verdict.text"),
        new("a null", valid => Draft(valid, verdict => verdict.Text = "a\0b"), "INVALID_ARGUMENT", "FIELD_MALFORMED", "verdict.text"),
        new("an escape of a terminal", valid => Draft(valid, verdict => verdict.Text = "\u001b[2J"), "INVALID_ARGUMENT", "FIELD_MALFORMED", "verdict.text"),
        new("a text written from right to left", valid => Draft(valid, verdict => verdict.Text = "The service is \u202Edoog"), "INVALID_ARGUMENT", "FIELD_MALFORMED", "verdict.text"),
        new("a label with a character of no width", valid => Draft(valid, verdict => verdict.Footprint.Label = "Nor\u200Bfolk"), "INVALID_ARGUMENT", "FIELD_MALFORMED", "verdict.footprint.label"),
        new("a name written from right to left", valid => Draft(valid, verdict => verdict.Subject = About("local-authority", "926", "\u202EfolkroN")), "INVALID_ARGUMENT", "FIELD_MALFORMED", "verdict.subject.agency.name"),
        new("a name of two lines", valid => Draft(valid, verdict => verdict.Subject = About("local-authority", "926", "Nor\nfolk")), "INVALID_ARGUMENT", "FIELD_MALFORMED", "verdict.subject.agency.name"),
        new("characters that are none", valid => Draft(valid, verdict => verdict.Text = "1 \uFFFE\uFFFF\uFFFD \uFDD0"), "OK"),
        new("a thousand accents on one letter", valid => Draft(valid, verdict => verdict.Text = "1a" + new string('\u0301', 1000)), "OK"),
        Identifies("an NHS number", "943 476 5919"),
        Identifies("a pupil number", "A123456789012"),
        Identifies("a National Insurance number", "AB 12 34 56 C"),
        Identifies("a postcode", "NR1 1AA"),
        Identifies("a telephone number", "020 7946 0958"),
        Identifies("an e-mail address", "one@example.org"),
        new("a telephone number as reference of evidence", valid => Draft(valid, verdict => verdict.Evidence.Add(new Evidence { Type = Evidence.Types.Type.TrackedChild, Reference = "07700 900123" })), "INVALID_ARGUMENT", "TEXT_IDENTIFIES", "verdict.evidence[0].reference"),

        // What only the service sets, and what does not fit together.
        OutputOnly("a name", "name", verdict => verdict.Name = "inspectorates/ofsted/verdicts/mine"),
        OutputOnly("an inspectorate", "inspectorate", verdict => verdict.Inspectorate = "cqc"),
        OutputOnly("a key of an inspection", "inspection_key", verdict => verdict.InspectionKey = "x"),
        OutputOnly("a standing", "standing", verdict => verdict.Standing = Grade.Types.Standing.Exceeds),
        OutputOnly("a revision", "revision", verdict => verdict.Revision = 7),
        OutputOnly("a time of recording", "recorded_at", verdict => verdict.RecordedAt = new() { Seconds = long.MaxValue, Nanos = -1 }),
        OutputOnly("a reason for a revision", "revision_reason", verdict => verdict.RevisionReason = "x"),
        OutputOnly("an etag", "etag", verdict => verdict.Etag = "x"),
        new("recorded as approved", valid => Draft(valid, verdict => verdict.State = Verdict.Types.State.Approved), "INVALID_ARGUMENT", "FIELD_OUT_OF_RANGE", "verdict.state"),
        new("published without a source", valid => Publish(valid, verdict => verdict.Source = null), "INVALID_ARGUMENT", "FIELD_REQUIRED", "verdict.source"),
        new("a source that is a script", valid => Publish(valid, verdict => verdict.Source.Uri = "javascript:alert(1)"), "INVALID_ARGUMENT", "FIELD_MALFORMED", "verdict.source.uri"),
        new("a source that is data", valid => Publish(valid, verdict => verdict.Source.Uri = "data:text/html,<script>alert(1)</script>"), "INVALID_ARGUMENT", "FIELD_MALFORMED", "verdict.source.uri"),
        new("a source that is a file", valid => Publish(valid, verdict => verdict.Source.Uri = "file:///etc/passwd"), "INVALID_ARGUMENT", "FIELD_MALFORMED", "verdict.source.uri"),
        new("a source without authority", valid => Publish(valid, verdict => verdict.Source.Authority = 0), "INVALID_ARGUMENT", "FIELD_REQUIRED", "verdict.source.authority"),
        new("a negative count", valid => Draft(valid, verdict => verdict.Evidence.Add(new Evidence { Type = Evidence.Types.Type.TrackedChild, Count = int.MinValue })), "INVALID_ARGUMENT", "FIELD_OUT_OF_RANGE", "verdict.evidence[0].count"),
        new("51 pieces of evidence", valid => Draft(valid, verdict => verdict.Evidence.AddRange(Enumerable.Repeat(new Evidence { Type = Evidence.Types.Type.TrackedChild }, 51))), "INVALID_ARGUMENT", "FIELD_OUT_OF_RANGE", "verdict.evidence"),

        // The request around it.
        new("no verdict", _ => Sent.Call(Record, new RecordVerdictRequest { RequestId = Valid.NewId() }).As("inspector"), "INVALID_ARGUMENT", "FIELD_REQUIRED", "verdict"),
        new("no request id", valid => Sent.Call(Record, new RecordVerdictRequest { Verdict = valid.Verdict() }).As("inspector"), "INVALID_ARGUMENT", "FIELD_REQUIRED", "request_id"),
        RequestId("a request id in words", "mine"),
        RequestId("a request id in braces", "{3f2504e0-4f89-41d3-9a0c-0305e82c3301}"),
        RequestId("a request id without hyphens", "3f2504e04f8941d39a0c0305e82c3301"),
        RequestId("a request id with a line break", "3f2504e0-4f89-41d3-9a0c-0305e82c3301\n"),
        RequestId("a request id of 10,000 characters", new string('3', 10_000)),
        new("no verdicts", _ => Sent.Call(Batch, new BatchRecordVerdictsRequest { RequestId = Valid.NewId() }).As("inspector"), "INVALID_ARGUMENT", "FIELD_REQUIRED", "verdicts"),
        new("501 verdicts", _ => Sent.Call(Batch, Many(501, new Verdict())).As("inspector"), "INVALID_ARGUMENT", "FIELD_OUT_OF_RANGE", "verdicts"),
        new("500 verdicts, all wrong", _ => Sent.Call(Batch, Many(500, new Verdict())).As("inspector"), "INVALID_ARGUMENT", "FIELD_REQUIRED", "verdicts[0].framework"),
        new("a good verdict and a wrong one", valid => Sent.Call(Batch, Two(valid)).As("inspector"), "INVALID_ARGUMENT", "GRADE_UNKNOWN", "verdicts[1].grade.code"),
    ];

    private static Sent Draft(Valid valid, Action<Verdict> spoil) => Sent.Call(Record, valid.Recording(spoil)).As("inspector");

    private static Sent Publish(Valid valid, Action<Verdict> spoil) => Sent.Call(Record, valid.Recording(spoil, published: true)).As("publisher");

    private static BadCase Day(string name, string day) =>
        new(name, valid => Draft(valid, verdict => verdict.Fieldwork.Start = day), "INVALID_ARGUMENT", "FIELD_MALFORMED", "verdict.fieldwork.start");

    private static BadCase Area(string name, string code, string reason) =>
        new(name, valid => Draft(valid, verdict => verdict.Footprint.Areas[0] = code), "INVALID_ARGUMENT", reason, "verdict.footprint.areas[0]");

    private static BadCase Identifies(string name, string what) =>
        new($"{name} in a text", valid => Draft(valid, verdict => verdict.Text = $"Seen: {what}."), "INVALID_ARGUMENT", "TEXT_IDENTIFIES", "verdict.text");

    private static BadCase OutputOnly(string name, string field, Action<Verdict> spoil) =>
        new($"{name} of one's own", valid => Draft(valid, spoil), "INVALID_ARGUMENT", "FIELD_OUTPUT_ONLY", "verdict." + field);

    private static BadCase RequestId(string name, string id) =>
        new(name, valid => Sent.Call(Record, new RecordVerdictRequest { Verdict = valid.Verdict(), RequestId = id }).As("inspector"), "INVALID_ARGUMENT", "FIELD_MALFORMED", "request_id");

    private static Subject About(string kind, string code, string name = "") =>
        new() { Kind = Subject.Types.Kind.Agency, Agency = new Agency { Kind = kind, Code = code, Name = name } };

    private static BatchRecordVerdictsRequest Many(int count, Verdict verdict)
    {
        var request = new BatchRecordVerdictsRequest { RequestId = Valid.NewId() };
        request.Verdicts.AddRange(Enumerable.Repeat(verdict, count));
        return request;
    }

    private static BatchRecordVerdictsRequest Two(Valid valid)
    {
        var request = Many(2, valid.Verdict());
        request.Verdicts[1] = valid.Verdict();
        request.Verdicts[1].Grade.Code = "splendid";
        return request;
    }
}
