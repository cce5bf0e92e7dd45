using k8s.Models;

namespace Inspectorates.SystemTests.Kubernetes;

/// <summary>Who may call whom, by the network policies as they are built.</summary>
public abstract class TrafficTests<T>(T overlay) : IClassFixture<T>
    where T : Overlay
{
    private const int Http = 8080;
    private const int Grpc = 8081;
    private const int Service = 5100;
    private const int Database = 5432;

    private static readonly Place Outside = Place.Named("elsewhere", ("app", "browser"));
    private static readonly Place Stranger = Place.Named("inspectorates", ("app", "stranger"));
    private static readonly Place NameService = Place.Named("kube-system", ("k8s-app", "kube-dns"));
    private static readonly Place Databases = Place.Named("inspectorates", ("app.kubernetes.io/component", "database"));

    protected T Built { get; } = overlay;

    private Traffic Traffic => new(Built.All<V1NetworkPolicy>());

    private Place Gateway => Place.Of(Built.Templates["gateway"]);

    private protected IReadOnlyList<Place> Services =>
        [.. Overlay.Inspectorates.Select(code => Place.Of(Built.Templates[$"{code}-inspectorate"]))];

    private IEnumerable<Place> Everybody => [Gateway, .. Services, .. Built.Jobs.Values.Select(Place.Of)];

    [Fact]
    public void The_gateway_calls_every_inspectorate() =>
        Assert.All(Services, service => Assert.True(Traffic.Passes(Gateway, service, Service)));

    [Fact]
    public void Every_inspectorate_calls_the_gateways_gRPC_and_nothing_else_of_it() => Assert.All(Services, service =>
    {
        Assert.True(Traffic.Passes(service, Gateway, Grpc));
        Assert.False(Traffic.Passes(service, Gateway, Http));
    });

    [Fact]
    public void No_inspectorate_calls_another() =>
        Assert.All(Services, one => Assert.All(Services, other => Assert.False(Traffic.Passes(one, other, Service))));

    [Fact]
    public void Everybody_looks_up_names() => Assert.All(Everybody, pod => Assert.True(Traffic.Passes(pod, NameService, 53)));

    [Fact]
    public void Anybody_calls_the_gateway_and_nobody_else_is_called_from_outside()
    {
        Assert.True(Traffic.Passes(Outside, Gateway, Http));
        Assert.True(Traffic.Passes(Outside, Gateway, Grpc));
        Assert.All(Everybody.Where(pod => pod != Gateway), pod =>
        {
            Assert.False(Traffic.Enters(Outside, pod, Service));
            Assert.False(Traffic.Enters(Stranger, pod, Service));
        });
    }

    [Fact]
    public void Nobody_calls_what_no_policy_names()
    {
        Assert.All(Everybody, pod => Assert.All([Outside, Stranger, NameService], other => Assert.False(Traffic.Leaves(pod, other, 443))));
        Assert.False(Traffic.Leaves(Stranger, Services[0], Service));
    }

    private protected void OnlyTheseCallADatabase(IEnumerable<Place> callers)
    {
        var may = callers.Select(pod => string.Join(',', pod.Labels)).Order();
        Assert.Equal(may, Everybody.Where(pod => Traffic.Leaves(pod, Databases, Database)).Select(pod => string.Join(',', pod.Labels)).Order());
    }
}

/// <summary>On embedded stores.</summary>
public sealed class LocalTrafficTests(LocalOverlay overlay) : TrafficTests<LocalOverlay>(overlay)
{
    [Fact]
    public void Nobody_calls_a_database() => OnlyTheseCallADatabase([]);
}

/// <summary>On PostgreSQL.</summary>
public sealed class PostgresTrafficTests(PostgresOverlay overlay) : TrafficTests<PostgresOverlay>(overlay)
{
    [Fact]
    public void Services_and_migrations_call_the_database_and_the_gateway_does_not() =>
        OnlyTheseCallADatabase([.. Services, .. Built.Jobs.Values.Select(Place.Of)]);
}
