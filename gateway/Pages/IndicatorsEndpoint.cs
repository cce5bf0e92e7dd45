using Inspectorates.Gateway.Answering;
using Inspectorates.Gateway.Asking;
using Inspectorates.Gateway.Rest;
using Inspectorates.Joint.V1;

namespace Inspectorates.Gateway.Pages;

/// <summary>Serves the registry of indicators. It takes the parameters of the JSON, read by the same reader.</summary>
internal static class IndicatorsEndpoint
{
    private const string Path = "/indicators";

    private static readonly string[] Reading = [HttpMethods.Get, HttpMethods.Head];

    private static readonly Operation Asked = Operations.All.Single(operation => operation.Rpc.Name == "ListAllIndicators");

    public static void MapIndicatorsPage(this IEndpointRouteBuilder routes) => routes.MapMethods(Path, Reading, AnswerAsync);

    private static async Task<RenderedPage> AnswerAsync(HttpContext context, IndicatorListing indicators)
    {
        context.Response.Headers.CacheControl = "no-store";
        try
        {
            var request = (ListAllIndicatorsRequest)RequestReader.Read(Asked, context.Request);
            var answer = await indicators.ListAsync(request, Caller.Of(context.Request), context.RequestAborted);
            return PageEndpoints.Page<IndicatorsPage>(new()
            {
                [nameof(IndicatorsPage.Request)] = request,
                [nameof(IndicatorsPage.Answer)] = answer,
                [nameof(IndicatorsPage.Next)] = NextPage.Address(Path, context.Request.Query, answer.NextPageToken),
            });
        }
        catch (RefusedException refused)
        {
            return PageEndpoints.Problem(context, refused);
        }
    }
}
