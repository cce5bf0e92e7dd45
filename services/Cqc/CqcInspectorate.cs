using Inspectorates.Cqc.Frameworks;
using Inspectorates.Cqc.Imports;
using Inspectorates.Cqc.Rules;
using Inspectorates.Hosting;
using Inspectorates.Hosting.Imports;
using Inspectorates.Hosting.Imports.Joint;
using Inspectorates.Hosting.Indicators;
using Inspectorates.V1;

namespace Inspectorates.Cqc;

/// <summary>The Care Quality Commission: host inspectorate of health services.</summary>
public sealed class CqcInspectorate : IInspectorate
{
    internal const string InspectorateCode = "cqc";

    /// <inheritdoc/>
    public string Code => InspectorateCode;

    /// <inheritdoc/>
    public IReadOnlyList<IImportFormat> ImportFormats { get; } = [new CqcApiFormat(), .. JointFormats.Of(InspectorateCode)];

    /// <inheritdoc/>
    public IReadOnlyList<Indicator> Indicators { get; } = IndicatorTable.Of(typeof(CqcInspectorate).Assembly);

    /// <inheritdoc/>
    public Inspectorate Describe() => new()
    {
        Name = $"inspectorates/{Code}",
        Code = Code,
        Label = "Care Quality Commission (CQC)",
        WordForVerdict = "rating",
        HostAgencyKinds = { CountryFacts.HostKinds(Code) },
        Frameworks = { CqcFrameworks.All() },
        Processes = { CqcFrameworks.Processes },
        ConditionalProcesses = { CqcFrameworks.ConditionalProcesses },
    };

    /// <inheritdoc/>
    public IReadOnlyList<RuleDiscrepancy> Check(Inspection inspection, IReadOnlyList<Verdict> verdicts) => [.. RatingCheck.Of(verdicts)];
}
