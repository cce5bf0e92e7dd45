using System.Globalization;
using System.Text;

namespace Inspectorates.Hosting.Audit;

/// <summary>What is signed: the text of a checkpoint as <c>checkpoint.proto</c> lays it down.</summary>
internal static class CheckpointText
{
    private const string Form = "inspectorates/checkpoint/1";

    /// <summary>The text as UTF-8.</summary>
    /// <param name="origin">Whose record: <c>inspectorates/{code}</c>.</param>
    /// <param name="size">How many entries.</param>
    /// <param name="root">The root over them.</param>
    /// <param name="signedAt">When it is signed, as <see cref="Instant"/> writes it.</param>
    public static byte[] Of(string origin, long size, ReadOnlySpan<byte> root, string signedAt) => Encoding.UTF8.GetBytes(
        string.Create(CultureInfo.InvariantCulture, $"{Form}\n{origin}\n{size}\n{Convert.ToBase64String(root)}\n{signedAt}\n"));

    /// <summary>An instant as it is signed and stored: UTC, to the tenth of a microsecond.</summary>
    public static string Instant(DateTimeOffset at) => at.UtcDateTime.ToString("O", CultureInfo.InvariantCulture);
}
