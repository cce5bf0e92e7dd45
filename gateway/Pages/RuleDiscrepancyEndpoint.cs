using Inspectorates.Gateway.Answering;
using Inspectorates.Gateway.Asking;
using Inspectorates.Gateway.Rest;
using Inspectorates.Joint.V1;

namespace Inspectorates.Gateway.Pages;

/// <summary>Serves the page of published results that do not follow from their own rule, with the parameters of the JSON.</summary>
internal static class RuleDiscrepancyEndpoint
{
    private const string Path = "/rule-discrepancies";

    // Fewer than over JSON: a page is read.
    private const int UsualSize = 20;

    private static readonly string[] Reading = [HttpMethods.Get, HttpMethods.Head];

    private static readonly Operation Asked = Operations.All.Single(operation => operation.Rpc.Name == "ListRuleDiscrepancies");

    public static void MapRuleDiscrepancyPage(this IEndpointRouteBuilder routes) => routes.MapMethods(Path, Reading, AnswerAsync);

    private static async Task<RenderedPage> AnswerAsync(HttpContext context, RuleDiscrepancyQuestions questions, InspectorateSources sources)
    {
        context.Response.Headers.CacheControl = "no-store";
        try
        {
            var request = (ListRuleDiscrepanciesRequest)RequestReader.Read(Asked, context.Request);
            if (request.PageSize == 0)
                request.PageSize = UsualSize;
            var answer = await questions.ListAsync(request, Caller.Of(context.Request), context.RequestAborted);
            return PageEndpoints.Page<RuleDiscrepancyListPage>(new()
            {
                [nameof(RuleDiscrepancyListPage.Asked)] = request,
                [nameof(RuleDiscrepancyListPage.List)] = answer,
                [nameof(RuleDiscrepancyListPage.Next)] = NextPage.Address(Path, context.Request.Query, answer.NextPageToken),
                [nameof(RuleDiscrepancyListPage.Names)] = new InspectorateNames(answer.Sources, sources),
            });
        }
        catch (RefusedException refused)
        {
            return PageEndpoints.Problem(context, refused);
        }
    }
}
