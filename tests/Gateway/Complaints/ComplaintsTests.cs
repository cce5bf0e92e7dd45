using System.Text.RegularExpressions;
using AngleSharp.Html.Parser;
using Google.Protobuf;
using Google.Protobuf.Reflection;
using Inspectorates.Gateway.Tests.Scripted;
using Inspectorates.Joint.V1;

namespace Inspectorates.Gateway.Tests.Complaints;

/// <summary>What was complained of about joint inspection, and where it is answered.</summary>
public sealed partial class ComplaintsTests(OneGateway one) : IClassFixture<OneGateway>
{
    private const int MostSentences = 3;
    private const int MostWords = 45;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task JSON_gRPC_and_page_tell_the_same_in_the_same_order()
    {
        var grpc = await ListAsync();
        var json = JsonParser.Default.Parse<ListComplaintsResponse>(await one.Gateway.Http.GetStringAsync("/api/v1/complaints", Stop));
        using var page = new HtmlParser().ParseDocument(await one.Gateway.Http.GetStringAsync("/complaints", Stop));

        Assert.Equal(grpc, json);
        var shown = page.QuerySelectorAll("[data-complaint]").Select(part =>
        {
            var complaint = new Complaint
            {
                Id = part.Id!,
                Complaint_ = part.QuerySelector("h2")!.TextContent[$"{part.Id}: ".Length..],
                Concerns = part.QuerySelector("[data-concerns]")!.TextContent,
                Sentence = part.QuerySelector("[data-sentence]")!.TextContent,
            };
            complaint.Contract.AddRange(part.QuerySelectorAll("[data-contract]").Select(name => name.TextContent));
            complaint.Places.AddRange(part.QuerySelectorAll("[data-place]").Select(
                place => new ComplaintPlace { Label = place.TextContent, Path = place.GetAttribute("href") }));
            return complaint;
        });
        Assert.Equal(grpc.Complaints, shown);
    }

    [Fact]
    public async Task Every_complaint_is_there_once_in_the_order_of_the_numbers() =>
        Assert.Equal(Enumerable.Range(1, 24).Select(number => $"F{number}"), (await ListAsync()).Complaints.Select(complaint => complaint.Id));

    [Fact]
    public async Task Every_element_named_is_in_the_contract()
    {
        var elements = Contract.Files.SelectMany(Elements).ToHashSet();

        Assert.Contains("inspectorates.v1.Verdict.State.DRAFT", elements);
        Assert.Equal([], (await ListAsync()).Complaints.SelectMany(complaint => complaint.Contract).Where(name => !elements.Contains(name)));
    }

    [Fact]
    public async Task Nothing_is_left_empty_or_said_twice() => Assert.All((await ListAsync()).Complaints, complaint =>
    {
        string[] said = [complaint.Complaint_, complaint.Concerns, complaint.Sentence, .. complaint.Contract, .. complaint.Places.SelectMany(place => new[] { place.Label, place.Path })];

        Assert.DoesNotContain(said, string.IsNullOrWhiteSpace);
        Assert.NotEmpty(complaint.Contract);
        Assert.NotEmpty(complaint.Places);
        Assert.Equal(complaint.Contract.Distinct(), complaint.Contract);
        Assert.Equal(complaint.Places.Select(place => place.Path).Distinct(), complaint.Places.Select(place => place.Path));
    });

    [Fact]
    public async Task Each_is_said_in_one_to_three_plain_sentences() => Assert.All((await ListAsync()).Complaints, complaint =>
    {
        var sentences = SentenceEnd().Split(complaint.Sentence);

        Assert.InRange(sentences.Length, 1, MostSentences);
        Assert.All(sentences, sentence => Assert.InRange(sentence.Split(' ').Length, 4, MostWords));
        Assert.All(sentences, sentence => Assert.True(char.IsUpper(sentence[0]), sentence));
        Assert.EndsWith(".", complaint.Sentence, StringComparison.Ordinal);
        // No code, no constant, nothing out of the contract: whoever it concerns need not know how it is made.
        Assert.DoesNotMatch(NotPlain(), complaint.Sentence);
        Assert.DoesNotMatch(NotPlain(), complaint.Complaint_);
    });

    [Fact]
    public async Task Every_page_leads_to_the_list_and_the_list_asks_no_inspectorate()
    {
        await using var gateway = await RunningGateway.StartAsync(["alpha"]);
        await gateway["alpha"].StopAsync();

        using var alone = await gateway.Http.GetAsync("/complaints", Stop);
        using var front = new HtmlParser().ParseDocument(await one.Gateway.Http.GetStringAsync("/", Stop));

        Assert.Equal(200, (int)alone.StatusCode);
        Assert.NotNull(front.QuerySelector("footer a[href='/complaints']"));
    }

    private async Task<ListComplaintsResponse> ListAsync() =>
        await one.Gateway.Joint.ListComplaintsAsync(new(), cancellationToken: Stop);

    private static IEnumerable<string> Elements(FileDescriptor file) =>
    [
        .. file.MessageTypes.SelectMany(Elements),
        .. file.EnumTypes.SelectMany(Elements),
        .. file.Services.SelectMany(service => service.Methods.Select(method => method.FullName).Append(service.FullName)),
    ];

    private static IEnumerable<string> Elements(MessageDescriptor message) =>
    [
        message.FullName,
        .. message.Fields.InDeclarationOrder().Select(field => field.FullName),
        .. message.EnumTypes.SelectMany(Elements),
        .. message.NestedTypes.SelectMany(Elements),
    ];

    private static IEnumerable<string> Elements(EnumDescriptor type) => [type.FullName, .. type.Values.Select(value => $"{type.FullName}.{value.Name}")];

    [GeneratedRegex(@"(?<=\.) ")]
    private static partial Regex SentenceEnd();

    [GeneratedRegex(@"[_`<>{}|/]|\b[A-Z]{2,}\b|\b[a-z]+[A-Z]\w*|\w\.\w")]
    private static partial Regex NotPlain();
}
