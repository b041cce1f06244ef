using Medulla.Statistics.Distributions;

namespace Medulla.Statistics.Randomness;

/// <summary>A reproducible sequence of random numbers, named by a seed and a stream.</summary>
/// <remarks>
/// Number <c>n</c> of a stream is a function of seed, stream and n alone: it does not matter who asked for what before,
/// or on which thread. Give each participant, or each purpose, a stream of its own, and adding one changes no other.
/// An instance counts its own place and belongs to one thread; two instances of one seed and stream give the same.
/// Generator: Philox4x32-10 (Salmon et al. 2011), seed as key, stream and place as counter; 52 bits per number.
/// </remarks>
/// <param name="seed">Of the whole simulation.</param>
/// <param name="stream">Of the participant or purpose within it.</param>
public sealed class RandomStream(ulong seed, ulong stream = 0)
{
    public ulong Seed { get; } = seed;

    public ulong Stream { get; } = stream;

    /// <summary>How many numbers were drawn; may be set, to go back or to skip.</summary>
    public ulong Position { get; set; }

    /// <summary>The convention in words.</summary>
    public const string Convention =
        "Philox4x32-10; uniform (k + 1/2) / 2⁵²; normal and exponential by inversion, one number each";

    /// <summary>64 random bits at a place, without moving.</summary>
    public ulong BitsAt(ulong position)
    {
        var (first, second) = Philox.Block(Seed, position / 2, Stream);
        return position % 2 == 0 ? first : second;
    }

    /// <summary>64 random bits.</summary>
    public ulong NextBits()
    {
        var bits = BitsAt(Position);
        Position = Position == ulong.MaxValue ? 0 : Position + 1;
        return bits;
    }

    /// <summary>Uniform between 0 and 1, never either.</summary>
    /// <remarks>52 bits and not 53: with 53, the highest would round up to 1.</remarks>
    public double NextUniform() => ((NextBits() >> 12) + 0.5) * (1.0 / (1UL << 52));

    /// <summary>Standard normal.</summary>
    public double NextNormal() => StandardNormal.Quantile(NextUniform());

    /// <summary>Normal with this mean and standard deviation.</summary>
    public double NextNormal(double mean, double standardDeviation) => mean + standardDeviation * NextNormal();

    /// <summary>Exponential waiting time with this mean.</summary>
    /// <param name="mean">Above 0, in the unit wanted.</param>
    public double NextExponential(double mean = 1) =>
        mean > 0
            ? -mean * Math.Log(NextUniform())
            : throw new ArgumentOutOfRangeException(nameof(mean), mean, "Expected above 0.");

    /// <summary>True with this probability.</summary>
    /// <param name="probability">From 0 to 1.</param>
    public bool NextEvent(double probability) =>
        probability is >= 0 and <= 1
            ? NextUniform() < probability
            : throw new ArgumentOutOfRangeException(nameof(probability), probability, "Expected from 0 to 1.");

    /// <summary>A whole number from 0 up to, not including, the limit; each equally likely.</summary>
    /// <param name="limit">Above 0.</param>
    public int NextBelow(int limit)
    {
        if (limit < 1)
            throw new ArgumentOutOfRangeException(nameof(limit), limit, "Expected above 0.");

        // Draws from the incomplete last run are thrown back, else low numbers would come more often.
        var range = (ulong)limit;
        var usable = ulong.MaxValue - (ulong.MaxValue % range + 1) % range;
        var bits = NextBits();
        while (bits > usable)
            bits = NextBits();
        return (int)(bits % range);
    }

    /// <summary>All whole numbers below the count, in random order (Fisher &amp; Yates 1938).</summary>
    public int[] NextPermutation(int count)
    {
        int[] order = [.. Enumerable.Range(0, count)];
        for (var place = count - 1; place > 0; place--)
        {
            var other = NextBelow(place + 1);
            (order[place], order[other]) = (order[other], order[place]);
        }

        return order;
    }
}
