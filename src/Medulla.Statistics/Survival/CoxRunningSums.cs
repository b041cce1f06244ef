namespace Medulla.Statistics.Survival;

/// <summary>Sums over the risk set of relative hazards and of hazard × column, as each element of a block joins.</summary>
sealed class CoxRunningSums(CoxRiskSets sets, int block)
{
    readonly double[] sums = new double[sets.Columns];
    double sum;

    /// <summary>Σ hazard, one per element of the block.</summary>
    public double[] Totals { get; } = new double[block];

    /// <summary>Σ hazard × column, column after column, a block apart.</summary>
    public double[] Columns { get; } = new double[sets.Columns * block];

    /// <summary>Nobody is at risk.</summary>
    public void Begin()
    {
        sum = 0;
        Array.Clear(sums);
    }

    /// <param name="relative">Hazards of the elements that join.</param>
    /// <param name="start">The first of them, among all elements.</param>
    /// <param name="place">The first of them, in the block.</param>
    public void Run(ReadOnlySpan<double> relative, int start, int place)
    {
        var column = 0;
        for (; column + 3 < sets.Columns; column += 4)
            AddFour(relative, column, start, place);
        for (; column + 1 < sets.Columns; column += 2)
            AddTwo(relative, column, start, place);
        if (column < sets.Columns)
            AddOneAndTotals(relative, column, start, place);
        else
            AddTotals(relative, Totals.AsSpan(place, relative.Length));
    }

    /// <summary>Fills the block up with zeros.</summary>
    public void Fill(int from, int to)
    {
        for (var column = 0; column < sets.Columns && from < to; column++)
            Columns.AsSpan(column * block + from, to - from).Clear();
    }

    void AddFour(ReadOnlySpan<double> relative, int column, int start, int place)
    {
        var (a, b, c, d) = (sums[column], sums[column + 1], sums[column + 2], sums[column + 3]);
        var first = Values(column, start, relative.Length);
        var second = Values(column + 1, start, relative.Length);
        var third = Values(column + 2, start, relative.Length);
        var fourth = Values(column + 3, start, relative.Length);
        var firstSums = Sums(column, place, relative.Length);
        var secondSums = Sums(column + 1, place, relative.Length);
        var thirdSums = Sums(column + 2, place, relative.Length);
        var fourthSums = Sums(column + 3, place, relative.Length);
        for (var element = 0; element < relative.Length; element++)
        {
            var hazard = relative[element];
            firstSums[element] = a += hazard * first[element];
            secondSums[element] = b += hazard * second[element];
            thirdSums[element] = c += hazard * third[element];
            fourthSums[element] = d += hazard * fourth[element];
        }

        (sums[column], sums[column + 1], sums[column + 2], sums[column + 3]) = (a, b, c, d);
    }

    void AddTwo(ReadOnlySpan<double> relative, int column, int start, int place)
    {
        var (a, b) = (sums[column], sums[column + 1]);
        var first = Values(column, start, relative.Length);
        var second = Values(column + 1, start, relative.Length);
        var firstSums = Sums(column, place, relative.Length);
        var secondSums = Sums(column + 1, place, relative.Length);
        for (var element = 0; element < relative.Length; element++)
        {
            firstSums[element] = a += relative[element] * first[element];
            secondSums[element] = b += relative[element] * second[element];
        }

        (sums[column], sums[column + 1]) = (a, b);
    }

    void AddOneAndTotals(ReadOnlySpan<double> relative, int column, int start, int place)
    {
        var (a, all) = (sums[column], sum);
        var first = Values(column, start, relative.Length);
        var firstSums = Sums(column, place, relative.Length);
        var totals = Totals.AsSpan(place, relative.Length);
        for (var element = 0; element < relative.Length; element++)
        {
            firstSums[element] = a += relative[element] * first[element];
            totals[element] = all += relative[element];
        }

        (sums[column], sum) = (a, all);
    }

    void AddTotals(ReadOnlySpan<double> relative, Span<double> totals)
    {
        var all = sum;
        for (var element = 0; element < relative.Length; element++)
            totals[element] = all += relative[element];
        sum = all;
    }

    ReadOnlySpan<double> Values(int column, int start, int length) =>
        sets.Values.AsSpan(column * sets.Stride + start, length);

    Span<double> Sums(int column, int place, int length) => Columns.AsSpan(column * block + place, length);
}
