using Inspectorates.Ofsted;
using Inspectorates.Services.Tests.Hosting.Imports;
using Inspectorates.V1;

namespace Inspectorates.Services.Tests.Ofsted.Imports;

/// <summary>The formats on the files as published.</summary>
public sealed class PublishedFilesTests
{
    private static readonly OfstedInspectorate Ofsted = new();

    private static RowsOf Latest() => Read("ofsted-outcomes", "ofsted/ofsted_la_outcomes_at_2025-03-31.csv");

    private static RowsOf History() => Read("ofsted-ilacs-history", "ofsted/ofsted_ilacs_history_2018-2025.csv");

    private static RowsOf Scraped() => Read("d2i-ilacs", "ofsted/d2i_ilacs_overview.csv");

    private static RowsOf Read(string format, string file) =>
        new(Ofsted.ImportFormats.Single(known => known.Name == format), Given.Shared(file));

    [Fact]
    public void Each_of_the_153_latest_outcomes_is_understood()
    {
        var rows = Latest();

        Assert.Equal((153, 153, 0, 0), (rows.All.Count, rows.Facts.Count, rows.OutOfScope.Count, rows.Refused.Count));
        Assert.Equal(153, rows.Records.Select(record => record.Inspection.Footprint.Areas.Single()).Distinct().Count());
        Assert.Equal(
            (36, 67, 31, 19),
            (Overall(rows, "outstanding"), Overall(rows, "good"), Overall(rows, "requires-improvement-to-be-good"), Overall(rows, "inadequate")));
    }

    [Fact]
    public void Each_outcome_of_the_history_is_understood_but_those_of_abolished_authorities()
    {
        var rows = History();

        Assert.Equal((187, 185, 2, 0), (rows.All.Count, rows.Facts.Count, rows.OutOfScope.Count, rows.Refused.Count));
        Assert.Equal(["Bournemouth", "Cumbria"], rows.OutOfScope.Select(row => row.Label));
        Assert.All(rows.OutOfScope, row => Assert.Contains("no longer exists", row.Reason, StringComparison.Ordinal));
    }

    [Fact]
    public void Each_scraped_outcome_is_understood()
    {
        var rows = Scraped();

        Assert.Equal((92, 92), (rows.All.Count, rows.Facts.Count));
        Assert.Equal(92, rows.Records.Select(record => record.SourceKey).Distinct().Count());
    }

    [Fact]
    public void Lines_are_those_of_the_file() =>
        Assert.Equal(Enumerable.Range(2, 153), Latest().All.Select(row => row.Line));

    [Fact]
    public void A_web_link_to_another_authority_is_left_out_and_said()
    {
        var wrong = Latest().Facts.Where(row => row.Remarks.Any(remark => remark.Column == "Web link")).ToList();

        Assert.Equal(["City of London", "North Northamptonshire"], wrong.Select(row => row.Label));
        Assert.All(wrong, row => Assert.Equal("", row.Records.Single().Inspection.Source.Uri));
    }

    [Fact]
    public void Care_leavers_are_not_judged_before_2023_and_the_reason_is_kept()
    {
        var careLeavers = Latest().Records.Select(record => record.Verdicts.Single(verdict => verdict.Key == "care-leavers").Verdict).ToList();

        Assert.Equal(50, careLeavers.Count(verdict => verdict.NotJudgedReason.Contains("did not exist before January 2023", StringComparison.Ordinal)));
        Assert.All(careLeavers, verdict => Assert.Equal(
            string.CompareOrdinal(verdict.Fieldwork.Start, "2023-01-01") < 0 ? "2018-2022" : "2023-2026", verdict.FrameworkVersion));
        Assert.Equal(103, careLeavers.Count(verdict => verdict.Grade is not null));
    }

    [Fact]
    public void The_same_inspection_has_one_key_and_one_outcome_in_all_three_files()
    {
        var official = Latest().Records.Concat(History().Records).GroupBy(record => record.SourceKey).ToList();
        var grades = official.ToDictionary(same => same.Key, same => Grades(same.First()));

        Assert.Equal(234, official.Count);
        Assert.All(official, same => Assert.Single(same.Select(Grades).Distinct()));
        var both = Scraped().Records.Where(record => grades.ContainsKey(record.SourceKey)).ToList();
        Assert.Equal(66, both.Count);
        Assert.All(both, record => Assert.Equal(grades[record.SourceKey], Grades(record)));
    }

    [Fact]
    public void Stale_and_shared_codes_of_the_scrape_are_said_and_never_used()
    {
        var rows = Scraped();
        var said = rows.Facts.Where(row => row.Remarks.Any(remark => remark.Column == "ltla23cd")).ToList();

        Assert.Equal(["cumberland", "dorset", "north yorkshire", "westmorland and furness"], said.Select(row => row.Label));
        Assert.Equal(["942", "838", "815", "943"], said.Select(row => row.Records.Single().Inspection.Footprint.Areas.Single()));
    }

    [Fact]
    public void A_scraped_inspection_without_fieldwork_is_identified_by_its_report()
    {
        var brighton = Scraped().Records.Single(record => record.Inspection.Footprint.Areas.Single() == "846");

        Assert.Equal("ilacs/846/published-2024-05-16", brighton.SourceKey);
        Assert.Equal("", brighton.Inspection.Fieldwork.Start);
    }

    [Fact]
    public void From_April_2026_there_is_no_overall()
    {
        var without = Scraped().Records.Where(record => record.Inspection.FrameworkVersion == "2026-").ToList();

        var brent = Assert.Single(without);
        Assert.Equal("ilacs/304/2026-04-27", brent.SourceKey);
        Assert.Contains("removed in April 2026", brent.Verdicts.Single(verdict => verdict.Key == "overall-effectiveness").Verdict.NotJudgedReason, StringComparison.Ordinal);
    }

    [Fact]
    public void Official_data_weighs_more_than_scraped()
    {
        Assert.All(Latest().Records, record => Assert.Equal(Provenance.Types.Authority.Official, record.Inspection.Source.Authority));
        Assert.All(Scraped().Records, record => Assert.Equal(Provenance.Types.Authority.Scraped, record.Inspection.Source.Authority));
    }

    [Fact]
    public void No_published_overall_is_against_the_limiting_judgements() =>
        Assert.All(
            Latest().Records.Concat(History().Records).Concat(Scraped().Records),
            record => Assert.Empty(Ofsted.Check(record.Inspection, [.. record.Verdicts.Select(verdict => verdict.Verdict)])));

    private static int Overall(RowsOf rows, string grade) =>
        rows.Records.Count(record => record.Verdicts.Single(verdict => verdict.Key == "overall-effectiveness").Verdict.Grade.Code == grade);

    private static string Grades(ImportedRecord record) =>
        record.Inspection.PublishedOn + string.Join(';', record.Verdicts.Select(verdict => $"{verdict.Key}={verdict.Verdict.Grade?.Code}{verdict.Verdict.NotJudgedReason}"));
}
