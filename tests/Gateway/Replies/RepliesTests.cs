using AngleSharp.Html.Parser;
using Google.Protobuf;
using Inspectorates.Gateway.Tests.Scripted;
using Inspectorates.Joint.V1;
using Inspectorates.V1;

namespace Inspectorates.Gateway.Tests.Replies;

/// <summary>What inspected bodies say, asked over every way of asking.</summary>
public sealed class RepliesTests
{
    private const string Said = "We <b>do not</b> agree.\n  See the audit of May.";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task F19_A_reply_stands_beside_the_inspection_and_its_verdict_word_for_word_in_every_rendering()
    {
        await using var gateway = await RepliedAsync();

        var (_, json) = await gateway.JsonAsync("/api/v1/areas/926/joint-view");
        var said = await SaidAsync(gateway);
        using var page = new HtmlParser().ParseDocument(await gateway.Http.GetStringAsync("/areas/926", Stop));

        Assert.Equal(Said, Assert.Single(said.Replies).Text);
        Assert.Equal(said, JsonParser.Default.Parse<WhatTheInspectedSay>(json.GetProperty("inspections")[0].GetProperty("inspected").GetRawText()));
        Assert.Equal(
            [
                "Norfolk replied on 12 June 2024: the words are its own, and the inspectorate cannot change them.",
                "The draft was sent to Norfolk to check its facts on 1 June 2024 and answered on 10 June 2024: 9 points raised, 7 accepted.",
            ],
            said.Sentences);
        var part = page.QuerySelector("[data-inspected]")!;
        Assert.Equal(said.Sentences, part.QuerySelectorAll("[data-sentence]").Select(one => one.TextContent));
        Assert.Equal(Said, part.QuerySelector("[data-reply-text]")!.TextContent);
        var verdict = page.QuerySelector($"[data-verdict='{gateway["alpha"].Verdicts[0].Name}']")!;
        Assert.Equal(Said, verdict.QuerySelector("[data-reply-text]")!.TextContent);
        Assert.Equal(2, page.QuerySelectorAll("[data-reply-text]").Length);
    }

    [Fact]
    public async Task Replies_that_cannot_be_read_never_read_as_silence()
    {
        await using var gateway = await RepliedAsync();
        gateway["alpha"].FailsOnReplies = true;

        var said = await SaidAsync(gateway);

        Assert.Equal(["alpha"], said.NotKnown);
        Assert.Equal(["What Inspectorate ALPHA has of the replies of those inspected could not be read."], said.Sentences);
        (gateway["alpha"].FailsOnReplies, gateway["alpha"].Replies, gateway["alpha"].Exchanges) = (false, [], []);
        Assert.Null(await SaidAsync(gateway));
    }

    private static async Task<WhatTheInspectedSay> SaidAsync(RunningGateway gateway) =>
        (await gateway.Joint.GetJointInspectionAsync(new() { Area = "926" }, cancellationToken: Stop)).JointInspection.Inspections[0].Inspected;

    private static async Task<RunningGateway> RepliedAsync()
    {
        var gateway = await RunningGateway.StartAsync(["alpha"]);
        FourInspectorates.Fill(gateway.Inspectorates);
        var body = new Subject { Kind = Subject.Types.Kind.Agency, Agency = new() { Kind = "local-authority" } };
        var (inspection, footprint) = (gateway["alpha"].Inspections[0].Name, new Footprint { Areas = { "926" } });
        gateway["alpha"].Replies =
        [
            new Reply
            {
                Name = "inspectorates/alpha/replies/1", Inspectorate = "alpha", Inspection = inspection, Footprint = footprint, InspectedBody = body, Text = Said,
                Verdicts = { gateway["alpha"].Verdicts[0].Name }, ReceivedOn = "2024-06-12", State = Reply.Types.State.Published, PublishedOn = "2024-06-12", Revision = 1,
            },
        ];
        gateway["alpha"].Exchanges =
        [
            new AccuracyExchange
            {
                Name = "inspectorates/alpha/accuracyExchanges/1", Inspectorate = "alpha", Inspection = inspection, Footprint = footprint, InspectedBody = body,
                SentOn = "2024-06-01", AnsweredOn = "2024-06-10", PointsRaised = 9, PointsAccepted = 7, State = AccuracyExchange.Types.State.Published, Revision = 1,
            },
        ];
        return gateway;
    }
}
