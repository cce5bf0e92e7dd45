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
            InspectedBody = To("local-authority"),
            SentOn = "2024-04-02",
            AnsweredOn = "2024-04-12",
            PointsRaised = 9,
            PointsAccepted = 7,
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

    [Fact]
    public async Task What_became_another_since_it_was_imported_is_not_brought_a_second_time()
    {
        var record = Samples.Record("X02", "2024-05-07", Samples.Best, Samples.Source("edition", "2024-06-30"));
        record.Recommendations.Add(Advised("See that minutes reach everybody."));
        record.Recommendations.Add(Advised("Write it down."));
        record.Recommendations.Add(Advised("Say who does."));
        var inspection = (await ImportAsync(record)).Inspection;
        var listed = (await service.Recommendations.ListRecommendationsAsync(new() { Inspection = inspection }, cancellationToken: Stop)).Recommendations;
        var (revised, replaced, withdrawn) = (listed[0], listed[1], listed[2]);
        revised.Text = "See that minutes reach everybody within a day.";
        await service.Recommendations.ReviseRecommendationAsync(
            new() { Recommendation = revised, Reason = "as corrected", RequestId = Samples.NewId() }, service.As("publisher"), cancellationToken: Stop);
        await service.Recommendations.ReaddressRecommendationAsync(
            new() { Name = replaced.Name, Addressee = To("police-force"), Control = Recommendation.Types.DegreeOfControl.Influences, Reason = "for them", RequestId = Samples.NewId() },
            service.As("publisher"), cancellationToken: Stop);
        await service.Recommendations.WithdrawRecommendationAsync(
            new() { Name = withdrawn.Name, Reason = "in error", RequestId = Samples.NewId() }, service.As("publisher"), cancellationToken: Stop);

        var again = await ImportAsync(record);

        Assert.Equal((ImportOutcome.Types.Category.Unchanged, ""), (again.Category, again.Explanation));
        Assert.Equal(4, (await service.Recommendations.ListRecommendationsAsync(new() { Inspection = inspection }, cancellationToken: Stop)).Recommendations.Count);
    }

    [Fact]
    public async Task What_a_later_edition_says_of_a_statement_is_a_revision_of_it_and_what_an_earlier_one_says_is_not()
    {
        var inspection = (await ImportAsync(Stated("2024-06-30", "", ""))).Inspection;
        await ImportAsync(Stated("2025-06-30", "2024-09-20", "2024-09-30"));
        var unchanged = await ImportAsync(Stated("2026-03-31", "", "2024-09-30"));

        var late = await ImportAsync(Stated("2025-12-31", "2024-10-20", "2024-10-30"));

        var all = (await service.Statements.ListStatementsAsync(new() { Inspection = inspection, AllRevisions = true }, cancellationToken: Stop)).Statements;
        Assert.Equal([("", "", ""), ("2024-09-20", "2024-09-30", "edition e 2025-06-30")], all.Select(one => (one.ReceivedOn, one.DueOn, one.RevisionReason)));
        Assert.Equal((ImportOutcome.Types.Category.Unchanged, ""), (unchanged.Category, unchanged.Explanation));
        Assert.Equal("", late.Explanation);

        ImportedRecord Stated(string edition, string received, string due)
        {
            var record = Samples.Record("X02", "2024-05-08", Samples.Best, Samples.Source($"e {edition}", edition));
            record.Statement = new Statement
            {
                Requirement = Statement.Types.Requirement.Needed,
                PrincipalAuthority = To("local-authority"),
                ReceivedOn = received,
                StatedDueOn = due,
            };
            return record;
        }
    }

    [Fact]
    public async Task A_recommendation_arises_from_verdicts_of_its_record_and_one_that_does_not_is_refused_with_its_record_alone()
    {
        var (right, wrong) = (Of("2024-05-09", "first"), Of("2024-05-10", $"inspectorates/{service.Description.Code}/verdicts/none"));
        var reading = Reading((await IndicatorAsync(isProxy: true)).Code, "X02", "18.7", "edition 2025-01-31", "2025-01-31");
        var mixed = Offered(reading);
        mixed.Recommendations.Add(right.Recommendations[0].Clone());

        var outcomes = (await service.Imports.ImportRecordsAsync(
            new() { Records = { wrong, mixed, right }, RequestId = Samples.NewId() }, service.As("inspector"), cancellationToken: Stop)).Outcomes;

        Assert.Equal(
            [ImportOutcome.Types.Category.Refused, ImportOutcome.Types.Category.Refused, ImportOutcome.Types.Category.Recorded], outcomes.Select(one => one.Category));
        Assert.Contains("no key of this record's verdicts", outcomes[0].Explanation, StringComparison.Ordinal);
        Assert.Equal("", outcomes[0].Inspection);
        var recommendation = Assert.Single((await service.Recommendations.ListRecommendationsAsync(new() { Inspection = outcomes[2].Inspection }, cancellationToken: Stop)).Recommendations);
        var verdict = await GetAsync(Assert.Single(recommendation.Verdicts));
        Assert.Equal(outcomes[2].Inspection, verdict.Inspection);

        ImportedRecord Of(string day, string key)
        {
            var record = Samples.Record("X02", day, Samples.Best, Samples.Source("edition", "2024-06-30"));
            record.Recommendations.Add(Advised("See that minutes reach everybody."));
            record.Recommendations[0].Verdicts.Add(key);
            return record;
        }
    }

    private static Recommendation Advised(string text) =>
        new() { Text = text, Process = Process, Addressee = To("local-authority"), DueOn = "2024-12-31" };

    [Fact]
    public async Task An_inspection_that_was_withdrawn_here_is_not_brought_back_by_a_later_edition()
    {
        var record = Samples.Record(service.NewArea(), "2024-06-10", Samples.Best, Samples.Source("edition", "2024-06-30"));
        var inspection = (await ImportAsync(record)).Inspection;
        await service.Inspections.WithdrawInspectionAsync(
            new() { Name = inspection, Reason = "It was of another area.", RequestId = Samples.NewId() }, service.As("publisher"), cancellationToken: Stop);
        record.Inspection.Source = Samples.Source("later", "2024-12-31");
        record.Inspection.PublishedOn = "2024-06-11";

        var outcome = await ImportAsync(record);

        Assert.Equal(
            (ImportOutcome.Types.Category.Conflicting, "the inspection was withdrawn here and stays withdrawn: nothing of this record is taken"),
            (outcome.Category, outcome.Explanation));
        Assert.Equal(
            Inspection.Types.State.Withdrawn,
            (await service.Inspections.GetInspectionAsync(new() { Name = inspection }, service.As("publisher"), cancellationToken: Stop)).Inspection.State);
    }

    private static Reply Imported(string received, params string[] verdicts) =>
        new() { InspectedBody = To("local-authority"), Text = Said, ReceivedOn = received, Verdicts = { verdicts } };
}
