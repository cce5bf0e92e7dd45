using Inspectorates.V1;

namespace Inspectorates.Gateway.Joint;

/// <summary>What can be wrong in a verdict so that it cannot be held against others.</summary>
internal static class VerdictAnswerFaults
{
    public static IEnumerable<string> Of(Verdict verdict)
    {
        var name = verdict.Name;
        if (!AnswerCheck.IsGiven(verdict.Standing))
            yield return $"{name} has a standing that is not known here.";
        if (verdict.Grade is { } grade
            && grade.Standing is not Grade.Types.Standing.Unspecified
            && grade.Standing != verdict.Standing)
            yield return $"{name} stands elsewhere than its grade.";
        if (!AnswerCheck.IsGiven(verdict.State))
            yield return $"{name} is in a state that is not known here.";
        if (!Enum.IsDefined(verdict.Coding))
            yield return $"{name} was coded in a way that is not known here.";
        if (verdict.Process.Length > 0 && verdict.Judgement.Length > 0)
            yield return $"{name} is a verdict on a process and a broad judgement at once.";
        if (!AnswerCheck.IsGiven(verdict.Subject?.Kind ?? Subject.Types.Kind.Unspecified))
            yield return $"{name} does not say whom it is about.";
        else if (verdict.Subject!.Kind is Subject.Types.Kind.Agency && string.IsNullOrEmpty(verdict.Subject.Agency?.Kind))
            yield return $"{name} does not say which agency it is about.";
        if (verdict.Authors.Any(string.IsNullOrWhiteSpace))
            yield return $"{name} has an author without a code.";
    }
}
