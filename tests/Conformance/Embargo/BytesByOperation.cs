using System.Security.Cryptography;
using System.Text;

namespace Inspectorates.Conformance.Embargo;

/// <summary>
/// Bytes made of the operation under way, so that both stores of a pair give one name to one thing: what only one of them does
/// takes nothing from the rest.
/// </summary>
internal sealed class BytesByOperation
{
    private string operation = "";
    private int taken;

    public int Seed { get; set; }

    public void Begin(string id)
    {
        Volatile.Write(ref operation, id);
        Volatile.Write(ref taken, 0);
    }

    public byte[] Take(int count) => Of(Seed, $"{Volatile.Read(ref operation)}/{Interlocked.Increment(ref taken)}")[..count];

    public static byte[] Of(int seed, string what) => SHA256.HashData(Encoding.UTF8.GetBytes($"{seed}/{what}"));
}
