using Inspectorates.Hosting.Settings;
using Inspectorates.Hosting.Telemetry;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Inspectorates.Hosting;

/// <summary>Makes the web application that serves an inspectorate: the contract, its store, trust, health and telemetry.</summary>
public static class InspectorateHost
{
    /// <summary>The port used where neither settings nor program name one.</summary>
    public const int DefaultPort = 5101;

    /// <summary>Builds the application; the caller starts it.</summary>
    /// <param name="args">
    /// Settings as on the command line, such as <c>--Inspectorate:Urls=http://127.0.0.1:0</c>; they win over environment
    /// variables (<c>Inspectorate__Urls</c>). <c>--environment=Development</c> sets the environment.
    /// </param>
    /// <param name="inspectorate">The inspectorate.</param>
    /// <param name="port">The port to listen on where the settings name none.</param>
    /// <param name="time">The clock; the system's if left out.</param>
    /// <param name="settingsFile">A JSON file of settings, weaker than environment variables; null: none.</param>
    /// <param name="configure">What a test puts in place of what runs in earnest.</param>
    /// <exception cref="SettingsException">The settings are at fault; all faults are named.</exception>
    public static WebApplication Build(
        string[] args, IInspectorate inspectorate, int port = DefaultPort, TimeProvider? time = null, string? settingsFile = null,
        Action<IServiceCollection>? configure = null)
    {
        var configuration = Configuration(args, settingsFile);
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions
        {
            ApplicationName = typeof(InspectorateHost).Assembly.GetName().Name,
            EnvironmentName = EnvironmentOf(configuration),
        });
        builder.Configuration.AddConfiguration(configuration);
        var settings = SettingsReader.Read(configuration, inspectorate.Code, builder.Environment.IsDevelopment(), port);

        builder.Logging.AddSimpleConsole(options => options.SingleLine = true);
        builder.Logging.AddFilter("Microsoft", LogLevel.Warning).AddFilter("Grpc", LogLevel.Critical);
        builder.Logging.AddFilter("Microsoft.Hosting.Lifetime", LogLevel.Information);
        // Later rules win: what is configured over what is usual.
        builder.Logging.AddConfiguration(configuration.GetSection("Logging"));
        builder.Host.UseDefaultServiceProvider(options => options.ValidateOnBuild = options.ValidateScopes = true);
        builder.WebHost.UseKestrelCore().UseUrls(settings.Urls);
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            // The gateway brings the calls of all its callers on few connections. A stream counts until its body is drained: with the
            // usual 100, one caller of many cut messages would have others' calls refused. What one caller may take is in Limits.
            kestrel.Limits.Http2.MaxStreamsPerConnection = 1000;
            // gRPC without TLS needs HTTP/2 by prior knowledge: there is nothing to negotiate it with.
            kestrel.ConfigureEndpointDefaults(endpoint => endpoint.Protocols = HttpProtocols.Http2);
        });
        builder.Services.Configure<HostOptions>(options => options.ShutdownTimeout = TimeSpan.FromSeconds(25));
        builder.Services.TryAddSingleton(time ?? TimeProvider.System);
        builder.Services.AddInspectorate(inspectorate, settings, time ?? TimeProvider.System);
        builder.AddTelemetry(inspectorate.Code);
        configure?.Invoke(builder.Services);

        var app = builder.Build();
        app.MapInspectorate(settings);
        return app;
    }

    internal static IConfigurationRoot Configuration(string[] args, string? settingsFile)
    {
        var builder = new ConfigurationBuilder();
        if (settingsFile is not null)
            builder.AddJsonFile(Path.GetFullPath(settingsFile), optional: false);
        return builder.AddEnvironmentVariables().AddCommandLine(args).Build();
    }

    internal static string EnvironmentOf(IConfiguration configuration) =>
        configuration["environment"] ?? configuration["ASPNETCORE_ENVIRONMENT"] ?? configuration["DOTNET_ENVIRONMENT"] ?? Environments.Production;
}
