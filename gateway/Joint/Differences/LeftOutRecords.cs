using Inspectorates.Joint.V1;
using Inspectorates.V1;
using Reason = Inspectorates.Joint.V1.LeftOutPair.Types.Reason;

namespace Inspectorates.Gateway.Joint.Differences;

/// <summary>Writes down the pairs that were not held against each other, with the reasons in words.</summary>
internal sealed class LeftOutRecords(string area, Descriptions descriptions, Func<Verdict, JointVerdict> cite)
{
    public LeftOutPair Write(ComparedPair pair) => new()
    {
        Verdicts = { cite(pair.One.Verdict), cite(pair.Other.Verdict) },
        Reasons = { pair.Comparison.LeftOutFor },
        Explanations = { pair.Comparison.LeftOutFor.Select(reason => Sentence(reason, pair)) },
        Process = pair.Process,
        Area = area,
    };

    private string Sentence(Reason reason, ComparedPair pair) => reason switch
    {
        Reason.SameInspection => "Both arise from one inspection, whose report is one agreed text.",
        Reason.NotJudged => $"{Whose(reason, pair)} not judged.",
        Reason.Withdrawn => $"{Whose(reason, pair)} withdrawn.",
        Reason.Pilot => $"{Whose(reason, pair)} from a pilot.",
        Reason.HearsayOnly => $"{Whose(reason, pair)} based on other agencies' opinions only.",
        Reason.ProxyOnly => $"{Whose(reason, pair)} based only on figures of activity or timeliness, or without a stated optimum.",
        Reason.ReplacedByReading =>
            $"{Whose(reason, pair)} coded by rule, and a coding by reading covers the same inspection and process.",
        Reason.NotTheLatestHeadline => "A broad judgement speaks only as the headline of the latest inspection, or where there is none, as each of its questions.",
        Reason.OwnOtherJudgement => $"Both are of {Author(pair.One)}, which answers two different questions.",
        Reason.NotOpposed => "One is mixed and one a broad judgement, and a mixed grade is opposed to nothing.",
        Reason.TimeNotKnown =>
            "They say alike, and neither fieldwork nor publication of both is known, so that neither confirms the other.",
        _ => throw new ArgumentOutOfRangeException(nameof(reason), reason, "There are no words for this reason."),
    };

    private string Whose(Reason reason, ComparedPair pair) => (Holds(reason, pair.One), Holds(reason, pair.Other)) switch
    {
        (true, true) => "Both are",
        (true, _) => Words.AtStart($"the verdict of {Author(pair.One)} ({Words.When(pair.One.Verdict)}) is"),
        _ => Words.AtStart($"the verdict of {Author(pair.Other)} ({Words.When(pair.Other.Verdict)}) is"),
    };

    private static bool Holds(Reason reason, Comparand comparand) => comparand.SetAsideFor.Contains(reason);

    private string Author(Comparand comparand) => comparand.Authors.Words(
        code => descriptions.ShortLabel(code, Days.OrderingDay(comparand.Verdict)));
}
