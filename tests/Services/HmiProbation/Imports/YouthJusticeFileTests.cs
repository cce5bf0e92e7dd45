using Inspectorates.HmiProbation;
using Inspectorates.HmiProbation.Imports;
using Inspectorates.Services.Tests.Hosting.Imports;
using Inspectorates.V1;

namespace Inspectorates.Services.Tests.HmiProbation.Imports;

/// <summary>The format on the file as published.</summary>
public sealed class YouthJusticeFileTests
{
    private static RowsOf Read() => new(new YouthJusticeFormat(), Given.Shared("hmi-probation/hmi_youth_justice_inspection_ratings.csv"));

    [Fact]
    public void Each_row_is_recorded_or_said_why_not()
    {
        var rows = Read();

        Assert.Equal((55, 49, 6, 0), (rows.All.Count, rows.Facts.Count, rows.OutOfScope.Count, rows.Refused.Count));
        Assert.Equal(
            ["Ceredigion", "Flintshire", "Carmarthenshire", "Vale of Glamorgan", "Bridgend", "Powys"], rows.OutOfScope.Select(row => row.Label));
        Assert.All(rows.OutOfScope, row => Assert.Contains("Wales", row.Reason, StringComparison.Ordinal));
        Assert.Equal(49, rows.Records.Select(record => record.SourceKey).Distinct().Count());
    }

    [Fact]
    public void Services_of_several_authorities_are_about_all_of_them()
    {
        var shared = Read().Records.Where(record => record.Inspection.Footprint.Areas.Count > 1)
            .ToDictionary(record => record.Inspection.Agencies.Single().Code, record => record.Inspection.Footprint);

        Assert.Equal(["884", "885", "893", "894"], shared["west-mercia"].Areas);
        Assert.Equal(["822", "823"], shared["bedfordshire"].Areas);
        Assert.Equal("youth justice service of Bedford and Central Bedfordshire", shared["bedfordshire"].Label);
        Assert.Equal(["838", "839"], shared["dorset"].Areas);
        Assert.Equal(["855", "857"], shared["leicestershire"].Areas);
        Assert.Equal(4, shared.Count);
    }

    [Fact]
    public void Joint_inspections_are_marked_and_who_else_took_part_is_unknown()
    {
        var joint = Read().Records.Where(record => record.Inspection.Kind == Inspection.Types.Kind.Joint).ToList();

        Assert.Equal(["838", "935"], joint.Select(record => record.Inspection.Footprint.Areas[0]).Order());
        Assert.All(joint, record =>
        {
            Assert.Equal(Participation.Types.State.TookPart, record.Inspection.Participation.Single(one => one.Inspectorate == "hmi-probation").State);
            Assert.Equal(3, record.Inspection.Participation.Count(one => one.State == Participation.Types.State.Unknown));
            Assert.Equal(["hmi-probation"], record.Verdicts.Single().Verdict.Authors);
        });
    }

    [Fact]
    public void The_rating_that_is_a_footnote_is_not_judged_and_none_is_made_from_the_score()
    {
        var portsmouth = Assert.Single(Read().Facts, row => row.Label == "Portsmouth");

        var verdict = portsmouth.Records.Single().Verdicts.Single().Verdict;
        Assert.Null(verdict.Grade);
        Assert.Equal("the source has the text of a footnote where the rating belongs", verdict.NotJudgedReason);
        Assert.Equal("overall_rating", Assert.Single(portsmouth.Remarks).Column);
        Assert.Contains("published score: 61.11 %", portsmouth.Records.Single().Inspection.Notes);
    }

    [Fact]
    public void Only_the_overall_becomes_a_verdict() =>
        Assert.All(Read().Records, record => Assert.Equal("overall", Assert.Single(record.Verdicts).Verdict.Judgement));

    [Fact]
    public void The_one_rating_against_its_score_is_said()
    {
        var against = Assert.Single(Read().All, row => row.Remarks.Any(remark => remark.Column == "score_%"));

        Assert.Equal("Bridgend", against.Label);
        Assert.Contains("4.56 % is 1.6 of 36 points, which is Inadequate; the published rating is Requires improvement", against.Remarks.Single().Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_rating_recorded_fits_its_score() =>
        Assert.All(Read().Records, record => Assert.Empty(new HmiProbationInspectorate().Check(record.Inspection, [record.Verdicts.Single().Verdict])));

    [Fact]
    public void Places_the_view_is_shown_with_are_as_published()
    {
        var overall = Read().Records.ToDictionary(
            record => record.SourceKey, record => record.Verdicts.Single().Verdict.Grade?.Code);

        Assert.Equal("requires-improvement", overall["youth-justice/317/published-2024-05-10"]);
        Assert.Equal("outstanding", overall["youth-justice/866/published-2023-01-24"]);
        Assert.Equal("good", overall["youth-justice/878/published-2022-11-22"]);
        Assert.Equal("good", overall["youth-justice/926/published-2025-01-28"]);
    }
}
