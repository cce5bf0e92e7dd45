using Inspectorates.Joint.V1;

namespace Inspectorates.Gateway.Joint.Balance;

/// <summary>The result without each inspectorate whose verdicts are weighed.</summary>
internal static class LeftOutInspectorates
{
    public static IEnumerable<LeftOutInspectorate> Of(Overall overall, BalanceView view)
    {
        string[] weighed = [.. view.Parts.SelectMany(part => part.Verdicts).Select(verdict => verdict.Inspectorate).Distinct()
            .Order(StringComparer.Ordinal)];
        return weighed.Length < 2 ? [] : weighed.Select(inspectorate => Without(inspectorate, overall, view));
    }

    private static LeftOutInspectorate Without(string inspectorate, Overall overall, BalanceView view)
    {
        var left = view.Weigh(view.PartsOf(view.Verdicts.Where(verdict => verdict.Inspectorate != inspectorate)))!;
        var changes = left.Weighted != overall.Weighted;
        var reversal = Reverses(Shares(overall, view), Shares(left, view));
        var result = view.Result(left.Weighted);
        return new()
        {
            Inspectorate = inspectorate,
            Score = ProfileRecords.Exact(left.Score),
            Result = result,
            ResultChanges = changes,
            RankReversal = reversal,
            Explanation = $"Without {view.Descriptions.ShortLabel(inspectorate)} the score is {BalanceWords.Number(left.Score)}, "
                + $"{(changes ? $"which is {result} and no longer {view.Result(overall.Weighted)}" : $"which is still {result}")}"
                + (reversal ? "; counted over all weightings, two results change places." : "."),
        };
    }

    // Two results change places: one had the larger share of all weightings, and without the inspectorate the other has.
    private static bool Reverses(IReadOnlyList<Rational> before, IReadOnlyList<Rational> after) =>
        Enumerable.Range(0, before.Count).Any(one => Enumerable.Range(0, before.Count).Any(other =>
            before[one] > before[other] && after[one] < after[other]));

    private static IReadOnlyList<Rational> Shares(Overall overall, BalanceView view) =>
        SensitivityRecords.Shares(overall.Weighing.Values, view.Profile.Bands).Shares;
}
