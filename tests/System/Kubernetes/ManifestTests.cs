using k8s.Models;

namespace Inspectorates.SystemTests.Kubernetes;

/// <summary>The manifests, held against policy and against each other: what holds of every Built.</summary>
public abstract class ManifestTests<T>(T overlay) : IClassFixture<T>
    where T : Overlay
{
    private static readonly string[] Inspectorates = Overlay.Inspectorates;

    protected T Built { get; } = overlay;

    [Fact]
    public void The_overlay_runs_the_four_inspectorates_and_the_gateway()
    {
        Assert.Equal(["cqc-inspectorate", "gateway", "hmi-probation-inspectorate", "hmic-inspectorate", "ofsted-inspectorate"], Built.Pods.Keys.Order());
    }

    [Fact]
    public void Every_pod_is_restricted()
    {
        Assert.All(Built.Pods.Values, pod =>
        {
            Assert.NotNull(pod.Containers.Single().StartupProbe);
            Assert.NotNull(pod.Containers.Single().LivenessProbe);
            Assert.NotNull(pod.Containers.Single().ReadinessProbe);
        });
        Assert.All(Built.Pods.Values.Concat(Built.Jobs.Values.Select(job => job.Spec)), pod =>
        {
            Assert.False(pod.AutomountServiceAccountToken);
            Assert.True(pod.SecurityContext.RunAsNonRoot);
            Assert.Equal("RuntimeDefault", pod.SecurityContext.SeccompProfile.Type);
            var container = pod.Containers.Single();
            Assert.False(container.SecurityContext.AllowPrivilegeEscalation);
            Assert.True(container.SecurityContext.ReadOnlyRootFilesystem);
            Assert.Equal(["ALL"], container.SecurityContext.Capabilities.Drop);
            Assert.Contains("memory", container.Resources.Limits.Keys);
            Assert.Contains("cpu", container.Resources.Requests.Keys);
        });
        Assert.Equal("restricted", Built.All<V1Namespace>().Single().Labels()["pod-security.kubernetes.io/enforce"]);
    }

    [Fact]
    public void Every_program_listens_where_its_probes_and_its_service_look()
    {
        foreach (var (name, pod) in Built.Pods)
        {
            var container = pod.Containers.Single();
            var listens = Built.Settings(pod)
                .Where(s => s.Key.EndsWith("Url", StringComparison.Ordinal) || s.Key.EndsWith("Urls", StringComparison.Ordinal))
                .Select(s => new Uri(s.Value).Port)
                .Order();
            Assert.Equal(listens, container.Ports.Select(p => p.ContainerPort).Order());

            var service = Built.All<V1Service>().Single(s => s.Name() == name);
            Assert.Equal(container.Ports.Select(p => p.Name).Order(), service.Spec.Ports.Select(p => p.TargetPort.Value).Order());
        }
    }

    [Fact]
    public void The_gateway_asks_every_inspectorate_at_its_own_service()
    {
        var settings = Built.Settings(Built.Pods["gateway"]);

        for (var i = 0; i < Inspectorates.Length; i++)
        {
            var code = settings[$"Gateway__Inspectorates__{i}__Code"];
            var address = new Uri(settings[$"Gateway__Inspectorates__{i}__Address"]);
            var service = Built.All<V1Service>().Single(s => s.Name() == address.Host);
            Assert.Equal($"{code}-inspectorate", service.Name());
            Assert.Equal("None", service.Spec.ClusterIP);
            Assert.Contains(service.Spec.Ports, p => p.Port == address.Port);
        }
    }

    [Fact]
    public void Services_choose_the_pods_of_their_own_inspectorate_only()
    {
        foreach (var service in Built.All<V1Service>())
        {
            var chosen = Built.All<V1StatefulSet>().Where(s => Matches(service, s.Spec.Template.Metadata)).Select(s => s.Name())
                .Concat(Built.All<V1Deployment>().Where(d => Matches(service, d.Spec.Template.Metadata)).Select(d => d.Name()));
            Assert.Equal([service.Name()], chosen);
        }

        static bool Matches(V1Service service, V1ObjectMeta pod) =>
            service.Spec.Selector.All(wanted => pod.Labels.TryGetValue(wanted.Key, out var value) && value == wanted.Value);
    }

    [Fact]
    public void Each_inspectorate_witnesses_and_waits_for_all_the_others_through_the_gateway()
    {
        foreach (var code in Inspectorates)
        {
            var settings = Built.Settings(Built.Pods[$"{code}-inspectorate"]);
            var others = Inspectorates.Where(other => other != code).ToList();

            Assert.Equal(others, Codes(settings, "Audit__Witness__", "__TokenFile"));
            Assert.Equal(others, Codes(settings, "Positions__", "__PublicKeyFile"));
            foreach (var gateway in new[] { settings["Audit__Witness__Gateway"], settings["Positions__Gateway"] }.Select(address => new Uri(address)))
            {
                var port = Built.All<V1Service>().Single(s => s.Name() == gateway.Host).Spec.Ports.Single(p => p.Port == gateway.Port);
                Assert.Equal("grpc", port.TargetPort.Value);
            }
        }

        static IEnumerable<string> Codes(IReadOnlyDictionary<string, string> settings, string before, string after) => settings.Keys
            .Where(key => key.StartsWith(before, StringComparison.Ordinal) && key.EndsWith(after, StringComparison.Ordinal))
            .Select(key => key[before.Length..^after.Length])
            .Order(StringComparer.Ordinal);
    }

    [Fact]
    public void Every_file_that_a_setting_names_is_on_a_volume_that_is_read_only()
    {
        foreach (var (name, pod) in Built.Pods)
            foreach (var setting in Built.Settings(pod).Where(s => s.Key.EndsWith("File", StringComparison.Ordinal)))
            {
                var mounted = Overlay.Mounted(pod, setting.Value);
                Assert.True(mounted is not null, $"{name}: {setting.Key} names {setting.Value}, where nothing is mounted.");
                Assert.True(mounted.Value.Mount.ReadOnlyProperty);
                Assert.True(mounted.Value.Volume.Secret is not null || mounted.Value.Volume.ConfigMap is not null);
            }
    }

    [Fact]
    public void Secrets_are_an_inspectorates_own_and_none_is_in_the_repository()
    {
        Assert.Empty(Built.All<V1Secret>());
        foreach (var code in Inspectorates)
        {
            var pod = Built.Pods[$"{code}-inspectorate"];
            var secrets = pod.Volumes.Where(volume => volume.Secret is not null).ToDictionary(volume => volume.Name, volume => volume.Secret);

            Assert.Equal(["audit-key", "development-issuer", "witness-tokens"], secrets.Keys.Order());
            Assert.All(secrets, secret => Assert.Equal($"{code}-{secret.Key}", secret.Value.SecretName));
            // Files of a Secret are root's: the program reads them as one of its group.
            Assert.All(secrets, secret => Assert.Equal(Convert.ToInt32("440", 8), secret.Value.DefaultMode));
            Assert.Equal(pod.SecurityContext.RunAsGroup, pod.SecurityContext.FsGroup);
            Assert.Equal("/audit-key/key.pem", Built.Settings(pod)["Audit__KeyFile"]);
        }

        Assert.DoesNotContain(Built.Pods["gateway"].Volumes, volume => volume.Secret is not null);
    }

    [Fact]
    public void Every_setting_is_of_a_section_that_its_program_reads()
    {
        string[] ofServices = ["Inspectorate", "Trust", "Limits", "Audit", "Positions"];
        foreach (var (name, pod) in Built.Pods)
            Assert.All(
                Built.Settings(pod).Keys.Concat(Overlay.SecretSettings(pod).Keys).Where(key => key != "DOTNET_ENVIRONMENT"),
                key => Assert.Contains(key.Split("__")[0], name == "gateway" ? ["Gateway"] : ofServices));
    }

    [Fact]
    public void The_image_file_builds_any_program_and_runs_it_without_root_or_shell()
    {
        var image = File.ReadAllText(SolutionFolder.In("Dockerfile"));
        var user = Built.Pods["gateway"].SecurityContext.RunAsUser;

        Assert.Contains($"USER {user}", image, StringComparison.Ordinal);
        Assert.Contains("chiseled", image, StringComparison.Ordinal);
        Assert.Single(Directory.EnumerateFiles(SolutionFolder.Path, "Dockerfile*", SearchOption.AllDirectories));
    }
}
