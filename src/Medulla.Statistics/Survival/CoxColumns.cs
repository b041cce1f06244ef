using Medulla.Statistics.Numerics;

namespace Medulla.Statistics.Survival;

/// <summary>Puts the columns of a cohort into its risk sets, standardised.</summary>
/// <remarks>
/// The risk sets' order leaps about in the cohort's: each participant's values are laid side by side first, so that one leap
/// finds several.
/// </remarks>
static class CoxColumns
{
    const int Together = 8;
    const int Block = 512;

    /// <summary>1 as the scale of a constant column.</summary>
    public static (double Mean, double Scale) MeanAndScale(ReadOnlySpan<double> values)
    {
        var mean = Spread.Mean(values);
        var variance = Spread.SquaresAbout(mean, values) / values.Length;
        return (mean, variance > 0 ? Math.Sqrt(variance) : 1);
    }

    /// <param name="riskSets">Whose values are filled.</param>
    /// <param name="values">Column after column, in the cohort's order.</param>
    /// <param name="means">Receives those of the columns.</param>
    /// <param name="scales">Receives the standard deviations.</param>
    public static void Standardise(CoxRiskSets riskSets, double[][] values, double[] means, double[] scales)
    {
        var participants = values[0].Length;
        var width = Math.Min(Together, values.Length);
        var beside = GC.AllocateUninitializedArray<double>(width * participants);
        for (var first = 0; first < values.Length; first += width)
        {
            width = Math.Min(width, values.Length - first);
            for (var column = first; column < first + width; column++)
                (means[column], scales[column]) = MeanAndScale(values[column]);
            for (var from = 0; from < participants; from += Block)
            {
                var length = Math.Min(Block, participants - from);
                for (var place = 0; place < width; place++)
                    LayBeside(values[first + place].AsSpan(from, length), means[first + place], 1 / scales[first + place],
                        beside.AsSpan(from * width + place), width);
            }

            for (var from = 0; from < riskSets.Length; from += Block)
            {
                var rows = riskSets.Rows.AsSpan(from, Math.Min(Block, riskSets.Length - from));
                Gather(beside, rows, width, riskSets.Values.AsSpan(first * riskSets.Stride + from), riskSets.Stride);
            }
        }

        static void LayBeside(ReadOnlySpan<double> column, double mean, double inverse, Span<double> target, int width)
        {
            for (int row = 0, place = 0; row < column.Length; row++, place += width)
                target[place] = (column[row] - mean) * inverse;
        }
    }

    static void Gather(ReadOnlySpan<double> beside, ReadOnlySpan<int> rows, int width, Span<double> target, int stride)
    {
        for (var element = 0; element < rows.Length; element++)
        {
            var values = beside.Slice(rows[element] * width, width);
            for (int place = 0, at = element; place < values.Length; place++, at += stride)
                target[at] = values[place];
        }
    }
}
