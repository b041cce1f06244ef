using Medulla.Statistics.Description;
using Medulla.Statistics.Randomness;

namespace Medulla.Statistics.Tests.Randomness;

public sealed class RandomStreamTests
{
    // Known answers published with the generator (Random123, kat_vectors).
    [Theory]
    [InlineData(0UL, 0UL, 0UL, 0xe169c58d6627e8d5UL, 0x9b00dbd8bc57ac4cUL)]
    [InlineData(ulong.MaxValue, ulong.MaxValue, ulong.MaxValue, 0x41c83b0e408f276dUL, 0x6d5451fda20bc7c6UL)]
    [InlineData(0x299f31d0a4093822UL, 0x85a308d3243f6a88UL, 0x0370734413198a2eUL, 0x94fdccebd16cfe09UL, 0x24126ea15001e420UL)]
    public void Gives_the_published_answers(ulong key, ulong low, ulong high, ulong first, ulong second) =>
        Assert.Equal((first, second), Philox.Block(key, low, high));

    [Fact]
    public void A_number_depends_on_seed_stream_and_place_alone()
    {
        var stream = new RandomStream(seed: 86, stream: 3);
        var straight = Enumerable.Range(0, 100).Select(_ => stream.NextUniform()).ToArray();
        var other = new RandomStream(seed: 86, stream: 3) { Position = 50 };

        Assert.Equal(straight[50..], Enumerable.Range(0, 50).Select(_ => other.NextUniform()));
        Assert.Equal(100UL, stream.Position);
        Assert.Empty(straight.Intersect(Enumerable.Range(0, 100).Select(_ => new RandomStream(86, 4).NextUniform())));
        Assert.Equal(100, straight.Distinct().Count());
    }

    [Fact]
    public void Uniform_normal_and_exponential_have_their_moments()
    {
        const int draws = 200_000;
        var stream = new RandomStream(seed: 20250801);
        var uniform = Draw(stream.NextUniform);
        var normal = Draw(stream.NextNormal);
        var exponential = Draw(() => stream.NextExponential(mean: 12));

        // Five standard errors of each mean.
        Assert.Equal(0.5, uniform.Mean!.Value, 5 * Math.Sqrt(1.0 / 12 / draws));
        Assert.Equal(0, normal.Mean!.Value, 5 / Math.Sqrt(draws));
        Assert.Equal(1, normal.StandardDeviation!.Value, 5 / Math.Sqrt(2.0 * draws));
        Assert.Equal(12, exponential.Mean!.Value, 5 * 12 / Math.Sqrt(draws));
        Assert.Equal(12 * Math.Log(2), exponential.Median!.Value, 0.2);
        Assert.True(uniform.Minimum > 0 && uniform.Maximum < 1 && exponential.Minimum > 0);

        static Summary Draw(Func<double> next) => Summary.Of(Enumerable.Range(0, draws).Select(_ => (double?)next()));
    }

    [Fact]
    public void Whole_numbers_are_spread_evenly_and_permutations_lose_nothing()
    {
        var stream = new RandomStream(seed: 1, stream: 2);
        var counts = Enumerable.Range(0, 60_000).CountBy(_ => stream.NextBelow(6)).ToDictionary();

        Assert.Equal(6, counts.Count);
        Assert.All(counts.Values, count => Assert.InRange(count, 9_500, 10_500));
        Assert.Equal(Enumerable.Range(0, 86), stream.NextPermutation(86).Order());
        Assert.Equal((false, true), (stream.NextEvent(0), stream.NextEvent(1)));
    }

    [Fact]
    public void Impossible_requests_are_refused()
    {
        var stream = new RandomStream(seed: 1);

        Assert.Throws<ArgumentOutOfRangeException>(() => stream.NextBelow(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => stream.NextExponential(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => stream.NextEvent(1.5));
    }
}
