using Medulla.Statistics.Randomness;
using Medulla.Statistics.Resampling;

namespace Medulla.Statistics.Tests.Resampling;

public sealed class BootstrapIndicesTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(86)]
    [InlineData(1_000)]
    public void Draws_are_those_of_the_generator_taken_one_word_after_another(int participants)
    {
        var places = new int[participants];
        var resamples = BootstrapIndices.Drawn(participants, replicates: 5, seed: 99);
        for (var replicate = 0; replicate < 5; replicate++)
        {
            resamples.Fill(replicate, places);
            var words = Words(99, (ulong)replicate).GetEnumerator();
            Assert.Equal(places, Enumerable.Range(0, participants).Select(_ => Below((uint)participants)));

            // Lemire 2019: the lowest products of each run are thrown back.
            int Below(uint limit)
            {
                while (words.MoveNext())
                    if (((ulong)words.Current * limit & uint.MaxValue) >= ((1UL << 32) - limit) % limit)
                        return (int)((ulong)words.Current * limit >> 32);
                return -1;
            }
        }

        static IEnumerable<uint> Words(ulong seed, ulong stream)
        {
            for (var counter = 0UL; ; counter++)
            {
                var (first, second) = Philox.Block(seed, counter, stream);
                foreach (var number in new[] { first, second })
                {
                    yield return (uint)(number & uint.MaxValue);
                    yield return (uint)(number >> 32);
                }
            }
        }
    }

    [Fact]
    public void Counts_are_the_places_counted_and_strata_keep_their_size()
    {
        var resamples = BootstrapIndices.Drawn([[0, 2, 4, 6], [1, 3, 5]], replicates: 50, seed: 3);
        var (places, counts) = (new int[7], new int[7]);
        for (var replicate = 0; replicate < 50; replicate++)
        {
            resamples.Fill(replicate, places);
            resamples.FillCounts(replicate, counts);
            Assert.Equal(Enumerable.Range(0, 7).Select(place => places.Count(one => one == place)), counts);
            Assert.Equal((4, 3), (counts[0] + counts[2] + counts[4] + counts[6], counts[1] + counts[3] + counts[5]));
        }

        BootstrapIndices.Given([[2, 2, 0]]).FillCounts(0, counts.AsSpan(0, 3));
        Assert.Equal([1, 0, 2], counts[..3]);
    }

    [Fact]
    public void Every_place_comes_equally_often()
    {
        var resamples = BootstrapIndices.Drawn(10, replicates: 10_000, seed: 8);
        var (counts, sums) = (new int[10], new int[10]);
        for (var replicate = 0; replicate < 10_000; replicate++)
        {
            resamples.FillCounts(replicate, counts);
            for (var place = 0; place < 10; place++)
                sums[place] += counts[place];
        }

        // 100,000 draws: the standard deviation of each sum is 95.
        Assert.All(sums, sum => Assert.InRange(sum, 10_000 - 450, 10_000 + 450));
    }
}
