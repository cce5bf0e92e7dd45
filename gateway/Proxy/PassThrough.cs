using System.Net;
using Inspectorates.Gateway.Asking;
using Yarp.ReverseProxy.Configuration;
using Yarp.ReverseProxy.Forwarder;
using Yarp.ReverseProxy.Model;

namespace Inspectorates.Gateway.Proxy;

/// <summary>
/// The pass-through of every method of <c>inspectorates.v1</c> to the inspectorate named in the <c>inspectorate</c>
/// metadata: routes and clusters made from the settings, never listed by hand.
/// </summary>
internal static class PassThrough
{
    /// <summary>The metadata that says which inspectorate is meant.</summary>
    public const string Header = "inspectorate";

    /// <summary>Every path of the contract's package.</summary>
    public const string AnyMethod = $"/{Contract.InspectoratePackage}.{{service}}/{{method}}";

    // The services' own maximum of a unary call.
    private static readonly TimeSpan UnaryTimeout = TimeSpan.FromSeconds(5);

    // Streams have no end of their own and may be silent for long; a dead peer is found by pings.
    private static readonly TimeSpan StreamSilence = TimeSpan.FromHours(1);

    private const string Stream = "stream";

    private static readonly Dictionary<string, string> StreamMark = new() { [Stream] = "" };

    private static readonly string[] Streams =
    [
        .. Contract.Services(Contract.InspectoratePackage)
            .SelectMany(service => service.Methods)
            .Where(method => method.IsServerStreaming)
            .Select(method => $"/{method.Service.FullName}/{method.Name}"),
    ];

    public static IReadOnlyList<RouteConfig> Routes(GatewaySettings settings) =>
    [
        .. settings.Inspectorates.Select(inspectorate =>
            Route(inspectorate.Code, inspectorate.Code, AnyMethod, 0) with { Timeout = UnaryTimeout }),
        .. from inspectorate in settings.Inspectorates
           from stream in Streams
           select Route($"{inspectorate.Code} {stream}", inspectorate.Code, stream, -1) with { Metadata = StreamMark },
    ];

    public static IReadOnlyList<ClusterConfig> Clusters(GatewaySettings settings) =>
    [
        .. settings.Inspectorates.Select(inspectorate => new ClusterConfig
        {
            ClusterId = inspectorate.Code,
            Destinations = new Dictionary<string, DestinationConfig>
            {
                [inspectorate.Code] = new() { Address = inspectorate.Address.ToString() },
            },
            HttpClient = new HttpClientConfig { EnableMultipleHttp2Connections = true },
            HttpRequest = new ForwarderRequestConfig
            {
                // gRPC without TLS is HTTP/2 from the first byte: any other policy makes every call fail.
                Version = HttpVersion.Version20,
                VersionPolicy = HttpVersionPolicy.RequestVersionExact,
                ActivityTimeout = StreamSilence,
            },
        }),
    ];

    /// <summary>Whether the route's calls are streams, which stay open.</summary>
    public static bool IsStream(RouteModel route) => route.Config.Metadata?.ContainsKey(Stream) is true;

    private static RouteConfig Route(string id, string inspectorate, string path, int order) => new()
    {
        RouteId = id,
        ClusterId = inspectorate,
        Order = order,
        Match = new RouteMatch
        {
            Path = path,
            Methods = [HttpMethods.Post],
            Headers =
            [
                new RouteHeader { Name = Header, Values = [inspectorate], Mode = HeaderMatchMode.ExactHeader, IsCaseSensitive = true },
            ],
        },
    };
}
