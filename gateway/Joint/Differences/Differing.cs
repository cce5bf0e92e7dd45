using Inspectorates.Gateway.Joint.Positions;
using Inspectorates.Joint.V1;

namespace Inspectorates.Gateway.Joint.Differences;

/// <summary>
/// Two verdicts of an area that differ, with what choosing and ordering need to know of them. Written down as a record
/// only where it is told.
/// </summary>
/// <param name="area">DfE code of the area.</param>
/// <param name="pair">The two.</param>
/// <param name="options">The parameters of the rule.</param>
/// <param name="settled">How the two came to agree, where these are earlier versions of them; null: they differ now.</param>
internal sealed class Differing(string area, ComparedPair pair, DifferenceOptions options, Resolution? settled = null)
{
    private string? id;

    public string Area => area;

    public ComparedPair Pair => pair;

    /// <summary>How the two came to agree through later versions; null: as they stand they differ.</summary>
    public Resolution? Settled => settled;

    public Difference.Types.Kind Kind { get; } = pair.Comparison.Finding switch
    {
        Finding.Contradiction => Difference.Types.Kind.Contradiction,
        Finding.Divergence => Difference.Types.Kind.Divergence,
        Finding.OverTime => Difference.Types.Kind.OverTime,
        _ => throw new ArgumentException("This pair does not differ.", nameof(pair)),
    };

    public string Id => id ??= DifferenceId.Of(
        area, pair.Process, pair.Aspect, pair.One.Verdict.Name, pair.Other.Verdict.Name);

    public int Steps => Axis.Steps(pair.One.Verdict.Standing, pair.Other.Verdict.Standing);

    public bool Strong => Kind is Difference.Types.Kind.Contradiction && Steps >= options.StrongSteps;

    public bool Stale => pair.Comparison.Distance.IsBeyond(options.WindowDays);

    /// <summary>What is recorded that goes with it; empty: a divergence.</summary>
    public IReadOnlyList<DifferenceCause.Types.Kind> Causes => Differences.Causes.Of(pair);
}
