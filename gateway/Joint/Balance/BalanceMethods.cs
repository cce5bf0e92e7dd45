using Inspectorates.Joint.V1;
using static Inspectorates.Joint.V1.WeightProfile.Types;

namespace Inspectorates.Gateway.Joint.Balance;

/// <summary>The result by each method, and how it came about.</summary>
internal static class BalanceMethods
{
    public static IEnumerable<MethodResult> Of(Overall overall, BalanceView view)
    {
        yield return new()
        {
            Method = Method.Weighted,
            Result = view.Result(overall.Weighted),
            Explanation = $"The weighted score is {BalanceWords.Number(overall.Score)}.",
        };
        yield return new()
        {
            Method = Method.LimitedThenWeighted,
            Result = view.Result(overall.Limited),
            Explanation = overall.Limiting is not { } limiting
                ? "No limiter of the profile lowers the result of the score."
                : $"{view.Label(limiting.By.Code)} has a verdict that {BalanceWords.Standing(limiting.By.Lowest)}, which by the profile "
                    + $"leaves {view.Result(limiting.Limiter.AtMost)} at best.",
        };
        var lowest = view.Parts.Where(part => part.Value == overall.Weighing.Values.Min()).Select(part => view.Label(part.Code));
        yield return new()
        {
            Method = Method.Worst,
            Result = view.Result(overall.Worst),
            Explanation = $"The lowest of what is weighed, {Words.List(lowest)}, stands at {BalanceWords.Number(overall.Weighing.Values.Min())}.",
        };
    }
}
