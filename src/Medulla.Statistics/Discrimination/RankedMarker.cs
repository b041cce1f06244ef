using Medulla.Statistics.Numerics;

namespace Medulla.Statistics.Discrimination;

/// <summary>A marker's values in cases and controls, turned so that higher speaks for a case, and each sorted once.</summary>
/// <remarks>
/// Counts are whole numbers, so that the area and its variance carry one rounding each.
/// Sources: DeLong et al. 1988; sorting, Sun &amp; Xu 2014.
/// </remarks>
sealed class RankedMarker
{
    public RankedMarker(double[] cases, double[] controls)
    {
        (Cases, Controls) = (cases, controls);
        (SortedCases, SortedControls) = (RadixSort.Sorted(cases), RadixSort.Sorted(controls));
        var (ofCases, ofControls) = (new Moments(), new Moments());
        int belowCases = 0, belowControls = 0;
        unchecked
        {
            while (belowCases < cases.Length || belowControls < controls.Length)
            {
                var value = belowControls == controls.Length
                    || (belowCases < cases.Length && SortedCases[belowCases] <= SortedControls[belowControls])
                    ? SortedCases[belowCases]
                    : SortedControls[belowControls];
                var (nextCase, nextControl) = (belowCases, belowControls);
                while (nextCase < cases.Length && SortedCases[nextCase] == value)
                    nextCase++;
                while (nextControl < controls.Length && SortedControls[nextControl] == value)
                    nextControl++;
                ofCases.Add(nextCase - belowCases, belowControls + nextControl);
                ofControls.Add(nextControl - belowControls, 2 * cases.Length - belowCases - nextCase);
                (belowCases, belowControls) = (nextCase, nextControl);
            }
        }

        Area = (double)ofCases.Sum / (2.0 * cases.Length * controls.Length);
        Variance = cases.Length > 1 && controls.Length > 1
            ? ofCases.Variance(cases.Length) / Squared(2.0 * controls.Length) / cases.Length
                + ofControls.Variance(controls.Length) / Squared(2.0 * cases.Length) / controls.Length
            : null;
    }

    /// <summary>In the order of the participants.</summary>
    public double[] Cases { get; }

    /// <summary>In the order of the participants.</summary>
    public double[] Controls { get; }

    public double[] SortedCases { get; }

    public double[] SortedControls { get; }

    /// <summary>Probability that a case exceeds a control, ties one half.</summary>
    public double Area { get; }

    /// <summary>Null for fewer than two cases or two controls.</summary>
    public double? Variance { get; }

    static double Squared(double value) => value * value;

    /// <summary>Sum and sum of squares of twice the number of people exceeded.</summary>
    struct Moments
    {
        Int128 squares;

        public long Sum { get; private set; }

        public void Add(int people, int twiceExceeded)
        {
            unchecked
            {
                Sum += (long)people * twiceExceeded;
                squares += (Int128)((long)twiceExceeded * twiceExceeded) * people;
            }
        }

        public readonly double Variance(int people) =>
            (double)(squares * people - (Int128)Sum * Sum) / people / (people - 1);
    }
}
