using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Google.Protobuf;
using Inspectorates.V1;

namespace Inspectorates.Hosting.Verification;

/// <summary>
/// Positions on differences: what is said is what was committed to, the commitment is signed, and what the public may see is made
/// of the entry it names.
/// </summary>
internal sealed class PositionTables(RecordDatabase database, PublicKeys keys) : ITableCheck
{
    /// <summary>Kind of the entries that are positions.</summary>
    public const string Kind = "position";

    private static readonly string[] OfTheBlind =
        ["name", "inspectorate", "difference", "area", "process", "aspect", "verdict", "other_verdict", "parties", "state", "revision", "recorded_at", "commitment"];

    private long rows;

    public void Entry(LoggedEntry entry)
    {
        if (entry.Kind != Kind)
            return;
        var (position, where) = (Position.Parser.ParseFrom(entry.Body), $"entry {entry.Number}: public_position");
        if (position.Name != entry.Name || position.Commitment is null || position.Etag != EtagOf(position))
            throw new BrokenRecordException($"entry {entry.Number}: what it holds is no position of its name");
        if (position.Revision == 1)
            MustBeCommittedTo(position, $"entry {entry.Number}");

        var row = database.One(
            "SELECT seq, number, known_at, difference, area, revision, shown, body FROM public_position WHERE name = @name AND step = @step",
            ("@name", entry.Name), ("@step", entry.Revision)) ?? throw new BrokenRecordException($"{where} has no row of it");
        var isShown = position.State != Position.Types.State.Blind;
        if (isShown != entry.Revision > 1)
            throw new BrokenRecordException($"entry {entry.Number}: it is {position.State} in step {entry.Revision}");
        Rows.MustSay(
            row, 0,
            [
                ("seq", entry.Number), ("number", ++rows), ("known_at", entry.At), ("difference", position.Difference), ("area", position.Area),
                ("revision", (long)position.Revision), ("shown", isShown ? 1L : 0L),
            ],
            where);
        if (!Cell.Bytes(row[7], where).AsSpan().SequenceEqual((isShown ? position : Blind(position)).ToByteArray()))
            throw new BrokenRecordException($"{where}: it is not what the log says");
    }

    public void End()
    {
        if (database.Count("SELECT COUNT(*) FROM public_position") != rows)
            throw new BrokenRecordException("public_position: there are rows that are in no entry");
    }

    private void MustBeCommittedTo(Position position, string where)
    {
        var commitment = position.Commitment;
        if (!SHA256.HashData([.. position.Salt.Span, .. BodyOf(position)]).AsSpan().SequenceEqual(commitment.Hash.Span))
            throw new BrokenRecordException($"{where}: the position is not the one that was committed to");
        var at = commitment.CommittedAt.ToDateTime().ToString("O", CultureInfo.InvariantCulture);
        var text = $"inspectorates/commitment/1\n{commitment.Origin}\n{commitment.Position}\n{commitment.Difference}\n"
            + $"{Convert.ToBase64String(commitment.Hash.Span)}\n{at}\n{commitment.BlindUntil}\n";
        // A key that has signed no checkpoint yet is not known from the store.
        if (keys.Find(commitment.KeyId.ToByteArray()) is { } key && !key.VerifyData(
            Encoding.UTF8.GetBytes(text), commitment.Signature.Span, HashAlgorithmName.SHA256, DSASignatureFormat.IeeeP1363FixedFieldConcatenation))
            throw new BrokenRecordException($"{where}: the commitment is not signed by the key it names");
    }

    private static byte[] BodyOf(Position position)
    {
        var choice = Position.Descriptor.EnumTypes.Single(type => type.Name == nameof(Position.Types.Choice)).FindValueByNumber((int)position.Choice)?.Name;
        string[] parts =
        [
            "inspectorates/position/1", position.Inspectorate, position.Difference, position.Area, position.Process, position.Aspect,
            position.Verdict, position.OtherVerdict, choice ?? "", position.Reason, position.Role, position.TargetDate, position.ToBeDecidedOn,
        ];
        return [.. parts.Select(Encoding.UTF8.GetBytes).SelectMany(part => (byte[])[.. LengthOf(part), .. part])];
    }

    private static byte[] LengthOf(byte[] part)
    {
        var length = new byte[8];
        BinaryPrimitives.WriteInt64BigEndian(length, part.Length);
        return length;
    }

    private static Position Blind(Position position)
    {
        var blind = new Position();
        foreach (var field in OfTheBlind.Select(name => Position.Descriptor.FindFieldByName(name)))
            if (field.IsRepeated)
                blind.Parties.AddRange(position.Parties);
            else
                field.Accessor.SetValue(blind, field.Accessor.GetValue(position));
        blind.Etag = EtagOf(blind);
        return blind;
    }

    private static string EtagOf(Position position)
    {
        var bare = position.Clone();
        bare.Etag = "";
        return Convert.ToHexStringLower(SHA256.HashData(bare.ToByteArray()))[..24];
    }
}
