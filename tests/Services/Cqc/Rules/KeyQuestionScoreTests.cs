using FsCheck.Xunit;
using Inspectorates.Cqc.Rules;

namespace Inspectorates.Services.Tests.Cqc.Rules;

public class KeyQuestionScoreTests
{
    [Fact]
    public void A_score_reads_as_a_sentence() =>
        Assert.Equal(
            "Score 65.6% of the maximum; quality statements 3, 2, 3; breach of regulations.",
            new KeyQuestionScore(65.6m, [3, 2, 3], Breach: true).ToString());

    [Property]
    public bool Reading_what_was_written_gives_the_score_again(ushort tenths, byte[] statements, bool breach)
    {
        var score = new KeyQuestionScore((tenths % 1000 + 1) / 10m, [.. statements.Take(40).Select(one => one % 4 + 1)], breach);
        var read = KeyQuestionScore.TryRead(score.ToString());
        return read is not null && read.Percent == score.Percent && read.Breach == breach && read.Statements.SequenceEqual(score.Statements);
    }

    [Theory]
    [InlineData("")]
    [InlineData("Score 0% of the maximum.")]
    [InlineData("Score 101% of the maximum.")]
    [InlineData("Score 75% of the maximum; quality statements 5.")]
    [InlineData("The score was 75%.")]
    public void Other_text_carries_no_score(string text) => Assert.Null(KeyQuestionScore.TryRead(text));
}
