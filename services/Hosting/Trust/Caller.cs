using System.Security.Claims;
using Grpc.Core;

namespace Inspectorates.Hosting.Trust;

/// <summary>Who calls, as their token says. Nothing else about a caller is believed.</summary>
/// <param name="Subject">The token's subject; empty for an anonymous caller.</param>
/// <param name="Issuer">The token's issuer; empty for an anonymous caller.</param>
/// <param name="Roles">The token's roles.</param>
internal sealed record Caller(string Subject, string Issuer, IReadOnlyList<string> Roles)
{
    public static readonly Caller Anonymous = new("", "", []);

    /// <summary>Whether the caller sees drafts as well as what is public.</summary>
    public bool IsStaff { get; } = Roles.Any(role => Trust.Roles.Staff.Contains(role));

    public static Caller Of(ClaimsPrincipal principal) => new(
        principal.FindFirstValue("sub") ?? "",
        principal.FindFirstValue("iss") ?? "",
        [.. principal.FindAll("role").Select(claim => claim.Value)]);

    public static Caller Of(ServerCallContext context) => context.GetHttpContext().Features.Get<Caller>() ?? Anonymous;
}
