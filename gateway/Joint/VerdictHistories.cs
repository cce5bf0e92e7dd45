using Inspectorates.Joint.V1;
using Inspectorates.V1;

namespace Inspectorates.Gateway.Joint;

/// <summary>Composes the history of a verdict from what its keeper answered. A pure function; no revision is altered or lost.</summary>
internal static class VerdictHistories
{
    /// <param name="name">Resource name of the verdict.</param>
    /// <param name="recordedAsOf">The instant of the record the answer is from; null: now.</param>
    /// <param name="answer">The keeper's answer, its verdicts being the revisions, oldest first; at least one.</param>
    /// <param name="catalogue">What is to be known about the country.</param>
    public static VerdictHistory Compose(string name, DateTimeOffset? recordedAsOf, SourceAnswer answer, Catalogue catalogue)
    {
        var descriptions = new Descriptions([answer]);
        var latest = answer.Verdicts[^1];
        return new()
        {
            Name = name,
            Inspectorate = answer.Inspectorate,
            Label = descriptions.Label(answer.Inspectorate),
            WordForVerdict = answer.Description?.WordForVerdict is { Length: > 0 } word ? word : "verdict",
            FrameworkLabel = descriptions.Framework(latest)?.Label is { Length: > 0 } label ? label : latest.Framework,
            About = About(latest, descriptions, catalogue),
            Revisions = { answer.Verdicts.Select(revision => revision.Clone()) },
            Notices = { NoticesOf(recordedAsOf, answer.Verdicts) },
        };
    }

    /// <summary>What makes the answer unusable, each a sentence: a revision is the same verdict, of the one that was asked.</summary>
    public static IEnumerable<string> Faults(string name, string inspectorate, IReadOnlyList<Verdict> revisions)
    {
        if (revisions.Count == 0)
            yield return $"{name} is there and has no revision.";
        foreach (var revision in revisions)
        {
            if (revision.Name != name || revision.Inspectorate != inspectorate)
                yield return $"A revision of {name} is of another verdict.";
            if (!AnswerCheck.IsGiven(revision.State))
                yield return $"A revision of {name} is in a state that is not known here.";
        }
    }

    private static string About(Verdict verdict, Descriptions descriptions, Catalogue catalogue) =>
        verdict.Judgement.Length == 0
            ? verdict.Process.Length == 0 ? "" : catalogue.Term(verdict.Process)
            : descriptions.Judgement(verdict)?.Label is { Length: > 0 } label ? label : verdict.Judgement;

    private static IEnumerable<string> NoticesOf(DateTimeOffset? recordedAsOf, IReadOnlyList<Verdict> revisions)
    {
        if (revisions.Any(revision => revision.Footprint?.Areas.Any(Catalogue.IsFictional) is true))
            yield return "This is fictional: it is made up for worked examples, and nothing about it is a fact.";
        if (recordedAsOf is { } instant)
            yield return Notices.RecordedAsOf(instant);
    }
}
