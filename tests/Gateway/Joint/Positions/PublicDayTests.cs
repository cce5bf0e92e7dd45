using Inspectorates.Gateway.Joint.Positions;
using Inspectorates.V1;
using static Inspectorates.V1.Grade.Types;

namespace Inspectorates.Gateway.Tests.Joint.Positions;

/// <summary>On which day a verdict, or a version of one, became public, and which versions settled a difference.</summary>
public sealed class PublicDayTests
{
    private static string? Day(int revision, string published, string placed, string edition, string? recorded)
    {
        var verdict = new Verdict { Revision = revision, PublishedOn = published, PlacedOn = placed };
        if (edition.Length > 0)
            verdict.Source = new Provenance { EditionDay = edition };
        if (recorded is not null)
            verdict.RecordedAt = Say.At(recorded);
        return Resolution.PublicDay(verdict)?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
    }

    [Theory]
    [InlineData(1, "2025-01-01", "2024-01-01", "2025-05-01", "2025-01-01")]
    [InlineData(1, "", "2024-01-01", "2025-05-01", "2024-01-01")]
    [InlineData(1, "", "", "2025-05-01", null)]
    [InlineData(2, "2025-01-01", "", "2025-05-01", "2025-05-01")]
    [InlineData(2, "2025-06-01", "", "2025-05-01", "2025-06-01")]
    [InlineData(2, "2025-05-01", "", "2025-05-01", "2025-05-01")]
    [InlineData(2, "2025-01-01", "", "", "2025-04-02")]
    [InlineData(2, "", "", "", "2025-04-02")]
    public void The_first_version_counts_from_its_report_and_a_later_one_from_its_edition_or_its_record(
        int revision, string published, string placed, string edition, string? day) =>
        Assert.Equal(day, Day(revision, published, placed, edition, "2025-04-01T23:30:00Z"));

    [Fact]
    public void A_later_version_of_which_nothing_else_is_known_counts_from_its_report()
    {
        Assert.Equal("2025-01-01", Day(2, "2025-01-01", "", "", null));
        Assert.Null(Day(2, "", "", "", null));
    }

    [Fact]
    public void Nothing_is_resolved_before_it_was_open()
    {
        var resolution = new Resolution(new DateOnly(2025, 3, 2), []);

        Assert.Equal(new DateOnly(2025, 3, 3), resolution.NotBefore(new DateOnly(2025, 3, 3)).On);
        Assert.Same(resolution, resolution.NotBefore(new DateOnly(2025, 3, 2)));
        Assert.Same(resolution, resolution.NotBefore(null));
    }

    private static void Stand(Verdict verdict, int revision, Standing standing, string day)
    {
        (verdict.Revision, verdict.PublishedOn, verdict.RecordedAt) = (revision, day, Say.At($"{day}T12:00:00Z"));
        (verdict.Standing, verdict.Grade.Standing) = (standing, standing);
        verdict.State = Verdict.Types.State.Published;
    }

    private static Verdict Earlier(Verdict verdict)
    {
        verdict.State = Verdict.Types.State.Superseded;
        return verdict;
    }

    [Fact]
    public void Where_both_changed_the_later_of_the_two_days_settled_it_and_an_unknown_day_makes_it_unknown()
    {
        global::Inspectorates.Joint.V1.Difference Of(string bluesDay, bool isKnown = true)
        {
            // Red's older version is as far from blue's older one, and alike to blue's newer one.
            var before = Say.Reds(verdict => Stand(verdict, 1, Standing.Exceeds, "2025-02-01"));
            var reds = Say.Reds(verdict => Stand(verdict, 2, Standing.Meets, "2025-04-20"));
            var blues = Say.Blues(verdict => Stand(verdict, 2, Standing.Meets, bluesDay.Length > 0 ? bluesDay : "2025-01-01"));
            if (!isKnown)
                (blues.PublishedOn, blues.RecordedAt) = ("", null);
            return Assert.Single(Say.Find(Say.Answers([reds, blues], [], [Earlier(before), Earlier(Say.Blues())])));
        }

        var both = Of("2025-04-10");
        Assert.Equal("2025-04-20", both.ResolvedOn);
        Assert.Equal(2, both.ResolvedBy.Count);
        // Blue's came last: it alone settled it.
        var blues = Of("2025-05-20");
        Assert.Equal(("2025-05-20", "blue"), (blues.ResolvedOn, Assert.Single(blues.ResolvedBy).Inspectorate));
        Assert.Equal("", Of("", isKnown: false).ResolvedOn);
    }

    [Fact]
    public void Of_two_versions_of_one_instant_the_first_ones_is_taken_away_first()
    {
        // Red: meets, then mixed. Blue: meets, then mixed at the same instant. Taking red's away leaves meets against mixed.
        var reds = Say.Reds(verdict => Stand(verdict, 2, Standing.Mixed, "2025-04-20"));
        var blues = Say.Blues(verdict => Stand(verdict, 2, Standing.Mixed, "2025-04-20"));
        var before = Say.Blues(verdict => Stand(verdict, 1, Standing.Meets, "2025-03-02"));

        var difference = Assert.Single(Say.Find(Say.Answers([reds, blues], [], [Earlier(Say.Reds()), Earlier(before)])));

        Assert.Equal([("red", 1), ("blue", 2)], difference.Verdicts.OrderByDescending(verdict => verdict.Inspectorate, StringComparer.Ordinal).Select(verdict => (verdict.Inspectorate, verdict.Revision)));
    }

    [Fact]
    public void Of_two_later_verdicts_of_one_day_the_last_by_name_decides()
    {
        global::Inspectorates.Joint.V1.Difference Of(params (string Id, Standing Standing)[] later) => Say.Find(Say.Answers(
            [Say.Reds(), Say.Blues(), .. later.Select(one => Say.Published("blue", one.Id, one.Standing, "2025-05-01"))], [])).Single(one => one.Id == Say.Id);

        Assert.Equal(global::Inspectorates.Joint.V1.DifferenceStep.Types.State.Open, Of(("8", Standing.Meets), ("9", Standing.Fails)).State);
        Assert.Equal(global::Inspectorates.Joint.V1.DifferenceStep.Types.State.Resolved, Of(("8", Standing.Fails), ("9", Standing.Meets)).State);
    }

    [Fact]
    public void What_has_no_aspect_or_no_process_is_of_no_line()
    {
        var found = Say.Find(Say.Answers(
            [Say.Reds(), Say.Published("blue", "2", Standing.Fails, "2025-03-02", verdict => verdict.Aspect = ""), Say.Published("blue", "3", Standing.Meets, "2025-05-01", verdict => verdict.Aspect = "")], []));

        Assert.All(found, difference => Assert.Equal(global::Inspectorates.Joint.V1.DifferenceStep.Types.State.Open, difference.State));
        Assert.NotEmpty(found);
    }
}
