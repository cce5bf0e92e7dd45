using k8s.Models;

namespace Inspectorates.SystemTests.Kubernetes;

/// <summary>What holds on embedded stores.</summary>
public sealed class LocalManifestTests(LocalOverlay overlay) : ManifestTests<LocalOverlay>(overlay)
{
    [Fact]
    public void A_store_with_one_writer_is_one_replica_with_a_volume_of_its_own()
    {
        Assert.All(Built.All<V1StatefulSet>(), set =>
        {
            Assert.Equal(1, set.Spec.Replicas);
            Assert.Equal("/data", set.Spec.Template.Spec.Containers.Single().VolumeMounts.Single(m => m.Name == "data").MountPath);
            Assert.Equal("data", set.Spec.VolumeClaimTemplates.Single().Name());
            Assert.Equal("/data", Built.Settings(set.Spec.Template.Spec)["Inspectorate__DataDirectory"]);
        });
    }
}
