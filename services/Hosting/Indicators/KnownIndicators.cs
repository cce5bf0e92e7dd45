using Inspectorates.V1;
using static Inspectorates.V1.Indicator.Types;

namespace Inspectorates.Hosting.Indicators;

/// <summary>The inspectorate's registry of indicators, by code.</summary>
internal sealed class KnownIndicators
{
    private readonly Dictionary<string, Indicator> byCode;

    public KnownIndicators(IInspectorate inspectorate)
    {
        All = [.. inspectorate.Indicators.Select(Complete).OrderBy(indicator => indicator.Code, StringComparer.Ordinal)];
        byCode = All.ToDictionary(indicator => indicator.Code, StringComparer.Ordinal);
    }

    /// <summary>In the order of their codes.</summary>
    public IReadOnlyList<Indicator> All { get; }

    /// <summary>The codes, for messages.</summary>
    public string Codes => All.Count == 0 ? "none" : string.Join(", ", All.Select(indicator => indicator.Code));

    public Indicator? Find(string code) => byCode.GetValueOrDefault(code);

    /// <summary>Whether nothing about the work, nor about children, follows from the figure by itself (F17).</summary>
    private static Indicator Complete(Indicator described)
    {
        var indicator = described.Clone();
        indicator.Proxy = indicator.Type is Indicator.Types.Type.Activity or Indicator.Types.Type.Timeliness
            || indicator.OptimumState != OptimumState.Stated;
        return indicator;
    }
}
