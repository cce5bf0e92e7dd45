using Inspectorates.Gateway.Asking;
using Inspectorates.Gateway.Joint;
using Inspectorates.Joint.V1;
using Inspectorates.Reference;
using Inspectorates.V1;

namespace Inspectorates.Gateway.Answering;

/// <summary>Differences over all areas: everything every inspectorate has is read, compared, filtered and cut in pages.</summary>
internal sealed class JointDifferences(
    JointViews views, InspectorateSources sources, Catalogue catalogue, DifferenceOptions options, TimeProvider time)
{
    /// <summary>Differences that match the filters.</summary>
    /// <exception cref="RefusedException">A filter, page size or token is wrong, or no inspectorate answered.</exception>
    public async Task<ListDifferencesResponse> ListAsync(
        ListDifferencesRequest request, Caller caller, CancellationToken cancelled)
    {
        var question = new ListDifferencesRequest(request) { PageSize = 0, PageToken = "" };
        PageToken.Check(question, request.PageSize, request.PageToken);
        CheckFilters(request);
        var asOf = LondonDay.Read(request.AsOf, time);
        var area = request.Area.Length == 0 ? null : AreaRecords.Find(request.Area).DfeCode;

        var answers = await views.AskAsync(area, asOf, caller, cancelled);
        var found = DifferencesAcrossAreas.Find(Areas(area), asOf, answers, catalogue, options)
            .Where(difference => Matches(difference, request))
            .ToList();
        var (page, next) = PageToken.Cut(found, question, request.PageSize, request.PageToken);
        return new()
        {
            Differences = { page },
            NextPageToken = next,
            Sources = { Composition.Sources(answers, area) },
            Complete = answers.All(answer => answer.IsProper),
            TotalSize = found.Count,
            Parameters = new() { WindowDays = options.WindowDays, StrongSteps = options.StrongSteps },
        };
    }

    /// <summary>The difference with the id, as of today.</summary>
    /// <exception cref="RefusedException">There is none that the caller may see, or no inspectorate answered.</exception>
    public async Task<GetDifferenceResponse> GetAsync(
        GetDifferenceRequest request, Caller caller, CancellationToken cancelled)
    {
        if (request.Id.Length == 0)
            throw new RefusedException(ErrorReason.FieldRequired, "No difference was given: use its id.") { Field = "id" };
        var asOf = LondonDay.Today(time);
        var answers = await views.AskAsync(null, asOf, caller, cancelled);
        string[] everywhere = [.. Reference.Areas.England.All.Select(area => area.DfeCode)];
        var found = DifferencesAcrossAreas.Find(everywhere, asOf, answers, catalogue, options)
            .FirstOrDefault(difference => difference.Id == request.Id);
        return found is not null
            ? new() { Difference = found }
            : throw new RefusedException(
                ErrorReason.DifferenceNotFound,
                answers.All(answer => answer.IsProper)
                    ? "There is no such difference: it may have been resolved by a later verdict."
                    : "There is no such difference among the answers of the inspectorates that could be reached.")
            { Field = "id" };
    }

    // Fictional areas are in no list over all areas.
    private static IReadOnlyList<string> Areas(string? area) =>
        area is null ? [.. Reference.Areas.England.AllReal.Select(real => real.DfeCode)] : [area];

    private void CheckFilters(ListDifferencesRequest request)
    {
        if (!Enum.IsDefined(request.Kind))
            throw new RefusedException(ErrorReason.FieldOutOfRange, "There is no such kind of difference.") { Field = "kind" };
        if (request.Process.Length > 0 && !ProcessCatalogue.England.TryFind(request.Process, out _))
            throw new RefusedException(
                ErrorReason.ProcessUnknown, "The catalogue has no such process; codes are such as \"strategy-discussion\".")
            { Field = "process" };
        if (request.Inspectorate.Length > 0 && !sources.Codes.Contains(request.Inspectorate))
            throw new RefusedException(
                ErrorReason.InspectorateUnknown,
                $"There is no such inspectorate; known are {string.Join(", ", sources.Codes)}.")
            { Field = "inspectorate" };
    }

    private static bool Matches(Difference difference, ListDifferencesRequest filter) =>
        (filter.Kind is Difference.Types.Kind.Unspecified || difference.Kind == filter.Kind)
        && (filter.Process.Length == 0 || difference.Process == filter.Process)
        && (filter.Inspectorate.Length == 0 || difference.Verdicts.Any(verdict =>
            verdict.Inspectorate == filter.Inspectorate || verdict.Authors.Contains(filter.Inspectorate)));
}
