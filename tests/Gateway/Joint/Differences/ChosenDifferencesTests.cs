using Inspectorates.Gateway.Joint;
using Inspectorates.Gateway.Joint.Differences;
using Inspectorates.Joint.V1;
using Inspectorates.V1;
using static Inspectorates.V1.Grade.Types;

namespace Inspectorates.Gateway.Tests.Joint.Differences;

/// <summary>Differences over areas, chosen, in order and page by page.</summary>
public sealed class ChosenDifferencesTests
{
    // Two contradictions, a divergence and a change over time, and a pair with a pilot.
    private static readonly Verdict[] Verdicts =
    [
        Make.Verdict("red", "1"),
        Make.Verdict("blue", "2", Standing.Fails),
        Make.Verdict("green", "3", Standing.FallsShort),
        Make.Verdict("red", "4", change: verdict => verdict.Process = "icpc"),
        Make.Verdict("blue", "5", Standing.Mixed, change: verdict => verdict.Process = "icpc"),
        Make.Verdict("red", "6", change: verdict => verdict.Process = "s47-enquiry"),
        Make.Verdict("red", "7", Standing.Fails, "2020-01-10", verdict => verdict.Process = "s47-enquiry"),
        Make.Verdict("grey", "8", change: verdict => verdict.Process = "front-door-mash"),
        Make.Verdict("blue", "9", change: verdict => (verdict.Process, verdict.Pilot) = ("front-door-mash", true)),
        Make.Verdict("green", "10", change: verdict => (verdict.Process, verdict.Pilot) = ("front-door-mash", true)),
    ];

    private static ChosenDifferences Choose(DifferenceChoice choice, params Verdict[] verdicts) => DifferencesAcrossAreas.Choose(
        [Make.AreaCode],
        Make.AsOf,
        [.. verdicts.GroupBy(verdict => verdict.Inspectorate).Select(kept => Make.Answer(kept.Key, [.. kept]))],
        Make.Catalogue,
        new DifferenceOptions(),
        choice,
        leftOut: true);

    private static IEnumerable<string> Ids(IEnumerable<JointVerdict> verdicts) => verdicts.Select(verdict => verdict.Name.Split('/')[^1]).Order();

    private static string Of(Difference difference) => string.Join(' ', Ids(difference.Verdicts));

    private static string Of(LeftOutPair pair) => string.Join(' ', Ids(pair.Verdicts));

    [Fact]
    public void Contradictions_come_first_the_strong_before_others_then_divergences_then_changes_over_time()
    {
        var chosen = Choose(new(), Verdicts);

        Assert.Equal(4, chosen.Count);
        Assert.Equal(["1 2", "1 3", "4 5", "6 7"], chosen.Write().Select(Of));
        Assert.Equal(
            [(Difference.Types.Kind.Contradiction, true), (Difference.Types.Kind.Contradiction, false), (Difference.Types.Kind.Divergence, false), (Difference.Types.Kind.OverTime, false)],
            chosen.Write().Select(difference => (difference.Kind, difference.Strong)));
    }

    [Theory]
    [InlineData(0, 0, "")]
    [InlineData(0, 1, "1 2")]
    [InlineData(1, 1, "1 3")]
    [InlineData(1, 2, "1 3,4 5")]
    [InlineData(2, 9, "4 5,6 7")]
    [InlineData(4, 9, "")]
    [InlineData(9, 9, "")]
    public void A_page_is_cut_out_of_the_whole(int start, int size, string page) =>
        Assert.Equal(page, string.Join(',', Choose(new(), Verdicts).Write(start, size).Select(Of)));

    [Fact]
    public void A_page_may_begin_and_end_among_equals_that_are_in_the_order_of_their_ids()
    {
        Verdict[] alike = [.. Enumerable.Range(1, 3).Select(place => Make.Verdict("red", $"{place}")), Make.Verdict("blue", "9", Standing.Fails)];
        var whole = Choose(new(), alike).Write().ToList();

        Assert.Equal(whole.Select(difference => difference.Id).Order(StringComparer.Ordinal), whole.Select(difference => difference.Id));
        Assert.Equal(3, whole.Count);
        Assert.Equal(whole[1..2], Choose(new(), alike).Write(1, 1));
        Assert.Equal(whole[1..], Choose(new(), alike).Write(1, 5));
    }

    [Fact]
    public void One_is_found_by_its_id()
    {
        var chosen = Choose(new(), Verdicts);

        Assert.All(chosen.Write(), difference => Assert.Equal(difference, chosen.Find(difference.Id)));
        Assert.Null(chosen.Find("0000000000000000"));
        Assert.Null(Choose(new()).Find("0000000000000000"));
    }

    [Fact]
    public void Pairs_that_were_left_out_are_counted_and_paged_by_themselves()
    {
        var chosen = Choose(new(), Verdicts);

        Assert.Equal(3, chosen.LeftOutCount);
        Assert.Equal(["10 9", "8 9", "10 8"], chosen.WriteLeftOut().Select(Of));
        Assert.Equal(["8 9"], chosen.WriteLeftOut(1, 1).Select(Of));
        Assert.Equal(["8 9", "10 8"], chosen.WriteLeftOut(1).Select(Of));
        Assert.Empty(chosen.WriteLeftOut(3));
    }

    [Fact]
    public void Only_those_of_an_inspectorate_that_keeps_or_wrote_one_of_the_two_are_chosen()
    {
        Verdict[] verdicts =
        [
            Make.Verdict("red", "1", change: verdict => verdict.Authors.Add("green")),
            Make.Verdict("blue", "2", Standing.Fails, change: verdict => verdict.Authors.Clear()),
        ];

        Assert.Equal((1, 1, 1, 0), (Of("red"), Of("green"), Of("blue"), Of("grey")));

        int Of(string code) => Choose(new() { Inspectorate = code }, verdicts).Count;
    }

    [Fact]
    public void Only_those_in_a_state_are_chosen()
    {
        var state = Choose(new(), Verdicts).Write().Select(difference => difference.State).Distinct().Single();
        var other = Enum.GetValues<DifferenceStep.Types.State>().First(one => one != state && one is not DifferenceStep.Types.State.Unspecified);

        Assert.Equal(4, Choose(new() { State = state }, Verdicts).Count);
        Assert.Equal(0, Choose(new() { State = other }, Verdicts).Count);
    }
}
