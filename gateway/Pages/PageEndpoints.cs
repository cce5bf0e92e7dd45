using Inspectorates.Gateway.Answering;
using Inspectorates.Gateway.Asking;
using Inspectorates.Gateway.Rest;
using Microsoft.AspNetCore.Components;

namespace Inspectorates.Gateway.Pages;

/// <summary>Serves the pages: components rendered here, without scripts.</summary>
internal static class PageEndpoints
{
    // As many as there are; a page of results to leaf through would be slower to use than one list.
    private const int MostFound = 200;

    private static readonly string[] Reading = [HttpMethods.Get, HttpMethods.Head];

    private static readonly Lazy<byte[]> Style = new(() =>
    {
        using var resource = typeof(PageEndpoints).Assembly.GetManifestResourceStream("site.css")!;
        using var bytes = new MemoryStream();
        resource.CopyTo(bytes);
        return bytes.ToArray();
    });

    public static void MapPages(this IEndpointRouteBuilder routes)
    {
        routes.MapMethods("/", Reading, (string? query) => Search(query?.Trim() ?? ""));
        routes.MapMethods("/areas/{area}", Reading, AreaAsync);
        routes.MapBalancePages();
        routes.MapMethods("/verdicts/{inspectorate}/{id}", Reading, VerdictAsync);
        routes.MapDifferencePages();
        routes.MapGradesPage();
        routes.MapRuleDiscrepancyPage();
        routes.MapMethods("/complaints", Reading, () => Page<ComplaintsPage>(new() { [nameof(ComplaintsPage.Answer)] = ComplaintList.Answer() }));
        routes.MapMethods("/site.css", Reading, (HttpContext context) =>
        {
            context.Response.Headers.CacheControl = "max-age=300";
            return TypedResults.Bytes(Style.Value, "text/css; charset=utf-8");
        });
    }

    private static RenderedPage Search(string query) => Page<SearchPage>(new()
    {
        [nameof(SearchPage.Query)] = query,
        [nameof(SearchPage.Found)] = query.Length == 0 ? null : AreaRecords.Search(query).Take(MostFound).ToArray(),
    });

    private static async Task<RenderedPage> AreaAsync(
        HttpContext context, string area, string? asOf, string? recordedAsOf, string? leftOut, JointViews views,
        InspectorateSources sources, TimeProvider time)
    {
        context.Response.Headers.CacheControl = "no-store";
        try
        {
            var recorded = RecordedInstant.Parse(recordedAsOf);
            var answer = await views.GetJointInspectionAsync(
                new() { Area = area, AsOf = asOf ?? "", RecordedAsOf = recorded, LeftOut = leftOut == "true" }, Caller.Of(context.Request), context.RequestAborted);
            var view = answer.JointInspection;
            return Page<AreaPage>(new()
            {
                [nameof(AreaPage.RecordedAsOf)] = recorded,
                [nameof(AreaPage.LeftOut)] = leftOut == "true",
                [nameof(AreaPage.View)] = view,
                [nameof(AreaPage.Names)] = new InspectorateNames(view.Sources, sources),
                [nameof(AreaPage.Today)] = LondonDay.Today(time).ToString("yyyy-MM-dd", null),
            });
        }
        catch (RefusedException refused)
        {
            return Problem(context, refused);
        }
    }

    private static async Task<RenderedPage> VerdictAsync(
        HttpContext context, string inspectorate, string id, string? recordedAsOf, VerdictHistoryQuestions histories)
    {
        context.Response.Headers.CacheControl = "no-store";
        try
        {
            var recorded = RecordedInstant.Parse(recordedAsOf);
            var answer = await histories.GetAsync(
                new() { Inspectorate = inspectorate, Id = id, RecordedAsOf = recorded },
                Caller.Of(context.Request), context.RequestAborted);
            return Page<VerdictPage>(new() { [nameof(VerdictPage.History)] = answer.VerdictHistory });
        }
        catch (RefusedException refused)
        {
            return Problem(context, refused);
        }
    }

    /// <summary>A refusal as a page: why, and the search.</summary>
    /// <param name="context">The request.</param>
    /// <param name="refused">Why.</param>
    /// <param name="status">The HTTP status, where it is another than the reason's own.</param>
    public static RenderedPage Problem(HttpContext context, RefusedException refused, int? status = null)
    {
        if (refused.RetryAfter is { } wait)
            context.Response.Headers.RetryAfter = Problems.Seconds(wait);
        return Page<ProblemPage>(
            new()
            {
                [nameof(ProblemPage.Heading)] = Reasons.Title(refused.Reason),
                [nameof(ProblemPage.Reason)] = Reasons.Name(refused.Reason),
                [nameof(ProblemPage.Explanation)] = refused.Message,
                [nameof(ProblemPage.Field)] = Problems.JsonName(refused.Field),
                [nameof(ProblemPage.Sources)] = refused.Sources,
            },
            status ?? Reasons.HttpStatus(refused.Reason));
    }

    /// <summary>A page with what it shows.</summary>
    public static RenderedPage Page<T>(Dictionary<string, object?> parameters, int status = StatusCodes.Status200OK)
        where T : IComponent =>
        new(typeof(T), parameters, status);
}
