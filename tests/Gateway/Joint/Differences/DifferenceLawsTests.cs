using FsCheck.Xunit;
using Inspectorates.Gateway.Joint;
using Inspectorates.Gateway.Joint.Differences;
using Inspectorates.Joint.V1;
using Inspectorates.V1;

namespace Inspectorates.Gateway.Tests.Joint.Differences;

/// <summary>What holds of every difference.</summary>
[Collection("Alone")]
[Properties(Arbitrary = [typeof(Situations)], MaxTest = 10_000, EndSize = 12)]
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
}
