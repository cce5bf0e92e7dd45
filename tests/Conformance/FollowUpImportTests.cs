using Inspectorates.Ofsted;
using Inspectorates.V1;

namespace Inspectorates.Conformance;

/// <summary>The worked example in a fictional area: what a joint report recommends, the statement it asks for and what is replied to it, as shipped.</summary>
public sealed class FollowUpImportTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_shipped_example_says_who_can_act_by_when_a_statement_is_due_and_what_the_inspected_reply_and_is_imported_once()
    {
        await using var service = new RunningService(new OfstedInspectorate());
        await service.StartAsync();

        await ImportAsync(service);
        await ImportAsync(service);

        var recommendations = (await service.Recommendations.ListRecommendationsAsync(new() { Area = "X03" }, cancellationToken: Stop)).Recommendations;
        Assert.Equal(
            [
                ("domestic-abuse-marac", Recommendation.Types.DegreeOfControl.Controls), ("masa-governance", Recommendation.Types.DegreeOfControl.Controls),
                ("operation-encompass", Recommendation.Types.DegreeOfControl.NoControl), ("police-notification", Recommendation.Types.DegreeOfControl.Influences),
            ],
            recommendations.Select(one => (one.Process, one.Control)).Order());
        var statement = Assert.Single((await service.Statements.ListStatementsAsync(new() { Area = "X03" }, cancellationToken: Stop)).Statements);
        // Seventy working days from Monday 2 June 2025, with the bank holiday of 25 August.
        Assert.Equal(("2025-09-09", Statement.Types.DueBasis.Computed), (statement.DueOn, statement.DueBasis));
        var replies = (await service.Replies.ListRepliesAsync(new() { Area = "X03" }, cancellationToken: Stop)).Replies;
        Assert.Equal([("icb", 0, "2025-06-02"), ("local-authority", 1, "2025-06-11")], replies.Select(one => (one.InspectedBody.Agency.Kind, one.Verdicts.Count, one.PublishedOn)).Order());
        Assert.Equal("2025-05-06", Assert.Single((await service.Replies.ListAccuracyExchangesAsync(new() { Area = "X03" }, cancellationToken: Stop)).Exchanges).SentOn);
        var verified = await ProgramRun.Of(new OfstedInspectorate(), "verify", "--store", service.ConnectionString);
        Assert.True(verified.ExitCode == 0, verified.Out + verified.Error);
    }

    private static async Task ImportAsync(RunningService service)
    {
        var run = await ProgramRun.Of(
            new OfstedInspectorate(), "import", "--format", "facts", "--address", service.Address, "--token", service.Issuer.Mint("ofsted", "inspector"), Shipped());
        Assert.True(run.ExitCode == 0, run.Out + run.Error);
    }

    private static string Shipped()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Inspectorates.sln")))
            folder = folder.Parent ?? throw new InvalidOperationException("Inspectorates.sln is not above the tests.");
        return Path.Combine(folder.FullName, "services", "Ofsted", "Facts", "fictional-inspections.csv");
    }
}
