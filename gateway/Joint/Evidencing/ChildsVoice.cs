using Inspectorates.Gateway.Joint.Differences;
using Inspectorates.V1;

namespace Inspectorates.Gateway.Joint.Evidencing;

/// <summary>Says in words where no child's voice was recorded (F11).</summary>
internal sealed class ChildsVoice(Descriptions descriptions)
{
    /// <summary>Of one verdict; empty where children were heard, or neither evidence nor an explanation is recorded.</summary>
    public static string Sentence(Verdict verdict)
    {
        if (EvidenceWords.HasChildsVoice(verdict) || (verdict.Evidence.Count == 0 && verdict.NoChildsVoiceExplanation.Length == 0))
            return "";
        return verdict.NoChildsVoiceExplanation.Length > 0
            ? $"No child\u2019s voice is recorded in what this rests on. The inspectorate explains: {verdict.NoChildsVoiceExplanation}"
            : "No child\u2019s voice is recorded in what this rests on, and no explanation is given.";
    }

    /// <summary>Of the verdicts on one process: one sentence for each inspectorate that recorded none.</summary>
    public IEnumerable<string> OfProcess(IEnumerable<Verdict> verdicts) =>
        ByInspectorate(verdicts)
            .Where(own => !own.Any(EvidenceWords.HasChildsVoice))
            .Select(own => own.Any(verdict => verdict.Evidence.Count > 0)
                ? $"No child\u2019s voice is recorded in what {Name(own.Key)} rests its verdicts here on."
                : $"{Words.AtStart(Name(own.Key))} records no evidence with its verdicts here, so that it is not known whether children were heard.");

    /// <summary>Of all verdicts in an area: one sentence for each inspectorate.</summary>
    public IEnumerable<string> OfArea(IEnumerable<Verdict> verdicts) => ByInspectorate(verdicts).Select(own =>
    {
        var all = own.ToList();
        var (heard, recorded) = (all.Count(EvidenceWords.HasChildsVoice), all.Count(verdict => verdict.Evidence.Count > 0));
        return $"Of {Words.Count(all.Count, "verdict")} that {Name(own.Key)} keeps here, {Are(heard)} based on what children said among other things, "
            + $"{Are(recorded - heard)} based on evidence in which no child\u2019s voice is recorded, and of {all.Count - recorded} no evidence is recorded.";
    });

    private static IEnumerable<IGrouping<string, Verdict>> ByInspectorate(IEnumerable<Verdict> verdicts) => verdicts
        .Where(verdict => verdict.State is not Verdict.Types.State.Withdrawn)
        .GroupBy(verdict => verdict.Inspectorate)
        .OrderBy(own => own.Key, StringComparer.Ordinal);

    private static string Are(int count) => count == 1 ? "1 is" : $"{count} are";

    private string Name(string inspectorate) => Words.NameInSentence(descriptions.ShortLabel(inspectorate));
}
