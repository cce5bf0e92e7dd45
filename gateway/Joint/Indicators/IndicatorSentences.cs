using Inspectorates.V1;
using static Inspectorates.V1.Indicator.Types;

namespace Inspectorates.Gateway.Joint.Indicators;

/// <summary>What follows from a figure and what does not, in plain words (F17).</summary>
internal static class IndicatorSentences
{
    public static IEnumerable<string> Of(Indicator indicator)
    {
        yield return indicator.OptimumState is OptimumState.Stated
            ? $"The number that is right is stated{By(indicator)}: {indicator.Optimum}."
            : "Nobody has stated which number would be right.";
        yield return indicator.Direction switch
        {
            Direction.Higher => "More is taken to be better.",
            Direction.Lower => "Less is taken to be better.",
            _ => "Nobody has stated whether more or less of it would be better.",
        };
        if (indicator.Proxy)
            yield return "A verdict that rests on it alone weighs nothing here: it takes no part in differences, agreement or balance.";
    }

    /// <summary>What it measures, in words.</summary>
    public static string Type(Indicator.Types.Type type) => type switch
    {
        Indicator.Types.Type.Outcome => "what became of children",
        Indicator.Types.Type.Activity => "how much was done",
        Indicator.Types.Type.Timeliness => "how soon it was done",
        Indicator.Types.Type.PlanQuality => "how good plans are",
        Indicator.Types.Type.Workforce => "those who do the work",
        Indicator.Types.Type.CaseQuality => "how good the work with a child is",
        _ => "not known here",
    };

    private static string By(Indicator indicator) => indicator.DecidedBy.Length > 0 ? $" by {indicator.DecidedBy}" : "";
}
