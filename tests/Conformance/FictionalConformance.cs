using Inspectorates.Conformance.Fictional;

namespace Inspectorates.Conformance;

public sealed class FictionalConformance(RunningService<FictionalInspectorate> service)
    : InspectorateConformance(service), IClassFixture<RunningService<FictionalInspectorate>>;
