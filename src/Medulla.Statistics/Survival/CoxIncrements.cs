namespace Medulla.Statistics.Survival;

/// <summary>The increase of the baseline hazard at each event time, with the means of the columns it meets.</summary>
/// <remarks>For a participant whose standardised columns are all 0. Exact ties: as Breslow's.</remarks>
sealed class CoxIncrements
{
    readonly CoxRiskSets sets;

    /// <param name="sets">The cohort.</param>
    /// <param name="coefficients">Of the standardised columns.</param>
    /// <param name="ties">Of the model.</param>
    public CoxIncrements(CoxRiskSets sets, ReadOnlySpan<double> coefficients, CoxTies ties)
    {
        this.sets = sets;
        var (steps, columns) = (sets.StepCount, sets.Columns);
        (Hazards, Variances, TiedHazards) = (new double[steps], new double[steps], new double[steps]);
        (HazardMeans, Means, TiedHazardMeans) =
            (new double[steps * columns], new double[steps * columns], new double[steps * columns]);
        Predictors = new double[sets.Length];
        for (var element = 0; element < sets.Length; element++)
        {
            Predictors[element] = sets.OffsetOf(element);
            for (var column = 0; column < columns; column++)
                Predictors[element] += coefficients[column] * sets.Values[column * sets.Stride + element];
        }

        for (int step = 0, last; step < steps; step = last)
        {
            for (last = step + 1; last < steps && !sets.Steps[last].Begins;)
                last++;
            AddSection(step, last, ties == CoxTies.Efron);
        }
    }

    /// <summary>Linear predictors of the elements.</summary>
    public double[] Predictors { get; }

    /// <summary>One per step.</summary>
    public double[] Hazards { get; }

    /// <summary>Of the increases, the coefficients taken as known.</summary>
    public double[] Variances { get; }

    /// <summary>The part that participants with the event are spared: they leave in turn (Efron), not all at the end.</summary>
    public double[] TiedHazards { get; }

    /// <summary>The increase times the mean of the columns in the risk set, step after step.</summary>
    public double[] HazardMeans { get; }

    /// <summary>Mean of the columns in the risk set, over the turns in which tied events leave it.</summary>
    public double[] Means { get; }

    public double[] TiedHazardMeans { get; }

    public int From(int step) => step == 0 ? 0 : sets.Steps[step - 1].End;

    void AddSection(int first, int last, bool efron)
    {
        // Relative to the largest: the exponential cannot overflow, and the factor is taken out again.
        var largest = double.NegativeInfinity;
        for (var element = From(first); element < sets.Steps[last - 1].End; element++)
            largest = Math.Max(largest, Predictors[element]);
        var columns = sets.Columns;
        var (total, sums, shared) = (0.0, new double[columns], new double[columns]);
        for (var place = first; place < last; place++)
        {
            var step = sets.Steps[place];
            var sharedTotal = 0.0;
            Array.Clear(shared);
            for (var element = From(place); element < step.End; element++)
            {
                var hazard = sets.Weights[element] * Math.Exp(Predictors[element] - largest);
                total += hazard;
                sharedTotal += element >= step.EventsFrom ? hazard : 0;
                for (var column = 0; column < columns; column++)
                {
                    sums[column] += hazard * sets.Values[column * sets.Stride + element];
                    if (element >= step.EventsFrom)
                        shared[column] += hazard * sets.Values[column * sets.Stride + element];
                }
            }

            var turns = efron ? step.Events : 1;
            for (var turn = 0; turn < turns; turn++)
            {
                var thinned = (double)turn / turns;
                var remaining = total - thinned * sharedTotal;
                var hazard = step.Weight / turns / remaining * Math.Exp(-largest);
                Hazards[place] += hazard;
                Variances[place] += hazard / remaining * Math.Exp(-largest);
                TiedHazards[place] += thinned * hazard;
                for (var column = 0; column < columns; column++)
                {
                    var mean = (sums[column] - thinned * shared[column]) / remaining;
                    Means[place * columns + column] += mean / turns;
                    HazardMeans[place * columns + column] += hazard * mean;
                    TiedHazardMeans[place * columns + column] += thinned * hazard * mean;
                }
            }
        }
    }
}
