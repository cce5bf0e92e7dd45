using System.Security.Cryptography;
using System.Text;
using Grpc.Core;
using Grpc.Net.Client;
using Inspectorates.Hosting.Trust;
using Inspectorates.V1;

namespace Inspectorates.Local.Examples;

/// <summary>Calls of one inspectorate's staff, through the gateway. Each write has the identifier of its step: taking it again changes nothing.</summary>
internal sealed class ExampleCalls(GrpcChannel gateway, DataDirectory data, string inspectorate, CancellationToken stop)
{
    private readonly DevelopmentIssuer _issuer = new(data.IssuerKeys);

    public string Inspectorate => inspectorate;

    public InspectionService.InspectionServiceClient Inspections => new(gateway);

    public TeamService.TeamServiceClient Teams => new(gateway);

    public ImportService.ImportServiceClient Imports => new(gateway);

    public ConcernService.ConcernServiceClient Concerns => new(gateway);

    public ReferralService.ReferralServiceClient Referrals => new(gateway);

    /// <summary>How somebody of this inspectorate calls.</summary>
    public CallOptions As(string role) => new(
        new Metadata { { "inspectorate", inspectorate }, { "authorization", $"Bearer {_issuer.Mint(inspectorate, role)}" } },
        DateTime.UtcNow.AddSeconds(10), stop);

    /// <summary>The identifier of the request that takes a step.</summary>
    public string Request(string step) => new Guid(SHA256.HashData(Encoding.UTF8.GetBytes($"{inspectorate} {step}")).AsSpan(0, 16)).ToString();
}
