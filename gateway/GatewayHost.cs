using Inspectorates.Gateway.Answering;
using Inspectorates.Gateway.Answering.Watching;
using Inspectorates.Gateway.Asking;
using Inspectorates.Gateway.Grpc;
using Inspectorates.Gateway.Joint;
using Inspectorates.Gateway.Limits;
using Inspectorates.Gateway.Pages;
using Inspectorates.Gateway.Profiles;
using Inspectorates.Gateway.Proxy;
using Inspectorates.Gateway.Rest;

namespace Inspectorates.Gateway;

/// <summary>The gateway as a program: asks every inspectorate, composes, and tells it as JSON, gRPC and pages.</summary>
public static class GatewayHost
{
    /// <summary>
    /// The gateway, ready to run. Once it runs it follows what becomes public; beyond that nobody is asked anything before
    /// somebody asks it.
    /// </summary>
    /// <param name="args">Settings as arguments: <c>--Gateway:HttpUrl=http://127.0.0.1:0</c>.</param>
    /// <param name="configure">What a test puts in place of what runs in earnest, its clock above all.</param>
    /// <exception cref="SettingsException">The settings or a weight profile are not usable; it names every fault.</exception>
    public static WebApplication Build(string[] args, Action<IServiceCollection>? configure = null)
    {
        var builder = WebApplication.CreateBuilder(args);
        var settings = GatewaySettings.Read(builder.Configuration);
        builder.UseTwoPorts(settings);
        builder.UseQuietLogs();
        builder.AddGatewayTelemetry();
        // A service that cannot be built is found at the start, in every environment.
        builder.Host.UseDefaultServiceProvider(services => services.ValidateOnBuild = services.ValidateScopes = true);

        var services = builder.Services;
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton(settings);
        services.AddSingleton(new DifferenceOptions(settings.WindowDays, settings.StrongSteps));
        services.AddSingleton(settings.Agreement);
        services.AddSingleton(EnglishCatalogue.Read());
        services.AddSingleton<SourceMetrics>();
        services.AddSingleton<InspectorateSources>();
        services.AddSingleton<PublicStates>();
        services.AddHostedService<ChangeFollowing>();
        services.AddSingleton<JointViews>();
        services.AddSingleton<JointDifferences>();
        services.AddSingleton<DifferenceWatching>();
        services.AddSingleton<JointAgreement>();
        services.AddSingleton<JointGrades>();
        services.AddSingleton<FrameworkListing>();
        services.AddSingleton<ResponsibilityQuestions>();
        services.AddSingleton<IndicatorListing>();
        services.AddSingleton<InspectorateMeasuring>();
        services.AddSingleton<VerdictHistoryQuestions>();
        services.AddSingleton(new WeightProfiles(ProfileFolder.Read(settings.ProfileFolder, ProfileReader.OfEngland())));
        services.AddSingleton<AreaBalanceQuestions>();
        services.AddSingleton<RuleDiscrepancyQuestions>();
        services.AddJointGrpc(builder.Environment);
        services.AddPassThrough(settings);
        services.AddSingleton(_ => new CallLimits(settings.Limits));
        configure?.Invoke(services);

        var app = builder.Build();
        app.UseSecurityHeaders();
        app.UseMiddleware<RefusalMiddleware>();
        app.UseMiddleware<GrpcRefusalMiddleware>();
        app.UseOneInspectorate();
        app.UseRouting();
        app.UseMiddleware<CallLimitMiddleware>();
        app.UseRequestTimeouts();
        app.UseMiddleware<ProxyRefusalMiddleware>();
        app.MapPages();
        app.MapAgreementPage();
        app.MapRegistryPages();
        app.MapAreaFrameworkPage();
        app.MapMeasuresPage();
        app.MapRest();
        app.MapReference();
        app.MapJointGrpc();
        app.MapPassThrough();
        app.MapHealth();
        return app;
    }
}
