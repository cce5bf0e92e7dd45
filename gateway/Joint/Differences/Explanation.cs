using Inspectorates.Joint.V1;

namespace Inspectorates.Gateway.Joint.Differences;

/// <summary>A difference in one plain sentence: who says what, of what, when, and why that is no more than it is.</summary>
internal sealed class Explanation(Descriptions descriptions, Catalogue catalogue)
{
    public string Of(ComparedPair pair)
    {
        var (one, other, comparison) = pair;
        var process = (one.IsBroad ? other : one).Verdict.Process;
        var on = process.Length > 0 ? $"On \"{catalogue.Term(process)}\" " : "";
        return $"{Words.AtStart($"{on}{Says(one)} and {Says(other)}")}; {Because(pair)}, {Apart(comparison.Distance)}.";
    }

    private string Says(Comparand comparand)
    {
        var verdict = comparand.Verdict;
        var by = comparand.Authors.Words(code => descriptions.ShortLabel(code, Days.OrderingDay(verdict)));
        var grade = verdict.Grade?.Label is { Length: > 0 } printed ? printed : Axis.Words(verdict.Standing);
        return $"{by} says \"{grade}\" ({string.Join(", ", [.. What(comparand), Whom(comparand), Words.When(verdict)])})";
    }

    private IEnumerable<string> What(Comparand comparand)
    {
        if (!comparand.IsBroad)
        {
            yield return comparand.Aspect.Length > 0 ? catalogue.AspectLabel(comparand.Aspect) : "aspect not known";
            yield break;
        }

        var verdict = comparand.Verdict;
        yield return descriptions.Framework(verdict)?.Label is { Length: > 0 } framework ? framework : verdict.Framework;
        yield return descriptions.Judgement(verdict)?.Label is { Length: > 0 } judgement ? judgement : verdict.Judgement;
    }

    private string Whom(Comparand comparand)
    {
        if (!Subjects.IsAgency(comparand.Verdict)) return "the partnership";
        var agency = comparand.Verdict.Subject.Agency;
        return agency.Name.Length > 0 ? agency.Name : catalogue.AgencyKindLabel(agency.Kind);
    }

    private static string Apart(Distance distance) =>
        !distance.IsKnown ? "with a time between them that is not known"
        : distance.Days == 0 ? "at the same time"
        : $"{Words.Count(distance.Days, "day")} apart";

    private static string Because(ComparedPair pair) => pair.Comparison.Finding switch
    {
        Finding.Contradiction => "they contradict each other",
        Finding.OverTime when pair.One.Authors == pair.Other.Authors => "the same authors came to another verdict",
        Finding.OverTime => "practice may have changed between them",
        _ => pair.Comparison.Reason switch
        {
            Difference.Types.Reason.DifferentScope => "a broad judgement covers more than one process, so that both may hold",
            Difference.Types.Reason.MappedFramework => "one is mapped from an older framework",
            Difference.Types.Reason.DifferentAgency => "they are about different agencies",
            Difference.Types.Reason.DifferentAspect => "they are about different aspects",
            Difference.Types.Reason.AspectUnknown => "the aspect is not known of both",
            Difference.Types.Reason.CodedByRule => "one was coded by a rule over the wording and is not confirmed",
            _ => "one of them is mixed",
        },
    };
}
