namespace Medulla.Statistics.Randomness;

/// <summary>Random whole numbers in a few machine steps each, for inner loops that shuffle.</summary>
/// <remarks>
/// The start is a word of <see cref="Philox"/> at a seed, a stream and a purpose: number n of a start is a function of
/// these alone.
/// Sources: Steele, Lea &amp; Flood 2014; draws below a limit, Lemire 2019.
/// </remarks>
struct SplitMix(ulong seed, ulong replicate, ulong purpose)
{
    const ulong Step = 0x9E3779B97F4A7C15; // Golden ratio.

    ulong state = Philox.Block(seed, replicate, purpose).First;

    /// <summary>From 0 up to, not including, the limit; unequal by less than limit / 2⁶⁴.</summary>
    public int Below(uint limit)
    {
        unchecked
        {
            var mixed = state += Step;
            mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9;
            mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
            return (int)Math.BigMul(mixed ^ (mixed >> 31), limit, out _);
        }
    }
}
