using Inspectorates.Gateway.Joint.Balance;
using Standing = Inspectorates.V1.Grade.Types.Standing;

namespace Inspectorates.Gateway.Tests.Joint.Balance;

public sealed class BalanceWordTests
{
    [Theory]
    [InlineData("1", "0", "0", "If nothing is known about the weights, the result is known all the same: all possible weightings give Worst.")]
    [InlineData("0", "1", "0", "If nothing is known about the weights, the result is known all the same: all possible weightings give Low.")]
    [InlineData("1/4", "3/4", "0", "If nothing is known about the weights, 75 % of all possible weightings give Low and 25 % Worst.")]
    [InlineData("0.05", "0.95", "0", "If nothing is known about the weights, 95 % of all possible weightings give Low and 5 % Worst.")]
    [InlineData(
        "0.049", "0.951", "0", "If nothing is known about the weights, 95 % of all possible weightings give Low. The few others give Worst.")]
    [InlineData(
        "0.01", "0.96", "0.03", "If nothing is known about the weights, 96 % of all possible weightings give Low. The few others give Good and Worst.")]
    [InlineData("0.01", "0.99", "0", "If nothing is known about the weights, 99 % of all possible weightings give Low. The few others give Worst.")]
    [InlineData(
        "0.009", "0.991", "0",
        "If nothing is known about the weights, more than 99 % of all possible weightings give Low. The few others give Worst.")]
    [InlineData("0.5", "0.375", "0.125", "If nothing is known about the weights, 50 % of all possible weightings give Worst, 38 % Low and 13 % Good.")]
    public void Shares_are_told_likeliest_first_rounded_half_up_and_those_of_few_weightings_without_a_figure(
        string worst, string low, string good, string sentence) =>
        Assert.Equal(sentence, BalanceWords.OfShares(Scale.Numbers(worst, low, good), place => Scale.Four.All[place].Result));

    [Theory]
    [InlineData(Standing.Exceeds, "exceeds what is expected")]
    [InlineData(Standing.Meets, "meets what is expected")]
    [InlineData(Standing.Mixed, "is mixed")]
    [InlineData(Standing.FallsShort, "falls short")]
    [InlineData(Standing.Fails, "fails")]
    public void A_standing_is_the_verb_of_a_sentence(Standing standing, string verb) => Assert.Equal(verb, BalanceWords.Standing(standing));

    [Fact]
    public void Numbers_have_four_places_and_percentages_two()
    {
        Assert.Equal(("2.3333", "33.33 %"), (BalanceWords.Number(Scale.Number("7/3")), BalanceWords.Percent(Scale.Number("1/3"))));
        Assert.Equal(("2", "50 %"), (BalanceWords.Number(2), BalanceWords.Percent(Scale.Number("1/2"))));
    }

    [Fact]
    public void What_has_a_weight_of_nothing_is_not_told_as_absent_from_the_weightings()
    {
        var balance = ProfileOf.Inspectorates(("red", "1"), ("blue", "1"), ("green", "0"))
            .Weigh(AreaBalanceTests.Broad("red", Standing.Meets), AreaBalanceTests.Broad("blue", Standing.Meets));

        Assert.Contains(
            "If nothing is known about the weights, the result is known all the same: all possible weightings give Good.", balance.Sentences);
    }

    [Fact]
    public void A_limiter_at_the_result_of_the_score_lowers_nothing()
    {
        var profile = ProfileOf.Equal with { Limiters = [new(ProfileLimiter.Any, Standing.Meets, Scale.Good)] };
        var method = profile.Weigh(AreaBalanceTests.Broad("red", Standing.Meets)).Methods[1];

        Assert.Equal(("Good", "No limiter of the profile lowers the result of the score."), (method.Result, method.Explanation));
    }

    [Fact]
    public void Stages_are_called_by_their_names()
    {
        var catalogue = Make.Catalogue with { StageLabel = code => $"The stage {code}" };
        var profile = ProfileOf.Stages(("assessment-and-enquiry", "1"), ("planning-and-protection", "1"), ("in-care", "1"));
        var balance = AreaBalances.Compose(
            Make.Area(),
            Make.AsOf,
            [
                Make.Answer(
                    "red",
                    Make.Verdict("red", "one", Standing.Meets),
                    Make.Verdict("red", "two", Standing.Fails, change: verdict => verdict.Process = "icpc")),
            ],
            catalogue,
            profile);

        Assert.Equal(
            ["The stage assessment-and-enquiry", "The stage planning-and-protection"], balance.Contributions.Select(part => part.Label));
        Assert.Equal("The stage in-care has no verdict that is weighed here.", Assert.Single(balance.Absent).Explanation);
        Assert.Equal("The lowest of what is weighed, The stage planning-and-protection, stands at 1.", balance.Methods[2].Explanation);
        Assert.Contains(
            "Shifting 25 % of all weight makes it Good: 25 % from The stage planning-and-protection, to The stage assessment-and-enquiry.",
            balance.Sentences);
    }

    [Fact]
    public void Where_nothing_is_there_to_be_weighed_what_is_absent_is_told_and_leaves_its_weight_to_nobody()
    {
        var balance = ProfileOf.Inspectorates(("red", "1")).Weigh(Make.Missing("red"));

        Assert.Equal(
            [
                "No overall can be given: nothing that this profile gives a weight is there to be weighed.",
                "The red inspectorate could not be reached, so that its verdict is not known. "
                    + "Over all its possible standings the result could be anything from Worst to Best.",
            ],
            balance.Sentences);
    }

    [Fact]
    public void All_absent_together_are_told_of_only_where_there_are_several()
    {
        var red = AreaBalanceTests.Broad("red", Standing.Meets);
        var one = ProfileOf.Inspectorates(("red", "1"), ("blue", "1")).Weigh(red, Make.Missing("blue"));
        var several = ProfileOf.Inspectorates(("red", "10"), ("blue", "1"), ("green", "1")).Weigh(red, Make.Missing("blue"), Make.Missing("green"));

        Assert.StartsWith("The blue inspectorate could not be reached", one.Sentences[^1], StringComparison.Ordinal);
        Assert.Equal("All of these together: whatever their verdicts, the result would be Good.", several.Sentences[^1]);
    }

    [Fact]
    public void Those_that_gave_no_proper_answer_are_named_in_the_order_of_their_codes()
    {
        global::Inspectorates.Gateway.Joint.SourceAnswer[] answers = [Make.Missing("red"), Make.Missing("blue")];
        const string missing =
            "This is not complete: The blue inspectorate and The red inspectorate gave no proper answer, and that is not agreement.";

        Assert.Equal(missing, ProfileOf.Equal.Weigh(answers).Notices[0]);
        Assert.Equal([missing], AreaBalances.WithoutProfile(Make.Area(), Make.AsOf, answers, []).Notices);
    }
}
