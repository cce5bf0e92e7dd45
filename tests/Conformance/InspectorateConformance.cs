using Inspectorates.V1;

namespace Inspectorates.Conformance;

/// <summary>What every inspectorate's service must do, whoever it is, over a real channel against the real service.</summary>
public abstract partial class InspectorateConformance(RunningService service)
{
    private Samples Samples { get; } = new(service.Description);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private async Task<Verdict> RecordAsync(Verdict verdict) =>
        (await service.Verdicts.RecordVerdictAsync(Samples.Recording(verdict), service.As("inspector"), cancellationToken: Stop)).Verdict;

    private async Task<ImportOutcome> ImportAsync(ImportedRecord record) => (await service.Imports.ImportRecordsAsync(
        new ImportRecordsRequest { Records = { record }, RequestId = Samples.NewId() }, service.As("inspector"), cancellationToken: Stop)).Outcomes.Single();

    private async Task<IReadOnlyList<Verdict>> ListAsync(string area, string asOf = "", bool withdrawn = false) => (await service.Verdicts.ListVerdictsAsync(
        new ListVerdictsRequest { Area = area, AsOf = asOf, IncludeWithdrawn = withdrawn }, cancellationToken: Stop)).Verdicts;

    private async Task<Verdict> GetAsync(string name) =>
        (await service.Verdicts.GetVerdictAsync(new GetVerdictRequest { Name = name }, cancellationToken: Stop)).Verdict;
}
