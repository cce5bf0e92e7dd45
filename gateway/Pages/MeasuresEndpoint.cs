using Inspectorates.Gateway.Answering;
using Inspectorates.Gateway.Asking;

namespace Inspectorates.Gateway.Pages;

/// <summary>Serves how the inspectorates themselves deal with concerns.</summary>
internal static class MeasuresEndpoint
{
    private static readonly string[] Reading = [HttpMethods.Get, HttpMethods.Head];

    public static void MapMeasuresPage(this IEndpointRouteBuilder routes) => routes.MapMethods("/inspectorates/measures", Reading, AnswerAsync);

    private static async Task<RenderedPage> AnswerAsync(HttpContext context, InspectorateMeasuring measures)
    {
        context.Response.Headers.CacheControl = "no-store";
        try
        {
            var answer = await measures.GetAsync(Caller.Of(context.Request), context.RequestAborted);
            return PageEndpoints.Page<MeasuresPage>(new() { [nameof(MeasuresPage.Answer)] = answer });
        }
        catch (RefusedException refused)
        {
            return PageEndpoints.Problem(context, refused);
        }
    }
}
