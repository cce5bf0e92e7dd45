using Inspectorates.Gateway.Joint.Differences;
using Inspectorates.Joint.V1;
using Inspectorates.V1;

namespace Inspectorates.Gateway.Joint.Absences;

/// <summary>Where an inspectorate looked and gave no grade, with its reason.</summary>
internal static class NotJudged
{
    public static IEnumerable<Absence> In(AreaView view) =>
        view.Records.Verdicts
            .Where(verdict => !Axis.Has(verdict.Standing))
            .Select(verdict => new Absence
            {
                Inspectorate = verdict.Inspectorate,
                Kind = Absence.Types.Kind.NotJudged,
                Agency = Subjects.IsAgency(verdict) ? verdict.Subject.Agency.Name : "",
                InspectionKey = verdict.InspectionKey,
                Explanation = Explain(verdict, view),
            });

    private static string Explain(Verdict verdict, AreaView view)
    {
        var judgement = view.Descriptions.Judgement(verdict)?.Label;
        var of = !string.IsNullOrEmpty(judgement) ? judgement
            : verdict.Judgement.Length > 0 ? verdict.Judgement
            : verdict.Process.Length > 0 ? view.Catalogue.Term(verdict.Process)
            : "a process that was not identified";
        var agency = Subjects.IsAgency(verdict) && verdict.Subject.Agency.Name.Length > 0 ? $" by {verdict.Subject.Agency.Name}" : "";
        var why = verdict.NotJudgedReason.Length > 0 ? verdict.NotJudgedReason
            : verdict.Grade?.Label is { Length: > 0 } label ? label
            : "no reason is recorded";
        return $"{view.Descriptions.Label(verdict.Inspectorate)} gave no grade of \"{of}\"{agency} ({Words.When(verdict)}): "
            + $"{why.TrimEnd('.')}.";
    }
}
