using Inspectorates.Joint.V1;

namespace Inspectorates.Gateway.Joint.Differences;

/// <summary>A difference in one plain sentence: who says what, of what, when, and why that is no more than it is.</summary>
internal sealed class Explanation(Descriptions descriptions, Catalogue catalogue)
{
    public string Of(ComparedPair pair)
    {
        var (one, other, comparison) = pair;
        var days = comparison.Distance.IsKnown
            ? comparison.Distance.Days == 0 ? "at the same time" : $"{Words.Count(comparison.Distance.Days, "day")} apart"
            : "at times that cannot be compared";
        return Words.AtStart($"{Says(one)}, and {Says(other)}; {Because(pair)}, {days}.");
    }

    private string Says(Comparand comparand)
    {
        var verdict = comparand.Verdict;
        var by = comparand.Authors.Words(code => descriptions.Label(code, Days.OrderingDay(verdict)));
        var grade = verdict.Grade?.Label is { Length: > 0 } printed ? printed : Axis.Words(verdict.Standing);
        return $"{by} says \"{grade}\" of {About(comparand)} ({Words.When(verdict)})";
    }

    private string About(Comparand comparand)
    {
        var verdict = comparand.Verdict;
        if (comparand.IsBroad)
        {
            var framework = descriptions.Framework(verdict)?.Label is { Length: > 0 } known ? known : verdict.Framework;
            var judgement = descriptions.Judgement(verdict)?.Label is { Length: > 0 } said ? said : verdict.Judgement;
            return $"\"{judgement}\" under {framework}{Subject(comparand)}";
        }

        var aspect = comparand.Aspect.Length > 0 ? $", {catalogue.AspectLabel(comparand.Aspect)}" : "";
        return $"\"{catalogue.Term(verdict.Process)}\"{aspect}{Subject(comparand)}";
    }

    private string Subject(Comparand comparand)
    {
        if (!Subjects.IsAgency(comparand.Verdict)) return comparand.IsBroad ? "" : " by the partnership";
        var agency = comparand.Verdict.Subject.Agency;
        return $" by {(agency.Name.Length > 0 ? agency.Name : catalogue.AgencyKindLabel(agency.Kind))}";
    }

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
