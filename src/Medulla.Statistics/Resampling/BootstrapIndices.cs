using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Medulla.Statistics.Randomness;

namespace Medulla.Statistics.Resampling;

/// <summary>Which participants each bootstrap replicate holds: drawn with replacement, or given.</summary>
/// <remarks>
/// Replicate b is a function of the seed and b alone: it does not matter which thread asks for it, or in which order.
/// Sources: Efron 1979; draws below a limit, Lemire 2019; generator, Salmon, Moraes, Dror &amp; Shaw 2011.
/// </remarks>
public sealed class BootstrapIndices
{
    const int Ahead = 16;

    readonly int[][]? given;
    readonly int[][] strata;
    readonly ulong seed;

    BootstrapIndices(int participants, int replicates, int[][]? given, int[][] strata, ulong seed) =>
        (Participants, Replicates, this.given, this.strata, this.seed) = (participants, replicates, given, strata, seed);

    /// <summary>Length of every replicate.</summary>
    public int Participants { get; }

    public int Replicates { get; }

    /// <summary>Draws from all participants alike.</summary>
    public static BootstrapIndices Drawn(int participants, int replicates, ulong seed) =>
        Drawn([[.. Enumerable.Range(0, participants)]], replicates, seed);

    /// <summary>Draws within strata, so that each keeps its size; the participants of the first come first.</summary>
    /// <param name="strata">Places of the participants of each stratum, counted from 0.</param>
    /// <param name="replicates">At least 1.</param>
    /// <param name="seed">Of the whole resampling.</param>
    public static BootstrapIndices Drawn(IReadOnlyList<int[]> strata, int replicates, ulong seed)
    {
        var participants = strata.Sum(stratum => stratum.Length);
        if (participants == 0)
            throw new ArgumentException("Found no participants. Expected at least one.", nameof(strata));
        if (replicates < 1)
            throw new ArgumentOutOfRangeException(nameof(replicates), replicates, "Expected at least 1.");
        return new BootstrapIndices(participants, replicates, null, [.. strata.Where(stratum => stratum.Length > 0)], seed);
    }

    /// <summary>Replicates fixed beforehand, as another program drew them.</summary>
    /// <param name="places">Places counted from 0; every replicate as long as the cohort.</param>
    public static BootstrapIndices Given(IReadOnlyList<int[]> places)
    {
        if (places.Count == 0)
            throw new ArgumentException("Found no replicates. Expected at least one.", nameof(places));
        var participants = places[0].Length;
        for (var replicate = 0; replicate < places.Count; replicate++)
            if (places[replicate].Length != participants || places[replicate].Any(place => place < 0 || place >= participants))
                throw new ArgumentException(
                    $"Found a place outside the cohort, or another length, in replicate {replicate}. "
                        + $"Expected {participants} places from 0 to {participants - 1}.", nameof(places));
        return new BootstrapIndices(participants, places.Count, [.. places], [], 0);
    }

    /// <summary>Writes the places of one replicate, counted from 0.</summary>
    /// <param name="replicate">From 0 to <see cref="Replicates"/> − 1.</param>
    /// <param name="places">As long as the cohort.</param>
    public void Fill(int replicate, Span<int> places)
    {
        if (given is not null)
        {
            given[replicate].CopyTo(places);
            return;
        }

        var words = new Words(seed, (ulong)replicate, stackalloc ulong[Ahead]);
        var at = 0;
        foreach (var stratum in strata)
        {
            var limit = (uint)stratum.Length;
            var surplus = Words.Surplus(limit);
            for (var draw = 0; draw < stratum.Length; draw++)
                places[at++] = stratum[words.Below(limit, surplus)];
        }
    }

    /// <summary>Writes how often each place comes in one replicate: the same draws as <see cref="Fill"/>, counted.</summary>
    /// <param name="replicate">From 0 to <see cref="Replicates"/> − 1.</param>
    /// <param name="counts">As long as the cohort; what it held is overwritten.</param>
    public void FillCounts(int replicate, Span<int> counts)
    {
        counts.Clear();
        if (given is not null)
        {
            foreach (var place in given[replicate])
                counts[place]++;
            return;
        }

        var words = new Words(seed, (ulong)replicate, stackalloc ulong[Ahead]);
        foreach (var stratum in strata)
        {
            var limit = (uint)stratum.Length;
            var surplus = Words.Surplus(limit);
            for (var draw = 0; draw < stratum.Length; draw++)
                unchecked
                {
                    counts[stratum[words.Below(limit, surplus)]]++;
                }
        }
    }

    /// <summary>32 random bits at a time, made ahead.</summary>
    ref struct Words(ulong seed, ulong stream, Span<ulong> ahead)
    {
        readonly Span<ulong> ahead = ahead;
        readonly ReadOnlySpan<uint> words = MemoryMarshal.Cast<ulong, uint>(ahead);
        ulong counter;
        int next = 2 * ahead.Length;

        /// <summary>How many of the products' lowest parts would come once too often; they are thrown back.</summary>
        public static uint Surplus(uint limit) => unchecked(0u - limit) % limit;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public int Below(uint limit, uint surplus)
        {
            unchecked
            {
                var product = (ulong)Next() * limit;
                while ((uint)product < surplus)
                    product = (ulong)Next() * limit;
                return (int)(product >> 32);
            }
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        uint Next()
        {
            if (next == words.Length)
                MakeAhead();
            return words[next++];
        }

        [MethodImpl(MethodImplOptions.NoInlining)]
        void MakeAhead()
        {
            Philox.Fill(seed, counter, stream, ahead);
            counter = unchecked(counter + (ulong)ahead.Length / 2);
            next = 0;
        }
    }
}
