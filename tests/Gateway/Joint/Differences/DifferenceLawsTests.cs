using FsCheck.Xunit;
using Inspectorates.Gateway.Joint;
using Inspectorates.Gateway.Joint.Differences;
using Inspectorates.Joint.V1;
using Inspectorates.V1;

namespace Inspectorates.Gateway.Tests.Joint.Differences;

/// <summary>What holds of every difference.</summary>
[Collection("Alone")]
[Properties(Arbitrary = [typeof(Situations)], MaxTest = Cases.Each, EndSize = 10)]
public sealed class DifferenceLawsTests
{
    [Property]
    public void Holding_one_against_the_other_is_holding_the_other_against_the_one(Situation situation)
    {
        Verdict[] verdicts = [.. situation.Shown.Take(4)];

        foreach (var one in verdicts)
            foreach (var other in verdicts)
                Compare.Verdicts(one, other);
    }

    [Property]
    public void It_cites_exactly_two_verdicts_that_were_given(Situation situation) =>
        Assert.All(situation.View().Differences, difference =>
        {
            Assert.Equal(2, difference.Verdicts.Select(verdict => verdict.Name).Distinct().Count());
            Assert.Equal(2, difference.Verdicts.Count);
            Assert.Empty(difference.Verdicts.Select(verdict => verdict.Name).Except(situation.Shown.Select(verdict => verdict.Name)));
        });

    [Property]
    public void It_is_never_against_what_is_set_aside_nor_within_one_inspection(Situation situation)
    {
        var given = situation.Shown.ToDictionary(verdict => verdict.Name);

        Assert.All(situation.View().Differences, difference =>
        {
            var (one, other) = (given[difference.Verdicts[0].Name], given[difference.Verdicts[1].Name]);
            Assert.All([one, other], verdict =>
            {
                Assert.NotEqual(Grade.Types.Standing.NotJudged, verdict.Standing);
                Assert.NotEqual(Verdict.Types.State.Withdrawn, verdict.State);
                Assert.False(verdict.Pilot);
            });
            Assert.False(one.InspectionKey.Length > 0 && one.InspectionKey == other.InspectionKey);
        });
    }

    [Property]
    public void A_contradiction_is_between_opposed_verdicts_of_two_author_sets_on_one_process_and_aspect_near_in_time(Situation situation) =>
        Assert.All(
            situation.View().Differences.Where(difference => difference.Kind is Difference.Types.Kind.Contradiction),
            difference =>
            {
                var (one, other) = (difference.Verdicts[0], difference.Verdicts[1]);
                Assert.NotEqual(string.Join('+', one.Authors), string.Join('+', other.Authors));
                Assert.NotEqual("", difference.Process);
                Assert.Equal((difference.Process, difference.Process), (one.Process, other.Process));
                Assert.NotEqual("", difference.Aspect);
                Assert.True(Axis.Opposed(one.Standing, other.Standing));
                Assert.False(difference.Stale);
                Assert.Equal(difference.StepsApart >= 3, difference.Strong);
                Assert.DoesNotContain(JointVerdict.Types.Flag.CodedByRule, one.Flags.Concat(other.Flags));
            });

    [Property]
    public void A_reason_is_given_for_divergences_and_for_them_alone(Situation situation) =>
        Assert.All(situation.View().Differences, difference => Assert.Equal(
            difference.Kind is Difference.Types.Kind.Divergence,
            difference.Reason is not Difference.Types.Reason.Unspecified));

    [Property]
    public void Every_difference_has_an_id_of_its_own(Situation situation)
    {
        var ids = situation.View().Differences.Select(difference => difference.Id).ToList();

        Assert.Equal(ids.Distinct(), ids);
    }

    [Property]
    public void Over_areas_it_is_the_same_as_in_the_view_of_the_area(Situation situation) =>
        Assert.Equal(
            situation.View().Differences,
            DifferencesAcrossAreas.Find([Make.AreaCode], Make.AsOf, situation.Answers, Make.Catalogue, new DifferenceOptions()));

    [Property]
    public void What_differs_is_found_without_pairing_what_says_alike(Situation situation)
    {
        var records = RecordsOfArea.Of(Make.AreaCode, situation.Answers);
        var comparands = Comparand.All(records.Verdicts, Compare.Described, Make.Catalogue.CanonicalAspect);
        var rule = new DifferenceRule(new DifferenceOptions(), Make.Catalogue.KindsMayBeSame);

        Assert.Equal(
            Names(AreaComparisons.Of(comparands, rule).Where(pair => pair.Comparison.IsDifference)),
            Names(DifferingPairs.Of(comparands, rule)));
    }

    [Property]
    public void Of_two_opposed_verdicts_something_is_said_or_the_reason_why_nothing_is(Situation situation)
    {
        var records = RecordsOfArea.Of(Make.AreaCode, situation.Answers);
        var comparands = Comparand.All(records.Verdicts, Compare.Described, Make.Catalogue.CanonicalAspect);
        var rule = new DifferenceRule(new DifferenceOptions(), Make.Catalogue.KindsMayBeSame);

        Assert.All(AreaComparisons.Of(comparands, rule), pair =>
        {
            if (pair.Comparison.LeftOutFor.Count > 0)
                Assert.False(pair.Comparison.IsDifference);
            else if (pair.Comparison.Finding is Finding.NothingInCommon)
                Assert.Empty(pair.One.Processes.Intersect(pair.Other.Processes));
            else
                Assert.True(pair.Comparison.IsDifference || pair.Comparison.Finding is Finding.Alike);
        });
    }

    [Property]
    public void Causes_are_given_for_opposed_verdicts_and_for_them_alone(Situation situation) =>
        Assert.All(situation.View().Differences, difference =>
        {
            var kinds = difference.Causes.Select(cause => cause.Kind).ToList();
            Assert.Equal(difference.Kind is Difference.Types.Kind.Divergence, kinds.Count == 0);
            Assert.Equal(kinds.Distinct(), kinds);
            if (kinds.Contains(DifferenceCause.Types.Kind.Unexplained))
                Assert.Single(kinds);
            if (difference.Kind is not Difference.Types.Kind.Divergence)
                Assert.True(Axis.Opposed(difference.Verdicts[0].Standing, difference.Verdicts[1].Standing));
            Assert.Equal(
                kinds.Contains(DifferenceCause.Types.Kind.InspectorateChanged),
                difference.Kind is Difference.Types.Kind.OverTime
                    && string.Join('+', difference.Verdicts[0].Authors.Order()) != string.Join('+', difference.Verdicts[1].Authors.Order()));
        });

    [Property]
    public void It_begins_with_its_kind_and_is_one_sentence(Situation situation) =>
        Assert.All(situation.View().Differences, difference =>
        {
            Assert.StartsWith(
                (difference.Kind, difference.Strong) switch
                {
                    (Difference.Types.Kind.Contradiction, true) => "Strong contradiction: ",
                    (Difference.Types.Kind.Contradiction, _) => "Contradiction: ",
                    (Difference.Types.Kind.Divergence, _) => "Divergence, not a contradiction: ",
                    _ => "Change over time, not a contradiction: ",
                },
                difference.Explanation, StringComparison.Ordinal);
            Assert.Equal(difference.Explanation.Length - 1, difference.Explanation.IndexOf('.', StringComparison.Ordinal));
        });

    [Property]
    public void What_is_chosen_is_what_the_whole_list_has_of_it(Situation situation)
    {
        var whole = situation.View().Differences;
        foreach (var (choice, holds) in Choices)
        {
            var chosen = DifferencesAcrossAreas.Choose(
                [Make.AreaCode], Make.AsOf, situation.Answers, Make.Catalogue, new DifferenceOptions(), choice);
            var expected = whole.Where(holds).ToList();
            Assert.Equal(expected.Count, chosen.Count);
            Assert.Equal(expected, chosen.Write());
            Assert.Equal(expected.Skip(1).Take(2), chosen.Write(1, 2));
        }
    }

    private static readonly (DifferenceChoice, Func<Difference, bool>)[] Choices =
    [
        (new() { Kind = Difference.Types.Kind.OverTime }, difference => difference.Kind is Difference.Types.Kind.OverTime),
        (new() { Process = "icpc" }, difference => difference.Process == "icpc"),
        (new() { Inspectorate = "red" }, difference => difference.Verdicts.Any(verdict => verdict.Inspectorate == "red" || verdict.Authors.Contains("red"))),
        (new() { Only = DifferenceSelection.Strong }, difference => difference.Strong),
        (new() { Only = DifferenceSelection.Stale }, difference => difference.Stale),
        (new() { Only = DifferenceSelection.NotStale }, difference => !difference.Stale),
        (
            new() { Cause = DifferenceCause.Types.Kind.Unexplained },
            difference => difference.Causes.Any(cause => cause.Kind is DifferenceCause.Types.Kind.Unexplained)),
    ];

    private static IEnumerable<string> Names(IEnumerable<ComparedPair> pairs) =>
        pairs.Select(pair => $"{pair.One.Verdict.Name} {pair.Other.Verdict.Name} {pair.Comparison.Finding}").Order();
}
