using Grpc.AspNetCore.Server;
using Inspectorates.Hosting.Refusals;
using Inspectorates.Hosting.Rpc;
using Inspectorates.V1;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.AspNetCore.Http;

namespace Inspectorates.Hosting.Trust;

/// <summary>
/// Decides from the endpoint's metadata who may call it, before any message is read: interceptors never see a malformed one,
/// and a path may be spelt in many ways.
/// </summary>
internal sealed class TrustMiddleware(RequestDelegate next)
{
    public async Task InvokeAsync(HttpContext context)
    {
        var method = context.GetEndpoint()?.Metadata.GetMetadata<GrpcMethodMetadata>()?.Method.FullName;
        if (method is null)
        {
            await next(context);
            return;
        }

        var refusal = await RefusalOfAsync(context, method);
        if (refusal is null)
            await next(context);
        else
            await GrpcAnswer.WriteAsync(context, Statuses.Of(refusal));
    }

    private static async Task<RefusalException?> RefusalOfAsync(HttpContext context, string method)
    {
        var roles = Policy.RolesFor(method) ?? throw new InvalidOperationException($"{method} has no row in the policy.");
        var given = context.Request.Headers.Authorization;
        if (given.Count == 0)
            return roles == Policy.Anyone ? null : new(ErrorReason.TokenRequired, "This method needs a token: send 'authorization: Bearer ...'.");

        var result = given.Count == 1 ? await context.AuthenticateAsync(JwtBearerDefaults.AuthenticationScheme) : AuthenticateResult.NoResult();
        if (!result.Succeeded)
            return new(ErrorReason.TokenInvalid, "The token is not valid here: wrong issuer, audience, signature or time.");

        var caller = Caller.Of(result.Principal);
        context.Features.Set(caller);
        return roles == Policy.Anyone || caller.Roles.Any(role => roles.Contains(role))
            ? null
            : new(ErrorReason.RoleForbids, $"This method needs one of the roles {string.Join(", ", roles)}; the token has {Named(caller.Roles)}.");
    }

    private static string Named(IReadOnlyList<string> roles) =>
        roles.Count == 0 ? "none" : string.Join(", ", roles.Where(role => role.Length <= 40).Take(5));
}
