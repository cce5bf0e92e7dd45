using Grpc.AspNetCore.Server;
using Microsoft.AspNetCore.Routing;

namespace Inspectorates.Hosting.Trust;

/// <summary>Stops the start where a method that is served has no row in the policy.</summary>
internal static class PolicyCheck
{
    public static void Run(IEndpointRouteBuilder app)
    {
        var missing = Policy.WithoutRow(app.DataSources
            .SelectMany(source => source.Endpoints)
            .Select(endpoint => endpoint.Metadata.GetMetadata<GrpcMethodMetadata>()?.Method.FullName)
            .OfType<string>()
            .Distinct());
        if (missing.Count > 0)
            throw new InvalidOperationException($"No row in the policy says who may call {string.Join(", ", missing)}.");
    }
}
