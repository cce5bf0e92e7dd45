using Inspectorates.V1;

namespace Inspectorates.Hosting.Frameworks;

/// <summary>Frameworks that take each other's place, so that at most one of them applies on a day.</summary>
internal static class Lines
{
    /// <summary>The lines a framework is of; one that names none is a line by itself, with all its versions.</summary>
    public static IReadOnlyList<string> Of(Framework framework) => framework.Lines.Count > 0 ? [.. framework.Lines] : [framework.Code];

    /// <summary>Every line of the frameworks, in the order of their codes.</summary>
    public static IReadOnlyList<string> Of(IEnumerable<Framework> frameworks) =>
        [.. frameworks.SelectMany(Of).Distinct().Order(StringComparer.Ordinal)];
}
