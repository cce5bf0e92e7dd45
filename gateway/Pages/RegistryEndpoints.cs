using Google.Protobuf;
using Inspectorates.Gateway.Answering;
using Inspectorates.Gateway.Asking;
using Inspectorates.Gateway.Rest;
using Inspectorates.Joint.V1;
using Microsoft.AspNetCore.Components;

namespace Inspectorates.Gateway.Pages;

/// <summary>Serves what the registries of all inspectorates hold: frameworks over time, indicators. The pages take the parameters of the JSON, read by the same reader.</summary>
internal static class RegistryEndpoints
{
    private const string FrameworksPath = "/frameworks";
    private const string IndicatorsPath = "/indicators";

    private static readonly string[] Reading = [HttpMethods.Get, HttpMethods.Head];

    private static readonly Operation AskedForFrameworks = Operations.All.Single(operation => operation.Rpc.Name == "ListFrameworks");
    private static readonly Operation AskedForIndicators = Operations.All.Single(operation => operation.Rpc.Name == "ListAllIndicators");

    public static void MapRegistryPages(this IEndpointRouteBuilder routes)
    {
        routes.MapMethods(FrameworksPath, Reading, (HttpContext context, FrameworkListing frameworks, InspectorateSources sources) =>
            AnswerAsync<FrameworksPage, ListFrameworksRequest, ListFrameworksResponse>(
                context, FrameworksPath, AskedForFrameworks, sources, frameworks.ListAsync, answer => answer.NextPageToken));
        routes.MapMethods(IndicatorsPath, Reading, (HttpContext context, IndicatorListing indicators, InspectorateSources sources) =>
            AnswerAsync<IndicatorsPage, ListAllIndicatorsRequest, ListAllIndicatorsResponse>(
                context, IndicatorsPath, AskedForIndicators, sources, indicators.ListAsync, answer => answer.NextPageToken));
    }

    private static async Task<RenderedPage> AnswerAsync<TPage, TRequest, TAnswer>(
        HttpContext context, string path, Operation asked, InspectorateSources sources,
        Func<TRequest, Caller, CancellationToken, Task<TAnswer>> list, Func<TAnswer, string> next)
        where TPage : IComponent
        where TRequest : IMessage<TRequest>
    {
        context.Response.Headers.CacheControl = "no-store";
        try
        {
            var request = (TRequest)RequestReader.Read(asked, context.Request);
            var answer = await list(request, Caller.Of(context.Request), context.RequestAborted);
            return PageEndpoints.Page<TPage>(new()
            {
                [nameof(FrameworksPage.Request)] = request,
                [nameof(FrameworksPage.Answer)] = answer,
                [nameof(FrameworksPage.Next)] = NextPage.Address(path, context.Request.Query, next(answer)),
                [nameof(FrameworksPage.Labels)] = sources.Labels,
            });
        }
        catch (RefusedException refused)
        {
            return PageEndpoints.Problem(context, refused);
        }
    }
}
