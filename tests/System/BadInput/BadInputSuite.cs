using Grpc.Health.V1;
using Grpc.Net.Client;
using Inspectorates.SystemTests.Launcher;
using Inspectorates.V1;

namespace Inspectorates.SystemTests.BadInput;

/// <summary>A suite of its own, since much of what is bad is taken as text: the real programs, without the shipped facts.</summary>
public sealed class BadInputSuite : IAsyncLifetime
{
    private const string Code = "ofsted";

    private Launched? _launched;
    private Tokens? _tokens;
    private IReadOnlyList<int> _programs = [];

    internal Launched Launched => _launched ?? throw new InvalidOperationException("not started");

    internal Valid Valid { get; private set; } = null!;

    internal Wire Wire { get; } = new();

    internal string Service => Launched.Services[Code];

    public async ValueTask InitializeAsync()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "reads /proc");
        // As many as come: what is tested here is what they hold, and limits have tests of their own.
        _launched = await Launched.StartAsync(
            new Dictionary<string, string>
            {
                ["Limits__CallsPerSecond"] = "1000000",
                ["Limits__Burst"] = "1000000",
                ["Limits__Concurrent"] = "10000",
                ["Gateway__Limits__CallsPerSecond"] = "1000000",
                ["Gateway__Limits__Burst"] = "1000000",
                ["Gateway__Limits__Concurrent"] = "10000",
            },
            "--without-facts");
        using var channel = GrpcChannel.ForAddress(Service);
        var description = await new InspectorateService.InspectorateServiceClient(channel).GetInspectorateAsync(new GetInspectorateRequest());
        _tokens = new Tokens(Path.Combine(Launched.Data, "development-issuer", Code + ".pem"), Code);
        Valid = new Valid(description.Inspectorate, _tokens);
        _programs = Launched.Programs;
    }

    public async ValueTask DisposeAsync()
    {
        Wire.Dispose();
        _tokens?.Dispose();
        if (_launched is not null)
            await _launched.DisposeAsync();
    }

    internal Task<Answer> SendAsync(Ways way, Sent sent, Wire? wire = null)
    {
        wire ??= Wire;
        if (sent.Role is { } role)
            sent = sent.With("authorization", "Bearer " + Valid.Tokens.Valid(role));
        if (way == Ways.Json)
            return wire.HttpAsync(Launched.Http, sent);
        var named = sent.Unaddressed || sent.Headers.Any(header => header.Name == "inspectorate");
        return wire.GrpcAsync(way == Ways.Direct ? Service : Launched.Grpc, way == Ways.Gateway && !named ? sent.With("inspectorate", Code) : sent);
    }

    /// <summary>The same processes are there, say that they are healthy, and serve and record what is right.</summary>
    internal async Task IsAliveAsync()
    {
        Assert.Equal(_programs.Order(), Launched.Programs.Order());
        foreach (var address in Launched.Services.Values.Append(Launched.Grpc))
        {
            using var channel = GrpcChannel.ForAddress(address);
            var health = await new Health.HealthClient(channel).CheckAsync(new HealthCheckRequest(), deadline: DateTime.UtcNow.AddSeconds(5));
            Assert.Equal(HealthCheckResponse.Types.ServingStatus.Serving, health.Status);
        }

        foreach (var way in new[] { Ways.Direct, Ways.Gateway })
        {
            var recorded = await SendAsync(way, Sent.Call("VerdictService/RecordVerdict", Valid.Recording()).As("inspector"));
            Assert.True(recorded.Code == Grpc.Core.StatusCode.OK, $"a good call {way} was answered {recorded}");
            Assert.Equal(1, RecordVerdictResponse.Parser.ParseFrom(recorded.Body).Verdict.Revision);
        }

        var view = await SendAsync(Ways.Json, Sent.Json($"/api/v1/areas/{Valid.Area}/joint-view"));
        Assert.Equal(200, view.Http);
    }
}

/// <summary>Alone: a hundred thousand calls beside other tests would make those late.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class OneBadInputSuite : ICollectionFixture<BadInputSuite>
{
    public const string Name = "bad input";
}
