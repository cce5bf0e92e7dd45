using System.Runtime.CompilerServices;

namespace Inspectorates.Gateway.Joint.Agreement;

/// <summary>
/// Numbers as if drawn by lot, the same for the same seed on every machine and in every version: SplitMix64 (G. L. Steele, D. Lea
/// and C. H. Flood, Fast splittable pseudorandom number generators, OOPSLA 2014). The runtime's own generator promises neither.
/// </summary>
/// <param name="seed">Where the sequence begins.</param>
public sealed class SplitMix(ulong seed)
{
    private ulong state = seed;

    /// <summary>The next 64 bits.</summary>
    public ulong Next()
    {
        var mixed = state += 0x9E3779B97F4A7C15;
        mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9;
        mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
        return mixed ^ (mixed >> 31);
    }

    /// <summary>A number from 0 to one less than the bound, each as likely (D. Lemire, ACM TOMACS 29 (2019) 3).</summary>
    /// <param name="bound">1 or more.</param>
    /// <exception cref="ArgumentOutOfRangeException">The bound is less than 1.</exception>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public int Below(int bound)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(bound, 1);
        var range = (ulong)bound;
        var high = Math.BigMul(Next(), range, out var low);
        for (var least = unchecked(0 - range) % range; low < least;)
            high = Math.BigMul(Next(), range, out low);
        return (int)high;
    }
}
