using Inspectorates.Hosting;
using Inspectorates.Hosting.Imports;
using Inspectorates.Hosting.Imports.Joint;
using Inspectorates.Hosting.Indicators;
using Inspectorates.Ofsted.Frameworks;
using Inspectorates.Ofsted.Imports;
using Inspectorates.Ofsted.Rules;
using Inspectorates.V1;

namespace Inspectorates.Ofsted;

/// <summary>Ofsted: host inspectorate of local authority children's services, schools and early years.</summary>
public sealed class OfstedInspectorate : IInspectorate
{
    internal const string OfstedCode = "ofsted";

    /// <inheritdoc/>
    public string Code => OfstedCode;

    /// <inheritdoc/>
    public IReadOnlyList<IImportFormat> ImportFormats { get; } =
    [
        OutcomesFormat.Latest, OutcomesFormat.History, new ScrapedIlacsFormat(), new ChildrenInNeedFormat(),
        .. JointFormats.Of(OfstedCode),
    ];

    /// <inheritdoc/>
    public IReadOnlyList<Indicator> Indicators { get; } = IndicatorTable.Of(typeof(OfstedInspectorate).Assembly);

    /// <inheritdoc/>
    public Inspectorate Describe() => new()
    {
        Name = $"inspectorates/{Code}",
        Code = Code,
        Label = "Ofsted",
        WordForVerdict = "judgement",
        HostAgencyKinds = { CountryFacts.HostKinds(Code) },
        Frameworks =
        {
            Renewed2027.Describe(),
            Ilacs.Versions(JudgedProcesses.All),
            CountryFacts.JointFrameworksOf(Code),
            Visits.Focused(),
            Visits.Monitoring(),
            Sif.Describe(),
            MultiAgency2013.Describe(),
            To2013.ChildProtection(),
            To2013.LookedAfterChildren(),
        },
        Processes = { JudgedProcesses.All },
    };

    /// <inheritdoc/>
    public IReadOnlyList<RuleDiscrepancy> Check(Inspection inspection, IReadOnlyList<Verdict> verdicts) =>
        LimitingJudgements.Check(inspection, verdicts);
}
