using Grpc.Core;
using Inspectorates.V1;
using static Inspectorates.V1.Verdict.Types;
using Type = Inspectorates.V1.Evidence.Types.Type;

namespace Inspectorates.Conformance;

public abstract partial class InspectorateConformance
{
    // For what is listed by nobody: areas of one's own are few.
    private const string Anywhere = "X03";

    [Fact]
    public async Task F2_What_one_agency_says_of_another_stays_a_draft_until_one_direct_source_is_added()
    {
        var area = service.NewArea();
        var hearsay = Samples.Resting(area, new Evidence { Type = Type.OtherAgencysOpinion, Count = 3, Method = "asked the police" });

        var draft = await RecordAsync(hearsay);
        await steps.SubmitAsync(draft.Name);
        await steps.ApproveAsync(draft.Name);
        var scheduled = await Refused.ByAsync(() => steps.TakeAsync("schedule", draft.Name));
        var published = await Refused.ByAsync(() => steps.PublishAsync(draft.Name));

        Assert.Equal((State.Draft, Basis.HearsayOnly), (draft.State, draft.Basis));
        Assert.Contains("what other agencies say", draft.BasisReason, StringComparison.Ordinal);
        foreach (var refused in new[] { scheduled, published })
        {
            refused.Is(StatusCode.FailedPrecondition, "EVIDENCE_HEARSAY_ONLY", "verdict.evidence");
            Assert.Contains("Add one direct source, such as TRACKED_CHILD", refused.Message, StringComparison.Ordinal);
        }

        Assert.Empty(await ListAsync(area));
        hearsay.Evidence.Add(new Evidence { Type = Type.DocumentOrRecordReview, Count = 7 });
        var again = await SupersedeAsync(draft.Name, hearsay);
        await steps.SubmitAsync(draft.Name);
        await steps.ApproveAsync(draft.Name);
        Assert.Equal((Basis.Direct, ""), (again.Basis, again.BasisReason));
        Assert.Equal((State.Published, Basis.Direct), ((await steps.PublishAsync(draft.Name)).State, Assert.Single(await ListAsync(area)).Basis));
    }

    [Fact]
    public async Task F2_Neither_a_source_of_which_there_was_none_nor_a_figure_that_says_nothing_corroborates_hearsay()
    {
        var proxy = await IndicatorAsync(isProxy: true);
        foreach (var added in new[] { new Evidence { Type = Type.TrackedChild, Count = 0 }, new Evidence { Type = Type.Indicator, Count = 1, Indicator = proxy.Code } })
        {
            var draft = await RecordAsync(Samples.Resting(Anywhere, new Evidence { Type = Type.OtherAgencysOpinion, Count = 9 }, added));
            await steps.SubmitAsync(draft.Name);
            await steps.ApproveAsync(draft.Name);

            Assert.Equal(Basis.HearsayOnly, draft.Basis);
            (await Refused.ByAsync(() => steps.PublishAsync(draft.Name))).Is(StatusCode.FailedPrecondition, "EVIDENCE_HEARSAY_ONLY", "verdict.evidence");
        }
    }

    [Fact]
    public async Task F2_Recording_it_as_published_elsewhere_is_no_way_around_and_no_evidence_recorded_is_not_hearsay()
    {
        var area = service.NewArea();
        var claim = Samples.Published(area, "2024-02-01");
        claim.Evidence.Add(new Evidence { Type = Type.OtherAgencysOpinion, NotCounted = true });

        (await Refused.ByAsync(service.Verdicts.RecordVerdictAsync(Samples.Recording(claim), service.As("inspector"), cancellationToken: Stop)))
            .Is(StatusCode.FailedPrecondition, "EVIDENCE_HEARSAY_ONLY", "verdict.evidence");
        (await Refused.ByAsync(service.Verdicts.BatchRecordVerdictsAsync(
            new BatchRecordVerdictsRequest { Verdicts = { Samples.Published(area, "2024-02-01"), claim }, RequestId = Samples.NewId() },
            service.As("inspector"), cancellationToken: Stop))).Is(StatusCode.FailedPrecondition, "EVIDENCE_HEARSAY_ONLY", "verdicts[1].evidence");
        var record = Samples.Record(area, "2024-02-01", Samples.Best, Samples.Source("edition", "2024-02-29"));
        record.Verdicts[0].Verdict.Evidence.Add(new Evidence { Type = Type.OtherAgencysOpinion, Count = 9 });
        var imported = await ImportAsync(record);
        Assert.Equal(ImportOutcome.Types.Category.Refused, imported.Category);
        Assert.StartsWith("The verdict rests on other agencies' opinions alone", imported.Explanation, StringComparison.Ordinal);
        Assert.Equal((Basis.NoneRecorded, ""), (await RecordAsync(Samples.Published(area, "2024-02-01"))) is var fact ? (fact.Basis, fact.BasisReason) : default);
    }

    [Fact]
    public async Task F11_A_verdict_without_a_childs_voice_is_published_only_with_an_explanation_which_is_shown()
    {
        var area = service.NewArea();
        var silent = Samples.Resting(area, new Evidence { Type = Type.LeaderInterview, Count = 8 }, new Evidence { Type = Type.ChildsVoice, Count = 0 });
        silent.NoChildsVoiceExplanation = "";
        var draft = await RecordAsync(silent);
        await steps.SubmitAsync(draft.Name);
        await steps.ApproveAsync(draft.Name);

        foreach (var step in new[] { "schedule", "publish" })
        {
            var refused = await Refused.ByAsync(() => steps.TakeAsync(step, draft.Name));
            refused.Is(StatusCode.FailedPrecondition, "CHILDS_VOICE_NOT_EXPLAINED", "verdict.no_childs_voice_explanation");
            Assert.Contains("why no child was heard", refused.Message, StringComparison.Ordinal);
        }

        silent.NoChildsVoiceExplanation = "The children of this service are under two years old.";
        await ThroughAsync(draft.Name, silent);
        Assert.Equal(silent.NoChildsVoiceExplanation, Assert.Single(await ListAsync(area)).NoChildsVoiceExplanation);

        var heard = Samples.Resting(Anywhere, new Evidence { Type = Type.ChildsVoice, Count = 12 });
        heard.NoChildsVoiceExplanation = "";
        Assert.Equal(State.Published, (await ThroughAsync((await RecordAsync(heard)).Name, null)).State);
    }

    [Fact]
    public async Task F11_No_evidence_at_all_needs_the_explanation_as_well()
    {
        var verdict = Samples.Verdict(Anywhere);
        verdict.NoChildsVoiceExplanation = "";
        var draft = await RecordAsync(verdict);
        await steps.SubmitAsync(draft.Name);
        await steps.ApproveAsync(draft.Name);

        (await Refused.ByAsync(() => steps.PublishAsync(draft.Name)))
            .Is(StatusCode.FailedPrecondition, "CHILDS_VOICE_NOT_EXPLAINED", "verdict.no_childs_voice_explanation");
    }

    [Fact]
    public async Task F18_Evidence_says_how_much_how_and_about_when_and_small_counts_are_the_inspectorates_own()
    {
        var area = service.NewArea();
        var window = new DateRange { Start = "2026-01-05", End = "2026-03-31" };
        Evidence[] evidence =
        [
            new() { Type = Type.TrackedChild, Count = 3, Reference = "7f3a-0192", Method = "file and interview", Window = window },
            new() { Type = Type.SampledChild, Count = 40, Reference = "7f3a-0193", Window = window },
            new() { Type = Type.ChildsVoice, Count = 11 },
            new() { Type = Type.PracticeObservation, Count = 0 },
            new() { Type = Type.LeaderInterview, NotCounted = true },
        ];
        var recorded = await ThroughAsync((await RecordAsync(Samples.Resting(area, evidence))).Name, null);

        var staff = (await service.Verdicts.GetVerdictAsync(new GetVerdictRequest { Name = recorded.Name }, service.As("auditor"), cancellationToken: Stop)).Verdict;
        Assert.Equal(evidence, staff.Evidence);
        var revisions = (await service.Verdicts.ListVerdictRevisionsAsync(new ListVerdictRevisionsRequest { Name = recorded.Name }, cancellationToken: Stop)).Verdicts;
        foreach (var shown in new[] { await GetAsync(recorded.Name), Assert.Single(await ListAsync(area)), Assert.Single(revisions), await LastChangeAsync(recorded.Name) })
        {
            Assert.Equal(
                [
                    new Evidence { Type = Type.TrackedChild, Suppressed = true, Method = "file and interview", Window = window },
                    new Evidence { Type = Type.SampledChild, Count = 40, Window = window },
                    // The next smallest goes with it: no total known from elsewhere gives the other away.
                    new Evidence { Type = Type.ChildsVoice, Suppressed = true },
                    new Evidence { Type = Type.PracticeObservation },
                    new Evidence { Type = Type.LeaderInterview, NotCounted = true },
                ],
                shown.Evidence);
            Assert.Equal(Basis.Direct, shown.Basis);
        }
    }

    [Fact]
    public async Task F18_No_etag_tells_a_withheld_count_and_neither_does_the_number_of_pieces()
    {
        var area = service.NewArea();
        var recorded = await ThroughAsync(
            (await RecordAsync(Samples.Resting(
                area,
                new Evidence { Type = Type.TrackedChild, Count = 1, Method = "file" }, new Evidence { Type = Type.TrackedChild, Count = 1, Method = "interview" },
                new Evidence { Type = Type.TrackedChild, Count = 1, Method = "file" }, new Evidence { Type = Type.ChildsVoice, Count = 2 }))).Name,
            null);

        var shown = await GetAsync(recorded.Name);

        Assert.Equal([new Evidence { Type = Type.TrackedChild, Suppressed = true }, new Evidence { Type = Type.ChildsVoice, Suppressed = true }], shown.Evidence);
        // The etag is that of what is shown: whoever puts counts in its place and hashes again confirms nothing.
        var etag = shown.Etag;
        shown.Etag = "";
        Assert.Equal(Hosting.Store.Etags.Of(shown), etag);
    }

    [Fact]
    public async Task F18_Pieces_nobody_counted_are_shown_as_one_of_their_type()
    {
        var window = new DateRange { Start = "2026-01-05", End = "2026-03-31" };
        Evidence[] evidence =
        [
            .. Enumerable.Range(1, 3).Select(child => new Evidence { Type = Type.TrackedChild, NotCounted = true, Reference = $"case-{child}", Window = window }),
            new() { Type = Type.LeaderInterview, NotCounted = true, Method = "on site" }, new() { Type = Type.LeaderInterview, NotCounted = true, Method = "by call" },
            new() { Type = Type.SampledChild, Count = 40 },
        ];
        var recorded = await ThroughAsync((await RecordAsync(Samples.Resting(Anywhere, evidence))).Name, null);

        Assert.Equal(
            [
                new Evidence { Type = Type.TrackedChild, NotCounted = true, Window = window }, new Evidence { Type = Type.LeaderInterview, NotCounted = true },
                new Evidence { Type = Type.SampledChild, Count = 40 },
            ],
            (await GetAsync(recorded.Name)).Evidence);
    }

    [Fact]
    public async Task Whoever_may_read_an_inspection_before_it_is_public_sees_no_small_count_either()
    {
        var area = service.NewArea();
        var inspection = (await service.Inspections.CreateInspectionAsync(
            new CreateInspectionRequest { Inspection = InspectionStepTests.Notified(Samples, area), RequestId = Samples.NewId() }, service.As("lead"), cancellationToken: Stop)).Inspection;
        var verdict = Samples.Resting(area, new Evidence { Type = Type.TrackedChild, Count = 2 });
        verdict.Inspection = inspection.Name;
        var draft = await RecordAsync(verdict);

        var seen = (await service.Verdicts.GetVerdictAsync(
            new GetVerdictRequest { Name = draft.Name }, service.AsReaderOf(inspection.Key), cancellationToken: Stop)).Verdict;

        Assert.Equal([new Evidence { Type = Type.TrackedChild, Suppressed = true }], seen.Evidence);
        Assert.NotEqual(draft.Etag, seen.Etag);
    }

    [Theory]
    [InlineData("9434765919", "TEXT_IDENTIFIES")]
    [InlineData("case9434765919", "TEXT_IDENTIFIES")]
    [InlineData("child-943-476-5919", "TEXT_IDENTIFIES")]
    [InlineData("A123456789012", "TEXT_IDENTIFIES")]
    [InlineData("07700900123", "TEXT_IDENTIFIES")]
    [InlineData("jane.smith", "FIELD_MALFORMED")]
    [InlineData("Jane Smith 2", "FIELD_MALFORMED")]
    [InlineData("j4ne@example.org", "TEXT_IDENTIFIES")]
    public async Task A_reference_cannot_carry_what_identifies_a_person(string reference, string reason)
    {
        var fact = Samples.Published(Anywhere, "2024-02-01");
        fact.Evidence.Add(new Evidence { Type = Type.TrackedChild, Count = 6, Reference = reference });
        foreach (var verdict in new[] { Samples.Resting(Anywhere, fact.Evidence[0].Clone()), fact })
            (await Refused.ByAsync(service.Verdicts.RecordVerdictAsync(Samples.Recording(verdict), service.As("inspector"), cancellationToken: Stop)))
                .Is(StatusCode.InvalidArgument, reason, "verdict.evidence[0].reference");
    }

    [Theory]
    [InlineData("7f3a-0192")]
    [InlineData("3f2504e0-4f89-41d3-9a0c-9434765919ab")]
    [InlineData("2026/0117")]
    public async Task A_reference_is_what_a_case_system_mints(string reference) =>
        Assert.Equal(reference, (await RecordAsync(Samples.Resting(Anywhere, new Evidence { Type = Type.TrackedChild, Count = 6, Reference = reference }))).Evidence[0].Reference);

    private async Task<Indicator> IndicatorAsync(bool isProxy) => (await RegistryAsync()).First(indicator => indicator.Proxy == isProxy);

    private async Task<IReadOnlyList<Indicator>> RegistryAsync() =>
        (await service.Describing.ListIndicatorsAsync(new ListIndicatorsRequest(), cancellationToken: Stop)).Indicators;

    // To publication, written anew first where something is given.
    private async Task<Verdict> ThroughAsync(string name, Verdict? anew)
    {
        if (anew is not null)
            await SupersedeAsync(name, anew);
        await steps.SubmitAsync(name);
        await steps.ApproveAsync(name);
        return await steps.PublishAsync(name);
    }

    private async Task<Verdict> LastChangeAsync(string name) =>
        (await ChangesAsync()).Select(change => change.Verdict).Last(verdict => verdict?.Name == name);
}
