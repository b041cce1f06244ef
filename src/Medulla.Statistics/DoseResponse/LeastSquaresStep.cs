namespace Medulla.Statistics.DoseResponse;

/// <summary>Householder QR of a tall matrix: the step that a least-squares fit takes.</summary>
/// <remarks>
/// QR and not the normal equations: half the digits are lost otherwise. Source: Golub &amp; Van Loan 2013, 5.2.
/// </remarks>
static class LeastSquaresStep
{
    /// <summary>
    /// Turns the matrix (rows × columns, row by row) into R above its diagonal and the right side into Qᵀ times itself.
    /// </summary>
    public static void Triangularise(Span<double> matrix, int columns, Span<double> right)
    {
        var rows = right.Length;
        for (var pivot = 0; pivot < columns; pivot++)
        {
            var norm = 0.0;
            for (var row = pivot; row < rows; row++)
                norm = double.Hypot(norm, matrix[row * columns + pivot]);
            if (norm == 0)
                continue;

            var head = matrix[pivot * columns + pivot];
            var diagonal = head > 0 ? -norm : norm;
            var first = head - diagonal;
            var scale = -1 / (diagonal * first);

            for (var column = pivot + 1; column < columns; column++)
            {
                var product = first * matrix[pivot * columns + column];
                for (var row = pivot + 1; row < rows; row++)
                    product += matrix[row * columns + pivot] * matrix[row * columns + column];
                product *= scale;
                matrix[pivot * columns + column] -= product * first;
                for (var row = pivot + 1; row < rows; row++)
                    matrix[row * columns + column] -= product * matrix[row * columns + pivot];
            }

            var rightProduct = first * right[pivot];
            for (var row = pivot + 1; row < rows; row++)
                rightProduct += matrix[row * columns + pivot] * right[row];
            rightProduct *= scale;
            right[pivot] -= rightProduct * first;
            for (var row = pivot + 1; row < rows; row++)
                right[row] -= rightProduct * matrix[row * columns + pivot];

            matrix[pivot * columns + pivot] = diagonal;
        }
    }

    /// <summary>Solves R step = right for the upper triangle R; false when R is singular.</summary>
    public static bool TrySolve(ReadOnlySpan<double> triangle, int columns, ReadOnlySpan<double> right, Span<double> step)
    {
        for (var row = columns - 1; row >= 0; row--)
        {
            var sum = right[row];
            for (var column = row + 1; column < columns; column++)
                sum -= triangle[row * columns + column] * step[column];

            var diagonal = triangle[row * columns + row];
            if (diagonal == 0)
                return false;
            step[row] = sum / diagonal;
            if (!double.IsFinite(step[row]))
                return false;
        }

        return true;
    }
}
