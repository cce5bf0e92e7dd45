using Inspectorates.Hmic;

namespace Inspectorates.Conformance;

public sealed class HmicConformance(RunningService<HmicInspectorate> service)
    : PublishedInspectorateConformance(service), IClassFixture<RunningService<HmicInspectorate>>;
