using Inspectorates.Gateway.Joint.Differences;
using Inspectorates.V1;

namespace Inspectorates.Gateway.Joint.Positions;

/// <summary>A difference there was between earlier versions of two verdicts that agree now.</summary>
/// <param name="Pair">The two as they were when they last differed, and what came of holding them against each other.</param>
/// <param name="Resolution">How they came to agree.</param>
internal sealed record SettledPair(ComparedPair Pair, Resolution Resolution);

/// <summary>
/// Goes through the versions of two verdicts in the order in which they became public, to find whether they differed before. What
/// it costs is the number of versions.
/// </summary>
internal sealed class SettledByRevision(
    IEnumerable<Verdict> earlier, DifferenceRule rule, Descriptions descriptions, Func<string, string> canonicalAspect)
{
    private readonly ILookup<string, Verdict> earlier = earlier.ToLookup(verdict => verdict.Name);

    /// <summary>Those of the pairs that agree now and differed before.</summary>
    /// <param name="pairs">Pairs as they stand now.</param>
    public IEnumerable<SettledPair> Among(IEnumerable<ComparedPair> pairs) => pairs
        .Where(pair => pair.Comparison.Finding is Finding.Alike && (earlier.Contains(pair.One.Verdict.Name) || earlier.Contains(pair.Other.Verdict.Name)))
        .Select(Last)
        .OfType<SettledPair>();

    private SettledPair? Last(ComparedPair now)
    {
        var (ones, others) = (Versions(now.One), Versions(now.Other));
        var (one, other) = (ones.Count - 1, others.Count - 1);
        // Backwards from now: each time the version that came last is taken away.
        while (one > 0 || other > 0)
        {
            if (other == 0 || (one > 0 && At(ones[one]) >= At(others[other]))) one--;
            else other--;
            var comparison = rule.Compare(ones[one], others[other]);
            if (!comparison.IsDifference) continue;
            var by = new[] { (At: one, Of: ones), (At: other, Of: others) }.Where(side => side.At < side.Of.Count - 1).ToList();
            // The version right after the difference settled it; the verdict is cited as it stands now.
            var on = by.Select(side => (DateOnly?)Resolution.PublicDay(side.Of[side.At + 1].Verdict)).ToList();
            return new SettledPair(
                new ComparedPair(ones[one], others[other], comparison),
                new Resolution(on.Contains(null) ? null : on.Max(), [.. by.Select(side => side.Of[^1].Verdict)]));
        }

        return null;
    }

    private List<Comparand> Versions(Comparand now) =>
    [
        .. earlier[now.Verdict.Name]
            .Where(verdict => verdict.Revision < now.Verdict.Revision)
            .OrderBy(verdict => verdict.Revision)
            .Select(verdict => Comparand.Of(verdict, descriptions, canonicalAspect) with { SpeaksToday = now.SpeaksToday }),
        now,
    ];

    private static DateTimeOffset At(Comparand version) => version.Verdict.RecordedAt?.ToDateTimeOffset() ?? DateTimeOffset.MinValue;
}
