using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Google.Protobuf;
using Grpc.Core;
using Inspectorates.Conformance.Positions;
using Inspectorates.Joint.V1;
using Inspectorates.V1;
using static Inspectorates.Joint.V1.JointVerdict.Types;
using Type = Inspectorates.V1.Evidence.Types.Type;

namespace Inspectorates.Conformance.Evidencing;

/// <summary>The complaints about evidence, done through two real services and seen through the real gateway: gRPC, JSON and the page.</summary>
public sealed class FairEvidenceTests : IAsyncLifetime
{
    private TwoParties parties = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => parties = await TwoParties.StartAsync(StoreKind.Sqlite);

    public ValueTask DisposeAsync() => parties.DisposeAsync();

    [Fact]
    public async Task F2_what_the_police_say_about_you_contradicts_nobody_and_the_public_never_sees_it()
    {
        var draft = await DraftAsync("icpc", new Evidence { Type = Type.OtherAgencysOpinion, Count = 3 });
        await TwoParties.PublishAsync(parties.Other, "2026-03-02", "fine", verdict => verdict.Process = "icpc");

        var staff = await ViewAsync(parties.One.As("lead"));
        var seen = Of(staff, "icpc").Verdicts.Single(verdict => verdict.Name == draft.Name);
        var known = await ViewAsync(null);

        Assert.Contains(Flag.HearsayOnly, seen.Flags);
        Assert.Equal("It rests only on what other agencies say about the one judged.", seen.BasisReason);
        Assert.DoesNotContain(staff.Differences, difference => difference.Process == "icpc");
        Assert.Contains(LeftOutPair.Types.Reason.HearsayOnly, staff.LeftOut.Where(pair => pair.Process == "icpc").SelectMany(pair => pair.Reasons));
        Assert.DoesNotContain(Of(known, "icpc").Verdicts, verdict => verdict.Name == draft.Name);
        Assert.DoesNotContain(draft.Name, await PageAsync(), StringComparison.Ordinal);
        await PublishAsync(draft.Name, "EVIDENCE_HEARSAY_ONLY");
    }

    [Fact]
    public async Task F11_the_page_says_in_words_where_no_child_was_heard_and_why()
    {
        var draft = await DraftAsync("icpc", new Evidence { Type = Type.LeaderInterview, Count = 8 });
        draft = await SupersedeAsync(draft, verdict => verdict.NoChildsVoiceExplanation = "Every child asked preferred not to be heard.");
        await PublishAsync(draft.Name);

        var view = await ViewAsync(null);
        using var page = Parsed(await PageAsync());
        var verdict = Of(view, "icpc").Verdicts.Single();

        Assert.Contains(Flag.NoChildsVoice, verdict.Flags);
        Assert.Equal(
            "No child\u2019s voice is recorded in what this rests on. The inspectorate explains: Every child asked preferred not to be heard.",
            verdict.ChildsVoiceSentence);
        Assert.Equal(verdict.ChildsVoiceSentence, page.QuerySelector($"[data-verdict='{draft.Name}'] [data-childs-voice]")!.TextContent);
        Assert.Equal(Of(view, "icpc").ChildsVoice, page.QuerySelectorAll("#p-icpc [data-no-childs-voice]").Select(one => one.TextContent));
        Assert.Contains("No child\u2019s voice is recorded", Assert.Single(Of(view, "icpc").ChildsVoice), StringComparison.Ordinal);
        Assert.Equal(view.ChildsVoice, page.QuerySelectorAll("[data-childs-voice-of-area]").Select(one => one.TextContent));
    }

    [Fact]
    public async Task F17_a_verdict_on_tales_told_alone_differs_from_nobody_and_says_that_nobody_stated_how_many_are_right()
    {
        var draft = await DraftAsync("icpc", new Evidence { Type = Type.Indicator, Count = 1, Indicator = "tales-told" });
        await PublishAsync(draft.Name);
        await TwoParties.PublishAsync(parties.Other, "2026-03-02", "fine", verdict => verdict.Process = "icpc");

        var view = await ViewAsync(null);
        var verdict = Of(view, "icpc").Verdicts.Single(one => one.Name == draft.Name);
        using var page = Parsed(await PageAsync());

        Assert.Equal((Verdict.Types.Basis.ProxyOnly, true), (verdict.Basis, verdict.Flags.Contains(Flag.ProxyOnly)));
        Assert.Contains("nobody has stated what number would be right", verdict.BasisReason, StringComparison.Ordinal);
        Assert.Equal(verdict.BasisReason, page.QuerySelector($"[data-verdict='{draft.Name}'] [data-basis]")!.TextContent);
        Assert.DoesNotContain(view.Differences, difference => difference.Process == "icpc");
        Assert.Contains(LeftOutPair.Types.Reason.ProxyOnly, view.LeftOut.Where(pair => pair.Process == "icpc").SelectMany(pair => pair.Reasons));
    }

    [Fact]
    public async Task F17_the_registry_of_both_is_one_list_as_gRPC_JSON_and_page()
    {
        using var channel = parties.ToGateway();
        using var http = Http();
        var grpc = await new JointInspectionService.JointInspectionServiceClient(channel).ListAllIndicatorsAsync(new(), cancellationToken: Stop);
        var json = JsonParser.Default.Parse<ListAllIndicatorsResponse>(await http.GetStringAsync("/api/v1/indicators", Stop));
        using var page = Parsed(await http.GetStringAsync("/indicators", Stop));

        Assert.Equal(grpc.Indicators, json.Indicators);
        Assert.Equal(6, grpc.TotalSize);
        Assert.Equal(
            grpc.Indicators.Select(one => (one.Inspectorate, one.Indicator.Code)),
            page.QuerySelectorAll("[data-indicator]").Select(one => (one.GetAttribute("data-of")!, one.GetAttribute("data-indicator")!)));
        Assert.Equal(grpc.Indicators.SelectMany(one => one.Sentences), page.QuerySelectorAll("[data-sentence]").Select(one => one.TextContent));
        var told = page.QuerySelector("[data-indicator=tales-told]")!;
        Assert.Contains("Nobody has stated which number would be right.", told.TextContent, StringComparison.Ordinal);
        Assert.Contains("Tales grow short.", told.TextContent, StringComparison.Ordinal);
        Assert.Equal("NONE_STATED", told.GetAttribute("data-optimum"));
    }

    [Fact]
    public async Task F17_readings_are_told_in_the_area_beside_what_follows_from_them_and_what_is_withheld_is_no_nought()
    {
        foreach (var (period, value, code) in new[] { ("2024", "", IndicatorReading.Types.Code.Confidential), ("2025", "61.5", IndicatorReading.Types.Code.Unspecified) })
            await parties.One.Imports.ImportRecordsAsync(
                new ImportRecordsRequest
                {
                    Records =
                    {
                        new ImportedRecord
                        {
                            SourceKey = $"indicator/tales-told/{TwoParties.Area}/{period}",
                            IndicatorReading = new IndicatorReading
                            {
                                Indicator = "tales-told", Area = TwoParties.Area, Period = period, PeriodEnd = $"{period}-03-31", Value = value, Code = code,
                                Source = Samples.Source("edition 2025-10-30", "2025-10-30"),
                            },
                        },
                    },
                    RequestId = Samples.NewId(),
                },
                parties.One.As("inspector"), cancellationToken: Stop);

        var view = await ViewAsync(null);
        using var page = Parsed(await PageAsync());
        var told = Assert.Single(view.Indicators);

        Assert.Equal(("fictional", "tales-told"), (told.Inspectorate, told.Indicator.Code));
        Assert.Equal(["61.5", "withheld, because it is a small number or would give one away (c)"], told.ReadingWords);
        Assert.Contains("Nobody has stated which number would be right.", told.Sentences);
        Assert.Empty(view.IndicatorsNotKnown);
        var part = page.QuerySelector("[data-area-indicator=tales-told]")!;
        Assert.Equal(told.ReadingWords, part.QuerySelectorAll("[data-figure]").Select(one => one.TextContent));
        Assert.Equal(told.Sentences, part.QuerySelectorAll("[data-indicator-sentence]").Select(one => one.TextContent));
    }

    [Fact]
    public async Task F18_the_view_counts_evidence_by_type_and_tells_no_count_of_one_to_five()
    {
        foreach (var (tracked, observed) in new[] { (3, 17), (8, 0) })
        {
            var draft = await DraftAsync(
                "icpc", new Evidence { Type = Type.TrackedChild, Count = tracked }, new Evidence { Type = Type.PracticeObservation, Count = observed },
                new Evidence { Type = Type.ChildsVoice, Count = 4 });
            await PublishAsync(draft.Name);
        }

        var view = await ViewAsync(null);
        var staff = await ViewAsync(parties.One.As("auditor"));
        using var page = Parsed(await PageAsync());

        Assert.Equal(
            ["children followed through all agencies: c", "practice watched: 17", "what children said: c"],
            Of(view, "icpc").Evidence.Select(count => count.Words));
        Assert.All(Of(view, "icpc").Evidence, count => Assert.Equal(2, count.Verdicts));
        Assert.Equal([11, 17, 8], Of(staff, "icpc").Evidence.Select(count => count.Count));
        Assert.Empty(Of(view, "icpc").ChildsVoice);
        Assert.Equal(
            Of(view, "icpc").Evidence.Select(count => count.Suppressed ? "c" : count.Count.ToString(System.Globalization.CultureInfo.InvariantCulture)),
            page.QuerySelectorAll("#p-icpc [data-evidence-of]").Select(row => row.GetAttribute("data-count")));
        Assert.All(
            Of(view, "icpc").Verdicts.SelectMany(verdict => verdict.Evidence),
            piece => Assert.True(piece.Count is 0 or > 5, $"{piece.Type} {piece.Count}"));
        // Of the second, what children said is withheld, and the eight children followed with it: a total would tell the four.
        Assert.Equal(
            ["children followed through all agencies: c", "practice watched: none", "what children said: c"],
            Of(view, "icpc").Verdicts.Single(verdict => verdict.Evidence.Any(piece => piece.Type == Type.PracticeObservation && piece.Count == 0)).EvidenceWords);
    }

    private static ProcessView Of(JointInspection view, string process) => view.Processes.Single(one => one.Process == process);

    private static IDocument Parsed(string page) => new HtmlParser().ParseDocument(page);

    private HttpClient Http() => new() { BaseAddress = new Uri(parties.Json) };

    private async Task<string> PageAsync()
    {
        using var http = Http();
        return await http.GetStringAsync($"/areas/{TwoParties.Area}", Stop);
    }

    /// <summary>The view over gRPC, which JSON tells alike.</summary>
    private async Task<JointInspection> ViewAsync(Metadata? by)
    {
        using var channel = parties.ToGateway();
        using var http = Http();
        var request = new GetJointInspectionRequest { Area = TwoParties.Area, LeftOut = true };
        var grpc = (await new JointInspectionService.JointInspectionServiceClient(channel).GetJointInspectionAsync(request, by, cancellationToken: Stop)).JointInspection;
        if (by is not null)
            http.DefaultRequestHeaders.Add("authorization", by.GetValue("authorization"));
        var json = JsonParser.Default.Parse<JointInspection>(await http.GetStringAsync($"/api/v1/areas/{TwoParties.Area}/joint-view?leftOut=true", Stop));
        Assert.Equal((grpc.Processes, grpc.ChildsVoice, grpc.Indicators), (json.Processes, json.ChildsVoice, json.Indicators));
        return grpc;
    }

    private async Task<Verdict> DraftAsync(string process, params Evidence[] evidence)
    {
        var samples = new Samples(parties.One.Description);
        var verdict = samples.Resting(TwoParties.Area, evidence);
        (verdict.Process, verdict.Grade) = (process, new Grade { Code = "poor" });
        verdict.Fieldwork = new DateRange { Start = "2026-02-01", End = "2026-02-05" };
        if (evidence.Any(piece => piece.Type == Type.ChildsVoice))
            verdict.NoChildsVoiceExplanation = "";
        return (await parties.One.Verdicts.RecordVerdictAsync(Samples.Recording(verdict), parties.One.As("inspector"), cancellationToken: Stop)).Verdict;
    }

    private async Task<Verdict> SupersedeAsync(Verdict draft, Action<Verdict> change)
    {
        var anew = new Verdict(draft)
        {
            Inspectorate = "",
            InspectionKey = "",
            Standing = 0,
            Revision = 0,
            RecordedAt = null,
            RevisionReason = "",
            Etag = "",
        };
        change(anew);
        return (await parties.One.Verdicts.SupersedeVerdictAsync(
            new SupersedeVerdictRequest { Verdict = anew, Reason = "looked again", RequestId = Samples.NewId() }, parties.One.As("inspector"), cancellationToken: Stop)).Verdict;
    }

    private async Task PublishAsync(string name, string refusedFor = "")
    {
        var steps = new WorkflowOf(parties.One);
        await steps.SubmitAsync(name);
        await steps.ApproveAsync(name);
        if (refusedFor.Length == 0)
            await steps.PublishAsync(name);
        else
            Assert.Equal(refusedFor, (await Refused.ByAsync(() => steps.PublishAsync(name))).Reason);
    }
}
