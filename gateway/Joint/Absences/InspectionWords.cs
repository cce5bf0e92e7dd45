using Inspectorates.Joint.V1;

namespace Inspectorates.Gateway.Joint.Absences;

/// <summary>How an inspection is called in a sentence.</summary>
internal static class InspectionWords
{
    /// <summary>"the joint targeted area inspection (JTAI) of 9 to 13 December 2024".</summary>
    public static string Of(JointInspectionRecord inspection)
    {
        var when = Words.Span(inspection.Fieldwork) is { } fieldwork ? $" of {fieldwork}"
            : Days.Parse(inspection.PublishedOn) is { } published ? $" published on {Words.Day(published)}"
            : "";
        return $"the {Words.InSentence(inspection.FrameworkLabel)}{when}";
    }
}
