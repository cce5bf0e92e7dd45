using Inspectorates.Gateway.Answering;
using Inspectorates.Gateway.Asking;
using Inspectorates.Gateway.Joint;
using Inspectorates.Gateway.Rest;
using Inspectorates.Joint.V1;
using Inspectorates.Reference;

namespace Inspectorates.Gateway.Pages;

/// <summary>Serves the page about agreement. It takes the parameters of the JSON, read by the same reader.</summary>
internal static class AgreementEndpoint
{
    private const string Path = "/agreement";

    private static readonly string[] Reading = [HttpMethods.Get, HttpMethods.Head];

    private static readonly Operation Asked = Operations.All.Single(operation => operation.Rpc.Name == "GetAgreement");

    public static void MapAgreementPage(this IEndpointRouteBuilder routes) => routes.MapMethods(Path, Reading, AnswerAsync);

    private static async Task<RenderedPage> AnswerAsync(HttpContext context, JointAgreement agreement, Catalogue catalogue)
    {
        context.Response.Headers.CacheControl = "no-store";
        try
        {
            var request = (GetAgreementRequest)RequestReader.Read(Asked, context.Request);
            var answer = await agreement.GetAsync(request, Caller.Of(context.Request), context.RequestAborted);
            var areas = Areas.England.AllReal;
            return new(
                typeof(AgreementPage),
                new()
                {
                    [nameof(AgreementPage.Request)] = request,
                    [nameof(AgreementPage.Answer)] = answer,
                    [nameof(AgreementPage.Processes)] = catalogue.Processes.Select(process => KeyValuePair.Create(process.Code, process.Term)).ToArray(),
                    [nameof(AgreementPage.Regions)] = areas.Select(area => area.Region.Name).Distinct().Order(StringComparer.Ordinal).ToArray(),
                    [nameof(AgreementPage.Areas)] = areas.ToDictionary(area => area.DfeCode, area => area.Name),
                    [nameof(AgreementPage.NextPage)] = NextPage.Address(Path, context.Request.Query, answer.NextPageToken),
                },
                StatusCodes.Status200OK);
        }
        catch (RefusedException refused)
        {
            return PageEndpoints.Problem(context, refused);
        }
    }
}
