using Inspectorates.Gateway.Answering;
using Inspectorates.Gateway.Asking;
using Inspectorates.Gateway.Rest;
using Inspectorates.Joint.V1;

namespace Inspectorates.Gateway.Pages;

/// <summary>Serves which frameworks apply in an area on a day. It takes the parameters of the JSON, read by the same reader.</summary>
internal static class AreaFrameworkEndpoint
{
    private static readonly string[] Reading = [HttpMethods.Get, HttpMethods.Head];

    private static readonly Operation Asked = Operations.All.Single(operation => operation.Rpc.Name == "ResolveAreaFramework");

    public static void MapAreaFrameworkPage(this IEndpointRouteBuilder routes) => routes.MapMethods("/areas/{area}/framework", Reading, AnswerAsync);

    private static async Task<RenderedPage> AnswerAsync(HttpContext context, FrameworkListing frameworks, InspectorateSources sources)
    {
        context.Response.Headers.CacheControl = "no-store";
        try
        {
            var request = (ResolveAreaFrameworkRequest)RequestReader.Read(Asked, context.Request);
            var answer = await frameworks.ResolveAsync(request, Caller.Of(context.Request), context.RequestAborted);
            return PageEndpoints.Page<AreaFrameworkPage>(new()
            {
                [nameof(AreaFrameworkPage.Area)] = JointViews.GetArea(new() { Area = request.Area }).Area,
                [nameof(AreaFrameworkPage.Answer)] = answer,
                [nameof(AreaFrameworkPage.Names)] = new InspectorateNames(answer.Sources, sources),
            });
        }
        catch (RefusedException refused)
        {
            return PageEndpoints.Problem(context, refused);
        }
    }
}
