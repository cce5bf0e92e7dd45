using Inspectorates.Gateway.Answering;
using Inspectorates.Gateway.Asking;
using Inspectorates.Gateway.Rest;
using Inspectorates.Joint.V1;

namespace Inspectorates.Gateway.Pages;

/// <summary>Serves what an overall would depend on, and the profiles, as pages. The form's fields are the parameters of the JSON.</summary>
internal static class BalancePages
{
    private static readonly string[] Reading = [HttpMethods.Get, HttpMethods.Head];

    public static void MapBalancePages(this IEndpointRouteBuilder routes)
    {
        routes.MapMethods("/areas/{area}/balance", Reading, BalanceAsync);
        routes.MapMethods("/profiles", Reading, Profiles);
    }

    private static async Task<RenderedPage> BalanceAsync(HttpContext context, AreaBalanceQuestions balances, WeightProfiles profiles)
    {
        context.Response.Headers.CacheControl = "no-store";
        try
        {
            var request = (GetBalanceRequest)RequestReader.Read(Operations.Balance, context.Request);
            var answer = await balances.GetAsync(request, Caller.Of(context.Request), context.RequestAborted);
            return PageEndpoints.Page<BalancePage>(new()
            {
                [nameof(BalancePage.Balance)] = answer.Balance,
                [nameof(BalancePage.Profiles)] = profiles.Newest,
                [nameof(BalancePage.Asked)] = request.W.ToDictionary(),
            });
        }
        catch (RefusedException refused)
        {
            return PageEndpoints.Problem(context, refused);
        }
    }

    private static RenderedPage Profiles(WeightProfiles profiles) =>
        PageEndpoints.Page<ProfilesPage>(new() { [nameof(ProfilesPage.Profiles)] = profiles.Newest });
}
