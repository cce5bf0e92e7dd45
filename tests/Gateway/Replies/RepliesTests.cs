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

    [Fact]
    public async Task Pages_of_replies_without_an_end_cost_the_replies_and_no_verdict()
    {
        await using var gateway = await RepliedAsync();
        gateway["alpha"].RepliesWithoutEnd = true;

        var view = (await gateway.Joint.GetJointInspectionAsync(new() { Area = "926" }, cancellationToken: Stop)).JointInspection;

        Assert.Equal(["alpha"], view.Inspections[0].Inspected.NotKnown);
        Assert.True(view.Complete);
        Assert.NotEmpty(view.Judgements);
    }

    [Theory]
    [InlineData("", "", "Norfolk Constabulary")]
    [InlineData("", "British Transport Police", "British Transport Police")]
    [InlineData("E23000024", "", "Norfolk Constabulary")]
    [InlineData("", "Norfolk Constabulary", "Norfolk Constabulary")]
    public async Task Whoever_replies_is_called_what_they_are_called_and_no_other_body_of_the_area(string code, string name, string called)
    {
        await using var gateway = await RepliedAsync();
        gateway["alpha"].Replies![0].InspectedBody = new Subject { Kind = Subject.Types.Kind.Agency, Agency = new() { Kind = "police-force", Code = code, Name = name } };

        var said = await SaidAsync(gateway);
        using var page = new HtmlParser().ParseDocument(await gateway.Http.GetStringAsync("/areas/926", Stop));

        Assert.Equal([called], said.ReplyBodies);
        Assert.StartsWith($"{called} replied", said.Sentences[0], StringComparison.Ordinal);
        Assert.All(page.QuerySelectorAll(".reply figcaption"), caption => Assert.StartsWith($"Reply of {called}, ", caption.TextContent, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Replies_of_several_records_of_one_inspection_are_oldest_first_whoever_keeps_them()
    {
        await using var gateway = await RunningGateway.StartAsync(["alpha", "beta"]);
        FourInspectorates.Fill(gateway.Inspectorates);
        foreach (var (code, day) in new[] { ("alpha", "2024-06-20"), ("beta", "2024-06-12") })
        {
            gateway[code].Inspections[0].Key = "jtai/926/2024-05-01";
            gateway[code].Replies =
            [
                new Reply
                {
                    Name = $"inspectorates/{code}/replies/1", Inspectorate = code, Inspection = gateway[code].Inspections[0].Name, Text = Said, ReceivedOn = day, Revision = 1,
                    Footprint = new Footprint { Areas = { "926" } }, InspectedBody = new Subject { Kind = Subject.Types.Kind.Partnership }, State = Reply.Types.State.Published,
                },
            ];
            gateway[code].Exchanges = [];
        }

        Assert.Equal(["2024-06-12", "2024-06-20"], (await SaidAsync(gateway)).Replies.Select(reply => reply.ReceivedOn));
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
