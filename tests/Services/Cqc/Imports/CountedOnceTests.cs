using Inspectorates.Hosting.Imports;

namespace Inspectorates.Services.Tests.Cqc.Imports;

/// <summary>Ratings carried over to another location, and those of closed locations.</summary>
public class CountedOnceTests
{
    private const string Closed = """{"registrationStatus": "Deregistered", "deregistrationDate": "2019-04-01"}""";

    private static string Inheriting(string id, string rating) => Given.Location(id, $$$"""
        {"currentRatings": {"serviceRatings": [{"name": "mothers", "rating": "{{{rating}}}", "reportDate": "2018-03-01", "organisationId": "1-100001"}]}}
        """);

    [Fact]
    public void A_rating_carried_over_from_a_closed_location_is_recorded_once_at_the_open_one()
    {
        var read = Given.Read(Given.Rated("1-100001", "mothers", "Good", more: Closed), Inheriting("1-100002", "Good"));

        Assert.Equal(
            "its ratings of services for children and mothers are counted once, at 1-100002",
            Assert.IsType<OutOfScopeRecord>(read[0]).Reason);
        var record = Assert.Single(Assert.IsType<FactsRecord>(read[1]).Records);
        Assert.Equal(("cqc/1-100001/mothers/2018-03-01", "1-100002"), (record.SourceKey, record.Verdicts[0].Verdict.Subject.Agency.Code));
        Assert.Contains("CQC carries this rating over from location 1-100001, which was the one inspected.", record.Inspection.Notes);
    }

    [Fact]
    public void Between_two_open_locations_it_is_recorded_where_it_was_given()
    {
        var read = Given.Read(Inheriting("1-100002", "Good"), Given.Rated("1-100001", "mothers", "Good"));

        Assert.IsType<OutOfScopeRecord>(read[0]);
        Assert.IsType<FactsRecord>(read[1]);
    }

    [Fact]
    public void One_that_no_other_location_carries_is_history_of_the_closed_location_and_says_so()
    {
        var record = Assert.Single(Assert.IsType<FactsRecord>(Given.Read(Given.Rated("1-100001", "mothers", "Good", more: Closed)).Single()).Records);

        Assert.Equal("Somewhere Hospital (deregistered)", record.Verdicts[0].Verdict.Subject.Agency.Name);
        Assert.Contains("The location was deregistered on 2019-04-01: the rating is history.", record.Inspection.Notes);
    }

    [Fact]
    public void One_whose_first_location_is_not_in_the_file_is_recorded_where_it_is_found() =>
        Assert.Equal("cqc/1-100001/mothers/2018-03-01", Assert.Single(Assert.IsType<FactsRecord>(Given.Read(Inheriting("1-100002", "Good")).Single()).Records).SourceKey);

    [Fact]
    public void A_copy_that_reads_differently_is_not_recorded_and_the_difference_is_said()
    {
        var read = Given.Read(Given.Rated("1-100001", "mothers", "Good"), Inheriting("1-100002", "Inadequate"));

        Assert.Contains(read[1].Remarks, remark => remark.Reason == "the same rating is counted once, at location 1-100001, where it reads differently");
    }

    [Fact]
    public void A_copy_in_a_body_that_is_refused_does_not_count() =>
        Assert.IsType<FactsRecord>(Given.Read(
            Given.Rated("1-100001", "mothers", "Good", more: """{"localAuthority": "Atlantis"}"""), Inheriting("1-100002", "Good"))[1]);
}
