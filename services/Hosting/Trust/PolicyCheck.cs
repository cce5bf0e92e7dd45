using Google.Protobuf.Reflection;
using Grpc.AspNetCore.Server;
using Microsoft.AspNetCore.Routing;

namespace Inspectorates.Hosting.Trust;

/// <summary>Stops the start where a method of the contract, or one that is served, has no row in the policy, or a row no method.</summary>
internal static class PolicyCheck
{
    private const string Contract = "inspectorates.v1.";

    public static void Run(IEndpointRouteBuilder app)
    {
        var served = app.DataSources
            .SelectMany(source => source.Endpoints)
            .Select(endpoint => endpoint.Metadata.GetMetadata<GrpcMethodMetadata>()?.Method.FullName)
            .OfType<string>()
            .Select(method => method.TrimStart('/'));
        var missing = Policy.WithoutRow(served.Concat(OfContract()).Distinct());
        if (missing.Count > 0)
            throw new InvalidOperationException($"No row in the policy says who may call {string.Join(", ", missing)}.");
        var unknown = Policy.Methods.Where(method => method.StartsWith(Contract, StringComparison.Ordinal)).Except(OfContract()).ToList();
        if (unknown.Count > 0)
            throw new InvalidOperationException($"The policy has rows for methods the contract has not: {string.Join(", ", unknown)}.");
    }

    /// <summary>Every method of the contract, by its descriptors.</summary>
    public static IEnumerable<string> OfContract() =>
        typeof(V1.VerdictServiceReflection).Assembly.GetTypes()
            .Where(type => type.Namespace == typeof(V1.VerdictServiceReflection).Namespace && type is { IsAbstract: true, IsSealed: true })
            .Select(type => type.GetProperty("Descriptor")?.GetValue(null))
            .OfType<FileDescriptor>()
            .SelectMany(file => file.Services)
            .SelectMany(service => service.Methods)
            .Select(method => method.FullName[..method.FullName.LastIndexOf('.')] + "/" + method.Name);
}
