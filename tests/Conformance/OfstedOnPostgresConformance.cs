using Inspectorates.Ofsted;

namespace Inspectorates.Conformance;

public sealed class OfstedOnPostgresConformance(RunningOnPostgres<OfstedInspectorate> service)
    : PublishedInspectorateConformance(service.OrSkipped), IClassFixture<RunningOnPostgres<OfstedInspectorate>>;
