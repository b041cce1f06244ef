using Medulla.Statistics.Numerics;

namespace Medulla.Statistics.Survival;

/// <summary>Score and information of the coefficients of column × clock, event time by event time.</summary>
sealed class CoxDrift
{
    readonly CoxRiskSets sets;
    readonly bool efron;
    readonly double[] main;
    readonly double[] mixed;
    readonly double[] drift;

    public CoxDrift(CoxDesign design, ReadOnlySpan<double> coefficients, Func<CoxStep, double> clock)
    {
        (sets, efron) = (design.RiskSets, design.Options.Ties == CoxTies.Efron);
        var columns = sets.Columns;
        Score = new double[columns];
        (main, mixed, drift) = (new double[columns * columns], new double[columns * columns], new double[columns * columns]);
        var predictors = new CoxIncrements(sets, coefficients, design.Options.Ties).Predictors;
        var (all, events) = (new Moments(columns), new Moments(columns));
        var largest = 0.0;
        for (int place = 0, element = 0; place < sets.StepCount; place++)
        {
            var step = sets.Steps[place];
            if (step.Begins)
            {
                all.Clear();
                largest = Largest(predictors, place, element);
            }

            events.Clear();
            for (; element < step.End; element++)
            {
                var hazard = sets.Weights[element] * Math.Exp(predictors[element] - largest);
                all.Add(sets, element, hazard);
                if (element >= step.EventsFrom)
                    events.Add(sets, element, hazard);
            }

            AddStep(step, clock(step), all, events);
        }
    }

    public double[] Score { get; }

    /// <summary>Of the drifts, the coefficients estimated beside them.</summary>
    public double[] Information()
    {
        var order = sets.Columns;
        var information = (double[])drift.Clone();
        var (factor, half) = ((double[])main.Clone(), new double[order * order]);
        if (!Cholesky.TryFactor(factor, order))
            throw new InvalidOperationException("Found a singular information matrix. Expected that of a fitted model.");
        for (var column = 0; column < order; column++)
        {
            var right = half.AsSpan(column * order, order);
            for (var row = 0; row < order; row++)
                right[row] = mixed[Math.Max(row, column) * order + Math.Min(row, column)];
            Cholesky.SolveLower(factor, order, right);
        }

        for (var row = 0; row < order; row++)
            for (var column = 0; column <= row; column++)
            {
                for (var inner = 0; inner < order; inner++)
                    information[row * order + column] -= half[row * order + inner] * half[column * order + inner];
                information[column * order + row] = information[row * order + column];
            }

        return information;
    }

    void AddStep(CoxStep step, double time, Moments all, Moments events)
    {
        var columns = sets.Columns;
        for (var element = step.EventsFrom; element < step.End; element++)
            for (var column = 0; column < columns; column++)
                Score[column] += time * sets.Weights[element] * sets.Values[column * sets.Stride + element];
        var turns = efron ? step.Events : 1;
        var weight = step.Weight / turns;
        for (var turn = 0; turn < turns; turn++)
        {
            var thinned = (double)turn / turns;
            var total = all.Zeroth - thinned * events.Zeroth;
            for (int row = 0; row < columns; row++)
            {
                var mean = (all.First[row] - thinned * events.First[row]) / total;
                Score[row] -= time * weight * mean;
                for (var column = 0; column <= row; column++)
                {
                    var cell = row * columns + column;
                    var other = (all.First[column] - thinned * events.First[column]) / total;
                    var part = weight * ((all.Second[cell] - thinned * events.Second[cell]) / total - mean * other);
                    main[cell] += part;
                    mixed[cell] += time * part;
                    drift[cell] += time * time * part;
                }
            }
        }
    }

    double Largest(double[] predictors, int step, int from)
    {
        var last = step + 1;
        while (last < sets.StepCount && !sets.Steps[last].Begins)
            last++;
        var largest = double.NegativeInfinity;
        for (var element = from; element < sets.Steps[last - 1].End; element++)
            largest = Math.Max(largest, predictors[element]);
        return largest;
    }

    /// <summary>Sums of relative hazards, and of their products with the columns and with pairs of columns.</summary>
    sealed class Moments(int columns)
    {
        public double Zeroth { get; private set; }

        public double[] First { get; } = new double[columns];

        /// <summary>Lower triangle.</summary>
        public double[] Second { get; } = new double[columns * columns];

        public void Clear()
        {
            Zeroth = 0;
            Array.Clear(First);
            Array.Clear(Second);
        }

        public void Add(CoxRiskSets sets, int element, double hazard)
        {
            Zeroth += hazard;
            for (var row = 0; row < First.Length; row++)
            {
                var product = hazard * sets.Values[row * sets.Stride + element];
                First[row] += product;
                for (var column = 0; column <= row; column++)
                    Second[row * First.Length + column] += product * sets.Values[column * sets.Stride + element];
            }
        }
    }
}
