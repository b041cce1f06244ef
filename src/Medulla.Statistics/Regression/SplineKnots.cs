using Medulla.Statistics.Description;

namespace Medulla.Statistics.Regression;

/// <summary>Where the knots of a restricted cubic spline go when the data are to say.</summary>
/// <remarks>
/// Type-7 quantiles at equally spaced probabilities, the outer ones 0.10 (3 knots), 0.05 (4 to 6) or 0.025 (more). Where
/// one end of the data holds many equal values, such as a limit of detection, and no value between does, the outer knot
/// is the value next to that end and the others are placed in what lies beyond it. In fewer than 100 values the outer
/// quantiles give way to the 5th smallest and 5th largest value. R: <c>Hmisc::rcspline.eval(nk = )</c>.
/// Sources: Harrell 2015; Stone &amp; Koo 1985.
/// </remarks>
static class SplineKnots
{
    public const int Fewest = 3;
    const double TiedShare = 0.05;
    const int SmallCohort = 100;
    const int FromTheEnd = 5;

    public static double[] AtQuantiles(IEnumerable<double> values, int count)
    {
        double[] sorted = [.. values.Order()];
        var outer = count switch { 3 => 0.10, <= 6 => 0.05, _ => 0.025 };
        var shares = sorted.GroupBy(value => value)
            .Select(run => (Value: run.Key, Share: (double)run.Count() / sorted.Length)).ToArray();
        var crowdedInside = shares.Length < 4 || shares[1..^1].Any(run => run.Share >= TiedShare);
        double? first = !crowdedInside && shares[0].Share >= TiedShare ? shares[1].Value : null;
        double? last = !crowdedInside && shares[^1].Share >= TiedShare ? shares[^2].Value : null;

        double[] rest = [.. sorted.Where(value => !(value <= first) && !(value >= last))];
        if (rest.Length == 0)
            return [];
        var remaining = count - (first is null ? 0 : 1) - (last is null ? 0 : 1);
        double[] probabilities = (remaining, first ?? last) switch
        {
            (1, _) => [0.5],
            (2, { }) => [0.5, 1 - outer],
            _ => [.. Enumerable.Range(0, remaining).Select(place => outer + place * (1 - 2 * outer) / (remaining - 1))],
        };
        double[] quantiles = [.. probabilities.Select(probability => Quantiles.Of(rest, probability))];
        if (rest.Length is < SmallCohort and >= FromTheEnd)
        {
            if (first is null)
                quantiles[0] = rest[FromTheEnd - 1];
            if (last is null)
                quantiles[^1] = rest[^FromTheEnd];
        }

        return [.. new[] { first }.OfType<double>(), .. quantiles, .. new[] { last }.OfType<double>()];
    }
}
