using Inspectorates.V1;

namespace Inspectorates.Hosting;

/// <summary>What an inspectorate brings to the chassis: who it is and its own rules. Everything else is the same for all.</summary>
public interface IInspectorate
{
    /// <summary>The code used in names, metadata, settings and addresses: lower-case letters and hyphens.</summary>
    string Code { get; }

    /// <summary>
    /// The self-description served by <c>InspectorateService.GetInspectorate</c>: label, host agency kinds, frameworks with
    /// scales, judgements and standings, and the processes it judges. Asked once, at start.
    /// </summary>
    Inspectorate Describe();

    /// <summary>
    /// The registry of the figures it looks at, served by <c>InspectorateService.ListIndicators</c>; <c>proxy</c> is filled in by
    /// the chassis. Asked once, at start.
    /// </summary>
    IReadOnlyList<Indicator> Indicators => [];

    /// <summary>
    /// Checks the published grades of one inspection against the framework's own aggregation rule. It reports and never
    /// corrects. Pure.
    /// </summary>
    /// <param name="inspection">The inspection as recorded.</param>
    /// <param name="verdicts">Its verdicts, in any order.</param>
    /// <returns>The differences; empty where the rule holds, cannot be checked, or does not exist.</returns>
    IReadOnlyList<RuleDiscrepancy> Check(Inspection inspection, IReadOnlyList<Verdict> verdicts);

    /// <summary>The formats of published data this inspectorate can import, joint ones included.</summary>
    IReadOnlyList<Imports.IImportFormat> ImportFormats { get; }
}
