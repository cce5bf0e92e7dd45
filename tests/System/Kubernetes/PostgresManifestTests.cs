using k8s.Models;

namespace Inspectorates.SystemTests.Kubernetes;

/// <summary>What holds on PostgreSQL.</summary>
public sealed class PostgresManifestTests(PostgresOverlay overlay) : ManifestTests<PostgresOverlay>(overlay)
{
    private const string Store = "Inspectorate__Store__ConnectionString";

    private IReadOnlyList<V1Deployment> Services => [.. Built.All<V1Deployment>().Where(d => d.Name() != "gateway").OrderBy(d => d.Name(), StringComparer.Ordinal)];

    [Fact]
    public void The_record_has_no_volume()
    {
        Assert.Empty(Built.All<V1StatefulSet>());
        Assert.Empty(Built.All<V1PersistentVolumeClaim>());
        Assert.All(Built.Pods.Values, pod =>
        {
            Assert.DoesNotContain(pod.Volumes, volume => volume.PersistentVolumeClaim is not null || volume.HostPath is not null);
            Assert.DoesNotContain(pod.Containers.Single().VolumeMounts, mount => mount.MountPath == "/data");
        });
    }

    [Fact]
    public void Every_service_has_several_replicas_of_which_one_at_a_time_may_be_missing()
    {
        Assert.Equal(4, Services.Count);
        Assert.All(Services, service =>
        {
            Assert.True(service.Spec.Replicas >= 2);
            Assert.Equal("0", service.Spec.Strategy.RollingUpdate.MaxUnavailable.Value);
            Assert.NotEmpty(service.Spec.Template.Spec.TopologySpreadConstraints);
            var budget = Built.All<V1PodDisruptionBudget>().Single(b => b.Name() == service.Name());
            Assert.Equal("1", budget.Spec.MaxUnavailable.Value);
            Assert.Equal(service.Spec.Selector.MatchLabels.ToHashSet(), budget.Spec.Selector.MatchLabels.ToHashSet());
        });
    }

    [Fact]
    public void Each_service_and_its_migration_find_the_store_in_one_Secret_of_their_own()
    {
        foreach (var code in Overlay.Inspectorates)
        {
            var (service, job) = (Built.Pods[$"{code}-inspectorate"], Built.Jobs[$"{code}-migration"].Spec);

            Assert.All([service, job], pod =>
            {
                var secret = Overlay.SecretSettings(pod)[Store];
                Assert.Equal(($"{code}-store", "connection-string"), (secret.Name, secret.Key));
                Assert.True(secret.Optional is null or false);
            });
            Assert.Equal(service.Containers.Single().Image, job.Containers.Single().Image);
            Assert.Equal(["migrate"], job.Containers.Single().Args);
            Assert.Equal("OnFailure", job.RestartPolicy);
        }

        Assert.Equal(4, Built.Jobs.Count);
    }

    // The README applies what has this label first, and waits.
    [Fact]
    public void Migrations_and_the_policies_they_need_can_be_chosen_by_one_label()
    {
        var chosen = Built.Objects.OfType<IMetadata<V1ObjectMeta>>()
            .Where(one => one.Labels()?.TryGetValue("app.kubernetes.io/component", out var component) is true && component == "migration")
            .Select(one => (one.GetType(), one.Name()));

        Assert.Equal(
            Overlay.Inspectorates.SelectMany(code => new[] { (typeof(V1Job), $"{code}-migration"), (typeof(V1NetworkPolicy), $"{code}-migration") }).ToHashSet(),
            chosen.ToHashSet());
    }
}
