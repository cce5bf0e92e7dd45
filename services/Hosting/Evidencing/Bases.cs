using Inspectorates.Hosting.Indicators;
using Inspectorates.V1;
using static Inspectorates.V1.Verdict.Types;
using Type = Inspectorates.V1.Evidence.Types.Type;

namespace Inspectorates.Hosting.Evidencing;

/// <summary>
/// What kind of evidence a verdict rests on (docs/decisions/0181). Direct is what the inspectorate saw, read or was told by
/// those it is about, as long as there is any of it: a true zero is none.
/// </summary>
internal sealed class Bases(KnownIndicators indicators)
{
    /// <summary>Fills in the basis and why.</summary>
    public void Fill(Verdict verdict)
    {
        verdict.Basis = Of(verdict.Evidence);
        verdict.BasisReason = verdict.Basis switch
        {
            Basis.HearsayOnly => Hearsay(verdict.Evidence),
            Basis.ProxyOnly => Proxy(verdict.Evidence),
            _ => "",
        };
    }

    /// <summary>The basis of evidence as it was recorded, before any count is withheld.</summary>
    public Basis Of(IReadOnlyCollection<Evidence> evidence)
    {
        if (evidence.Any(IsDirect))
            return Basis.Direct;
        if (evidence.Any(piece => piece.Type == Type.OtherAgencysOpinion))
            return Basis.HearsayOnly;
        return evidence.Any(piece => piece.Type == Type.Indicator) ? Basis.ProxyOnly : Basis.NoneRecorded;
    }

    /// <summary>Whether children were heard. A true zero says that none was.</summary>
    public static bool HasChildsVoice(Verdict verdict) => verdict.Evidence.Any(piece => piece.Type == Type.ChildsVoice && IsThere(piece));

    private bool IsDirect(Evidence piece) => piece.Type switch
    {
        Type.OtherAgencysOpinion => false,
        // An indicator that has left the registry is no better than one without an optimum.
        Type.Indicator => indicators.Find(piece.Indicator) is { Proxy: false },
        _ => IsThere(piece),
    };

    private static bool IsThere(Evidence piece) => piece.Count > 0 || piece.NotCounted;

    private static string Hearsay(IEnumerable<Evidence> evidence) =>
        evidence.Any(piece => piece.Type == Type.Indicator)
            ? "It rests on what other agencies say about the one judged, and on figures from which nothing follows by itself."
            : "It rests only on what other agencies say about the one judged.";

    private string Proxy(IEnumerable<Evidence> evidence)
    {
        var known = evidence.Select(piece => indicators.Find(piece.Indicator)).OfType<Indicator>().DistinctBy(indicator => indicator.Code).ToList();
        return "It rests only on " + (known.Count == 0 ? "figures that are in no registry." : string.Join("; ", known.Select(Words)) + ".");
    }

    private static string Words(Indicator indicator) => indicator.OptimumState == Indicator.Types.OptimumState.NoneStated
        ? $"the figure \u201c{indicator.Label}\u201d, of which nobody has stated what number would be right"
        : $"the figure \u201c{indicator.Label}\u201d, which counts {(indicator.Type == Indicator.Types.Type.Timeliness ? "how soon" : "how much")} was done and not how well";
}
