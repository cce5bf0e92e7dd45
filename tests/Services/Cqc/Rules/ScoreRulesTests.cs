using System.Globalization;
using FsCheck.Xunit;
using Inspectorates.Cqc.Rules;

namespace Inspectorates.Services.Tests.Cqc.Rules;

public class ScoreRulesTests
{
    [Theory]
    [InlineData("25", "inadequate")]
    [InlineData("38", "inadequate")]
    [InlineData("38.4", "inadequate")]
    [InlineData("38.5", "requires-improvement")]
    [InlineData("39", "requires-improvement")]
    [InlineData("62.4", "requires-improvement")]
    [InlineData("62.5", "good")]
    [InlineData("65.625", "good")]
    [InlineData("87.4", "good")]
    [InlineData("87.5", "outstanding")]
    [InlineData("100", "outstanding")]
    public void A_score_falls_into_the_band_of_its_whole_percent_rounded_half_up(string percent, string rating) =>
        Assert.Equal(rating, ScoreRules.InForce.Rate(Score(percent)).Grade.Code);

    [Theory]
    [InlineData("75", new[] { 4, 4, 3, 1 }, "requires-improvement")]
    [InlineData("91", new[] { 4, 4, 4, 2 }, "good")]
    [InlineData("91", new[] { 4, 4, 4, 1 }, "requires-improvement")]
    [InlineData("50", new[] { 1, 3 }, "requires-improvement")]
    [InlineData("30", new[] { 1, 1, 2 }, "inadequate")]
    [InlineData("75", new[] { 3, 3, 3 }, "good")]
    public void A_low_quality_statement_limits_the_rating_and_never_lifts_it(string percent, int[] statements, string rating) =>
        Assert.Equal(rating, ScoreRules.InForce.Rate(Score(percent, statements)).Grade.Code);

    [Fact]
    public void A_breach_of_regulations_limits_to_requires_improvement() =>
        Assert.Equal("requires-improvement", ScoreRules.InForce.Rate(new KeyQuestionScore(95, [4, 4], Breach: true)).Grade.Code);

    [Fact]
    public void A_cap_that_was_not_read_in_a_document_of_CQCs_own_says_so() =>
        Assert.Contains("(unverified)", ScoreRules.InForce.Rate(Score("75", [1, 4])).How, StringComparison.Ordinal);

    [Property]
    public bool A_better_score_never_gives_a_worse_rating(byte one, byte other)
    {
        var (low, high) = (Math.Min(one, other) % 100 + 1, Math.Max(one, other) % 100 + 1);
        if (low > high)
            (low, high) = (high, low);
        return ScoreRules.InForce.Rate(new KeyQuestionScore(low, [])).Grade.Standing >= ScoreRules.InForce.Rate(new KeyQuestionScore(high, [])).Grade.Standing;
    }

    private static KeyQuestionScore Score(string percent, int[]? statements = null) =>
        new(decimal.Parse(percent, CultureInfo.InvariantCulture), statements ?? []);

    [Fact]
    public void Every_whole_percent_falls_into_exactly_one_band() =>
        Assert.All(Enumerable.Range(0, 101), percent => Assert.Single(ScoreRules.InForce.Bands, band => percent >= band.From && percent <= band.To));

    [Fact]
    public void The_rules_in_words_mark_what_is_unverified() =>
        Assert.Contains("a quality statement scored 1 limits to Requires improvement (unverified). ", ScoreRules.InForce.InWords, StringComparison.Ordinal);
}
