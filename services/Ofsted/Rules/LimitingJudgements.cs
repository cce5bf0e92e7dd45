using Inspectorates.Ofsted.Frameworks;
using Inspectorates.V1;

namespace Inspectorates.Ofsted.Rules;

/// <summary>
/// The one fixed step in ILACS's overall effectiveness, which is otherwise a professional judgement: an inadequate
/// judgement on children's experiences limits it. An inadequate judgement on leaders alone does not.
/// </summary>
internal static class LimitingJudgements
{
    public const string Rule =
        "Professional judgement; inadequate for help and protection, for children in care or for care leavers makes the overall inadequate.";

    private const string Inadequate = "inadequate";

    private static readonly string[] Limiters = [IlacsJudgements.HelpAndProtection, IlacsJudgements.InCare, IlacsJudgements.CareLeavers];

    public static IReadOnlyList<RuleDiscrepancy> Check(Inspection inspection, IReadOnlyList<Verdict> verdicts)
    {
        if (inspection.Framework != Ilacs.Code)
            return [];
        var overall = verdicts.FirstOrDefault(verdict => verdict.Judgement == IlacsJudgements.Overall)?.Grade?.Code;
        if (string.IsNullOrEmpty(overall) || overall == Inadequate)
            return [];
        var limiting = verdicts.Where(verdict => verdict.Grade?.Code == Inadequate).Select(verdict => verdict.Judgement)
            .Intersect(Limiters).Order(StringComparer.Ordinal).ToList();
        return limiting.Count == 0
            ? []
            :
            [
                new RuleDiscrepancy
                {
                    Rule = Rule,
                    Judgement = IlacsJudgements.Overall,
                    PublishedGrade = overall,
                    AllowedGrades = { Inadequate },
                    Explanation = $"{string.Join(" and ", limiting)} inadequate, yet the overall is {overall}.",
                    SourceUri = "https://www.gov.uk/government/publications/inspecting-local-authority-childrens-services-from-2018",
                },
            ];
    }
}
