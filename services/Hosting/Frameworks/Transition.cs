using Inspectorates.V1;
using Code = Inspectorates.V1.ResolutionReason.Types.Code;

namespace Inspectorates.Hosting.Frameworks;

/// <summary>Whom a framework applies to while it takes another's place: its source may speak of some and be silent on others.</summary>
internal static class Transition
{
    /// <summary>Whether it is decided that the framework applies.</summary>
    /// <param name="framework">The framework, which has begun.</param>
    /// <param name="question">What is asked.</param>
    /// <param name="reasons">Receives why, or why not.</param>
    public static bool Of(Framework framework, FrameworkQuestion question, List<ResolutionReason> reasons)
    {
        if (framework.Transition is not { NotYetInspectedUnder: { Length: > 0 } before } transition)
            return true;
        if (question.Past.Any(past => past.IsUnder(framework.Code, question.Day)))
        {
            reasons.Add(Of(framework, Code.InspectedUnderThis, $"It was inspected under {framework.Label} already, so that this applies to it.", ""));
            return true;
        }

        var earlier = question.Past.Where(past => past.IsUnder(before, question.Day)).ToList();
        if (earlier.Count == 0)
        {
            reasons.Add(Of(
                framework, Code.NotYetInspected,
                $"{transition.Text} The record that is asked holds no inspection of it under \"{before}\" before {question.Day.InWords()}; one that was never recorded here is not known.",
                transition.SourceUri));
            return true;
        }

        var who = earlier.Any(past => past.InRecord) ? "It was" : "The caller says that it was";
        reasons.Add(Of(
            framework, Code.AlreadyInspected,
            $"{transition.Text} {who} inspected under \"{before}\" before {question.Day.InWords()}, and of those the source says nothing.",
            transition.SourceUri));
        if (question.AlreadyInspected == AlreadyInspected.Undetermined)
            return false;
        reasons.Add(Of(
            framework, Code.DecidedByPolicy,
            $"The operator of this service has decided that {framework.Label} applies to them too. That is its policy, not the source's word.", ""));
        return true;
    }

    private static ResolutionReason Of(Framework framework, Code code, string text, string source) =>
        new() { Code = code, Text = text, Framework = framework.Code, Version = framework.Version, SourceUri = source };
}
