using Medulla.Statistics.Numerics;

namespace Medulla.Statistics.Discrimination;

/// <summary>For each case the share of controls below it, and for each control the share of cases above it.</summary>
/// <remarks>
/// Ties count one half. In the order of the participants, so that two markers of the same people can be compared.
/// Sources: DeLong et al. 1988; sorting, Sun &amp; Xu 2014.
/// </remarks>
sealed record Placements(double[] OfCases, double[] OfControls)
{
    public static Placements Of(RankedMarker marker)
    {
        var ofControls = ShareBelow(marker.Controls, marker.SortedCases);
        for (var place = 0; place < ofControls.Length; place++)
            ofControls[place] = 1 - ofControls[place];
        return new Placements(ShareBelow(marker.Cases, marker.SortedControls), ofControls);
    }

    /// <summary>
    /// Covariance of the two AUCs of two markers of the same participants; null for fewer than two of either.
    /// </summary>
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

    static double[] ShareBelow(double[] values, double[] sortedOthers)
    {
        var shares = new double[values.Length];
        int below = 0, belowOrEqual = 0;
        foreach (var place in RadixSort.Order(values))
        {
            while (below < sortedOthers.Length && sortedOthers[below] < values[place])
                below++;
            belowOrEqual = Math.Max(belowOrEqual, below);
            while (belowOrEqual < sortedOthers.Length && sortedOthers[belowOrEqual] == values[place])
                belowOrEqual++;
            shares[place] = (below + belowOrEqual) / 2.0 / sortedOthers.Length;
        }

        return shares;
    }
}
