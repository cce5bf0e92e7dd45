using Grpc.Core;
using Inspectorates.V1;

namespace Inspectorates.Conformance;

public abstract partial class InspectorateConformance
{
    public static TheoryData<string, string, string> Faulty => new()
    {
        { "framework", "FIELD_REQUIRED", "verdict.framework" },
        { "unknown framework", "FRAMEWORK_UNKNOWN", "verdict.framework" },
        { "unknown version", "FRAMEWORK_UNKNOWN", "verdict.framework_version" },
        { "unknown grade", "GRADE_UNKNOWN", "verdict.grade.code" },
        { "no grade", "FIELD_REQUIRED", "verdict.grade" },
        { "grade and reason", "FIELDS_INCONSISTENT", "verdict.not_judged_reason" },
        { "unknown process", "PROCESS_UNKNOWN", "verdict.process" },
        { "no process", "FIELD_REQUIRED", "verdict.process" },
        { "no aspect", "FIELD_REQUIRED", "verdict.aspect" },
        { "aspect in words", "FIELD_MALFORMED", "verdict.aspect" },
        { "no subject", "FIELD_REQUIRED", "verdict.subject" },
        { "no agency", "FIELD_REQUIRED", "verdict.subject.agency" },
        { "unknown kind", "AGENCY_KIND_UNKNOWN", "verdict.subject.agency.kind" },
        { "agency code", "AGENCY_CODE_MALFORMED", "verdict.subject.agency.code" },
        { "no area", "FIELD_REQUIRED", "verdict.footprint.areas" },
        { "district", "AREA_CODE_IS_DISTRICT", "verdict.footprint.areas[1]" },
        { "day", "FIELD_MALFORMED", "verdict.fieldwork.start" },
        { "days reversed", "FIELDS_INCONSISTENT", "verdict.fieldwork.end" },
        { "tomorrow", "FIELD_OUT_OF_RANGE", "verdict.published_on" },
        { "long text", "FIELD_OUT_OF_RANGE", "verdict.text" },
        { "control character", "FIELD_MALFORMED", "verdict.text" },
        { "no source", "FIELD_REQUIRED", "verdict.source" },
        { "script address", "FIELD_MALFORMED", "verdict.source.uri" },
        { "no authority", "FIELD_REQUIRED", "verdict.source.authority" },
        { "unknown enum", "FIELD_OUT_OF_RANGE", "verdict.coding" },
        { "negative count", "FIELD_OUT_OF_RANGE", "verdict.evidence[0].count" },
        { "state", "FIELD_OUT_OF_RANGE", "verdict.state" },
        { "name", "FIELD_OUTPUT_ONLY", "verdict.name" },
        { "inspection", "INSPECTION_UNKNOWN", "verdict.inspection" },
        { "author", "INSPECTORATE_UNKNOWN", "verdict.authors[0]" },
    };

    [Theory]
    [MemberData(nameof(Faulty))]
    public async Task A_faulty_verdict_is_refused_with_its_reason_and_field(string fault, string reason, string field)
    {
        var verdict = Samples.Published(service.NewArea(), "2024-02-01");
        Spoil(verdict, fault);

        var refused = await Refused.ByAsync(service.Verdicts.RecordVerdictAsync(Samples.Recording(verdict), service.As("inspector"), cancellationToken: Stop));

        refused.Is(StatusCode.InvalidArgument, reason, field);
    }

    [Fact]
    public async Task All_faults_are_told_at_once()
    {
        var verdict = Samples.Published("norfolk", "yesterday");
        verdict.Grade.Code = "splendid";

        var refused = await Refused.ByAsync(service.Verdicts.RecordVerdictAsync(Samples.Recording(verdict), service.As("inspector"), cancellationToken: Stop));

        Assert.Equal(["verdict.footprint.areas[0]", "verdict.grade.code", "verdict.published_on"], refused.Fields.Order());
        Assert.Contains(Samples.Best, refused.Message);
    }

    [Fact]
    public async Task An_empty_batch_and_one_that_is_too_large_are_refused()
    {
        var empty = await Refused.ByAsync(service.Verdicts.BatchRecordVerdictsAsync(
            new BatchRecordVerdictsRequest { RequestId = Samples.NewId() }, service.As("inspector"), cancellationToken: Stop));
        var large = new BatchRecordVerdictsRequest { RequestId = Samples.NewId() };
        large.Verdicts.AddRange(Enumerable.Repeat(new Verdict(), 501));
        var tooMany = await Refused.ByAsync(service.Verdicts.BatchRecordVerdictsAsync(large, service.As("inspector"), cancellationToken: Stop));

        empty.Is(StatusCode.InvalidArgument, "FIELD_REQUIRED", "verdicts");
        tooMany.Is(StatusCode.InvalidArgument, "FIELD_OUT_OF_RANGE", "verdicts");
    }

    private static void Spoil(Verdict verdict, string fault)
    {
        switch (fault)
        {
            case "framework": verdict.Framework = ""; break;
            case "unknown framework": verdict.Framework = "nonsense"; break;
            case "unknown version": verdict.FrameworkVersion = "1066"; break;
            case "unknown grade": verdict.Grade.Code = "splendid"; break;
            case "no grade": verdict.Grade = null; break;
            case "grade and reason": verdict.NotJudgedReason = "none"; break;
            case "unknown process": verdict.Process = "tea-making"; break;
            case "no process": (verdict.Process, verdict.Aspect) = ("", ""); break;
            case "no aspect": verdict.Aspect = ""; break;
            case "aspect in words": verdict.Aspect = "How timely?"; break;
            case "no subject": verdict.Subject = null; break;
            case "no agency": verdict.Subject.Kind = Subject.Types.Kind.Agency; break;
            case "unknown kind": verdict.Subject = About("circus", ""); break;
            case "agency code": verdict.Subject = About("police-force", "12"); break;
            case "no area": verdict.Footprint.Areas.Clear(); break;
            case "district": verdict.Footprint.Areas.Add("E07000148"); break;
            case "day": verdict.Fieldwork = new DateRange { Start = "31/12/2024" }; break;
            case "days reversed": verdict.Fieldwork = new DateRange { Start = "2024-01-02", End = "2024-01-01" }; break;
            case "tomorrow": verdict.PublishedOn = "2026-06-16"; break;
            case "long text": verdict.Text = new string('x', 4001); break;
            case "control character": verdict.Text = "\u0007"; break;
            case "no source": verdict.Source = null; break;
            case "script address": verdict.Source.Uri = "javascript:alert(1)"; break;
            case "no authority": verdict.Source.Authority = 0; break;
            case "unknown enum": verdict.Coding = (Verdict.Types.Coding)99; break;
            case "negative count": verdict.Evidence.Add(new Evidence { Type = Evidence.Types.Type.TrackedChild, Count = -1 }); break;
            case "state": verdict.State = Verdict.Types.State.Approved; break;
            case "name": verdict.Name = "mine"; break;
            case "inspection": verdict.Inspection = "inspectorates/none/inspections/none"; break;
            case "author": verdict.Authors.Add("His Majesty's"); break;
            default: throw new ArgumentException(fault);
        }
    }

    private static Subject About(string kind, string code) =>
        new() { Kind = Subject.Types.Kind.Agency, Agency = new Agency { Kind = kind, Code = code } };
}
