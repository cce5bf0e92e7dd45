using System.Text.Json;
using AngleSharp.Html.Parser;
using Grpc.Core;
using Inspectorates.V1;

namespace Inspectorates.SystemTests.BadInput;

/// <summary>Formulas and scripts are words like any others: taken as text or refused, and shown as text wherever they are.</summary>
[Collection(OneBadInputSuite.Name)]
public sealed class HarmfulTextTests(BadInputSuite suite)
{
    [Theory]
    [InlineData("Direct")]
    [InlineData("Gateway")]
    public async Task They_are_taken_as_text_or_refused_by_field_and_shown_as_text(string by)
    {
        var way = Enum.Parse<Ways>(by);
        var complaints = new List<string>();
        var taken = new List<string>();
        foreach (var text in HarmfulTexts.All)
        {
            foreach (var (field, put) in HarmfulTexts.OfVerdicts)
                await SendAsync(Recording(verdict => put(verdict, text)), "publisher", $"verdict.{field}", text);
            foreach (var (field, put) in HarmfulTexts.OfInspections)
                await SendAsync(Creating(inspection => put(inspection, text)), "lead", $"inspection.{field}", text);
        }

        Assert.True(complaints.Count == 0, string.Join('\n', complaints));
        Assert.True(taken.Count >= HarmfulTexts.All.Length, "a finding's text takes any words");
        await ShownAsTextInJsonAsync();
        await ShownAsTextOnThePageAsync();
        await suite.IsAliveAsync();

        async Task SendAsync(Sent sent, string role, string field, string text)
        {
            var answer = await suite.SendAsync(way, sent.As(role));
            if (answer.Code == StatusCode.OK && field == "verdict.text")
                taken.Add(text);
            var right = answer.Code == StatusCode.OK
                || (answer is { Code: StatusCode.InvalidArgument, Reason.Length: > 0 } && answer.Fields.Contains(field == "verdict.grade.label" ? "verdict.grade.code" : field));
            if (!right)
                complaints.Add($"{field} with {text}: {answer}");
        }
    }

    private Sent Recording(Action<Verdict> put) => Sent.Call("VerdictService/RecordVerdict", suite.Valid.Recording(put, published: true));

    private Sent Creating(Action<Inspection> put) => Sent.Call("InspectionService/CreateInspection", suite.Valid.Creating(put));

    private async Task ShownAsTextInJsonAsync()
    {
        var answer = await suite.SendAsync(Ways.Json, Sent.Json($"/api/v1/areas/{Valid.Area}/joint-view"));
        Assert.Equal(200, answer.Http);
        var texts = new HashSet<string>();
        Collect(JsonDocument.Parse(answer.Body).RootElement, texts);

        Assert.All(HarmfulTexts.All, text => Assert.Contains(text, texts));
    }

    private async Task ShownAsTextOnThePageAsync()
    {
        var answer = await suite.SendAsync(Ways.Json, Sent.Json($"/areas/{Valid.Area}").With("accept", "text/html"));
        Assert.Equal(200, answer.Http);
        using var page = new HtmlParser().ParseDocument(System.Text.Encoding.UTF8.GetString(answer.Body));

        Assert.Empty(page.QuerySelectorAll("script, svg, iframe, object, embed, img[src=x], meta[http-equiv]"));
        foreach (var attribute in page.All.SelectMany(element => element.Attributes))
        {
            Assert.False(attribute.Name.StartsWith("on", StringComparison.OrdinalIgnoreCase), attribute.Name);
            Assert.False(attribute.Value.TrimStart().StartsWith("javascript:", StringComparison.OrdinalIgnoreCase), attribute.Value);
        }

        Assert.All(HarmfulTexts.All, text => Assert.Contains(text, page.Body!.TextContent, StringComparison.Ordinal));
    }

    private static void Collect(JsonElement element, HashSet<string> texts)
    {
        if (element.ValueKind == JsonValueKind.String)
            texts.Add(element.GetString()!);
        else if (element.ValueKind == JsonValueKind.Array)
            foreach (var one in element.EnumerateArray())
                Collect(one, texts);
        else if (element.ValueKind == JsonValueKind.Object)
            foreach (var one in element.EnumerateObject())
                Collect(one.Value, texts);
    }
}
