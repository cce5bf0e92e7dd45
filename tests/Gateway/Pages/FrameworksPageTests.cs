using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Google.Protobuf;
using Inspectorates.Gateway.Tests.Scripted;
using Inspectorates.Joint.V1;
using Inspectorates.V1;
using static Inspectorates.V1.Framework.Types;

namespace Inspectorates.Gateway.Tests.Pages;

/// <summary>The timeline of frameworks, over JSON, gRPC and as a page.</summary>
public sealed class FrameworksPageTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private static PlannedDate Month(string day) => new() { Day = day, Precision = PlannedDate.Types.Precision.Month };

    /// <summary>Alpha has one planned and begun late, and one to be decided; both describe a joint one.</summary>
    private static async Task<RunningGateway> StartAsync()
    {
        var gateway = await RunningGateway.StartAsync(["alpha", "beta"]);
        var late = gateway["alpha"].Description.Frameworks[0];
        (late.PlannedStart, late.ActualStart, late.SourceUri) = (Month("2013-09-01"), Month("2013-11-01"), "https://example.org/late");
        late.Announcements.Add(new FrameworkAnnouncement
        {
            Kind = FrameworkAnnouncement.Types.Kind.Planned,
            Announced = new PlannedDate { Day = "2013-04-12", Precision = PlannedDate.Types.Precision.Day },
            Day = Month("2013-09-01"),
            Text = "It was <announced>.",
            SourceUri = "https://example.org/said",
            Unverified = true,
        });
        gateway["alpha"].Description.Frameworks.Add(new Framework
        {
            Code = "undecided",
            Label = "A framework <to be> decided",
            Version = "1",
            State = State.ToBeDecided,
            Mode = Mode.Joint,
            Declared = new PlannedDate { Day = "2013-04-12", Precision = PlannedDate.Types.Precision.Day },
            SourceUri = "javascript:alert(1)",
        });
        foreach (var inspectorate in gateway.Inspectorates)
            inspectorate.Description.Frameworks.Add(new Framework
            {
                Code = "together",
                Label = "Together",
                Version = "2016-",
                State = State.InForce,
                Mode = Mode.Joint,
                ActualStart = Month("2016-02-01"),
            });
        return gateway;
    }

    private static async Task<IDocument> PageAsync(RunningGateway gateway, string query = "") =>
        new HtmlParser().ParseDocument(await gateway.Http.GetStringAsync($"/frameworks{query}", Stop));

    [Fact]
    public async Task F21_JSON_gRPC_and_page_tell_the_same_in_the_same_order()
    {
        await using var gateway = await StartAsync();
        var grpc = await gateway.Joint.ListFrameworksAsync(new(), cancellationToken: Stop);
        var json = JsonParser.Default.Parse<ListFrameworksResponse>(await gateway.Http.GetStringAsync("/api/v1/frameworks", Stop));
        using var page = await PageAsync(gateway);

        Assert.Equal(["alpha-framework", "together", "undecided", "beta-framework"], grpc.Frameworks.Select(one => one.Framework.Code));
        foreach (var source in grpc.Sources.Concat(json.Sources))
            source.AsAt = null;
        Assert.Equal(grpc, json);
        Assert.Equal(
            grpc.Frameworks.Select(one => (one.Framework.Code, one.Framework.Version, one.DaysUndecided.ToString(System.Globalization.CultureInfo.InvariantCulture))),
            page.QuerySelectorAll("[data-framework]").Select(row => (row.GetAttribute("data-framework")!, row.GetAttribute("data-version")!, row.GetAttribute("data-undecided")!)));
        Assert.Equal(grpc.Frameworks.SelectMany(one => one.Sentences), page.QuerySelectorAll("[data-sentence]").Select(one => one.TextContent));
        Assert.Equal(grpc.Frameworks.SelectMany(one => one.Framework.Announcements).Count(), page.QuerySelectorAll("[data-announcement]").Length);
        Assert.Equal(["alpha", "beta"], grpc.Frameworks[1].DescribedBy);
        Assert.Equal(["It describes 3 frameworks.", "It describes 2 frameworks."], grpc.Sources.Select(source => source.Summary));
        Assert.Equal("4", page.QuerySelector("[data-total]")!.GetAttribute("data-total"));
    }

    [Fact]
    public async Task F21_the_page_shows_the_plan_and_the_fact_side_by_side()
    {
        await using var gateway = await StartAsync();
        using var page = await PageAsync(gateway);
        var row = page.QuerySelector("[data-framework='alpha-framework']")!;

        Assert.Equal(("September 2013", "November 2013", "has not ended"),
            (row.QuerySelector("[data-planned]")!.TextContent, row.QuerySelector("[data-began]")!.TextContent, row.QuerySelector("[data-ended]")!.TextContent));
        Assert.Contains("It was <announced>.", row.QuerySelector("[data-announcement]")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("not read in a primary source", row.QuerySelector("[data-announcement]")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task F12_the_page_counts_the_days_of_what_is_to_be_decided()
    {
        await using var gateway = await StartAsync();
        var listed = (await gateway.Joint.ListFrameworksAsync(new() { State = State.ToBeDecided }, cancellationToken: Stop)).Frameworks;
        using var page = await PageAsync(gateway, "?state=TO_BE_DECIDED");
        var row = Assert.Single(page.QuerySelectorAll("[data-framework]"));

        Assert.Contains($"open for {Assert.Single(listed).DaysUndecided} days", row.TextContent, StringComparison.Ordinal);
        Assert.True(listed[0].DaysUndecided > 4_000);
        Assert.Contains("has not begun", row.QuerySelector("[data-began]")!.TextContent, StringComparison.Ordinal);
        Assert.Null(row.QuerySelector("th a"));
    }

    [Fact]
    public async Task The_page_needs_no_scripts_and_its_table_has_a_caption_and_scopes_and_its_fields_labels()
    {
        await using var gateway = await StartAsync();
        using var page = await PageAsync(gateway, "?inspectorate=alpha");

        Assert.Empty(page.QuerySelectorAll("script"));
        Assert.All(page.QuerySelectorAll("table"), table => Assert.NotEmpty(table.QuerySelector("caption")!.TextContent));
        Assert.All(page.QuerySelectorAll("th"), cell => Assert.True(cell.HasAttribute("scope")));
        Assert.All(page.QuerySelectorAll("select, input"), field => Assert.NotNull(page.QuerySelector($"label[for={field.Id}]")));
        Assert.Equal("alpha", page.QuerySelector("#inspectorate option[selected]")!.GetAttribute("value"));
    }

    [Fact]
    public async Task A_source_that_cannot_be_reached_is_said_and_its_frameworks_are_missing_and_not_ended()
    {
        await using var gateway = await StartAsync();
        gateway["beta"].Behaviour = Behaviour.SaysUnavailable;
        var answer = await gateway.Joint.ListFrameworksAsync(new(), cancellationToken: Stop);
        using var page = await PageAsync(gateway);

        Assert.False(answer.Complete);
        Assert.Equal(Source.Types.State.Unreachable, answer.Sources.Single(source => source.Inspectorate == "beta").State);
        Assert.DoesNotContain(answer.Frameworks, one => one.Framework.Code == "beta-framework");
        Assert.Contains("frameworks may be missing", page.QuerySelector("[data-incomplete]")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_list_of_the_past_is_what_was_known_then_and_a_service_that_cannot_tell_is_said()
    {
        await using var gateway = await StartAsync();
        gateway["alpha"].DescriptionThen = day =>
        {
            var then = gateway["alpha"].Description.Clone();
            then.Frameworks.Clear();
            then.Frameworks.Add(new Framework { Code = $"as-of-{day}", Version = "1", Label = "Then", State = State.Planned, Mode = Mode.SingleAgency });
            return then;
        };
        var answer = await gateway.Joint.ListFrameworksAsync(new() { AsOf = "2013-05-01" }, cancellationToken: Stop);

        Assert.Equal(["as-of-2013-05-01"], answer.Frameworks.Select(one => one.Framework.Code));
        Assert.Equal("2013-05-01", answer.AsOf);
        var beta = answer.Sources.Single(source => source.Inspectorate == "beta");
        Assert.Equal((Source.Types.State.InvalidAnswer, "Its service tells its frameworks as they are today only."), (beta.State, beta.Reason));
    }

    [Fact]
    public async Task Pages_go_on_and_a_wrong_filter_says_what_would_be_right()
    {
        await using var gateway = await StartAsync();
        using var first = await PageAsync(gateway, "?pageSize=3");
        using var second = new HtmlParser().ParseDocument(await gateway.Http.GetStringAsync(first.QuerySelector("a[rel=next]")!.GetAttribute("href")!, Stop));
        using var wrong = await gateway.Http.GetAsync("/frameworks?inspectorate=nobody", Stop);
        using var future = await gateway.Http.GetAsync("/api/v1/frameworks?asOf=2999-01-01", Stop);

        Assert.Equal((3, 1), (first.QuerySelectorAll("[data-framework]").Length, second.QuerySelectorAll("[data-framework]").Length));
        Assert.Equal(400, (int)wrong.StatusCode);
        Assert.Contains("alpha, beta", await wrong.Content.ReadAsStringAsync(Stop), StringComparison.Ordinal);
        Assert.Contains("\"as_of\"", (await future.Content.ReadAsStringAsync(Stop)).Replace("asOf", "as_of", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public async Task F23_the_page_says_which_judgement_follows_which_of_an_older_framework()
    {
        await using var gateway = await StartAsync();
        gateway["alpha"].Description.Frameworks[0].Mappings.Add(new CriterionMapping
        {
            Predecessor = "child-protection",
            PredecessorVersion = "2012-2013",
            PredecessorJudgement = "overall-effectiveness",
            Judgement = "help-and-protection",
            Note = "the older one was <about> protection alone",
            Unverified = true,
        });

        using var page = await PageAsync(gateway);

        var mapping = Assert.Single(page.QuerySelectorAll("[data-mapping]"));
        Assert.Equal(
            "Help and protection follows overall effectiveness of child protection 2012-2013: the older one was <about> protection alone. "
            + "This is read from the texts of both; the inspectorate does not state it.",
            mapping.TextContent);
    }
}
