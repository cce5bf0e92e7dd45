using Inspectorates.Gateway.Joint;
using Inspectorates.Joint.V1;
using static Inspectorates.Joint.V1.Difference.Types;
using Kinds = Inspectorates.Joint.V1.Difference.Types.Kind;

namespace Inspectorates.Gateway.Tests.Joint.Differences;

/// <summary>The rule against pairs of real statements judged by reading. Their standings decide, not the words beside them.</summary>
public sealed class CodedPairsTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Every_pair_comes_out_as_it_was_read_but_one_whose_standings_agree(bool membersKnown)
    {
        var found = Found(membersKnown);
        var pairs = CodedPairs.Read();

        var otherwise = pairs
            .Where(pair => Kind(found.GetValueOrDefault((pair.RowA, pair.RowB))) != pair.Kind)
            .Select(pair => $"{pair.RowA}/{pair.RowB} {pair.Kind}");

        Assert.True(pairs.Count > 100);
        Assert.Equal(["285/286 divergence-different-aspect"], otherwise);
    }

    [Fact]
    public void The_days_between_are_as_they_were_counted()
    {
        var found = Found(true);

        Assert.All(
            CodedPairs.Read().Where(pair => found.ContainsKey((pair.RowA, pair.RowB))),
            pair => Assert.Equal(pair.GapDays, found[(pair.RowA, pair.RowB)].DaysApart));
    }

    [Fact]
    public void Halton_is_contradicted_on_two_processes_and_Northumberland_on_one()
    {
        var answers = CodedPairs.Answers(true);

        Assert.Equal(
            [("child-exploitation", "information-sharing"), ("strategy-discussion", "timeliness-and-attendance")],
            Contradictions(answers, "876"));
        Assert.Equal([("contact-referral", "quality")], Contradictions(answers, "929"));
    }

    private static IEnumerable<(string, string)> Contradictions(IReadOnlyList<SourceAnswer> answers, string area) =>
        DifferencesAcrossAreas.Find([area], Make.AsOf, answers, Make.Catalogue, new DifferenceOptions())
            .Where(difference => difference.Kind is Kinds.Contradiction)
            .Select(difference => (difference.Process, difference.Aspect))
            .Order();

    private static string Kind(Difference? difference) => difference switch
    {
        null => "agreement",
        { Kind: Kinds.Contradiction } => "contradiction",
        { Kind: Kinds.OverTime } => "over-time",
        { Reason: Reason.DifferentAgency } => "divergence-different-agency",
        { Reason: Reason.DifferentAspect } => "divergence-different-aspect",
        _ => difference.Reason.ToString(),
    };

    private static Dictionary<(string, string), Difference> Found(bool membersKnown)
    {
        var answers = CodedPairs.Answers(membersKnown);
        string[] areas = [.. answers.SelectMany(answer => answer.Verdicts).SelectMany(verdict => verdict.Footprint.Areas).Distinct()];
        var found = DifferencesAcrossAreas.Find(areas, Make.AsOf, answers, Make.Catalogue, new DifferenceOptions());
        return found
            .SelectMany(difference => new[] { (0, 1), (1, 0) }.Select(order => (
                Rows: (Row(difference.Verdicts[order.Item1]), Row(difference.Verdicts[order.Item2])), difference)))
            .ToDictionary(pair => pair.Rows, pair => pair.difference);
    }

    private static string Row(JointVerdict verdict) => verdict.Name.Split('/')[^1];
}
