using Inspectorates.Hmic;

namespace Inspectorates.Conformance;

public sealed class HmicOnPostgresConformance(RunningOnPostgres<HmicInspectorate> service)
    : PublishedInspectorateConformance(service.OrSkipped), IClassFixture<RunningOnPostgres<HmicInspectorate>>;
