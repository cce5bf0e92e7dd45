using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Grpc.Core;
using Inspectorates.Conformance.Positions;
using Inspectorates.Joint.V1;
using Inspectorates.V1;

namespace Inspectorates.Conformance.Complaints;

/// <summary>What the article's complainants went through, done to a real service, and what they would see in the joint view now.</summary>
public class ComplaintWalkTests
{
    private const string Area = TwoParties.Area;

    protected virtual StoreKind Store => StoreKind.Sqlite;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task F1_A_council_is_not_told_to_do_what_is_for_the_police_and_the_view_shows_it_under_the_police()
    {
        await using var parties = await StartedAsync();
        var service = parties.One;
        var recommendation = Recommended("operation-encompass", "local-authority");
        var refused = await Refused.ByAsync(service.Recommendations.RecordRecommendationAsync(
            new() { Recommendation = recommendation, RequestId = Samples.NewId() }, service.As("inspector"), cancellationToken: Stop));
        refused.Is(StatusCode.InvalidArgument, "RECOMMENDATION_BEYOND_CONTROL", "recommendation.control");
        Assert.Contains("police force", refused.Message, StringComparison.Ordinal);

        recommendation.Addressee = To("police-force");
        await PublishedAsync(service, recommendation);
        await PublishedAsync(service, Recommended("police-notification", "local-authority"));

        var view = (await ViewAsync(parties)).Recommendations;
        using var page = await PageAsync(parties);
        var police = Assert.Single(view.Bodies);
        Assert.Equal(("Metropolitan Police Service", 2), (police.Label, police.Recommendations.Count));
        Assert.Equal([(0, 1, 0), (1, 0, 0)], view.Addressees.OrderBy(one => one.Controls).Select(one => (one.Controls, one.Influences, one.BeyondControl)));
        Assert.Equal(["Metropolitan Police Service"], page.QuerySelectorAll("[data-acting-body]").Select(part => part.GetAttribute("data-acting-body")!));
        Assert.All(view.Addressees, count => Assert.Contains(count.Sentence, page.GetElementById("recommendations")!.ParentElement!.TextContent, StringComparison.Ordinal));
    }

    [Fact]
    public async Task F3_and_F14_The_duty_in_law_and_what_each_agency_contributes_stand_beside_the_verdicts_on_a_process()
    {
        await using var parties = await StartedAsync();

        var process = (await ViewAsync(parties)).Processes.Single(one => one.Process == TwoParties.Process);
        using var page = await PageAsync(parties);

        Assert.Equal("Led by local authority children's services, convenes. Taking part: police force; health services.", process.Responsible);
        Assert.Contains(process.Responsible, page.QuerySelector($"[data-process={TwoParties.Process}]")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task F12_A_commitment_without_a_day_says_so_and_counts_the_days()
    {
        await using var parties = await StartedAsync();
        var undecided = Recommended(TwoParties.Process, "local-authority");
        (undecided.DueOn, undecided.DueToBeDecided) = ("", true);
        await PublishedAsync(parties.One, undecided);

        var shown = Assert.Single(Assert.Single((await ViewAsync(parties)).Recommendations.Bodies).Recommendations);

        Assert.Equal(0, shown.DaysUndecided);
        Assert.Contains("By when is still to be decided, for 0 days now.", shown.Sentences);
    }

    [Fact]
    public async Task F19_The_inspected_bodys_words_stand_beside_the_inspection_and_nobody_sees_them_before_the_report()
    {
        await using var parties = await StartedAsync();
        var service = parties.One;
        var inspection = (await service.Inspections.CreateInspectionAsync(
            new()
            {
                Inspection = new Inspection
                {
                    Kind = Inspection.Types.Kind.Single,
                    Framework = service.Description.Frameworks[0].Code,
                    FrameworkVersion = service.Description.Frameworks[0].Version,
                    Footprint = new Footprint { Areas = { Area } },
                    Fieldwork = new DateRange { Start = "2026-05-04" },
                },
                RequestId = Samples.NewId(),
            },
            service.As("lead"), cancellationToken: Stop)).Inspection.Name;
        await service.Replies.RecordReplyAsync(
            new() { Reply = new Reply { Inspection = inspection, InspectedBody = To("local-authority"), Text = "We see it otherwise.", ReceivedOn = "2026-06-12" }, RequestId = Samples.NewId() },
            service.As("lead"), cancellationToken: Stop);
        await service.Statements.RecordStatementAsync(
            new() { Statement = new Statement { Inspection = inspection, Requirement = Statement.Types.Requirement.NotNeeded }, RequestId = Samples.NewId() },
            service.As("lead"), cancellationToken: Stop);
        Assert.DoesNotContain("otherwise", (await ViewAsync(parties)).ToString(), StringComparison.Ordinal);

        foreach (var state in new[] { Inspection.Types.State.OnSite, Inspection.Types.State.Draft, Inspection.Types.State.FactualAccuracy, Inspection.Types.State.PrePublication })
            await service.Inspections.AdvanceInspectionAsync(new() { Name = inspection, State = state, RequestId = Samples.NewId() }, service.As("lead"), cancellationToken: Stop);
        await service.Inspections.PublishInspectionAsync(new() { Name = inspection, RequestId = Samples.NewId() }, service.As("publisher"), cancellationToken: Stop);

        var shown = (await ViewAsync(parties)).Inspections.Single(one => one.Names.Contains(inspection));
        Assert.Equal("We see it otherwise.", Assert.Single(shown.Inspected.Replies).Text);
        Assert.Null(shown.NextSteps);
        using var page = await PageAsync(parties);
        Assert.Equal("We see it otherwise.", page.QuerySelector("[data-reply-text]")!.TextContent);
    }

    private static Recommendation Recommended(string process, string kind) => new()
    {
        Text = "See that it reaches everybody within one day.",
        Process = process,
        Footprint = new Footprint { Areas = { Area } },
        Addressee = To(kind),
        DueOn = "2026-09-30",
    };

    private static Subject To(string kind) => new() { Kind = Subject.Types.Kind.Agency, Agency = new() { Kind = kind } };

    private static async Task PublishedAsync(RunningService service, Recommendation recommendation)
    {
        var draft = (await service.Recommendations.RecordRecommendationAsync(
            new() { Recommendation = recommendation, RequestId = Samples.NewId() }, service.As("inspector"), cancellationToken: Stop)).Recommendation;
        await service.Recommendations.PublishRecommendationAsync(new() { Name = draft.Name, RequestId = Samples.NewId() }, service.As("publisher"), cancellationToken: Stop);
    }

    private static async Task<JointInspection> ViewAsync(TwoParties parties)
    {
        using var channel = parties.ToGateway();
        return (await new JointInspectionService.JointInspectionServiceClient(channel).GetJointInspectionAsync(new() { Area = Area }, cancellationToken: Stop)).JointInspection;
    }

    private static async Task<IDocument> PageAsync(TwoParties parties)
    {
        using var http = new HttpClient { BaseAddress = new Uri(parties.Json) };
        return new HtmlParser().ParseDocument(await http.GetStringAsync($"/areas/{Area}", Stop));
    }

    private Task<TwoParties> StartedAsync()
    {
        if (Store == StoreKind.Postgres)
            Inspectorates.Postgres.PostgresPrograms.SkipIfMissing();
        return TwoParties.StartAsync(Store);
    }
}
