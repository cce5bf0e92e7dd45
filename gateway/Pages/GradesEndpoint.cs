using Inspectorates.Gateway.Answering;
using Inspectorates.Gateway.Asking;
using Inspectorates.Gateway.Joint;
using Inspectorates.Gateway.Rest;
using Inspectorates.Joint.V1;
using Inspectorates.Reference;
using Inspectorates.V1;

namespace Inspectorates.Gateway.Pages;

/// <summary>Serves the page about grades over time. It takes the parameters of the JSON, read by the same reader.</summary>
internal static class GradesEndpoint
{
    private static readonly string[] Reading = [HttpMethods.Get, HttpMethods.Head];

    private static readonly Operation Asked = Operations.All.Single(operation => operation.Rpc.Name == "GetGradeDistribution");

    public static void MapGradesPage(this IEndpointRouteBuilder routes) => routes.MapMethods("/grades", Reading, AnswerAsync);

    private static async Task<RenderedPage> AnswerAsync(
        HttpContext context, JointGrades grades, InspectorateSources sources, Catalogue catalogue)
    {
        context.Response.Headers.CacheControl = "no-store";
        try
        {
            var request = (GetGradeDistributionRequest)RequestReader.Read(Asked, context.Request);
            var answer = await grades.GetAsync(request, Caller.Of(context.Request), context.RequestAborted);
            Framework[] frameworks = [.. sources.Codes.Select(sources.Description).OfType<Inspectorate>().SelectMany(one => one.Frameworks)];
            return PageEndpoints.Page<GradesPage>(new()
            {
                [nameof(GradesPage.Asked)] = request,
                [nameof(GradesPage.Answer)] = answer,
                [nameof(GradesPage.Frameworks)] = Choices(
                    frameworks.Select(framework => (framework.Code, framework.Label)), request.Framework),
                [nameof(GradesPage.Judgements)] = Choices(
                    frameworks.SelectMany(framework => framework.Judgements).Select(judgement => (judgement.Code, judgement.Label)),
                    request.Judgement),
                [nameof(GradesPage.Processes)] = Choices(
                    catalogue.Processes.Select(process => (process.Code, process.Term)), request.Process),
                [nameof(GradesPage.Regions)] = Areas.England.AllReal.Select(area => area.Region.Name).Distinct()
                    .Order(StringComparer.Ordinal).ToArray(),
            });
        }
        catch (RefusedException refused)
        {
            return PageEndpoints.Problem(context, refused);
        }
    }

    // By code, in the newest words; what was asked for is among them even where nobody who answers describes it.
    private static KeyValuePair<string, string>[] Choices(IEnumerable<(string Code, string Label)> known, string asked) =>
    [
        .. known.Append((Code: asked, Label: ""))
            .Where(one => one.Code.Length > 0)
            .GroupBy(one => one.Code, one => one.Label)
            .Select(one => KeyValuePair.Create(one.Key, one.LastOrDefault(label => label.Length > 0) ?? one.Key))
            .OrderBy(one => one.Value, StringComparer.OrdinalIgnoreCase)
            .ThenBy(one => one.Key, StringComparer.Ordinal),
    ];
}
