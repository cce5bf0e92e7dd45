using System.Buffers.Binary;
using System.Text;
using Inspectorates.V1;

namespace Inspectorates.Hosting.Audit;

/// <summary>What is committed to: the canonical body of a position, as <c>position.proto</c> lays it down.</summary>
internal static class PositionBody
{
    private const string Form = "inspectorates/position/1";

    /// <param name="position">The position.</param>
    /// <param name="choice">The contract's name of its choice.</param>
    public static byte[] Of(Position position, string choice)
    {
        string[] parts =
        [
            Form, position.Inspectorate, position.Difference, position.Area, position.Process, position.Aspect, position.Verdict,
            position.OtherVerdict, choice, position.Reason, position.Role, position.TargetDate, position.ToBeDecidedOn,
        ];
        using var body = new MemoryStream();
        Span<byte> length = stackalloc byte[8];
        foreach (var part in parts)
        {
            // Lengths first, so that no two different positions give the same bytes.
            var text = Encoding.UTF8.GetBytes(part);
            BinaryPrimitives.WriteInt64BigEndian(length, text.Length);
            body.Write(length);
            body.Write(text);
        }

        return body.ToArray();
    }
}
