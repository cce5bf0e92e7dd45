using Inspectorates.Gateway.Joint.Differences;
using static Inspectorates.Joint.V1.Difference.Types;
using static Inspectorates.V1.Grade.Types;

namespace Inspectorates.Gateway.Tests.Joint.Differences;

/// <summary>Row 2, and what opposed and mixed come to.</summary>
public sealed class StandingsTests
{
    [Theory]
    [InlineData(Standing.Exceeds, Standing.Exceeds)]
    [InlineData(Standing.Exceeds, Standing.Meets)]
    [InlineData(Standing.Meets, Standing.Meets)]
    [InlineData(Standing.Mixed, Standing.Mixed)]
    [InlineData(Standing.FallsShort, Standing.Fails)]
    [InlineData(Standing.Fails, Standing.Fails)]
    public void Standings_on_one_side_are_no_difference(Standing one, Standing other) =>
        Assert.Equal(Finding.Alike, Compare.Verdicts(Make.Verdict("red", "1", one), Make.Verdict("blue", "2", other)).Finding);

    [Theory]
    [InlineData(Standing.Exceeds, Standing.Fails)]
    [InlineData(Standing.Exceeds, Standing.FallsShort)]
    [InlineData(Standing.Meets, Standing.Fails)]
    [InlineData(Standing.Meets, Standing.FallsShort)]
    public void Opposed_standings_contradict_each_other(Standing one, Standing other) =>
        Assert.Equal(Finding.Contradiction, Compare.Verdicts(Make.Verdict("red", "1", one), Make.Verdict("blue", "2", other)).Finding);

    [Theory]
    [InlineData(Standing.Exceeds)]
    [InlineData(Standing.Meets)]
    [InlineData(Standing.FallsShort)]
    [InlineData(Standing.Fails)]
    public void Mixed_against_anything_else_is_a_divergence_by_grade(Standing other)
    {
        var comparison = Compare.Verdicts(Make.Verdict("red", "1", Standing.Mixed), Make.Verdict("blue", "2", other));

        Assert.Equal((Finding.Divergence, Reason.MixedGrade), (comparison.Finding, comparison.Reason));
    }
}
