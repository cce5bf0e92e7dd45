using Inspectorates.Gateway.Joint.Differences;
using Inspectorates.Joint.V1;
using Inspectorates.V1;
using Ground = Inspectorates.Joint.V1.LeftOutPair.Types.Reason;

namespace Inspectorates.Gateway.Joint.Grades;

/// <summary>
/// How often each grade was given, by inspectorate and judgement, along the line of frameworks that took over from each other. Every
/// verdict counts once, however many areas it is about; it counts where its keeper has it, in its owner's words.
/// </summary>
public static class GradeDistributions
{
    /// <summary>The distributions, in the order of inspectorates and judgements.</summary>
    /// <param name="question">Which verdicts are counted.</param>
    /// <param name="answers">What every inspectorate answered, one answer each, in any order.</param>
    public static IReadOnlyList<GradeDistribution> Find(GradeQuestion question, IReadOnlyList<SourceAnswer> answers)
    {
        var descriptions = new Descriptions(answers);
        return
        [
            .. answers.Where(answer => answer.IsShown)
                .SelectMany(answer => answer.Verdicts)
                .Where(verdict => IsCounted(verdict, question, descriptions))
                .DistinctBy(verdict => verdict.Name)
                .GroupBy(verdict => (
                    verdict.Inspectorate, Lineage: descriptions.Lineage(verdict.Inspectorate, verdict.Framework), verdict.Judgement))
                .OrderBy(line => line.Key.Inspectorate, StringComparer.Ordinal)
                .ThenBy(line => line.Key.Lineage, StringComparer.Ordinal)
                .ThenBy(line => line.Key.Judgement, StringComparer.Ordinal)
                .Select(line => Write(line.Key.Inspectorate, line.Key.Judgement, [.. line], descriptions)),
        ];
    }

    private static bool IsCounted(Verdict verdict, GradeQuestion question, Descriptions descriptions) =>
        (question.Inspectorate.Length == 0 || verdict.Inspectorate == question.Inspectorate)
        && (question.Framework.Length == 0 || verdict.Framework == question.Framework)
        && IsAskedFor(verdict, question, descriptions)
        && (verdict.Footprint?.Areas.Any(question.Areas.Contains) ?? false)
        && SetAside.Reasons(verdict).All(ground =>
            ground is Ground.NotJudged || (ground is Ground.Pilot && question.IncludePilots))
        && IsInPeriod(verdict, question);

    private static bool IsAskedFor(Verdict verdict, GradeQuestion question, Descriptions descriptions) =>
        question.Process.Length > 0 ? verdict.Process == question.Process
        : question.Judgement.Length > 0 ? verdict.Judgement == question.Judgement
        : descriptions.Judgement(verdict)?.Headline ?? false;

    private static bool IsInPeriod(Verdict verdict, GradeQuestion question) =>
        (question.From is null && question.To is null)
        || (Days.OrderingDay(verdict) is { } day && !(day < question.From) && !(day > question.To));

    private static GradeDistribution Write(
        string inspectorate, string judgement, IReadOnlyList<Verdict> verdicts, Descriptions descriptions)
    {
        FrameworkGrades[] frameworks =
        [
            .. verdicts.GroupBy(verdict => (verdict.Framework, verdict.FrameworkVersion))
                .Select(version => VersionCounts.Write(
                    version.Key.Framework, version.Key.FrameworkVersion, [.. version],
                    descriptions.Framework(inspectorate, version.Key.Framework, version.Key.FrameworkVersion)))
                .OrderBy(version => version.Began, StringComparer.Ordinal)
                .ThenBy(version => version.Years.Select(year => year.Year).DefaultIfEmpty().Max())
                .ThenBy(version => version.Framework, StringComparer.Ordinal)
                .ThenBy(version => version.Version, StringComparer.Ordinal),
        ];
        return new()
        {
            Inspectorate = inspectorate,
            Label = descriptions.Label(inspectorate),
            Judgement = judgement,
            JudgementLabel = verdicts.Select(descriptions.Judgement).LastOrDefault(known => known is not null)?.Label ?? judgement,
            Frameworks = { frameworks },
            Shifts = { frameworks.Zip(frameworks.Skip(1), GradeShifts.Write) },
        };
    }
}
