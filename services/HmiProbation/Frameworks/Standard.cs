using Inspectorates.V1;

namespace Inspectorates.HmiProbation.Frameworks;

/// <summary>A standard HMI Probation rates, as a broad judgement of its framework.</summary>
internal static class Standard
{
    public const string Overall = "overall";

    public static Judgement Headline(params string[] processes) =>
        new() { Code = Overall, Label = "Overall rating", Headline = true, Processes = { processes.Distinct() } };

    public static Judgement Of(string code, string label, string stage, params string[] processes) =>
        new() { Code = code, Label = label, JourneyStage = stage, Processes = { processes } };
}
