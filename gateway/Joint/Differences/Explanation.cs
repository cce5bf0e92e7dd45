using Inspectorates.Joint.V1;

namespace Inspectorates.Gateway.Joint.Differences;

/// <summary>
/// A difference in one plain sentence: what kind it is, who says what, of what, when, and why that is no more than it is.
/// </summary>
internal sealed class Explanation(Descriptions descriptions, Catalogue catalogue, DifferenceOptions options)
{
    public string Of(Differing differing)
    {
        var (one, other, comparison) = differing.Pair;
        var process = differing.Pair.Process;
        var on = process.Length > 0 ? $"on \"{catalogue.Term(process)}\" " : "";
        return $"{Kind(differing)}: {on}{Says(one)} and {Says(other)}, {Apart(comparison.Distance)}; {Because(differing.Pair)}.";
    }

    // A reader must not take one kind for another, and needs no list of kinds to tell them apart.
    private static string Kind(Differing differing) => (differing.Kind, differing.Strong) switch
    {
        (Difference.Types.Kind.Contradiction, true) => "Strong contradiction",
        (Difference.Types.Kind.Contradiction, _) => "Contradiction",
        (Difference.Types.Kind.Divergence, _) => "Divergence, not a contradiction",
        _ => "Change over time, not a contradiction",
    };

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

    private string Because(ComparedPair pair) => pair.Comparison.Finding switch
    {
        Finding.Contradiction when !pair.Comparison.Distance.IsKnown => "they contradict each other, since both are about the same matter",
        Finding.Contradiction => $"they contradict each other, since both are about the same matter within {Words.Count(options.WindowDays, "day")}",
        Finding.OverTime when pair.One.Authors == pair.Other.Authors => "the same authors came to another verdict",
        Finding.OverTime => "practice may have changed between them",
        _ => pair.Comparison.Reason switch
        {
            Difference.Types.Reason.DifferentScope => "a broad judgement covers more than one process, so that both may hold",
            Difference.Types.Reason.MappedFramework => "one is mapped from an older framework, so that both may hold",
            Difference.Types.Reason.DifferentAgency => "they are about different agencies, so that both may hold",
            Difference.Types.Reason.DifferentAspect => "they are about different aspects, so that both may hold",
            Difference.Types.Reason.AspectUnknown => "the aspect is not known of both, so that they may be about different matters",
            Difference.Types.Reason.CodedByRule => "one was coded by a rule over the wording and is not confirmed, so that it may not say what it seems to",
            _ => "one of them is mixed, which is opposed to nothing",
        },
    };
}
