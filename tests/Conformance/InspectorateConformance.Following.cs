using Inspectorates.V1;

namespace Inspectorates.Conformance;

// What follows an inspection, brought by an import: replies, exchanges on accuracy, recommendations and statements.
public abstract partial class InspectorateConformance
{
    [Fact]
    public async Task F19_A_reply_published_elsewhere_is_imported_beside_the_verdict_it_is_about_once_and_word_for_word()
    {
        var record = Samples.Record(service.NewArea(), "2024-05-01", Samples.Best, Samples.Source("edition", "2024-05-31"));
        record.Replies.Add(Imported("2024-05-20", "first"));
        record.AccuracyExchanges.Add(new AccuracyExchange
        {
            InspectedBody = To("local-authority"), SentOn = "2024-04-02", AnsweredOn = "2024-04-12", PointsRaised = 9, PointsAccepted = 7,
        });

        await ImportAsync(record);
        var again = await ImportAsync(record);

        var verdict = Assert.Single((await service.Verdicts.ListVerdictsAsync(
            new() { Area = record.Inspection.Footprint.Areas[0] }, cancellationToken: Stop)).Verdicts);
        var reply = Assert.Single((await service.Replies.ListRepliesAsync(new() { Verdict = verdict.Name }, cancellationToken: Stop)).Replies);
        Assert.Equal((Said, Reply.Types.State.Published, "2024-05-20"), (reply.Text, reply.State, reply.PublishedOn));
        var exchange = Assert.Single((await service.Replies.ListAccuracyExchangesAsync(new() { Inspection = verdict.Inspection }, cancellationToken: Stop)).Exchanges);
        Assert.Equal((AccuracyExchange.Types.State.Published, "2024-04-02", 9, 7), (exchange.State, exchange.SentOn, exchange.PointsRaised, exchange.PointsAccepted));
        Assert.Equal((ImportOutcome.Types.Category.Unchanged, ""), (again.Category, again.Explanation));
    }

    [Fact]
    public async Task What_follows_an_inspection_is_added_though_the_facts_were_imported_before()
    {
        var record = Samples.Record(service.NewArea(), "2024-06-03", Samples.Best, Samples.Source("edition", "2024-06-30"));
        var inspection = (await ImportAsync(record)).Inspection;
        record.Replies.Add(Imported("2024-06-03"));
        record.Statement = new Statement { Requirement = Statement.Types.Requirement.NotNeeded };

        var outcome = await ImportAsync(record);

        Assert.Equal((ImportOutcome.Types.Category.Unchanged, "2 records that follow it were added"), (outcome.Category, outcome.Explanation));
        Assert.Single((await service.Replies.ListRepliesAsync(new() { Inspection = inspection }, cancellationToken: Stop)).Replies);
        Assert.Single((await service.Statements.ListStatementsAsync(new() { Inspection = inspection }, cancellationToken: Stop)).Statements);
    }

    [Theory]
    // Twenty working days from Monday 3 June 2024 are Monday 1 July.
    [InlineData("2024-07-02", "first", "which was 2024-07-01")]
    [InlineData("2024-07-01", "second", "no key of this record's verdicts")]
    public async Task An_imported_reply_that_came_late_or_is_about_no_verdict_refuses_its_record_whole(string received, string key, string why)
    {
        var area = service.NewArea();
        var record = Samples.Record(area, "2024-06-03", Samples.Best, Samples.Source("edition", "2024-06-30"));
        record.Replies.Add(Imported(received, key));

        var outcome = await ImportAsync(record);

        Assert.Equal(ImportOutcome.Types.Category.Refused, outcome.Category);
        Assert.Contains(why, outcome.Explanation, StringComparison.Ordinal);
        Assert.Empty((await service.Inspections.ListInspectionsAsync(new() { Area = area }, cancellationToken: Stop)).Inspections);
    }

    private static Reply Imported(string received, params string[] verdicts) =>
        new() { InspectedBody = To("local-authority"), Text = Said, ReceivedOn = received, Verdicts = { verdicts } };
}
