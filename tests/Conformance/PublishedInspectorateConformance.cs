using Inspectorates.Reference;

namespace Inspectorates.Conformance;

/// <summary>What an inspectorate that Reference knows must do besides.</summary>
public abstract class PublishedInspectorateConformance(RunningService service) : InspectorateConformance(service)
{
    private readonly V1.Inspectorate description = service.Description;

    [Fact]
    public void It_says_of_agencies_and_processes_what_reference_says()
    {
        // Reference is the fallback for a service that was never reached: the two must not part.
        Assert.Equal(
            AgencyKinds.HostedBy(description.Code).Select(kind => kind.Code).Order(),
            description.HostAgencyKinds.Select(kind => kind.Code).Order());
        Assert.Equal(
            ProcessCatalogue.England.All.Where(process => process.JudgedBy.Contains(description.Code)).Select(process => process.Code).Order(),
            description.Processes.Order());
        Assert.Equal(
            ProcessCatalogue.England.All.Where(process => process.SometimesJudgedBy.Contains(description.Code)).Select(process => process.Code).Order(),
            description.ConditionalProcesses.Order());
    }
}
