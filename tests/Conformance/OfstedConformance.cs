using Inspectorates.Ofsted;

namespace Inspectorates.Conformance;

public sealed class OfstedConformance(RunningService<OfstedInspectorate> service)
    : PublishedInspectorateConformance(service), IClassFixture<RunningService<OfstedInspectorate>>;
