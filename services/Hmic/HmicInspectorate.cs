using Inspectorates.Hmic.Frameworks;
using Inspectorates.Hmic.Imports;
using Inspectorates.Hosting;
using Inspectorates.Hosting.Imports;
using Inspectorates.Hosting.Imports.Joint;
using Inspectorates.Hosting.Indicators;
using Inspectorates.V1;

namespace Inspectorates.Hmic;

/// <summary>HM Inspectorate of Constabulary, today HMICFRS: host inspectorate of the police forces.</summary>
public sealed class HmicInspectorate : IInspectorate
{
    internal const string InspectorateCode = "hmic";

    /// <inheritdoc/>
    public string Code => InspectorateCode;

    /// <inheritdoc/>
    public IReadOnlyList<IImportFormat> ImportFormats { get; } = [new PeelCsvFormat(), .. JointFormats.Of(InspectorateCode)];

    /// <inheritdoc/>
    public IReadOnlyList<Indicator> Indicators { get; } = IndicatorTable.Of(typeof(HmicInspectorate).Assembly);

    /// <inheritdoc/>
    public Inspectorate Describe() => new()
    {
        Name = $"inspectorates/{Code}",
        Code = Code,
        Label = "His Majesty's Inspectorate of Constabulary and Fire & Rescue Services (HMICFRS)",
        // It took on fire and rescue services, and the name, on 19 July 2017.
        FormerLabels = { new FormerLabel { Label = "HM Inspectorate of Constabulary (HMIC)", Until = "2017-07-18" } },
        WordForVerdict = "judgment",
        HostAgencyKinds = { CountryFacts.HostKinds(Code) },
        Frameworks = { HmicFrameworks.All() },
        Processes = { HmicFrameworks.Processes },
        ConditionalProcesses = { HmicFrameworks.ConditionalProcesses },
    };

    /// <inheritdoc/>
    /// <remarks>The inspectorate makes no overall judgment and has no rule by which one would follow.</remarks>
    public IReadOnlyList<RuleDiscrepancy> Check(Inspection inspection, IReadOnlyList<Verdict> verdicts) => [];
}
