using FsCheck.Xunit;
using Inspectorates.Hosting.Imports;
using Inspectorates.V1;

namespace Inspectorates.Services.Tests.Cqc.Imports;

public class CqcApiFormatTests
{
    [Theory]
    [InlineData("childrens")]
    [InlineData("chschildren")]
    [InlineData("npimaternity")]
    [InlineData("maternity")]
    [InlineData("mothers")]
    public void Ratings_of_services_for_children_and_mothers_become_verdicts(string service)
    {
        var record = Facts(Given.Rated("RM317", service, "Requires improvement")).Single();

        Assert.Equal($"cqc/RM317/{service}/2018-03-01", record.SourceKey);
        Assert.Equal("2018-03-01", record.Inspection.PublishedOn);
        var verdict = Assert.Single(record.Verdicts).Verdict;
        Assert.Equal((service, "requires-improvement", "353"), (verdict.Judgement, verdict.Grade.Code, Assert.Single(verdict.Footprint.Areas)));
        Assert.Equal(("cqc-location", "RM317", "Somewhere Hospital"), (verdict.Subject.Agency.Kind, verdict.Subject.Agency.Code, verdict.Subject.Agency.Name));
    }

    [Fact]
    public void Ratings_of_other_services_are_out_of_scope()
    {
        var read = Assert.IsType<OutOfScopeRecord>(Assert.Single(Given.Read(Given.Rated("RM317", "surgery", "Good"))));

        Assert.Equal("no service for children or mothers is rated here", read.Reason);
    }

    [Fact]
    public void What_is_left_out_of_a_location_that_is_recorded_is_said()
    {
        var read = Given.Read(Given.Location("RM317", """
            {"currentRatings": {"overall": {"rating": "Good"}, "serviceRatings": [
              {"name": "childrens", "rating": "Good", "reportDate": "2018-03-01"}, {"name": "urgent", "rating": "Good", "reportDate": "2018-03-01"}]}}
            """)).Single();

        Assert.Contains(read.Remarks, remark => remark.Reason == "out of scope: the ratings of urgent");
        Assert.Contains(read.Remarks, remark => remark.Column == "currentRatings.overall");
    }

    [Fact]
    public void Key_questions_become_verdicts_of_their_own()
    {
        var record = Facts(Given.Location("RM317", """
            {"currentRatings": {"serviceRatings": [{"name": "childrens", "rating": "Good", "reportDate": "2018-03-01", "keyQuestionRatings": [
              {"name": "Safe", "rating": "Requires improvement"}, {"name": "Well-led", "rating": "Outstanding"}]}]}}
            """)).Single();

        Assert.Equal(
            [("childrens", "good"), ("childrens-safe", "requires-improvement"), ("childrens-well-led", "outstanding")],
            record.Verdicts.Select(verdict => (verdict.Key, verdict.Verdict.Grade.Code)));
    }

    [Theory]
    [InlineData("Inspected but not rated")]
    [InlineData("No published rating")]
    [InlineData("Insufficient evidence to rate")]
    public void A_wording_that_is_no_rating_is_not_judged_with_its_own_reason(string words)
    {
        var verdict = Facts(Given.Rated("RM317", "childrens", words)).Single().Verdicts.Single().Verdict;

        Assert.Equal(words, verdict.NotJudgedReason);
        Assert.Equal(Grade.Types.Standing.NotJudged, verdict.Grade.Standing);
    }

    [Fact]
    public void Two_services_and_earlier_reports_of_one_location_are_records_of_their_own()
    {
        var keys = Facts(Given.Location("RM317", """
            {"currentRatings": {"serviceRatings": [
               {"name": "childrens", "rating": "Good", "reportDate": "2018-03-01"},
               {"name": "npimaternity", "rating": "Good", "reportDate": "2022-12-22"}]},
             "historicRatings": [{"reportDate": "2016-08-12", "serviceRatings": [{"name": "childrens", "rating": "Inadequate"}]}]}
            """)).Select(record => record.SourceKey);

        Assert.Equal(["cqc/RM317/childrens/2018-03-01", "cqc/RM317/npimaternity/2022-12-22", "cqc/RM317/childrens/2016-08-12"], keys);
    }

    [Fact]
    public void A_rating_that_is_current_and_historic_is_recorded_once() =>
        Assert.Single(Facts(Given.Rated("RM317", "childrens", "Good", more: """
            {"historicRatings": [{"reportDate": "2018-03-01", "serviceRatings": [{"name": "childrens", "rating": "Good"}]}]}
            """)));

    [Fact]
    public void The_first_visit_of_the_report_begins_the_fieldwork()
    {
        var record = Facts(Given.Location("RM317", """
            {"currentRatings": {"serviceRatings": [{"name": "childrens", "rating": "Good", "reportDate": "2018-03-01", "reportLinkId": "a-b"}]},
             "reports": [{"linkId": "c-d", "firstVisitDate": "2017-01-01"}, {"linkId": "a-b", "firstVisitDate": "2017-10-17"}]}
            """)).Single();

        Assert.Equal("2017-10-17", record.Inspection.Fieldwork.Start);
        Assert.Equal("report a-b", record.Inspection.Source.Locator);
    }

    [Fact]
    public void The_newest_framework_is_read_with_scores_and_its_own_spelling()
    {
        var record = Facts(Given.Location("RM317", """
            {"assessment": [{"assessmentPlanPublishedDateTime": "2024-11-18 14:40:14", "ratings": {"asgRatings": [
              {"name": "Services for children & young people", "rating": "Requires Improvement", "assessmentDate": "2024-08-30", "keyQuestionRatings": [
                {"name": "Safe", "rating": "Requires Improvement", "percentageScore": "62", "topicareas": [
                  {"qualityStatementscore": "3 - Evidence shows a good standard of care"}, {"qualityStatementscore": "2 - Evidence shows some shortfalls"}]}]},
              {"name": "Surgery", "rating": "Good"}]}}]}
            """)).Single();

        Assert.Equal(("single-assessment", "2024-11-18", "2024-08-30"), (record.Inspection.Framework, record.Inspection.PublishedOn, record.Inspection.Fieldwork.Start));
        Assert.Equal(["requires-improvement", "requires-improvement"], record.Verdicts.Select(verdict => verdict.Verdict.Grade.Code));
        Assert.Equal("Score 62% of the maximum; quality statements 3, 2.", record.Verdicts[1].Verdict.Text);
    }

    [Fact]
    public void A_service_the_newest_framework_may_not_rate_is_not_judged_and_not_scored()
    {
        var record = Facts(Given.Location("RM317", """
            {"assessment": [{"assessmentPlanPublishedDateTime": "2024-11-18 14:40:14", "ratings": {"asgRatings": [
              {"name": "Maternity", "rating": "", "keyQuestionRatings": [{"name": "Safe", "rating": "Regulations met", "percentageScore": "0"}]}]}}]}
            """)).Single();

        Assert.Equal(["the source gives no rating", "Regulations met"], record.Verdicts.Select(verdict => verdict.Verdict.NotJudgedReason));
        Assert.Equal("", record.Verdicts[1].Verdict.Text);
    }

    [Fact]
    public void A_service_inspected_and_never_rated_is_said_to_be_so()
    {
        var read = Assert.IsType<OutOfScopeRecord>(Given.Read(Given.Location("RM317", """
            {"inspectionAreas": [{"inspectionAreaId": "chschildren", "status": "Active (Not rated)"}, {"inspectionAreaId": "maternity", "status": "Superseded"}]}
            """)).Single());

        Assert.Equal("\"Community health services for children, young people and families\" (chschildren) may be inspected here and has no published rating", read.Reason);
    }

    [Fact]
    public void A_provider_body_is_out_of_scope()
    {
        var read = Assert.IsType<OutOfScopeRecord>(Given.Read(Given.Rated("RM317", "childrens", "Good"), """{"providerId": "RM3", "organisationType": "Provider"}""")[1]);

        Assert.StartsWith("a provider body", read.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_fault_of_a_location_is_named_with_its_place_and_nothing_of_it_is_recorded()
    {
        var read = Assert.IsType<RefusedRecord>(Given.Read(Given.Location("RM317", """
            {"localAuthority": "Atlantis", "currentRatings": {"serviceRatings": [
              {"name": "childrens", "rating": "Splendid", "reportDate": "2018-03-01"}, {"name": "maternity", "rating": "Good", "reportDate": "1 Smarch"}]}}
            """)).Single());

        Assert.Equal(
            ["currentRatings.serviceRatings[0].rating", "currentRatings.serviceRatings[1].reportDate", "localAuthority"],
            read.Faults.Select(fault => fault.Column));
        Assert.Contains("\"Splendid\"", read.Faults[0].Reason, StringComparison.Ordinal);
        Assert.Contains("\"Atlantis\"", read.Faults[2].Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void A_board_that_does_not_serve_the_area_is_remarked_on()
    {
        var read = Given.Read(Given.Rated("RM317", "childrens", "Good", more: """{"onspdIcbCode": "E54000022"}""")).Single();

        Assert.IsType<FactsRecord>(read);
        Assert.Contains(read.Remarks, remark => remark.Column == "onspdIcbCode");
    }

    [Property(MaxTest = 30)]
    public bool The_order_of_lines_does_not_matter(int seed)
    {
        string[] lines =
        [
            Given.Rated("1-200001", "mothers", "Good", more: """{"registrationStatus": "Deregistered"}"""),
            Given.Location("1-200002", """{"historicRatings": [{"organisationId": "1-200001", "reportDate": "2018-03-01", "serviceRatings": [{"name": "mothers", "rating": "Good"}]}]}"""),
            Given.Location("1-200003", """{"historicRatings": [{"organisationId": "1-200001", "reportDate": "2018-03-01", "serviceRatings": [{"name": "mothers", "rating": "Good"}]}]}"""),
            Given.Rated("RM317", "childrens", "Good"), Given.Rated("RM318", "surgery", "Good"), "{", Given.Rated("RM319", "childrens", "Splendid"),
        ];
        var shuffled = lines.ToArray();
        new Random(seed).Shuffle(shuffled);
        return Outcome(lines).SetEquals(Outcome(shuffled));
    }

    private static HashSet<string> Outcome(string[] lines) =>
        [.. Given.Read(lines).Select(read => $"{read.GetType().Name} {read.Label} {(read is FactsRecord facts ? string.Join(' ', facts.Records) : "")}")];

    private static IReadOnlyList<ImportedRecord> Facts(string line) => Assert.IsType<FactsRecord>(Given.Read(line).Single()).Records;
}
