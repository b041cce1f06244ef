using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Medulla.Statistics.Randomness;

/// <summary>Four random words from a key and a counter, without any state: the Philox4x32-10 generator.</summary>
/// <remarks>
/// The same numbers on every machine and in every order of asking. Passes TestU01's BigCrush.
/// Sources: Salmon, Moraes, Dror &amp; Shaw 2011, "Parallel random numbers: as easy as 1, 2, 3".
/// </remarks>
public static class Philox
{
    const int Rounds = 10;
    const int Together = 8;
    const ulong FirstMultiplier = 0xD2511F53;
    const ulong SecondMultiplier = 0xCD9E8D57;
    const uint FirstKeyStep = 0x9E3779B9; // Golden ratio.
    const uint SecondKeyStep = 0xBB67AE85; // √3 − 1.

    /// <summary>Words 0 and 1 as the first number, low word first, 2 and 3 as the second.</summary>
    public static (ulong First, ulong Second) Block(ulong key, ulong counterLow, ulong counterHigh)
    {
        var (word0, word1) = ((uint)(counterLow & uint.MaxValue), (uint)(counterLow >> 32));
        var (word2, word3) = ((uint)(counterHigh & uint.MaxValue), (uint)(counterHigh >> 32));
        var (key0, key1) = ((uint)(key & uint.MaxValue), (uint)(key >> 32));
        unchecked
        {
            for (var round = 0; round < Rounds; round++)
            {
                var first = FirstMultiplier * word0;
                var second = SecondMultiplier * word2;
                (word0, word1, word2, word3) = (
                    (uint)(second >> 32) ^ word1 ^ key0, (uint)second,
                    (uint)(first >> 32) ^ word3 ^ key1, (uint)first);
                key0 += FirstKeyStep;
                key1 += SecondKeyStep;
            }
        }

        return (word0 | ((ulong)word1 << 32), word2 | ((ulong)word3 << 32));
    }

    /// <summary>The numbers of the blocks from a counter on, one block after the other: two for each block.</summary>
    /// <remarks>
    /// Eight blocks at a time where the processor can; the numbers are those of <see cref="Block"/> on every machine.
    /// </remarks>
    /// <param name="key">As of <see cref="Block"/>.</param>
    /// <param name="counterLow">Of the first block.</param>
    /// <param name="counterHigh">Of all.</param>
    /// <param name="numbers">An even count of them.</param>
    internal static void Fill(ulong key, ulong counterLow, ulong counterHigh, Span<ulong> numbers)
    {
        var place = 0;
        unchecked
        {
            for (; Avx2.IsSupported && place + 2 * Together <= numbers.Length; place += 2 * Together)
                FillTogether(key, counterLow + (ulong)place / 2, counterHigh, numbers.Slice(place, 2 * Together));
            for (; place + 1 < numbers.Length; place += 2)
                (numbers[place], numbers[place + 1]) = Block(key, counterLow + (ulong)place / 2, counterHigh);
        }
    }

    // Each 64-bit lane carries one 32-bit word; what stands above it is never looked at.
    static void FillTogether(ulong key, ulong counterLow, ulong counterHigh, Span<ulong> numbers)
    {
        unchecked
        {
            var counters = Vector256.Create(counterLow) + Vector256.Create(0UL, 1, 2, 3);
            var later = counters + Vector256.Create(4UL);
            var (a0, a1) = (counters, counters >> 32);
            var (b0, b1) = (later, later >> 32);
            var (a2, a3) = (Vector256.Create(counterHigh), Vector256.Create(counterHigh >> 32));
            var (b2, b3) = (a2, a3);
            var first = Vector256.Create(FirstMultiplier).AsUInt32();
            var second = Vector256.Create(SecondMultiplier).AsUInt32();
            var (key0, key1) = ((uint)key, (uint)(key >> 32));
            for (var round = 0; round < Rounds; round++)
            {
                var (left, right) = (Vector256.Create((ulong)key0), Vector256.Create((ulong)key1));
                var (aFirst, aSecond) = (Avx2.Multiply(a0.AsUInt32(), first), Avx2.Multiply(a2.AsUInt32(), second));
                var (bFirst, bSecond) = (Avx2.Multiply(b0.AsUInt32(), first), Avx2.Multiply(b2.AsUInt32(), second));
                (a0, a1, a2, a3) = ((aSecond >> 32) ^ a1 ^ left, aSecond, (aFirst >> 32) ^ a3 ^ right, aFirst);
                (b0, b1, b2, b3) = ((bSecond >> 32) ^ b1 ^ left, bSecond, (bFirst >> 32) ^ b3 ^ right, bFirst);
                key0 += FirstKeyStep;
                key1 += SecondKeyStep;
            }

            Store(a0, a1, a2, a3, numbers);
            Store(b0, b1, b2, b3, numbers[Together..]);
        }
    }

    static void Store(
        Vector256<ulong> word0, Vector256<ulong> word1, Vector256<ulong> word2, Vector256<ulong> word3, Span<ulong> numbers)
    {
        var low = Vector256.Create((ulong)uint.MaxValue);
        var (first, second) = ((word0 & low) | (word1 << 32), (word2 & low) | (word3 << 32));
        var (even, odd) = (Avx2.UnpackLow(first, second), Avx2.UnpackHigh(first, second));
        Avx2.Permute2x128(even, odd, 0x20).CopyTo(numbers);
        Avx2.Permute2x128(even, odd, 0x31).CopyTo(numbers[4..]);
    }
}
