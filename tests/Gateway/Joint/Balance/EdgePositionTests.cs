using Inspectorates.Joint.V1;
using Standing = Inspectorates.V1.Grade.Types.Standing;

namespace Inspectorates.Gateway.Tests.Joint.Balance;

public sealed class EdgePositionTests
{
    [Fact]
    public void What_stands_on_the_line_itself_moves_nothing()
    {
        var balance = Weigh(Standing.Meets, Standing.Mixed, Standing.FallsShort);

        Assert.Equal(
            [
                "Any more weight on The green inspectorate, the others keeping their relation, makes it Low.",
                "Any more weight on The red inspectorate, the others keeping their relation, puts it above the line, at Good.",
            ],
            balance.OnEdge.Movers);
    }

    [Fact]
    public void Where_all_stand_on_the_line_no_weights_move_it()
    {
        var balance = Weigh(Standing.Mixed, Standing.Mixed, Standing.Mixed);

        Assert.Equal(
            ["No weights move it: everything weighed stands exactly on the line. Another verdict would."], balance.OnEdge.Movers);
        Assert.Contains("No weights whatever change the result.", balance.Sentences);
    }

    [Fact]
    public void Of_equally_small_shifts_to_a_worse_and_to_a_better_result_the_one_to_a_worse_is_told()
    {
        var balance = ProfileOf.Inspectorates(("red", "1"), ("blue", "1"))
            .Weigh(AreaBalanceTests.Broad("red", Standing.Meets), AreaBalanceTests.Broad("blue", Standing.Fails));

        Assert.Equal(
            ("1/4", "1/4"), (balance.SmallestShiftDown.Amount.At.Fraction, balance.SmallestShiftUp.Amount.At.Fraction));
        Assert.Equal(balance.SmallestShiftDown, balance.SmallestShift);
        Assert.Equal(("1/2", "1/2", "1/2"), (balance.EpsilonDown.Fraction, balance.EpsilonUp.Fraction, balance.Epsilon.Fraction));
    }

    [Fact]
    public void Where_only_a_better_result_can_be_had_its_shift_and_its_epsilon_are_the_least()
    {
        var balance = ProfileOf.Inspectorates(("red", "1"), ("blue", "3"))
            .Weigh(AreaBalanceTests.Broad("red", Standing.Exceeds), AreaBalanceTests.Broad("blue", Standing.Meets));

        Assert.Equal((null, null), (balance.SmallestShiftDown, balance.EpsilonDown));
        Assert.Equal(("1/4", "1/3"), (balance.SmallestShift.Amount.At.Fraction, balance.Epsilon.Fraction));
        Assert.Equal((balance.SmallestShiftUp, balance.EpsilonUp), (balance.SmallestShift, balance.Epsilon));
    }

    [Fact]
    public void Results_that_had_equal_shares_of_all_weightings_do_not_change_places()
    {
        var balance = ProfileOf.Inspectorates(("red", "1"), ("blue", "1"))
            .Weigh(AreaBalanceTests.Broad("red", Standing.Meets), AreaBalanceTests.Broad("blue", Standing.FallsShort));

        Assert.Equal(
            [("Worst", "0"), ("Low", "1/2"), ("Good", "1/2"), ("Best", "0")],
            balance.Shares.Select(share => (share.Result, share.Share.Fraction)));
        Assert.Equal(
            [
                ("blue", false, "Without The blue inspectorate the score is 3, which is still Good."),
                ("red", false, "Without The red inspectorate the score is 2, which is Low and no longer Good."),
            ],
            balance.LeftOut.Select(left => (left.Inspectorate, left.RankReversal, left.Explanation)));
    }

    private static AreaBalance Weigh(Standing red, Standing blue, Standing green) => ProfileOf.Equal.Weigh(
        AreaBalanceTests.Broad("red", red), AreaBalanceTests.Broad("blue", blue), AreaBalanceTests.Broad("green", green));
}
