using Inspectorates.Hosting.Refusals;
using Inspectorates.V1;
using static Inspectorates.V1.Verdict.Types;

namespace Inspectorates.Hosting.Evidencing;

/// <summary>
/// What a verdict must rest on before it is published or scheduled (docs/decisions/0182): not on hearsay alone (F2), and on what
/// children said, or with an explanation why none was heard (F11).
/// </summary>
internal sealed class PublicationGate(Bases bases)
{
    /// <exception cref="RefusalException">It may not be published.</exception>
    public void Check(Verdict verdict)
    {
        var faults = new List<Fault>();
        if (IsHearsay(verdict))
            faults.Add(Hearsay("verdict"));
        if (!Bases.HasChildsVoice(verdict) && verdict.NoChildsVoiceExplanation.Length == 0)
            faults.Add(new Fault(
                ErrorReason.ChildsVoiceNotExplained, "verdict.no_childs_voice_explanation",
                "No child's voice is recorded among the evidence. Supersede the verdict with evidence of the type CHILDS_VOICE, or with no_childs_voice_explanation saying why no child was heard: it is shown with the verdict."));
        if (faults.Count > 0)
            throw new RefusalException(faults);
    }

    /// <summary>Whether the verdict rests on other agencies' opinions alone.</summary>
    public bool IsHearsay(Verdict verdict) => bases.Of(verdict.Evidence) == Basis.HearsayOnly;

    /// <summary>The fault of a verdict that does.</summary>
    /// <param name="path">Its proto path.</param>
    public static Fault Hearsay(string path) => new(
        ErrorReason.EvidenceHearsayOnly, $"{path}.evidence",
        "The verdict rests on other agencies' opinions alone, which are never evidence by themselves. Add one direct source, such as "
        + "TRACKED_CHILD, PRACTICE_OBSERVATION or DOCUMENT_OR_RECORD_REVIEW, with how many there were; until then it stays a draft.");
}
