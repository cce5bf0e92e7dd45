using Inspectorates.Gateway.Asking;
using Inspectorates.Joint.V1;

namespace Inspectorates.Gateway.Pages;

/// <summary>What the inspectorates of a view are called, and what they call a verdict: as they say themselves.</summary>
public sealed class InspectorateNames
{
    private readonly Dictionary<string, string> labels;
    private readonly Func<string, string?> words;

    internal InspectorateNames(IEnumerable<Source> sources, InspectorateSources described)
    {
        labels = sources.Where(source => source.Label.Length > 0)
            .ToDictionary(source => source.Inspectorate, source => source.Label);
        words = code => described.Description(code)?.WordForVerdict;
    }

    /// <summary>What the inspectorate is called; its code where that is not known.</summary>
    public string LabelOf(string inspectorate) => labels.GetValueOrDefault(inspectorate, inspectorate);

    /// <summary>Its own word for a verdict.</summary>
    public string WordFor(string inspectorate) => words(inspectorate) is { Length: > 0 } word ? word : "verdict";
}
