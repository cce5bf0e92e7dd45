using k8s.Models;

namespace Inspectorates.SystemTests.Kubernetes;

/// <summary>The manifests, held against policy and against each other.</summary>
public sealed class ManifestTests(LocalOverlay overlay) : IClassFixture<LocalOverlay>
{
    private static readonly string[] Inspectorates = ["cqc", "hmi-probation", "hmic", "ofsted"];

    [Fact]
    public void The_overlay_runs_the_four_inspectorates_and_the_gateway()
    {
        Assert.Equal(["cqc-inspectorate", "gateway", "hmi-probation-inspectorate", "hmic-inspectorate", "ofsted-inspectorate"], overlay.Pods.Keys.Order());
    }

    [Fact]
    public void Every_pod_is_restricted()
    {
        Assert.All(overlay.Pods.Values, pod =>
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
            Assert.NotNull(container.StartupProbe);
            Assert.NotNull(container.LivenessProbe);
            Assert.NotNull(container.ReadinessProbe);
        });
        Assert.Equal("restricted", overlay.All<V1Namespace>().Single().Labels()["pod-security.kubernetes.io/enforce"]);
    }

    [Fact]
    public void A_store_with_one_writer_is_one_replica_with_a_volume_of_its_own()
    {
        Assert.All(overlay.All<V1StatefulSet>(), set =>
        {
            Assert.Equal(1, set.Spec.Replicas);
            Assert.Equal("/data", set.Spec.Template.Spec.Containers.Single().VolumeMounts.Single(m => m.Name == "data").MountPath);
            Assert.Equal("data", set.Spec.VolumeClaimTemplates.Single().Name());
            Assert.Equal("/data", overlay.Settings(set.Spec.Template.Spec)["Inspectorate__DataDirectory"]);
        });
    }

    [Fact]
    public void Every_program_listens_where_its_probes_and_its_service_look()
    {
        foreach (var (name, pod) in overlay.Pods)
        {
            var container = pod.Containers.Single();
            var listens = overlay.Settings(pod)
                .Where(s => s.Key.EndsWith("Url", StringComparison.Ordinal) || s.Key.EndsWith("Urls", StringComparison.Ordinal))
                .Select(s => new Uri(s.Value).Port)
                .Order();
            Assert.Equal(listens, container.Ports.Select(p => p.ContainerPort).Order());

            var service = overlay.All<V1Service>().Single(s => s.Name() == name);
            Assert.Equal(container.Ports.Select(p => p.Name).Order(), service.Spec.Ports.Select(p => p.TargetPort.Value).Order());
        }
    }

    [Fact]
    public void The_gateway_asks_every_inspectorate_at_its_own_service()
    {
        var settings = overlay.Settings(overlay.Pods["gateway"]);

        for (var i = 0; i < Inspectorates.Length; i++)
        {
            var code = settings[$"Gateway__Inspectorates__{i}__Code"];
            var address = new Uri(settings[$"Gateway__Inspectorates__{i}__Address"]);
            var service = overlay.All<V1Service>().Single(s => s.Name() == address.Host);
            Assert.Equal($"{code}-inspectorate", service.Name());
            Assert.Equal("None", service.Spec.ClusterIP);
            Assert.Contains(service.Spec.Ports, p => p.Port == address.Port);
        }
    }

    [Fact]
    public void Services_choose_the_pods_of_their_own_inspectorate_only()
    {
        foreach (var service in overlay.All<V1Service>())
        {
            var chosen = overlay.All<V1StatefulSet>().Where(s => Matches(service, s.Spec.Template.Metadata)).Select(s => s.Name())
                .Concat(overlay.All<V1Deployment>().Where(d => Matches(service, d.Spec.Template.Metadata)).Select(d => d.Name()));
            Assert.Equal([service.Name()], chosen);
        }

        static bool Matches(V1Service service, V1ObjectMeta pod) =>
            service.Spec.Selector.All(wanted => pod.Labels.TryGetValue(wanted.Key, out var value) && value == wanted.Value);
    }

    [Fact]
    public void Nothing_is_let_in_or_out_unless_a_policy_names_it()
    {
        var denies = overlay.All<V1NetworkPolicy>().Single(p => p.Name() == "deny-by-default");

        Assert.Equal(["Egress", "Ingress"], denies.Spec.PolicyTypes.Order());
        Assert.Null(denies.Spec.Ingress);
        Assert.Null(denies.Spec.Egress);
        Assert.All(
            overlay.All<V1NetworkPolicy>().Where(p => p.Name().EndsWith("-inspectorate", StringComparison.Ordinal)),
            policy => Assert.Equal("gateway", policy.Spec.Ingress.Single().FromProperty.Single().PodSelector.MatchLabels["app.kubernetes.io/component"]));
    }

    [Fact]
    public void The_image_file_builds_any_program_and_runs_it_without_root_or_shell()
    {
        var image = File.ReadAllText(SolutionFolder.In("Dockerfile"));
        var user = overlay.Pods["gateway"].SecurityContext.RunAsUser;

        Assert.Contains($"USER {user}", image, StringComparison.Ordinal);
        Assert.Contains("chiseled", image, StringComparison.Ordinal);
        Assert.Single(Directory.EnumerateFiles(SolutionFolder.Path, "Dockerfile*", SearchOption.AllDirectories));
    }
}
