using Medulla.Statistics.Regression;

namespace Medulla.Statistics.Survival;

/// <summary>Fits one model to resamples of one cohort: ordered once, nothing allocated per resample.</summary>
/// <remarks>
/// A participant drawn k times counts as k tied participants, as if the rows had been copied. The search begins at the fit of
/// the whole cohort where there is one. Not safe for two threads at once: each has its own.
/// </remarks>
sealed class CoxRefit
{
    readonly CoxDesign design;
    readonly CoxRiskSets resample;
    readonly CoxMaximum maximum;
    readonly double[] start;
    readonly int[] counts;

    /// <param name="design">Ties are Efron's or Breslow's.</param>
    public CoxRefit(CoxDesign design)
    {
        this.design = design;
        resample = new CoxRiskSets(
            design.Columns, design.RiskSets.Length, design.RiskSets.StepCount, design.Offsets is not null);
        maximum = new CoxMaximum(new CoxLikelihood(resample, design.Options.Ties));
        (start, counts) = (new double[design.Columns], new int[design.Participants]);
        var whole = new CoxMaximum(new CoxLikelihood(design.RiskSets, design.Options.Ties));
        if (whole.Climb() is null)
            whole.Coefficients.CopyTo(start, 0);
    }

    /// <summary>Fits the participants at the places given, each as often as it stands there.</summary>
    /// <param name="places">Counted from 0; any number of them.</param>
    /// <param name="coefficients">Receives the log hazard ratios per unit of each column.</param>
    /// <returns>Null when the model was fitted; else why not.</returns>
    public NotEstimableCause? Fit(ReadOnlySpan<int> places, Span<double> coefficients)
    {
        Array.Clear(counts);
        foreach (var place in places)
            counts[place]++;
        if (!resample.Resample(design.RiskSets, counts))
            return NotEstimableCause.NoEvents;

        start.CopyTo(maximum.Coefficients, 0);
        var cause = maximum.Climb();
        if (cause is NotEstimableCause.NotConverged)
        {
            // From the whole cohort's fit the way was too long.
            Array.Clear(maximum.Coefficients);
            cause = maximum.Climb();
        }

        if (cause is null)
            for (var column = 0; column < design.Columns; column++)
                coefficients[column] = maximum.Coefficients[column] / design.Scales[column];
        return cause;
    }
}
