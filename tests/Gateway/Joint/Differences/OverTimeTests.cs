using Inspectorates.Gateway.Joint.Differences;
using Inspectorates.V1;
using static Inspectorates.Joint.V1.Difference.Types;
using static Inspectorates.V1.Grade.Types;

namespace Inspectorates.Gateway.Tests.Joint.Differences;

/// <summary>Row 8, author sets and distances in time.</summary>
public sealed class OverTimeTests
{
    private static Comparison At(string start, string end, string otherStart, string otherEnd) => Compare.Verdicts(
        Make.Verdict("red", "1", change: verdict => verdict.Fieldwork = new DateRange { Start = start, End = end }),
        Make.Verdict("blue", "2", Standing.Fails, change: verdict =>
            verdict.Fieldwork = new DateRange { Start = otherStart, End = otherEnd }));

    [Fact]
    public void One_author_changes_over_time_however_near() =>
        Assert.Equal(Finding.OverTime, Compare.Verdicts(
            Make.Verdict("red", "1", day: "2024-12-09"), Make.Verdict("red", "2", Standing.Fails, "2024-12-20")).Finding);

    [Fact]
    public void The_joint_inspection_and_one_of_its_members_alone_are_two_author_sets() =>
        Assert.Equal(Finding.Contradiction, Compare.Verdicts(
            Make.Verdict("red", "1", change: verdict => verdict.Authors.Add("blue")), Make.Verdict("red", "2", Standing.Fails)).Finding);

    [Fact]
    public void The_order_in_which_members_are_listed_does_not_matter() =>
        Assert.Equal(Finding.OverTime, Compare.Verdicts(
            Make.Verdict("red", "1", change: verdict => verdict.Authors.Add("blue")),
            Make.Verdict("blue", "2", Standing.Fails, change: verdict => verdict.Authors.Add("red"))).Finding);

    [Fact]
    public void A_joint_finding_whose_members_are_not_known_is_no_single_inspectorates() =>
        Assert.Equal(Finding.Contradiction, Compare.Verdicts(
            Make.Verdict("red", "1", change: verdict => verdict.Authors.Clear()), Make.Verdict("red", "2", Standing.Fails)).Finding);

    [Fact]
    public void Fieldworks_365_days_apart_at_their_nearest_days_are_held_against_each_other()
    {
        var comparison = At("2023-01-09", "2023-01-13", "2024-01-13", "2024-01-20");

        Assert.Equal(new Distance(365, DistanceBasis.Fieldwork), comparison.Distance);
        Assert.Equal(Finding.Contradiction, comparison.Finding);
    }

    [Fact]
    public void Fieldworks_366_days_apart_are_not() =>
        Assert.Equal(Finding.OverTime, At("2023-01-09", "2023-01-13", "2024-01-14", "2024-01-20").Finding);

    [Fact]
    public void Overlapping_fieldworks_are_0_days_apart() =>
        Assert.Equal(0, At("2024-01-09", "2024-01-20", "2024-01-15", "2024-01-16").Distance.Days);

    [Fact]
    public void A_fieldwork_of_which_one_day_is_known_is_that_day() =>
        Assert.Equal(10, At("2024-01-01", "", "", "2024-01-11").Distance.Days);

    [Fact]
    public void Swapped_days_of_a_fieldwork_are_read_as_the_days_between() =>
        Assert.Equal(2, At("2024-01-13", "2024-01-09", "2024-01-15", "2024-01-16").Distance.Days);

    [Fact]
    public void Where_a_fieldwork_is_not_known_publications_are_compared()
    {
        var comparison = Compare.Verdicts(
            Make.Verdict("red", "1", change: verdict => verdict.PublishedOn = "2022-01-01"),
            Make.Verdict("blue", "2", Standing.Fails, "", verdict => verdict.PublishedOn = "2023-01-02"));

        Assert.Equal(new Distance(366, DistanceBasis.Publication), comparison.Distance);
        Assert.Equal(Finding.OverTime, comparison.Finding);
    }

    [Fact]
    public void Where_neither_is_known_they_are_never_compared_by_distance()
    {
        var comparison = Compare.Verdicts(
            Make.Verdict("red", "1", day: "2010-01-01"),
            Make.Verdict("blue", "2", Standing.Fails, "", verdict => verdict.PlacedOn = "2025-01-02"));

        Assert.False(comparison.Distance.IsKnown);
        Assert.Equal(Finding.Contradiction, comparison.Finding);
    }
}
