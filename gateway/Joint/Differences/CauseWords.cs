using Inspectorates.Joint.V1;
using Inspectorates.V1;
using Kind = Inspectorates.Joint.V1.DifferenceCause.Types.Kind;

namespace Inspectorates.Gateway.Joint.Differences;

/// <summary>The causes of a difference as records of the contract, each with one sentence about these two verdicts.</summary>
internal sealed class CauseWords(Descriptions descriptions)
{
    public IEnumerable<DifferenceCause> Write(ComparedPair pair, IEnumerable<Kind> causes) =>
        causes.Select(cause => new DifferenceCause { Kind = cause, Explanation = Sentence(cause, pair) });

    private string Sentence(Kind cause, ComparedPair pair) => cause switch
    {
        Kind.PracticeChanged =>
            $"The later report, of {Author(pair.Later!)} ({Words.When(pair.Later!.Verdict)}), itself credits action taken since an earlier inspection.",
        Kind.InspectorateChanged => $"The two are of different authors: {Author(pair.One)}, and {Author(pair.Other)}.",
        Kind.FrameworkChanged => Framework(pair.One.Verdict, pair.Other.Verdict),
        Kind.EvidenceChanged => $"The evidence is {Words.List(Evidence(pair))}.",
        _ when pair.Comparison.Finding is Finding.Contradiction =>
            "Nothing that is recorded explains it: no later report credits action taken since, and no change of evidence is recorded.",
        _ => "Nothing that is recorded explains it: authors and framework are the same, no later report credits action taken "
            + "since, and no change of evidence is recorded.",
    };

    private string Framework(Verdict one, Verdict other)
    {
        var (label, otherLabel) = (Label(one), Label(other));
        return one.Framework == other.Framework || label == otherLabel
            ? $"The two are under different versions of {label}: {one.FrameworkVersion} and {other.FrameworkVersion}."
            : $"The two are under different frameworks: {label} and {otherLabel}.";
    }

    private static IEnumerable<string> Evidence(ComparedPair pair)
    {
        var (one, other) = (pair.One.Verdict, pair.Other.Verdict);
        if (Causes.AreOfOtherTimes(pair))
            yield return $"about different times ({Words.Span(one.EvidenceWindow)}; {Words.Span(other.EvidenceWindow)})";
        if (Causes.AreOfOtherTypes(pair))
            yield return $"of different types ({EvidenceWords.List(one)}; {EvidenceWords.List(other)})";
    }

    private string Label(Verdict verdict) =>
        descriptions.Framework(verdict)?.Label is { Length: > 0 } label ? label : verdict.Framework;

    private string Author(Comparand comparand) => comparand.Authors.Words(
        code => descriptions.ShortLabel(code, Days.OrderingDay(comparand.Verdict)));
}
