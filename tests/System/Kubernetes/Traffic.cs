using System.Globalization;
using k8s.Models;

namespace Inspectorates.SystemTests.Kubernetes;

/// <summary>A pod as network policies see it.</summary>
/// <param name="Namespace">Its namespace.</param>
/// <param name="Labels">Its labels.</param>
/// <param name="Ports">Its ports by their names.</param>
internal sealed record Place(string Namespace, IDictionary<string, string> Labels, IReadOnlyDictionary<string, int> Ports)
{
    public static Place Of(V1PodTemplateSpec pod) => new(
        "inspectorates", pod.Metadata.Labels,
        (pod.Spec.Containers.Single().Ports ?? []).ToDictionary(port => port.Name, port => port.ContainerPort));

    public static Place Named(string @namespace, params (string Key, string Value)[] labels) =>
        new(@namespace, labels.ToDictionary(label => label.Key, label => label.Value), new Dictionary<string, int>());
}

/// <summary>
/// What the network policies of one namespace let pass: as the documentation of NetworkPolicy has it, a pod that no policy chooses
/// is open, and one that some choose lets pass what any of them names.
/// </summary>
internal sealed class Traffic(IEnumerable<V1NetworkPolicy> policies)
{
    private const string Own = "inspectorates";

    public bool Passes(Place from, Place to, int port) => Leaves(from, to, port) && Enters(from, to, port);

    public bool Leaves(Place from, Place to, int port)
    {
        var of = Of(from, "Egress");
        return of.Count == 0 || of.SelectMany(policy => policy.Spec.Egress ?? [])
            .Any(rule => IsAmong(rule.To, to) && Has(rule.Ports, to, port));
    }

    public bool Enters(Place from, Place to, int port)
    {
        var of = Of(to, "Ingress");
        return of.Count == 0 || of.SelectMany(policy => policy.Spec.Ingress ?? [])
            .Any(rule => IsAmong(rule.FromProperty, from) && Has(rule.Ports, to, port));
    }

    private List<V1NetworkPolicy> Of(Place pod, string direction) => [.. policies.Where(policy =>
        pod.Namespace == Own && policy.Spec.PolicyTypes.Contains(direction) && Chooses(policy.Spec.PodSelector, pod))];

    private static bool IsAmong(IList<V1NetworkPolicyPeer>? peers, Place pod) => peers is not { Count: > 0 } || peers.Any(peer =>
        peer.IpBlock is null
        && (peer.NamespaceSelector is null ? pod.Namespace == Own : peer.NamespaceSelector is { MatchLabels: null, MatchExpressions: null })
        && Chooses(peer.PodSelector, pod));

    private static bool Chooses(V1LabelSelector? selector, Place pod) =>
        (selector?.MatchLabels ?? new Dictionary<string, string>()).All(wanted => pod.Labels.TryGetValue(wanted.Key, out var value) && value == wanted.Value)
        && (selector?.MatchExpressions ?? []).All(wanted => wanted.OperatorProperty == "In"
            ? pod.Labels.TryGetValue(wanted.Key, out var value) && wanted.Values.Contains(value)
            : throw new NotSupportedException(wanted.OperatorProperty));

    private static bool Has(IList<V1NetworkPolicyPort>? ports, Place to, int port) => ports is not { Count: > 0 } || ports.Any(one =>
        one.Port is null || (int.TryParse(one.Port.Value, CultureInfo.InvariantCulture, out var number) ? number : to.Ports.GetValueOrDefault(one.Port.Value)) == port);
}
