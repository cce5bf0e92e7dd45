using Grpc.Core;
using Inspectorates.V1;

namespace Inspectorates.Conformance;

public abstract partial class InspectorateConformance
{
    [Fact]
    public async Task A_recorded_verdict_is_filled_in_by_the_service()
    {
        var area = service.NewArea();

        var verdict = await RecordAsync(Samples.Published(area, "2024-02-01"));

        Assert.StartsWith($"inspectorates/{Samples.Code}/verdicts/", verdict.Name, StringComparison.Ordinal);
        Assert.Equal(Samples.Code, verdict.Inspectorate);
        Assert.Equal([Samples.Code], verdict.Authors);
        var grade = Samples.Framework.Grades.Single(one => one.Code == Samples.Best);
        Assert.Equal(grade, verdict.Grade);
        Assert.Equal(grade.Standing, verdict.Standing);
        Assert.Equal(1, verdict.Revision);
        Assert.NotEmpty(verdict.Etag);
        Assert.Equal(service.Time.GetUtcNow(), verdict.RecordedAt.ToDateTimeOffset());
        Assert.Equal(verdict, await GetAsync(verdict.Name));
    }

    [Fact]
    public async Task A_draft_is_seen_by_staff_and_by_nobody_else()
    {
        var area = service.NewArea();
        var draft = await RecordAsync(Samples.Verdict(area));

        var refused = await Refused.ByAsync(service.Verdicts.GetVerdictAsync(new GetVerdictRequest { Name = draft.Name }, cancellationToken: Stop));
        var seen = await service.Verdicts.GetVerdictAsync(new GetVerdictRequest { Name = draft.Name }, service.As("lead"), cancellationToken: Stop);
        var byOperator = await Refused.ByAsync(
            service.Verdicts.GetVerdictAsync(new GetVerdictRequest { Name = draft.Name }, service.As("operator"), cancellationToken: Stop));

        refused.Is(StatusCode.NotFound, "VERDICT_NOT_FOUND", "name");
        Assert.Equal(Verdict.Types.State.Draft, seen.Verdict.State);
        byOperator.Is(StatusCode.NotFound, "VERDICT_NOT_FOUND", "name");
        Assert.Empty(await ListAsync(area));
    }

    [Fact]
    public async Task A_gss_code_of_an_area_is_kept_as_its_dfe_code()
    {
        var area = Reference.Areas.England.AllReal[140];

        var verdict = await RecordAsync(Samples.Published(area.GssCode, "2024-02-01"));

        Assert.Equal([area.DfeCode], verdict.Footprint.Areas);
        Assert.Contains(await ListAsync(area.GssCode), one => one.Name == verdict.Name);
    }

    [Fact]
    public async Task A_batch_is_recorded_whole_or_not_at_all()
    {
        var (area, other) = (service.NewArea(), service.NewArea());
        var good = new BatchRecordVerdictsRequest
        {
            Verdicts = { Enumerable.Range(1, 9).Select(day => Samples.Published(area, $"2024-02-0{day}")) },
            RequestId = Samples.NewId(),
        };
        var bad = new BatchRecordVerdictsRequest { Verdicts = { Samples.Published(other, "2024-02-01"), Samples.Published(other, "2024-02-31") }, RequestId = Samples.NewId() };

        var recorded = await service.Verdicts.BatchRecordVerdictsAsync(good, service.As("inspector"), cancellationToken: Stop);
        var refused = await Refused.ByAsync(service.Verdicts.BatchRecordVerdictsAsync(bad, service.As("inspector"), cancellationToken: Stop));

        Assert.Equal(good.Verdicts.Select(verdict => verdict.PublishedOn), recorded.Verdicts.Select(verdict => verdict.PublishedOn));
        Assert.Equal(9, (await ListAsync(area)).Count);
        refused.Is(StatusCode.InvalidArgument, "FIELD_MALFORMED", "verdicts[1].published_on");
        Assert.Empty(await ListAsync(other));
    }

    [Fact]
    public async Task Checking_only_answers_as_if_recorded_and_writes_nothing()
    {
        var area = service.NewArea();
        var request = Samples.Recording(Samples.Published(area, "2024-02-01"));
        request.ValidateOnly = true;

        var answer = await service.Verdicts.RecordVerdictAsync(request, service.As("inspector"), cancellationToken: Stop);

        Assert.Equal(1, answer.Verdict.Revision);
        Assert.Empty(await ListAsync(area));
    }

    [Fact]
    public async Task The_same_request_sent_many_times_at_once_has_one_effect_and_one_answer()
    {
        var area = service.NewArea();
        var request = Samples.Recording(Samples.Published(area, "2024-02-01"));
        var token = service.As("inspector");

        var answers = await Task.WhenAll(Enumerable.Range(0, 64).Select(_ =>
            service.Verdicts.RecordVerdictAsync(request, token, cancellationToken: Stop).ResponseAsync));

        Assert.Single(answers.Distinct());
        Assert.Single(await ListAsync(area));
    }

    [Fact]
    public async Task A_request_id_used_with_another_body_is_refused()
    {
        var request = Samples.Recording(Samples.Published(service.NewArea(), "2024-02-01"));
        await service.Verdicts.RecordVerdictAsync(request, service.As("inspector"), cancellationToken: Stop);

        request.Verdict.Text = "another";
        var refused = await Refused.ByAsync(service.Verdicts.RecordVerdictAsync(request, service.As("inspector"), cancellationToken: Stop));

        refused.Is(StatusCode.AlreadyExists, "REQUEST_ID_REUSED", "request_id");
    }

    [Theory]
    [InlineData("", "FIELD_REQUIRED")]
    [InlineData("1", "FIELD_MALFORMED")]
    public async Task A_request_id_is_a_uuid(string id, string reason)
    {
        var request = Samples.Recording(Samples.Published(service.NewArea(), "2024-02-01"));
        request.RequestId = id;

        var refused = await Refused.ByAsync(service.Verdicts.RecordVerdictAsync(request, service.As("inspector"), cancellationToken: Stop));

        refused.Is(StatusCode.InvalidArgument, reason, "request_id");
    }

    [Fact]
    public async Task An_inspection_is_recorded_and_its_key_is_that_of_its_verdicts()
    {
        var area = service.NewArea();
        var inspection = Samples.Record(area, "2024-02-01", Samples.Best, Samples.Source("e", "")).Inspection;
        inspection.State = Inspection.Types.State.Published;
        var request = new CreateInspectionRequest { Inspection = inspection, RequestId = Samples.NewId() };
        var verdict = Samples.Published(area, "2024-02-01");

        var created = (await service.Inspections.CreateInspectionAsync(request, service.As("lead"), cancellationToken: Stop)).Inspection;
        verdict.Inspection = created.Name;
        var recorded = await RecordAsync(verdict);

        Assert.Equal($"{Samples.Framework.Code}/{area}/2024-02-01", created.Key);
        Assert.Equal(created.Key, recorded.InspectionKey);
        var read = await service.Inspections.GetInspectionAsync(new GetInspectionRequest { Name = created.Name }, cancellationToken: Stop);
        Assert.Equal(created, read.Inspection);
        var listed = await service.Inspections.ListInspectionsAsync(new ListInspectionsRequest { Area = area }, cancellationToken: Stop);
        Assert.Equal([created], listed.Inspections);
    }
}
