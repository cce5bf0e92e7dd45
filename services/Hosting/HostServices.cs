using System.Security.Cryptography;
using Inspectorates.Hosting.Audit;
using Inspectorates.Hosting.Evidencing;
using Inspectorates.Hosting.Importing;
using Inspectorates.Hosting.Indicators;
using Inspectorates.Hosting.Limits;
using Inspectorates.Hosting.Publication;
using Inspectorates.Hosting.Records;
using Inspectorates.Hosting.Records.Concerns;
using Inspectorates.Hosting.Records.Indicators;
using Inspectorates.Hosting.Records.Positions;
using Inspectorates.Hosting.Records.Recommendations;
using Inspectorates.Hosting.Records.Referrals;
using Inspectorates.Hosting.Records.Replies;
using Inspectorates.Hosting.Records.Statements;
using Inspectorates.Hosting.Records.Steps;
using Inspectorates.Hosting.Records.Teams;
using Inspectorates.Hosting.Rpc;
using Inspectorates.Hosting.Settings;
using Inspectorates.Hosting.Store;
using Inspectorates.Hosting.Telemetry;
using Inspectorates.Hosting.Trust;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Inspectorates.Hosting;

/// <summary>What the application is made of.</summary>
internal static class HostServices
{
    private const int LargestRequest = 256 * 1024;
    private const int LargestImport = 4 * 1024 * 1024;
    private const int LargestAnswer = 1024 * 1024;

    public static void AddInspectorate(
        this IServiceCollection services, IInspectorate inspectorate, InspectorateSettings settings, TimeProvider time)
    {
        services.AddSingleton(inspectorate);
        services.AddSingleton(_ => new KnownFrameworks(SelfDescription.Of(inspectorate)));
        services.AddSingleton<LondonClock>();
        AddStore(services, settings);
        AddAudit(services, settings.Audit);
        AddPositions(services, settings.Positions);
        AddFurtherRecords(services, settings.Replies);
        AddConcerns(services, settings);
        AddTeams(services, settings.Teams);
        services.AddSingleton(provider => ActivatorUtilities.CreateInstance<FrameworkQuestions>(provider, settings.AlreadyInspected));
        AddRules(services);
        AddGrpc(services, settings);
        services.AddSingleton(settings.Limits);
        services.AddSingleton<CallLimits>();
        services.AddTrust(settings.Trust, time);
    }

    public static void MapInspectorate(this WebApplication app, InspectorateSettings settings)
    {
        app.UseMiddleware<RpcMetricsMiddleware>();
        app.UseMiddleware<MalformedMessageMiddleware>();
        app.UseRouting();
        app.UseMiddleware<TrustMiddleware>();
        app.UseMiddleware<LimitsMiddleware>();
        app.MapGrpcService<InspectorateGrpc>();
        app.MapGrpcService<InspectionGrpc>();
        app.MapGrpcService<VerdictGrpc>();
        app.MapGrpcService<PositionGrpc>();
        app.MapGrpcService<RecommendationGrpc>();
        app.MapGrpcService<StatementGrpc>();
        app.MapGrpcService<ReplyGrpc>();
        app.MapGrpcService<IndicatorGrpc>();
        app.MapGrpcService<ConcernGrpc>();
        app.MapGrpcService<ReferralGrpc>();
        app.MapGrpcService<TeamGrpc>();
        app.MapGrpcService<ChangeGrpc>();
        app.MapGrpcService<ImportGrpc>();
        app.MapGrpcService<AuditGrpc>();
        app.MapGrpcHealthChecksService();
        if (settings.Reflection)
            app.MapGrpcReflectionService();
        PolicyCheck.Run(app);
        // The store is opened before anything is listened to: a fault in it is a fault of the start.
        app.Services.GetRequiredService<StoreWriter>();
        app.Services.GetRequiredService<SigningKey>();
        app.Services.GetRequiredService<KnownFrameworks>();
        app.Services.GetRequiredService<KnownIndicators>();
    }

    private static void AddStore(IServiceCollection services, InspectorateSettings settings)
    {
        services.AddSingleton<IStore>(_ => StoreChoice.Open(settings.StoreConnectionString));
        services.AddSingleton<RandomBytes>(_ => RandomNumberGenerator.GetBytes);
        services.AddSingleton<EntryLog>();
        services.AddSingleton<Names>();
        services.AddSingleton<VerdictTable>();
        services.AddSingleton<InspectionTable>();
        services.AddSingleton<ImportTable>();
        services.AddSingleton<ChangeSignal>();
        services.AddSingleton<StoreWriter>();
        services.AddSingleton<RecordWriter>();
        services.AddSingleton<VerdictReader>();
        services.AddSingleton<InspectionReader>();
        services.AddSingleton<ChangeReader>();
        services.AddHostedService<PublicationClock>();
        services.AddHostedService<Housekeeping>();
    }

    private static void AddAudit(IServiceCollection services, AuditSettings settings)
    {
        services.AddSingleton(settings);
        services.AddSingleton(_ => SigningKey.LoadOrCreate(settings.KeyFile));
        services.AddHostedService<Checkpointing>();
        if (settings.Gateway is null)
            return;
        services.AddSingleton<WitnessClient>();
        services.AddHostedService<Witnessing>();
    }

    private static void AddPositions(IServiceCollection services, PositionSettings settings)
    {
        services.AddSingleton(settings);
        services.AddSingleton<PositionTable>();
        services.AddSingleton<PositionReader>();
        services.AddSingleton<PositionIntake>();
        services.AddSingleton<PositionWrites>();
        services.AddSingleton<PartyClient>();
        services.AddHostedService<Revealing>();
    }

    private static void AddFurtherRecords(IServiceCollection services, ReplySettings replies)
    {
        services.AddSingleton<FurtherTable>();
        services.AddSingleton<FurtherReader>();
        services.AddSingleton<FurtherReading>();
        services.AddSingleton<RecommendationIntake>();
        services.AddSingleton<RecommendationWrites>();
        services.AddSingleton<StatementIntake>();
        services.AddSingleton<StatementWrites>();
        services.AddSingleton<FollowUpImport>();
        services.AddSingleton(replies);
        services.AddSingleton<OpenedTogether>();
        services.AddSingleton<ReplyIntake>();
        services.AddSingleton<ReplyWrites>();
        services.AddSingleton<ReadingRules>();
        services.AddSingleton<ReadingImport>();
    }

    private static void AddConcerns(IServiceCollection services, InspectorateSettings settings)
    {
        services.AddSingleton(new Ladder(settings.Escalation));
        services.AddSingleton(settings.Referrals);
        services.AddSingleton<ConcernIntake>();
        services.AddSingleton<ConcernWrites>();
        services.AddSingleton<Hosts>();
        services.AddSingleton<ReferralIntake>();
        services.AddSingleton<ReferralWrites>();
        services.AddSingleton<ReferralReceiving>();
        services.AddSingleton<ReferralClient>();
        services.AddSingleton<MeasuresNow>();
        services.AddHostedService<Delivering>();
    }

    private static void AddTeams(IServiceCollection services, TeamSettings settings)
    {
        services.AddSingleton(settings);
        services.AddSingleton<InspectorIntake>();
        services.AddSingleton<AssignmentIntake>();
        services.AddSingleton<TeamRecords>();
        services.AddSingleton<TeamWrites>();
        services.AddSingleton<StandingTeams>();
    }

    private static void AddRules(IServiceCollection services)
    {
        services.AddSingleton<KnownIndicators>();
        services.AddSingleton<EvidenceRules>();
        services.AddSingleton<Bases>();
        services.AddSingleton<PublicationGate>();
        services.AddSingleton<ShownEvidence>();
        services.AddSingleton<VerdictRules>();
        services.AddSingleton<InspectionRules>();
        services.AddSingleton<VerdictIntake>();
        services.AddSingleton<VerdictWrites>();
        services.AddSingleton<VerdictSteps>();
        services.AddSingleton<InspectionFollowers>();
        services.AddSingleton<InspectionSteps>();
        services.AddSingleton<ImportRules>();
        services.AddSingleton<RecordImport>();
        services.AddSingleton<Seals>();
        services.AddSingleton<Pages>();
        services.AddSingleton<Cursors>();
        services.AddSingleton<ReadFilters>();
    }

    private static void AddGrpc(IServiceCollection services, InspectorateSettings settings)
    {
        services.AddGrpc(options =>
        {
            options.MaxReceiveMessageSize = LargestRequest;
            options.MaxSendMessageSize = LargestAnswer;
            options.Interceptors.Add<FailureInterceptor>();
            options.Interceptors.Add<TextInterceptor>();
        });
        // Up to a hundred records with their texts come at once (docs/decisions/0012).
        services.AddGrpc().AddServiceOptions<ImportGrpc>(options => options.MaxReceiveMessageSize = LargestImport);
        services.AddGrpcHealthChecks(options =>
            {
                options.Services.Map("", registration => registration.Tags.Contains("ready"));
                options.Services.Map("live", registration => registration.Tags.Contains("live"));
                options.Services.Map("ready", registration => registration.Tags.Contains("ready"));
            })
            .AddCheck("process", () => HealthCheckResult.Healthy(), ["live"])
            .AddCheck<StoreHealth>("store", tags: ["ready"]);
        if (settings.Reflection)
            services.AddGrpcReflection();
    }
}
