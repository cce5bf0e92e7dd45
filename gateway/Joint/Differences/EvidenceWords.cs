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

    private static string Of(Type type) => type switch
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
