using Inspectorates.Gateway.Answering;
using Inspectorates.Gateway.Asking;
using Inspectorates.Gateway.Rest;
using Inspectorates.Joint.V1;

namespace Inspectorates.Gateway.Pages;

/// <summary>Serves the pages of differences. They take the same parameters as the same questions over JSON.</summary>
internal static class DifferencePages
{
    // Fewer than over JSON: a page is read.
    private const int UsualSize = 20;

    private static readonly string[] Reading = [HttpMethods.Get, HttpMethods.Head];

    private static readonly Operation List = Operations.All.Single(operation => operation.Rpc.Name == "ListDifferences");

    private static readonly Operation One = Operations.All.Single(operation => operation.Rpc.Name == "GetDifference");

    public static void MapDifferencePages(this IEndpointRouteBuilder routes)
    {
        routes.MapMethods("/differences", Reading, ListAsync);
        routes.MapMethods("/differences/{id}", Reading, OneAsync);
    }

    private static async Task<RenderedPage> ListAsync(
        HttpContext context, JointDifferences differences, InspectorateSources sources)
    {
        context.Response.Headers.CacheControl = "no-store";
        try
        {
            var request = (ListDifferencesRequest)RequestReader.Read(List, context.Request);
            if (request.PageSize == 0)
                request.PageSize = UsualSize;
            var answer = await differences.ListAsync(request, Caller.Of(context.Request), context.RequestAborted);
            return PageEndpoints.Page<DifferenceListPage>(new()
            {
                [nameof(DifferenceListPage.List)] = answer,
                [nameof(DifferenceListPage.Asked)] = request,
                [nameof(DifferenceListPage.Next)] = NextPage.Address("/differences", context.Request.Query, answer.NextPageToken),
                [nameof(DifferenceListPage.Names)] = new InspectorateNames(answer.Sources, sources),
            });
        }
        catch (RefusedException refused)
        {
            return PageEndpoints.Problem(context, refused);
        }
    }

    private static async Task<RenderedPage> OneAsync(
        HttpContext context, JointDifferences differences, InspectorateSources sources)
    {
        context.Response.Headers.CacheControl = "no-store";
        try
        {
            var request = (GetDifferenceRequest)RequestReader.Read(One, context.Request);
            var answer = await differences.GetAsync(request, Caller.Of(context.Request), context.RequestAborted);
            return PageEndpoints.Page<DifferencePage>(new()
            {
                [nameof(DifferencePage.Found)] = answer,
                [nameof(DifferencePage.Names)] = new InspectorateNames(answer.Sources, sources),
                [nameof(DifferencePage.RecordedAsOf)] = request.RecordedAsOf,
                [nameof(DifferencePage.Query)] = context.Request.QueryString.ToString(),
            });
        }
        catch (RefusedException refused)
        {
            return PageEndpoints.Problem(context, refused);
        }
    }
}
