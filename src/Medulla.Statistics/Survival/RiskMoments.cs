namespace Medulla.Statistics.Survival;

/// <summary>Sums of relative hazards over a risk set, and of their products with one, two and three columns.</summary>
sealed class RiskMoments(int columns)
{
    readonly double[] first = new double[columns];
    readonly double[] second = new double[columns * columns];
    readonly double[] third = new double[columns * columns * columns];
    double zeroth;

    public void Clear()
    {
        zeroth = 0;
        Array.Clear(first);
        Array.Clear(second);
        Array.Clear(third);
    }

    public void Add(ReadOnlySpan<double> values, double hazard)
    {
        zeroth += hazard;
        for (var one = 0; one < columns; one++)
        {
            var product = hazard * values[one];
            first[one] += product;
            for (var two = 0; two <= one; two++)
            {
                var square = product * values[two];
                second[one * columns + two] += square;
                for (var three = 0; three <= two; three++)
                    third[(one * columns + two) * columns + three] += square * values[three];
            }
        }
    }

    /// <summary>Adds a weight times the third central moments of this risk set less a share of those with the event.</summary>
    /// <param name="withEvent">Members of this risk set.</param>
    /// <param name="thinned">Share of them that has left already.</param>
    /// <param name="weight">Of the moments.</param>
    /// <param name="sum">Columns³; all orders of three columns are filled.</param>
    public void AddThirdCentral(RiskMoments withEvent, double thinned, double weight, double[] sum)
    {
        var total = zeroth - thinned * withEvent.zeroth;
        double First(int one) => (first[one] - thinned * withEvent.first[one]) / total;
        double Second(int one, int two) =>
            (second[one * columns + two] - thinned * withEvent.second[one * columns + two]) / total;

        for (var one = 0; one < columns; one++)
            for (var two = 0; two <= one; two++)
                for (var three = 0; three <= two; three++)
                {
                    var place = (one * columns + two) * columns + three;
                    var raw = (third[place] - thinned * withEvent.third[place]) / total;
                    var (a, b, c) = (First(one), First(two), First(three));
                    var central = raw - a * Second(two, three) - b * Second(one, three) - c * Second(one, two) + 2 * a * b * c;
                    Fill(sum, weight * central, one, two, three);
                }
    }

    // Each different order of the three places once; one is not before two, nor two before three.
    void Fill(double[] sum, double part, int one, int two, int three)
    {
        void Put(int x, int y, int z) => sum[(x * columns + y) * columns + z] += part;

        Put(one, two, three);
        if (two != three)
            Put(one, three, two);
        if (one != two)
        {
            Put(two, one, three);
            Put(two, three, one);
        }

        if (one != three && two != three)
        {
            Put(three, one, two);
            if (one != two)
                Put(three, two, one);
        }
    }
}
