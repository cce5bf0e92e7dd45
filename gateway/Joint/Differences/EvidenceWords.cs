using System.Globalization;
using Inspectorates.V1;
using Type = Inspectorates.V1.Evidence.Types.Type;

namespace Inspectorates.Gateway.Joint.Differences;

/// <summary>Types of evidence in words.</summary>
internal static class EvidenceWords
{
    /// <summary>What the verdict rests on: "children followed, documents or records"; empty where nothing is recorded.</summary>
    public static string List(Verdict verdict) => List(verdict.Evidence);

    /// <summary>The types of the evidence, each once; empty where there is none.</summary>
    public static string List(IEnumerable<Evidence> evidence) =>
        Words.List(evidence.Select(one => one.Type).Distinct().Order().Select(Of));

    /// <summary>One piece: "children followed through all agencies: 12, by reading files, about 3 to 9 March 2025".</summary>
    public static string Piece(Evidence piece) => string.Join(
        ", ",
        new[]
        {
            $"{Of(piece.Type)}{(piece.Indicator.Length > 0 ? $" ({piece.Indicator})" : "")}: {Amount(piece.Count, piece.Suppressed, piece.NotCounted)}",
            piece.Method,
            Words.Span(piece.Window) is { } span ? $"about {span}" : "",
        }.Where(part => part.Length > 0));

    /// <summary>How much: a number, <c>c</c> where it is withheld, "none" for a true zero.</summary>
    public static string Amount(int count, bool suppressed, bool notCounted) => (count, suppressed, notCounted) switch
    {
        (_, true, _) => "c",
        (0, _, true) => "not counted",
        (0, _, _) => "none",
        (_, _, true) => $"{count.ToString(CultureInfo.InvariantCulture)}, and some not counted",
        _ => count.ToString(CultureInfo.InvariantCulture),
    };

    /// <summary>Whether children were heard, whatever their number.</summary>
    public static bool HasChildsVoice(Verdict verdict) =>
        verdict.Evidence.Any(piece => piece.Type is Type.ChildsVoice && (piece.Count > 0 || piece.Suppressed || piece.NotCounted));

    public static string Of(Type type) => type switch
    {
        Type.TrackedChild => "children followed through all agencies",
        Type.SampledChild => "children's records or experiences sampled",
        Type.MultiAgencyAudit => "multi-agency audit",
        Type.PracticeObservation => "practice watched",
        Type.PractitionerInterview => "interviews with practitioners",
        Type.LeaderInterview => "interviews with leaders",
        Type.ChildsVoice => "what children said",
        Type.ParentOrCarersVoice => "what parents or carers said",
        Type.DocumentOrRecordReview => "documents or records",
        Type.Indicator => "figures",
        Type.OtherAgencysOpinion => "what other agencies say",
        _ => "evidence of a type not known here",
    };
}
