using k8s;
using k8s.Models;

namespace Inspectorates.SystemTests.Kubernetes;

/// <summary>The local overlay as <c>kubectl kustomize</c> builds it, parsed strictly: an unknown property or a wrong type is an error.</summary>
public sealed class LocalOverlay : IAsyncLifetime
{
    public IReadOnlyList<object> Objects { get; private set; } = [];

    public async ValueTask InitializeAsync()
    {
        var built = await Shell.RunAsync(Needs.Program("kubectl"), "kustomize", "deploy/k8s/overlays/local");
        Assert.True(built.ExitCode == 0, built.Everything);
        Objects = KubernetesYaml.LoadAllFromString(built.Output, strict: true);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    internal IEnumerable<T> All<T>() => Objects.OfType<T>();

    /// <summary>Every pod the overlay runs, by the name of what runs it.</summary>
    internal IReadOnlyDictionary<string, V1PodSpec> Pods => All<V1StatefulSet>().ToDictionary(s => s.Name(), s => s.Spec.Template.Spec)
        .Concat(All<V1Deployment>().ToDictionary(d => d.Name(), d => d.Spec.Template.Spec))
        .ToDictionary();

    /// <summary>The settings a pod's container gets.</summary>
    internal IReadOnlyDictionary<string, string> Settings(V1PodSpec pod) => pod.Containers.Single().EnvFrom
        .SelectMany(from => All<V1ConfigMap>().Single(map => map.Name() == from.ConfigMapRef.Name).Data)
        .ToDictionary();
}
