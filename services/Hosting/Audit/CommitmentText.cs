using System.Globalization;
using System.Text;
using Inspectorates.V1;

namespace Inspectorates.Hosting.Audit;

/// <summary>What is signed of a commitment: its text as <c>commitment.proto</c> lays it down.</summary>
internal static class CommitmentText
{
    private const string Form = "inspectorates/commitment/1";

    /// <summary>The text as UTF-8.</summary>
    /// <param name="commitment">The commitment, complete but for the key's id and the signature.</param>
    public static byte[] Of(Commitment commitment) => Encoding.UTF8.GetBytes(string.Create(
        CultureInfo.InvariantCulture,
        $"{Form}\n{commitment.Origin}\n{commitment.Position}\n{commitment.Difference}\n{commitment.Hash.ToBase64()}\n{CheckpointText.Instant(commitment.CommittedAt.ToDateTimeOffset())}\n{commitment.BlindUntil}\n"));
}
