using Inspectorates.Gateway.Joint.Differences;
using Inspectorates.Joint.V1;

namespace Inspectorates.Gateway.Joint.Balance;

/// <summary>
/// The range of results over all standings that what is absent may have. A score never falls where a standing rises, so
/// that the ends of the range are those with every absent one at its worst and at its best.
/// </summary>
internal static class PossibleResults
{
    public static ResultRange Of(IReadOnlyList<AbsentPart> absent, BalanceView view)
    {
        var (lowest, highest) = (Suppose(absent, view, Axis.BestFirst[^1]), Suppose(absent, view, Axis.BestFirst[0]));
        return new()
        {
            LowestScore = ProfileRecords.Exact(lowest.Score),
            HighestScore = ProfileRecords.Exact(highest.Score),
            WorstResult = view.Result(lowest.Weighted),
            BestResult = view.Result(highest.Weighted),
            WorstLimitedResult = view.Result(lowest.Limited),
            BestLimitedResult = view.Result(highest.Limited),
        };
    }

    private static Overall Suppose(IReadOnlyList<AbsentPart> absent, BalanceView view, V1.Grade.Types.Standing standing)
    {
        var open = absent.ToDictionary(part => part.Declared.Code, part => part.Declared);
        return view.Weigh(
        [
            .. view.Parts.Where(part => !open.ContainsKey(part.Code)),
            .. open.Values.Select(declared => WeighedPart.Supposed(declared, standing, view.Profile.Values)),
        ])!;
    }
}
