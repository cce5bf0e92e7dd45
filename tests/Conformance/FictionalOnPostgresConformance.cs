using Inspectorates.Conformance.Fictional;

namespace Inspectorates.Conformance;

public sealed class FictionalOnPostgresConformance(RunningOnPostgres<FictionalInspectorate> service)
    : InspectorateConformance(service.OrSkipped), IClassFixture<RunningOnPostgres<FictionalInspectorate>>;
