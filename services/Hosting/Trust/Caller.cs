using System.Security.Claims;
using Grpc.Core;

namespace Inspectorates.Hosting.Trust;

/// <summary>Who calls, as their token says. Nothing else about a caller is believed.</summary>
/// <param name="Subject">The token's subject; empty for an anonymous caller.</param>
/// <param name="Issuer">The token's issuer; empty for an anonymous caller.</param>
/// <param name="Roles">The token's roles.</param>
/// <param name="Grants">
/// Keys of the inspections a joint reader's token names, in order: of these it sees what is not yet public. Empty: of none.
/// </param>
internal sealed record Caller(string Subject, string Issuer, IReadOnlyList<string> Roles, IReadOnlyList<string> Grants)
{
    public static readonly Caller Anonymous = new("", "", [], []);

    // More belong into several tokens: each is a parameter of every statement.
    private const int MostGrants = 50;

    /// <summary>Whether the caller sees drafts as well as what is public.</summary>
    public bool IsStaff { get; } = Roles.Any(role => Trust.Roles.Staff.Contains(role));

    public static Caller Of(ClaimsPrincipal principal)
    {
        string[] roles = [.. principal.FindAll("role").Select(claim => claim.Value)];
        return new Caller(
            principal.FindFirstValue("sub") ?? "",
            principal.FindFirstValue("iss") ?? "",
            roles,
            roles.Contains(Trust.Roles.JointReader)
                ? [.. principal.FindAll("inspection").Select(claim => claim.Value).Distinct().Order(StringComparer.Ordinal).Take(MostGrants)]
                : []);
    }

    /// <summary>The service itself, doing what it was told to do at a time.</summary>
    /// <param name="inspectorate">Its code.</param>
    public static Caller Service(string inspectorate) => new("service", $"inspectorates/{inspectorate}", ["service"], []);

    public static Caller Of(ServerCallContext context) => context.GetHttpContext().Features.Get<Caller>() ?? Anonymous;
}
