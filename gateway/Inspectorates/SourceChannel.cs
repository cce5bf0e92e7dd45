using Grpc.Net.Client;
using Inspectorates.V1;

namespace Inspectorates.Gateway.Asking;

/// <summary>The connection to one inspectorate's service, made once, and its typed clients.</summary>
internal sealed class SourceChannel : IDisposable
{
    /// <summary>The largest message read from a service. Services keep theirs under 1 MiB.</summary>
    public const int LargestMessage = 2 * 1024 * 1024;

    /// <summary>How long a connection takes new calls before the name is looked up again for the next one.</summary>
    public static readonly TimeSpan ConnectionLifetime = TimeSpan.FromSeconds(10);

    private readonly GrpcChannel channel;

    public SourceChannel(Uri address, ILoggerFactory logs)
    {
        channel = GrpcChannel.ForAddress(address, new GrpcChannelOptions
        {
            HttpHandler = new SocketsHttpHandler
            {
                EnableMultipleHttp2Connections = true,
                ConnectTimeout = TimeSpan.FromSeconds(1),
                // Behind a headless service the name's addresses change: a new connection looks them up again.
                PooledConnectionLifetime = ConnectionLifetime,
                // A peer that vanished without a word would otherwise be waited for by every call.
                KeepAlivePingDelay = TimeSpan.FromSeconds(5),
                KeepAlivePingTimeout = TimeSpan.FromSeconds(2),
            },
            DisposeHttpClient = true,
            LoggerFactory = logs,
            // The channel waits between attempts to connect, by default up to two minutes: a service would be back long
            // before it is noticed. How often to ask at all is the pipeline's to decide.
            InitialReconnectBackoff = TimeSpan.FromMilliseconds(100),
            MaxReconnectBackoff = TimeSpan.FromMilliseconds(500),
            MaxReceiveMessageSize = LargestMessage,
            // Retrying is the pipeline's alone, whatever the name service says.
            DisableResolverServiceConfig = true,
        });
        Verdicts = new VerdictService.VerdictServiceClient(channel);
        Inspections = new InspectionService.InspectionServiceClient(channel);
        Inspectorates = new InspectorateService.InspectorateServiceClient(channel);
        Positions = new PositionService.PositionServiceClient(channel);
        Recommendations = new RecommendationService.RecommendationServiceClient(channel);
        Statements = new StatementService.StatementServiceClient(channel);
        Replies = new ReplyService.ReplyServiceClient(channel);
        Indicators = new IndicatorService.IndicatorServiceClient(channel);
        Referrals = new ReferralService.ReferralServiceClient(channel);
        Teams = new TeamService.TeamServiceClient(channel);
        Changes = new ChangeService.ChangeServiceClient(channel);
    }

    public VerdictService.VerdictServiceClient Verdicts { get; }

    public InspectionService.InspectionServiceClient Inspections { get; }

    public InspectorateService.InspectorateServiceClient Inspectorates { get; }

    public PositionService.PositionServiceClient Positions { get; }

    public RecommendationService.RecommendationServiceClient Recommendations { get; }

    public StatementService.StatementServiceClient Statements { get; }

    public ReplyService.ReplyServiceClient Replies { get; }

    public IndicatorService.IndicatorServiceClient Indicators { get; }

    public ReferralService.ReferralServiceClient Referrals { get; }

    public TeamService.TeamServiceClient Teams { get; }

    public ChangeService.ChangeServiceClient Changes { get; }

    public void Dispose() => channel.Dispose();
}
