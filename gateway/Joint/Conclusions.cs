using Inspectorates.Gateway.Joint.Differences;
using Inspectorates.Joint.V1;

namespace Inspectorates.Gateway.Joint;

/// <summary>
/// What follows from the verdicts on one process, the first that holds, and why in one sentence. Whatever is set aside
/// (not judged, withdrawn, pilot, hearsay only, proxy only) counts for nothing; a source that did not answer never counts as
/// agreement.
/// </summary>
internal sealed class Conclusions(Descriptions descriptions, DifferenceOptions options)
{
    public (ProcessView.Types.Conclusion Conclusion, string Reason) Of(
        IReadOnlyList<Comparand> verdicts,
        IReadOnlyList<ComparedPair> pairs,
        IReadOnlyList<Difference> differences,
        IReadOnlyList<string> unavailable)
    {
        var contradictions = differences.Count(difference => difference.Kind is Difference.Types.Kind.Contradiction);
        if (contradictions > 0)
            return (ProcessView.Types.Conclusion.Contradictory,
                $"{Words.Count(contradictions, "contradiction")} between verdicts on it, listed under differences.");

        var divergences = differences.Count(difference =>
            difference.Kind is Difference.Types.Kind.Divergence && !difference.Stale);
        if (divergences > 0)
            return (ProcessView.Types.Conclusion.Divergent,
                $"No contradiction, and {Words.Count(divergences, "divergence")} between verdicts on it, listed under differences.");

        var judged = verdicts.Where(verdict => !verdict.IsSetAside).ToList();
        if (judged.Count == 0)
            return (ProcessView.Types.Conclusion.Undetermined, $"Nothing is judged of it here{ButMissing(unavailable)}.");
        if (unavailable.Count > 0)
            return (ProcessView.Types.Conclusion.Undetermined,
                $"It cannot be said whether the verdicts are at one{ButMissing(unavailable)}.");

        if (pairs.Where(Agrees).OrderBy(pair => pair.Comparison.Distance.Days).FirstOrDefault() is { } agreeing)
            return (ProcessView.Types.Conclusion.Consistent, Words.AtStart(
                $"{Author(agreeing.One)} and {Author(agreeing.Other)} both find it {Axis.Words(agreeing.One.Verdict.Standing)}, "
                + $"{Words.Count(agreeing.Comparison.Distance.Days, "day")} apart."));

        var authors = judged.Select(Author).Distinct().Order(StringComparer.Ordinal).ToList();
        return (ProcessView.Types.Conclusion.SingleView, authors.Count == 1
            ? $"Only {authors[0]} has judged it."
            : Words.AtStart($"{Words.List(authors)} have judged it, but no two of them apart from one inspection and within "
                + $"{Words.Count(options.WindowDays, "day")} of each other, so that none confirms another."));
    }

    private bool Agrees(ComparedPair pair) =>
        pair.Comparison.Finding is Finding.Alike
        && pair.One.Authors != pair.Other.Authors
        && pair.Comparison.Distance.IsWithin(options.WindowDays);

    private string Author(Comparand comparand) => comparand.Authors.Words(code => descriptions.ShortLabel(code));

    private string ButMissing(IReadOnlyList<string> unavailable) =>
        unavailable.Count == 0
            ? ""
            : $", and {Words.List(unavailable.Select(code => descriptions.ShortLabel(code)))}, which judges it or may, gave no proper answer";
}
