using Inspectorates.Gateway.Asking;
using Inspectorates.Gateway.Joint;
using Inspectorates.Joint.V1;
using Inspectorates.V1;

namespace Inspectorates.Gateway.Answering;

/// <summary>Answers which published results do not follow from their inspectorate's own rule, over all areas.</summary>
internal sealed class RuleDiscrepancyQuestions(JointViews views, InspectorateSources sources, TimeProvider time)
{
    /// <summary>Discrepancies that match the filters.</summary>
    /// <exception cref="RefusedException">A filter, page size or token is wrong, or no inspectorate answered.</exception>
    public async Task<ListRuleDiscrepanciesResponse> ListAsync(
        ListRuleDiscrepanciesRequest request, Caller caller, CancellationToken cancelled)
    {
        var question = new ListRuleDiscrepanciesRequest(request) { PageSize = 0, PageToken = "" };
        PageToken.Check(question, request.PageSize, request.PageToken);
        if (request.Inspectorate.Length > 0 && !sources.Codes.Contains(request.Inspectorate))
            throw new RefusedException(
                ErrorReason.InspectorateUnknown,
                $"There is no such inspectorate; known are {string.Join(", ", sources.Codes)}.")
            { Field = "inspectorate" };
        var asOf = LondonDay.Read(request.AsOf, time);
        var area = request.Area.Length == 0 ? null : AreaRecords.Find(request.Area).DfeCode;

        var answers = await views.AskAsync(area, asOf, caller, cancelled);
        // Fictional areas are in no list over all areas.
        IReadOnlySet<string> areas = area is null
            ? Reference.Areas.England.AllReal.Select(real => real.DfeCode).ToHashSet()
            : new HashSet<string> { area };
        var found = RuleDiscrepancies.List(areas, answers, request.Inspectorate);
        var (page, next) = PageToken.Cut(found, question, request.PageSize, request.PageToken);
        return new()
        {
            Discrepancies = { page },
            NextPageToken = next,
            Counts = { RuleDiscrepancies.Count(areas, answers, request.Inspectorate) },
            Sources = { Composition.Sources(answers, area) },
            Complete = answers.All(answer => answer.IsProper),
            TotalSize = found.Count,
        };
    }
}
