namespace Medulla.Statistics.Randomness;

/// <summary>Four random words from a key and a counter, without any state: the Philox4x32-10 generator.</summary>
/// <remarks>
/// The same numbers on every machine and in every order of asking. Passes TestU01's BigCrush.
/// Sources: Salmon, Moraes, Dror &amp; Shaw 2011, "Parallel random numbers: as easy as 1, 2, 3".
/// </remarks>
public static class Philox
{
    const int Rounds = 10;
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
}
