namespace Medulla.Statistics.Discrimination;

/// <summary>For each case the share of controls below it, and for each control the share of cases above it.</summary>
/// <remarks>
/// Ties count one half. The mean of either list is the AUC, their variances give its variance.
/// Sorted once and searched: n log n. Sources: DeLong et al. 1988; sorting, Sun &amp; Xu 2014.
/// </remarks>
sealed record Placements(double[] OfCases, double[] OfControls, double Auc)
{
    /// <param name="cases">Oriented so that higher values speak for a case.</param>
    /// <param name="controls">Oriented likewise.</param>
    public static Placements Of(IReadOnlyList<double> cases, IReadOnlyList<double> controls)
    {
        double[] ofCases = [.. ShareBelow(cases, controls)];
        double[] ofControls = [.. ShareBelow(controls, cases).Select(share => 1 - share)];
        return new Placements(ofCases, ofControls, ofCases.Average());
    }

    /// <summary>Null for fewer than two cases or two controls.</summary>
    public double? Variance => Covariance(this);

    /// <summary>Covariance of the two AUCs of two markers of the same participants.</summary>
    public double? Covariance(Placements other) =>
        OfCases.Length > 1 && OfControls.Length > 1
            ? Covariance(OfCases, other.OfCases) / OfCases.Length + Covariance(OfControls, other.OfControls) / OfControls.Length
            : null;

    static double Covariance(double[] one, double[] other)
    {
        double oneMean = one.Average(), otherMean = other.Average(), sum = 0;
        for (var index = 0; index < one.Length; index++)
            sum += (one[index] - oneMean) * (other[index] - otherMean);
        return sum / (one.Length - 1);
    }

    static IEnumerable<double> ShareBelow(IReadOnlyList<double> values, IReadOnlyList<double> others)
    {
        var sorted = others.Order().ToArray();
        foreach (var value in values)
            yield return (CountBelow(sorted, value, orEqual: false) + CountBelow(sorted, value, orEqual: true))
                / 2.0 / sorted.Length;
    }

    static int CountBelow(double[] sorted, double value, bool orEqual)
    {
        int lower = 0, upper = sorted.Length;
        while (lower < upper)
        {
            var middle = (lower + upper) / 2;
            if (sorted[middle] < value || (orEqual && sorted[middle] == value))
                lower = middle + 1;
            else
                upper = middle;
        }

        return lower;
    }
}
