using Inspectorates.HmiProbation;

namespace Inspectorates.Conformance;

public sealed class HmiProbationOnPostgresConformance(RunningOnPostgres<HmiProbationInspectorate> service)
    : PublishedInspectorateConformance(service.OrSkipped), IClassFixture<RunningOnPostgres<HmiProbationInspectorate>>;
