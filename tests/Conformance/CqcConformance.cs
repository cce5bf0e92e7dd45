using Inspectorates.Cqc;

namespace Inspectorates.Conformance;

public sealed class CqcConformance(RunningService<CqcInspectorate> service)
    : PublishedInspectorateConformance(service), IClassFixture<RunningService<CqcInspectorate>>;
