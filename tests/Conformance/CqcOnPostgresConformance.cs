using Inspectorates.Cqc;

namespace Inspectorates.Conformance;

public sealed class CqcOnPostgresConformance(RunningOnPostgres<CqcInspectorate> service)
    : PublishedInspectorateConformance(service.OrSkipped), IClassFixture<RunningOnPostgres<CqcInspectorate>>;
