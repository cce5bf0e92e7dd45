using Inspectorates.HmiProbation;

namespace Inspectorates.Conformance;

public sealed class HmiProbationConformance(RunningService<HmiProbationInspectorate> service)
    : PublishedInspectorateConformance(service), IClassFixture<RunningService<HmiProbationInspectorate>>;
