using System.Globalization;
using Inspectorates.Joint.V1;
using About = Inspectorates.Joint.V1.AgreementComparison.Types.About;

namespace Inspectorates.Gateway.Joint.Agreement;

/// <summary>A comparison in plain sentences, counts first.</summary>
internal static class PairSentences
{
    /// <summary>What is said of every comparison of broad judgements.</summary>
    public const string DifferentServices =
        "Different services, not an error of either: each overall covers many processes, of the services that its inspectorate judges.";

    private const double Rare = 0.05;

    public static IEnumerable<string> Of(AgreementComparison comparison, AuthorNames names)
    {
        yield return Counts(comparison);
        if (comparison.Comparable > 0)
            yield return Words.AtStart($"{Are(comparison.Opposite)} on opposite sides: one as expected or better, the other short of it.");
        if (comparison.Gap is { } gap)
            yield return Words.AtStart(Harsher(comparison, gap));
        if (comparison.WithheldReason.Length > 0 && comparison.Comparable > 0)
            yield return comparison.WithheldReason;
        foreach (var sentence in Undefined(comparison))
            yield return sentence;
        if (!comparison.Complete)
            yield return $"{Words.List(comparison.Unavailable.Select(names.Label))} gave no proper answer: this is not complete, and what is "
                + "missing is not agreement.";
    }

    /// <summary>What a reader must know before leaning on it; empty: nothing.</summary>
    public static string Caution(AgreementComparison comparison) => comparison.About is About.BroadJudgements
        ? DifferentServices
        : comparison.SameAspect < comparison.Comparable
            ? Words.AtStart($"{Of(comparison.Comparable - comparison.SameAspect)} not known to be about the same aspect and agency on both sides, and need not "
                + "contradict each other where they differ.")
            : "";

    private static string Counts(AgreementComparison comparison)
    {
        var units = comparison.About is About.AllProcesses ? "process in an area" : "area";
        var several = comparison.About is About.AllProcesses ? "processes in areas" : "areas";
        var on = comparison.About is About.OneProcess ? $" on \"{comparison.Term}\"" : "";
        return comparison.Comparable == 0
            ? $"No {units} was judged by both{on}."
            : $"Of {Words.Count(comparison.Comparable, units, several)} both judged{on}, {Were(comparison.Equal)} given the same standing; "
                + $"{comparison.Equal + comparison.Adjacent} within one step.";
    }

    private static string Harsher(AgreementComparison comparison, HarshnessGap gap)
    {
        if (gap.Harsher.Length == 0)
            return "neither is harsher on average.";
        var harsher = (gap.Harsher == comparison.One.Key ? comparison.One : comparison.Other).Label;
        var steps = Math.Abs(gap.Steps.Value).ToString("0.00", CultureInfo.InvariantCulture);
        var byChance = gap.StuartMaxwell.Result is { } test && test.PValue < Rare
            ? "chance alone would seldom give as much"
            : "chance alone might well give as much";
        return $"{harsher} is harsher, by {steps} of a step on average; {byChance}.";
    }

    private static IEnumerable<string> Undefined(AgreementComparison comparison) =>
        comparison.Coefficients.Any(coefficient => coefficient.Undefined == "undefined, no variation")
            ? ["Every verdict compared stands the same: whether that is more than chance cannot be computed, so that coefficients are undefined, not 1."]
            : [];

    private static string Were(int count) => count == 1 ? "1 was" : $"{count} were";

    private static string Are(int count) => count switch { 0 => "none stands", 1 => "1 stands", _ => $"{count} stand" };

    private static string Of(int count) => count == 1 ? "1 is" : $"{count} are";
}
