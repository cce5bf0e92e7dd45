using FsCheck.Xunit;
using Inspectorates.Gateway.Joint.Balance;
using Inspectorates.Joint.V1;
using Inspectorates.V1;

namespace Inspectorates.Gateway.Tests.Joint.Balance;

/// <summary>What holds of every balance composed of what inspectorates answered.</summary>
[Collection("Alone")]
[Properties(Arbitrary = [typeof(Situations)], MaxTest = Cases.Each, EndSize = 16)]
public sealed class ComposedBalanceLawsTests
{
    [Property]
    public void The_order_of_sources_and_of_their_records_does_not_matter(Situation situation)
    {
        var turned = situation.Answers.Reverse().Select(answer => answer with { Verdicts = [.. answer.Verdicts.Reverse()] });

        Assert.Equal(ProfileOf.OnProcesses.Weigh([.. situation.Answers]), ProfileOf.OnProcesses.Weigh([.. turned]));
    }

    [Property]
    public void A_source_without_weight_changes_nothing_but_that_it_was_asked(Situation situation)
    {
        var profile = ProfileOf.Inspectorates(("red", "2"), ("blue", "1"), ("green", "1"), ("grey", "0"));
        var with = profile.Weigh([.. situation.Answers]);
        var without = profile.Weigh([.. situation.Answers.Where(answer => answer.Inspectorate != "grey")]);

        foreach (var balance in new[] { with, without })
        {
            balance.Sources.Clear();
            balance.WithoutWeight.Clear();
            balance.Notices.Clear();
            balance.Complete = true;
            // What another keeps may rest on a joint inspection that grey's record tells more of.
            balance.Absent.Clear();
            balance.Sentences.Clear();
        }

        Assert.Equal(without, with);
    }

    [Property]
    public void Nothing_that_is_set_aside_is_weighed_and_every_verdict_weighed_is_one_given(Situation situation)
    {
        foreach (var profile in new[] { ProfileOf.Equal, ProfileOf.OnProcesses })
        {
            var given = situation.Shown.ToDictionary(verdict => verdict.Name);
            var weighed = profile.Weigh([.. situation.Answers]).Contributions.SelectMany(part => part.Verdicts.Select(verdict => (part, verdict))).ToList();

            Assert.All(weighed, pair =>
            {
                Assert.Empty(Gateway.Joint.Differences.SetAside.Reasons(given[pair.verdict.Name]));
                Assert.Equal(pair.part.Code, pair.verdict.Inspectorate);
            });
            Assert.Equal(weighed.Count, weighed.Select(pair => pair.verdict.Name).Distinct().Count());
        }
    }

    [Property]
    public void Everything_with_a_weight_is_weighed_or_absent_and_the_score_is_the_sum_of_its_parts(Situation situation)
    {
        var balance = ProfileOf.Equal.Weigh([.. situation.Answers]);

        Assert.Equal(
            ["blue", "green", "grey", "red"],
            balance.Contributions.Select(part => part.Code)
                .Concat(balance.Absent.Where(absent => absent.Kind is not AbsentWeight.Types.Kind.PartlyUnknown).Select(absent => absent.Code)).Order());
        Assert.Equal(balance.Contributions.Count == 0, balance.NoOverall.Length > 0);
        if (balance.Contributions.Count > 0)
        {
            Assert.Equal(Read(balance.Score), Weighing.Sum(balance.Contributions.Select(part => Read(part.Contribution_))));
            Assert.Equal(Rational.One, Weighing.Sum(balance.Contributions.Select(part => Read(part.Weight))));
        }
    }

    [Property]
    public void Had_the_absent_answered_anything_the_result_is_within_the_range_told(Situation situation)
    {
        var answers = situation.Answers.ToList();
        var before = ProfileOf.Equal.Weigh([.. answers]);
        if (before.Absent.FirstOrDefault(absent => absent.Kind is AbsentWeight.Types.Kind.NoVerdict) is not { } absent)
            return;
        // One standing a case: over all cases each comes often.
        var standing = Gateway.Joint.Differences.Axis.BestFirst[situation.Shown.Count() % 5];
        var after = ProfileOf.Equal.Weigh([.. answers.Select(answer => answer.Inspectorate != absent.Code ? answer
            : answer with { Verdicts = [.. answer.Verdicts, Make.Broad(absent.Code, "late", standing)] })]);

        Assert.True(Read(after.Score) >= Read(absent.CouldChange.LowestScore) && Read(after.Score) <= Read(absent.CouldChange.HighestScore));
        Assert.True(standing is not Grade.Types.Standing.Fails || after.Score.Equals(absent.CouldChange.LowestScore));
        Assert.True(standing is not Grade.Types.Standing.Exceeds || after.Score.Equals(absent.CouldChange.HighestScore));
    }

    private static Rational Read(ExactNumber number) => Scale.Number(number.Fraction);
}
