using System.Globalization;
using System.Text.Json;
using Google.Protobuf;
using Inspectorates.V1;

namespace Inspectorates.Hosting.Verification;

/// <summary>Checkpoints kept outside the store: the JSON of a <c>Checkpoint</c>, or of the answer of <c>GetCheckpoint</c>.</summary>
internal static class CheckpointFiles
{
    /// <exception cref="UnreadableException">The file holds no checkpoint, or one of another record.</exception>
    public static KnownCheckpoint Read(string file, string origin)
    {
        var checkpoint = Parse(file);
        if (checkpoint.Origin != origin)
            throw new UnreadableException($"The checkpoint '{file}' is of the record of '{checkpoint.Origin}', not of '{origin}'.");
        if (checkpoint.Size < 1 || checkpoint.SignedAt is null)
            throw new UnreadableException($"The checkpoint '{file}' is over no entries, or has no instant.");
        return new KnownCheckpoint(
            $"the checkpoint '{file}'", checkpoint.Size, checkpoint.RootHash.ToByteArray(),
            checkpoint.SignedAt.ToDateTime().ToString("O", CultureInfo.InvariantCulture),
            checkpoint.KeyId.ToByteArray(), checkpoint.Signature.ToByteArray());
    }

    private static Checkpoint Parse(string file)
    {
        try
        {
            using var json = JsonDocument.Parse(File.ReadAllText(file));
            var inner = json.RootElement.ValueKind == JsonValueKind.Object && json.RootElement.TryGetProperty("checkpoint", out var found) ? found : json.RootElement;
            return JsonParser.Default.Parse<Checkpoint>(inner.GetRawText());
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or JsonException or InvalidProtocolBufferException)
        {
            throw new UnreadableException($"The checkpoint '{file}' cannot be read as the JSON of a Checkpoint: {fault.Message}");
        }
    }
}
