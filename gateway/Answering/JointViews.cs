using Google.Protobuf.WellKnownTypes;
using Inspectorates.Gateway.Asking;
using Inspectorates.Gateway.Joint;
using Inspectorates.Joint.V1;
using Inspectorates.V1;

namespace Inspectorates.Gateway.Answering;

/// <summary>
/// Answers every question of <c>JointInspectionService</c>. JSON, gRPC and pages all ask here, so that they cannot say
/// different things.
/// </summary>
internal sealed class JointViews(
    InspectorateSources sources, PublicStates states, Catalogue catalogue, DifferenceOptions options, TimeProvider time)
{
    /// <summary>The joint view of one area.</summary>
    /// <exception cref="RefusedException">The request is wrong, or no inspectorate answered.</exception>
    public async Task<GetJointInspectionResponse> GetJointInspectionAsync(
        GetJointInspectionRequest request, Caller caller, CancellationToken cancelled)
    {
        var area = AreaRecords.Find(request.Area);
        var (asOf, recordedAsOf) = ViewDay.Read(request.AsOf, request.RecordedAsOf, time);
        var before = Version(area, asOf, request.RecordedAsOf);
        var answers = await AskAsync(area.DfeCode, asOf, caller, cancelled, request.RecordedAsOf, request.LeftOut, further: true);
        var view = Composition.Compose(area, asOf, time.GetUtcNow(), answers, catalogue, options, recordedAsOf, request.LeftOut);
        // Read on both sides of asking: a version must never be newer than what the answers hold.
        if (view.Complete && before == Version(area, asOf, request.RecordedAsOf))
            view.Version = before;
        return new() { JointInspection = view };
    }

    // A view of the past has none: it holds something else than what is public now.
    private string Version(Area area, DateOnly asOf, Timestamp? recordedAsOf) =>
        recordedAsOf is null && asOf == LondonDay.Today(time) ? states.Version(area.DfeCode) : "";

    /// <summary>Areas by name or code.</summary>
    /// <exception cref="RefusedException">The page size or token is wrong.</exception>
    public static ListAreasResponse ListAreas(ListAreasRequest request)
    {
        var question = new ListAreasRequest(request) { PageSize = 0, PageToken = "" };
        var (page, next) = PageToken.Cut(
            AreaRecords.Search(request.Query), question, request.PageSize, request.PageToken);
        return new() { Areas = { page }, NextPageToken = next };
    }

    /// <summary>One area.</summary>
    /// <exception cref="RefusedException">No area has the code.</exception>
    public static GetAreaResponse GetArea(GetAreaRequest request) => new() { Area = AreaRecords.Find(request.Area) };

    /// <summary>
    /// Everybody's answers, at least one of them proper.
    /// </summary>
    /// <exception cref="RefusedException">No inspectorate answered.</exception>
    public async Task<IReadOnlyList<SourceAnswer>> AskAsync(
        string? area,
        DateOnly asOf,
        Caller caller,
        CancellationToken cancelled,
        Timestamp? recordedAsOf = null,
        bool withdrawn = false,
        bool earlier = false,
        bool further = false)
    {
        var day = recordedAsOf is null && asOf == LondonDay.Today(time) ? (DateOnly?)null : asOf;
        var answers = await sources.AskAllAsync(new Question(area, day, recordedAsOf, withdrawn, earlier, further), caller, cancelled);
        return answers.Any(answer => answer.IsShown) ? answers : throw NobodyAnswered(answers);
    }

    /// <summary>The refusal where no inspectorate answered, with why of each.</summary>
    public static RefusedException NobodyAnswered(IReadOnlyList<SourceAnswer> answers) =>
        new(ErrorReason.AllSourcesUnavailable, "No inspectorate's service gave a proper answer, so that there is no joint view.")
        {
            RetryAfter = TimeSpan.FromSeconds(5),
            Sources = Composition.Sources(answers, null),
        };
}
