using k8s;
using k8s.Models;

namespace Inspectorates.SystemTests.Kubernetes;

/// <summary>An overlay as <c>kubectl kustomize</c> builds it, parsed strictly: an unknown property or a wrong type is an error.</summary>
public abstract class Overlay(string name) : IAsyncLifetime
{
    private const string Kubectl = "kubectl";

    internal static readonly string[] Inspectorates = ["cqc", "hmi-probation", "hmic", "ofsted"];

    private IReadOnlyList<object> built = [];

    /// <summary>Everything it is made of. Skips the test that asks where there is no kubectl.</summary>
    public IReadOnlyList<object> Objects
    {
        get
        {
            Needs.Program(Kubectl);
            return built;
        }
    }

    public async ValueTask InitializeAsync()
    {
        if (!Needs.Has(Kubectl))
            return;
        var run = await Shell.RunAsync(Needs.Program(Kubectl), "kustomize", $"deploy/k8s/overlays/{name}");
        Assert.True(run.ExitCode == 0, run.Everything);
        built = KubernetesYaml.LoadAllFromString(run.Output, strict: true);
    }

    public ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }

    internal IEnumerable<T> All<T>() => Objects.OfType<T>();

    /// <summary>Every pod the overlay keeps running, with its labels, by the name of what runs it.</summary>
    internal IReadOnlyDictionary<string, V1PodTemplateSpec> Templates => All<V1StatefulSet>().ToDictionary(s => s.Name(), s => s.Spec.Template)
        .Concat(All<V1Deployment>().ToDictionary(d => d.Name(), d => d.Spec.Template))
        .ToDictionary();

    /// <summary>Every pod the overlay keeps running, by the name of what runs it.</summary>
    internal IReadOnlyDictionary<string, V1PodSpec> Pods => Templates.ToDictionary(named => named.Key, named => named.Value.Spec);

    /// <summary>The pods of the jobs, which end.</summary>
    internal IReadOnlyDictionary<string, V1PodTemplateSpec> Jobs => All<V1Job>().ToDictionary(j => j.Name(), j => j.Spec.Template);

    /// <summary>The settings a pod's container gets from the manifests themselves.</summary>
    internal IReadOnlyDictionary<string, string> Settings(V1PodSpec pod) => (pod.Containers.Single().EnvFrom ?? [])
        .SelectMany(from => All<V1ConfigMap>().Single(map => map.Name() == from.ConfigMapRef.Name).Data)
        .ToDictionary();

    /// <summary>The settings a pod's container gets from a Secret: which, and which key of it.</summary>
    internal static IReadOnlyDictionary<string, V1SecretKeySelector> SecretSettings(V1PodSpec pod) => (pod.Containers.Single().Env ?? [])
        .ToDictionary(variable => variable.Name, variable => variable.ValueFrom.SecretKeyRef);

    /// <summary>The volume a path in a pod is on and the name of the file there; null: it is on none.</summary>
    internal static (V1Volume Volume, V1VolumeMount Mount, string File)? Mounted(V1PodSpec pod, string path) =>
        pod.Containers.Single().VolumeMounts.FirstOrDefault(mount => path.StartsWith(mount.MountPath + "/", StringComparison.Ordinal)) is { } mount
            ? (pod.Volumes.Single(volume => volume.Name == mount.Name), mount, path[(mount.MountPath.Length + 1)..])
            : null;
}

/// <summary>The suite on embedded stores.</summary>
public sealed class LocalOverlay() : Overlay("local");

/// <summary>The suite on PostgreSQL.</summary>
public sealed class PostgresOverlay() : Overlay("postgresql");
