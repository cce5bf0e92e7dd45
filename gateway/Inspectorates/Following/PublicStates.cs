using System.Buffers.Text;
using System.Diagnostics.Metrics;
using System.Security.Cryptography;
using System.Text;

namespace Inspectorates.Gateway.Asking;

/// <summary>What is public, over all inspectorates in the order of their codes, and whether it is known up to now.</summary>
internal sealed class PublicStates
{
    private const int VersionLength = 12;

    private readonly Counter<long> changes;

    public PublicStates(GatewaySettings settings, IMeterFactory meters)
    {
        All = [.. settings.Inspectorates.Select(inspectorate => new PublicState(inspectorate.Code))];
        var meter = meters.Create(GatewayTelemetry.Name);
        changes = meter.CreateCounter<long>(
            "inspectorates.changes.seen", "{change}", "Public changes of an inspectorate taken in.");
        meter.CreateObservableGauge(
            "inspectorates.changes.followed",
            () => All.Select(state => new Measurement<int>(state.IsFollowed ? 1 : 0, Tag(state))),
            description: "1 where an inspectorate's public changes are followed up to now, otherwise 0.");
    }

    /// <summary>Each inspectorate's, in the order of their codes.</summary>
    public IReadOnlyList<PublicState> All { get; }

    /// <summary>A change of the inspectorate was taken in.</summary>
    public void Count(PublicState state) => changes.Add(1, Tag(state));

    /// <summary>
    /// The version of what is public about the area: the same wherever the same is public. Empty: not known up to now.
    /// </summary>
    /// <param name="area">DfE code of the area.</param>
    public string Version(string area)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var state in All)
        {
            if (!state.TryGet(area, out var digest))
                return "";
            // A code holds no line end, and a digest is empty or of one length: no two states read the same.
            hash.AppendData(Encoding.UTF8.GetBytes($"{state.Inspectorate}\n{digest.Length}\n"));
            hash.AppendData(digest);
        }

        return Base64Url.EncodeToString(hash.GetHashAndReset().AsSpan(0, VersionLength));
    }

    private static KeyValuePair<string, object?> Tag(PublicState state) => new("inspectorate", state.Inspectorate);
}
