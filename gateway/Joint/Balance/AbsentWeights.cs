using Inspectorates.Gateway.Joint.Differences;
using Inspectorates.Joint.V1;
using Inspectorates.V1;
using Kind = Inspectorates.Joint.V1.AbsentWeight.Types.Kind;

namespace Inspectorates.Gateway.Joint.Balance;

/// <summary>Something with a weight whose verdict is not there, or not there in full.</summary>
/// <param name="Declared">Its weight.</param>
/// <param name="Kind">Why.</param>
/// <param name="Reason">Why, as the end of a sentence that begins with its name.</param>
internal sealed record AbsentPart(DeclaredWeight Declared, Kind Kind, string Reason);

/// <summary>Finds what has a weight and nothing that can be weighed, and keeps the kinds of absence apart.</summary>
internal static class AbsentWeights
{
    public static IReadOnlyList<AbsentPart> Of(BalanceView view) =>
    [
        .. view.Weights.Where(declared => declared.Weight.Sign > 0)
            .Select(declared => view.IsByStage ? OfStage(declared, view) : OfInspectorate(declared, view))
            .OfType<AbsentPart>(),
    ];

    private static AbsentPart? OfInspectorate(DeclaredWeight declared, BalanceView view)
    {
        var answer = view.Answers.FirstOrDefault(answer => answer.Inspectorate == declared.Code);
        if (answer is null)
            return new(declared, Kind.NotAsked, "has a weight and is not among the inspectorates asked here");
        if (!answer.IsShown)
            return answer.State is Source.Types.State.InvalidAnswer
                ? new(declared, Kind.InvalidAnswer, "gave no usable answer, so that its verdict is not known")
                : new(declared, Kind.Unreachable, "could not be reached, so that its verdict is not known");
        if (view.Parts.Any(part => part.Code == declared.Code))
            return answer.IsProper ? null : new(declared, Kind.PartlyUnknown, "is weighed by its last answer, and may have published since");
        return OfKind(declared, view, comparand => comparand.Verdict.Inspectorate == declared.Code)
            ?? (DidNotTakePart(declared.Code, view) is { } inspection
                ? new(declared, Kind.NotParticipating, $"has no verdict that is weighed here, and did not take part in {inspection}")
                : new(declared, Kind.NoVerdict, "has no verdict that is weighed here"));
    }

    private static AbsentPart? OfStage(DeclaredWeight declared, BalanceView view)
    {
        var missing = view.ProcessesOf(declared.Code).SelectMany(view.Remits.Unavailable)
            .Distinct().Order(StringComparer.Ordinal).Select(code => view.Descriptions.ShortLabel(code)).ToList();
        var weighed = view.Parts.Any(part => part.Code == declared.Code);
        if (missing.Count > 0)
            return new(declared, weighed ? Kind.PartlyUnknown : Kind.Unreachable,
                $"{(weighed ? "is weighed by what is known" : "has no known verdict")}, and {Words.List(missing)}, which "
                + $"{(missing.Count == 1 ? "judges" : "judge")} it or may, gave no proper answer");
        return weighed ? null
            : OfKind(declared, view, comparand => view.Selection.PartOf(comparand.Verdict) == declared.Code)
                ?? new(declared, Kind.NoVerdict, "has no verdict that is weighed here");
    }

    // Verdicts of the right kind that are there and are never weighed.
    private static AbsentPart? OfKind(DeclaredWeight declared, BalanceView view, Func<Comparand, bool> isOfPart)
    {
        var there = view.Comparands.Where(comparand => view.Selection.IsOfKind(comparand) && isOfPart(comparand)).ToList();
        return there.Count == 0 ? null
            : there.Exists(comparand => !Axis.Has(comparand.Verdict.Standing))
                ? new(declared, Kind.NotJudged, view.IsByStage ? "was looked at and given no grade" : "looked and gave no grade")
            : new(declared, Kind.SetAside, "has only verdicts that are never weighed: of pilots, or resting on hearsay or on figures only");
    }

    private static string? DidNotTakePart(string inspectorate, BalanceView view)
    {
        foreach (var inspection in InspectionRecords.Merge(view.Records.Inspections, view.Descriptions))
            if (inspection.Kind is Inspection.Types.Kind.Joint
                && inspection.Participation.FirstOrDefault(part => part.Inspectorate == inspectorate) is { State: var state })
                return Participations.IsKnown(state) && state is not Participation.Types.State.TookPart
                    ? Absences.InspectionWords.Of(inspection)
                    : null;
        return null;
    }
}
