using Inspectorates.Gateway.Answering;
using Inspectorates.Gateway.Asking;
using Inspectorates.Gateway.Rest;
using Inspectorates.Joint.V1;

namespace Inspectorates.Gateway.Pages;

/// <summary>Serves the timeline of frameworks. It takes the parameters of the JSON, read by the same reader.</summary>
internal static class FrameworksEndpoint
{
    private const string Path = "/frameworks";

    private static readonly string[] Reading = [HttpMethods.Get, HttpMethods.Head];

    private static readonly Operation Asked = Operations.All.Single(operation => operation.Rpc.Name == "ListFrameworks");

    public static void MapFrameworksPage(this IEndpointRouteBuilder routes) => routes.MapMethods(Path, Reading, AnswerAsync);

    private static async Task<RenderedPage> AnswerAsync(HttpContext context, FrameworkListing frameworks)
    {
        context.Response.Headers.CacheControl = "no-store";
        try
        {
            var request = (ListFrameworksRequest)RequestReader.Read(Asked, context.Request);
            var answer = await frameworks.ListAsync(request, Caller.Of(context.Request), context.RequestAborted);
            return PageEndpoints.Page<FrameworksPage>(new()
            {
                [nameof(FrameworksPage.Request)] = request,
                [nameof(FrameworksPage.Answer)] = answer,
                [nameof(FrameworksPage.Next)] = NextPage.Address(Path, context.Request.Query, answer.NextPageToken),
            });
        }
        catch (RefusedException refused)
        {
            return PageEndpoints.Problem(context, refused);
        }
    }
}
