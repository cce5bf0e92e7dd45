using Inspectorates.Gateway.Joint.Agreement;

namespace Inspectorates.Gateway.Asking;

/// <summary>The gateway's settings, checked as a whole: section <c>Gateway</c>.</summary>
public sealed record GatewaySettings
{
    /// <summary><c>Gateway:HttpUrl</c>: where pages and JSON are served, over HTTP/1.1.</summary>
    public required Uri HttpUrl { get; init; }

    /// <summary><c>Gateway:GrpcUrl</c>: where gRPC is served, over HTTP/2 without TLS.</summary>
    public required Uri GrpcUrl { get; init; }

    /// <summary>The inspectorates in the order of their codes; at least one.</summary>
    public required IReadOnlyList<InspectorateSettings> Inspectorates { get; init; }

    /// <summary>How long the gateway waits.</summary>
    public required AskingSettings Asking { get; init; }

    /// <summary>How much one caller may ask.</summary>
    public required LimitSettings Limits { get; init; }

    /// <summary>
    /// <c>Gateway:Differences:WindowDays</c>: verdicts further apart than this many days are not held against each
    /// other. Default 365.
    /// </summary>
    public required int WindowDays { get; init; }

    /// <summary>
    /// <c>Gateway:Differences:StrongSteps</c>: how many steps on the axis of standings, 1 to 4, make a difference
    /// strong. Default 3.
    /// </summary>
    public required int StrongSteps { get; init; }

    /// <summary>
    /// <c>Gateway:Profiles:Folder</c>: where the files of weight profiles are. Default: the folder <c>Profiles</c> that ships
    /// beside the program, with two that only illustrate. An empty folder: there are none, and no overall.
    /// </summary>
    public required string ProfileFolder { get; init; }

    /// <summary>
    /// <c>Gateway:Agreement:Floor</c>: below this many comparable units no coefficient of agreement is given, default 10;
    /// <c>Gateway:Agreement:Replicates</c>: how many draws an interval is made of, default 500;
    /// <c>Gateway:Agreement:Seed</c>: the seed of the draws.
    /// </summary>
    public required AgreementOptions Agreement { get; init; }

    /// <summary>Reads the settings.</summary>
    /// <exception cref="SettingsException">Something is missing or wrong; it names every fault, not only the first.</exception>
    public static GatewaySettings Read(IConfiguration configuration)
    {
        var section = new SettingsSection(configuration.GetSection("Gateway"));
        var usual = new AskingSettings();
        var settings = new GatewaySettings
        {
            HttpUrl = section.Address("HttpUrl", "http://127.0.0.1:8080"),
            GrpcUrl = section.Address("GrpcUrl", "http://127.0.0.1:8081"),
            Inspectorates = InspectorateList.Read(section),
            Asking = new AskingSettings
            {
                Budget = section.Duration("Budget", usual.Budget),
                Attempt = section.Duration("Attempt", usual.Attempt),
                Break = section.Duration("Break", usual.Break),
                FailuresToBreak = section.Number("FailuresToBreak", usual.FailuresToBreak, 2, 1000),
                Retries = section.Number("Retries", usual.Retries, 0, 5),
            },
            Limits = ReadLimits(section),
            WindowDays = section.Number("Differences:WindowDays", 365, 0, 36500),
            StrongSteps = section.Number("Differences:StrongSteps", 3, 1, 4),
            ProfileFolder = section.Text("Profiles:Folder") is { Length: > 0 } folder ? folder : Profiles.ProfileFolder.Shipped,
            Agreement = ReadAgreement(section),
        };
        if (settings.Asking.Attempt >= settings.Asking.Asking)
            section.Fault("Attempt", $"{settings.Asking.Attempt} must be shorter than three quarters of Gateway:Budget, "
                + "the rest of which is for composing the answer");
        if (settings.Asking.Break < TimeSpan.FromMilliseconds(500))
            section.Fault("Break", $"{settings.Asking.Break} is too short; half a second is the least");
        section.RefuseUnknown();
        section.ThrowIfFaulty();
        return settings;
    }

    private static AgreementOptions ReadAgreement(SettingsSection section)
    {
        var usual = new AgreementOptions();
        return new(
            section.Number("Agreement:Floor", usual.Floor, 2, 1_000_000),
            section.Number("Agreement:Replicates", usual.Replicates, 100, 10_000),
            section.Number("Agreement:Seed", usual.Seed, 1, int.MaxValue));
    }

    private static LimitSettings ReadLimits(SettingsSection section)
    {
        var usual = new LimitSettings();
        return new()
        {
            CallsPerSecond = section.Number("Limits:CallsPerSecond", usual.CallsPerSecond, 1, 1_000_000),
            Burst = section.Number("Limits:Burst", usual.Burst, 1, 1_000_000),
            Concurrent = section.Number("Limits:Concurrent", usual.Concurrent, 1, 100_000),
            Streams = section.Number("Limits:Streams", usual.Streams, 1, 100_000),
        };
    }
}
