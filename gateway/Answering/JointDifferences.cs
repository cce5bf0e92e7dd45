using Inspectorates.Gateway.Asking;
using Inspectorates.Gateway.Joint;
using Inspectorates.Gateway.Joint.Differences;
using Inspectorates.Joint.V1;
using Inspectorates.V1;

namespace Inspectorates.Gateway.Answering;

/// <summary>
/// Differences over all areas: everything every inspectorate has is read, compared and filtered; only what is told is
/// written down.
/// </summary>
internal sealed class JointDifferences(
    JointViews views, InspectorateSources sources, Catalogue catalogue, DifferenceOptions options, TimeProvider time)
{
    private static readonly string[] Everywhere = [.. Reference.Areas.England.All.Select(area => area.DfeCode)];

    /// <summary>Differences that match the filters.</summary>
    /// <exception cref="RefusedException">A filter, page size or token is wrong, or no inspectorate answered.</exception>
    public async Task<ListDifferencesResponse> ListAsync(
        ListDifferencesRequest request, Caller caller, CancellationToken cancelled)
    {
        var question = new ListDifferencesRequest(request) { PageSize = 0, PageToken = "" };
        var (start, size) = PageToken.Check(question, request.PageSize, request.PageToken);
        var choice = new DifferenceChoice
        {
            Kind = request.Kind,
            Process = request.Process,
            Inspectorate = request.Inspectorate,
            Cause = request.Cause,
            Only = request.Only,
            State = request.State,
        };
        DifferenceFilters.Check(choice, sources.Codes);
        var (asOf, recordedAsOf) = ViewDay.Read(request.AsOf, request.RecordedAsOf, time);
        var area = request.Area.Length == 0 ? null : AreaRecords.Find(request.Area).DfeCode;

        var answers = await views.AskAsync(
            area, asOf, caller, cancelled, request.RecordedAsOf, request.LeftOut, earlier: true);
        var chosen = DifferencesAcrossAreas.Choose(
            DifferenceFilters.Areas(area), asOf, answers, catalogue, options, choice, request.LeftOut);
        Difference[] page = [.. chosen.Write(start, size)];
        return new()
        {
            Differences = { page },
            LeftOut = { chosen.WriteLeftOut(Math.Max(0, start - chosen.Count), size - page.Length) },
            NextPageToken = PageToken.Next(question, start, size, chosen.Count + chosen.LeftOutCount),
            Sources = { Composition.Sources(answers, area) },
            Complete = answers.All(answer => answer.IsProper),
            TotalSize = chosen.Count,
            LeftOutSize = chosen.LeftOutCount,
            Parameters = Parameters,
            Notices = { Notices.OfList(recordedAsOf, answers) },
        };
    }

    /// <summary>The difference with the id, as of a day.</summary>
    /// <exception cref="RefusedException">
    /// There is none that the caller may see, the day or instant is wrong, or no inspectorate answered.
    /// </exception>
    public async Task<GetDifferenceResponse> GetAsync(
        GetDifferenceRequest request, Caller caller, CancellationToken cancelled)
    {
        if (request.Id.Length == 0)
            throw new RefusedException(ErrorReason.FieldRequired, "No difference was given: use its id.") { Field = "id" };
        var (asOf, _) = ViewDay.Read(request.AsOf, request.RecordedAsOf, time);
        var answers = await views.AskAsync(null, asOf, caller, cancelled, request.RecordedAsOf, earlier: true);
        var found = DifferencesAcrossAreas.Choose(Everywhere, asOf, answers, catalogue, options, new()).Find(request.Id);
        var complete = answers.All(answer => answer.IsProper);
        if (found is null)
            throw new RefusedException(
                ErrorReason.DifferenceNotFound,
                complete
                    ? "There is no such difference: one of its verdicts may have been withdrawn."
                    : "There is no such difference among the answers of the inspectorates that could be reached.")
            { Field = "id" };
        return new()
        {
            Difference = found,
            Parameters = Parameters,
            Sources = { Composition.Sources(answers, found.Area) },
            Complete = complete,
            AsOf = Days.Iso(asOf),
        };
    }

    private DifferenceParameters Parameters => new() { WindowDays = options.WindowDays, StrongSteps = options.StrongSteps };
}
