using Inspectorates.HmiProbation.Frameworks;
using Inspectorates.HmiProbation.Imports;
using Inspectorates.HmiProbation.Rules;
using Inspectorates.Hosting;
using Inspectorates.Hosting.Imports;
using Inspectorates.Hosting.Imports.Joint;
using Inspectorates.Hosting.Indicators;
using Inspectorates.V1;

namespace Inspectorates.HmiProbation;

/// <summary>HM Inspectorate of Probation: host inspectorate of probation and of youth justice services.</summary>
public sealed class HmiProbationInspectorate : IInspectorate
{
    internal const string InspectorateCode = "hmi-probation";

    /// <inheritdoc/>
    public string Code => InspectorateCode;

    /// <inheritdoc/>
    public IReadOnlyList<IImportFormat> ImportFormats { get; } =
        [new YouthJusticeFormat(), .. JointFormats.Of(InspectorateCode)];

    /// <inheritdoc/>
    public IReadOnlyList<Indicator> Indicators { get; } = IndicatorTable.Of(typeof(HmiProbationInspectorate).Assembly);

    /// <inheritdoc/>
    public Inspectorate Describe() => new()
    {
        Name = $"inspectorates/{Code}",
        Code = Code,
        Label = "HM Inspectorate of Probation",
        WordForVerdict = "rating",
        HostAgencyKinds = { CountryFacts.HostKinds(Code) },
        Frameworks =
        {
            YouthJustice.From2025(),
            Probation.Describe(),
            YouthJustice.To2024(),
            CountryFacts.JointFrameworksOf(Code),
        },
        Processes = { JudgedProcesses.Always },
        ConditionalProcesses = { JudgedProcesses.WhereItsAgenciesTakePart },
    };

    /// <inheritdoc/>
    public IReadOnlyList<RuleDiscrepancy> Check(Inspection inspection, IReadOnlyList<Verdict> verdicts) =>
        ScoreCheck.Of(inspection, verdicts);
}
