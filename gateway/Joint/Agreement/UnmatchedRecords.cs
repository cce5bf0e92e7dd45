using Inspectorates.Joint.V1;
using Reason = Inspectorates.Joint.V1.UnmatchedAreas.Types.Reason;

namespace Inspectorates.Gateway.Joint.Agreement;

/// <summary>The areas that could not be compared, by reason.</summary>
internal sealed class UnmatchedRecords(AgreementQuestion question, AuthorNames names)
{
    public IEnumerable<UnmatchedAreas> Write(PairUnits pair) => pair.Misses
        .GroupBy(miss => (miss.Reason, miss.Author))
        .OrderBy(group => group.Key.Reason)
        .ThenBy(group => group.Key.Author?.ToString(), StringComparer.Ordinal)
        .Select(group => new UnmatchedAreas
        {
            Reason = group.Key.Reason,
            Author = group.Key.Author?.ToString() ?? "",
            Explanation = Words.AtStart(Explain(group.Key.Reason, group.Key.Author is { } author ? names.Label(author) : "")),
            Areas = { group.Select(miss => question.Areas[miss.Area].Code).Order(StringComparer.Ordinal) },
        });

    private static string Explain(Reason reason, string author) => reason switch
    {
        Reason.SameInspection => "Both verdicts arise from one inspection, whose report is one agreed text.",
        Reason.SeveralStandings => $"{author} said several things at its latest, of different standing.",
        Reason.OutsidePeriod => $"{author} has a verdict there, but not in the period.",
        Reason.DayNotKnown => $"{author} has a verdict there of which no day is known, so that it is in no period.",
        Reason.NotJudged => $"{author} looked and gave no standing.",
        Reason.Pilot => $"{author} has a verdict there from a pilot only.",
        Reason.HearsayOnly => $"{author} has a verdict there that rests on other agencies' opinions only.",
        Reason.ProxyOnly => $"{author} has a verdict there that rests only on figures of activity or timeliness, or without a stated optimum.",
        Reason.Withdrawn => $"{author} took its verdict back.",
        Reason.OnlyOneJudged => $"{author} has no verdict there.",
        Reason.SourceUnavailable => $"{author} gave no proper answer: whether it has a verdict there is not known.",
        _ => throw new ArgumentOutOfRangeException(nameof(reason), reason, "There is no such reason."),
    };
}
