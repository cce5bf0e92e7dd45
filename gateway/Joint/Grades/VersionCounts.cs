using Inspectorates.Gateway.Joint.Differences;
using Inspectorates.Joint.V1;
using Inspectorates.V1;

namespace Inspectorates.Gateway.Joint.Grades;

/// <summary>The grades given under one version of a framework, over its whole scale.</summary>
internal static class VersionCounts
{
    /// <param name="framework">Code of the framework.</param>
    /// <param name="version">Its version.</param>
    /// <param name="verdicts">The verdicts under it on one matter, those without a standing included; at least one.</param>
    /// <param name="described">The framework as described; null: its inspectorate was never reached.</param>
    public static FrameworkGrades Write(string framework, string version, IReadOnlyList<Verdict> verdicts, Framework? described)
    {
        Verdict[] judged = [.. verdicts.Where(verdict => Axis.Has(verdict.Standing))];
        var scale = Scale(judged, verdicts[0].Judgement.Length > 0, described);
        return new()
        {
            Framework = framework,
            Version = version,
            Label = described?.Label is { Length: > 0 } label ? label : framework,
            Began = described?.ActualStart?.Day ?? "",
            Ended = described?.ActualEnd?.Day ?? "",
            Grades = { scale },
            Counts = { Count(scale, judged) },
            Total = judged.Length,
            Years =
            {
                judged.GroupBy(verdict => Days.OrderingDay(verdict)?.Year ?? 0)
                    .OrderBy(year => year.Key)
                    .Select(year => new YearOfGrades { Year = year.Key, Counts = { Count(scale, [.. year]) }, Total = year.Count() }),
            },
            NotJudged = verdicts.Count - judged.Length,
        };
    }

    // The described scale in its order, and whatever else was given where its standing puts it. What describes no grade of broad
    // judgements, such as a wording that only findings have, is left out while nobody was given it.
    private static List<Grade> Scale(Verdict[] judged, bool broad, Framework? described)
    {
        var given = judged.Select(CodeOf).ToHashSet();
        var scale = (described?.Grades ?? [])
            .Where(grade => Axis.Has(grade.Standing) && (given.Contains(grade.Code) || !broad || grade.Note.Length == 0))
            .Select(grade => grade.Clone())
            .ToList();
        foreach (var verdict in judged.OrderBy(CodeOf, StringComparer.Ordinal))
            if (scale.TrueForAll(grade => grade.Code != CodeOf(verdict)))
                scale.Add(new() { Code = CodeOf(verdict), Label = verdict.Grade?.Label ?? "", Standing = verdict.Standing });
        return [.. scale.OrderBy(grade => grade.Standing)];
    }

    private static IEnumerable<int> Count(List<Grade> scale, Verdict[] verdicts)
    {
        var counts = verdicts.CountBy(CodeOf).ToDictionary();
        return scale.Select(grade => counts.GetValueOrDefault(grade.Code));
    }

    private static string CodeOf(Verdict verdict) => verdict.Grade?.Code ?? "";
}
