namespace Medulla.Statistics.Survival;

/// <summary>Cox's exact partial likelihood of tied events: those with the event, given how many at risk have it.</summary>
/// <remarks>
/// The sum over all ways to draw d of those at risk is the elementary symmetric polynomial of degree d of their hazards,
/// built up one participant at a time together with its first two derivatives: n × d additions, not n choose d.
/// Sources: Cox 1972; the recursion, Gail, Lubin &amp; Rubinstein 1981.
/// </remarks>
sealed class CoxExactLikelihood : ICoxLikelihood
{
    readonly int most;
    readonly int cells;
    readonly double[] sums;
    readonly HashSet<int> present = [];

    public CoxExactLikelihood(CoxRiskSets riskSets)
    {
        RiskSets = riskSets;
        var columns = riskSets.Columns;
        (Score, Information) = (new double[columns], new double[columns * columns]);
        foreach (var step in riskSets.Steps.AsSpan(0, riskSets.StepCount))
            most = Math.Max(most, step.Events);

        // For every degree: the sum, its derivatives, the lower triangle of the second ones.
        cells = 1 + columns + columns * (columns + 1) / 2;
        sums = new double[(most + 1) * cells];
    }

    public CoxRiskSets RiskSets { get; }

    public double LogLikelihood { get; private set; }

    public double[] Score { get; }

    public double[] Information { get; }

    public bool Evaluate(ReadOnlySpan<double> coefficients)
    {
        LogLikelihood = 0;
        Array.Clear(Score);
        Array.Clear(Information);
        for (int step = 0, last; step < RiskSets.StepCount; step = last)
        {
            for (last = step + 1; last < RiskSets.StepCount && !RiskSets.Steps[last].Begins;)
                last++;
            AddSection(coefficients, step, last);
        }

        return double.IsFinite(LogLikelihood);
    }

    void AddSection(ReadOnlySpan<double> coefficients, int first, int last)
    {
        var from = first == 0 ? 0 : RiskSets.Steps[first - 1].End;
        var end = RiskSets.Steps[last - 1].End;
        var largest = double.NegativeInfinity;
        for (var element = from; element < end; element++)
            largest = Math.Max(largest, Predictor(coefficients, element));

        // Per hazard divided by this, a polynomial of any degree stays within the range of a double.
        var scale = 0.0;
        for (var element = from; element < end; element++)
            scale += Math.Exp(Predictor(coefficients, element) - largest);
        var logScale = largest + Math.Log(scale / Math.Max(1, most));

        Begin();
        present.Clear();
        for (int step = first, element = from; step < last; step++)
        {
            var start = element;
            for (; element < RiskSets.Steps[step].End; element++)
                if (RiskSets.Weights[element] < 0)
                    present.Remove(RiskSets.Rows[element]);
                else
                {
                    if (start < element && RiskSets.Weights[element - 1] < 0)
                        Rebuild(coefficients, from, start, logScale);
                    present.Add(RiskSets.Rows[element]);
                    Join(Math.Exp(Predictor(coefficients, element) - logScale), element);
                }

            AddStep(coefficients, RiskSets.Steps[step], logScale);
        }
    }

    double Predictor(ReadOnlySpan<double> coefficients, int element)
    {
        var predictor = RiskSets.OffsetOf(element);
        for (var column = 0; column < coefficients.Length; column++)
            predictor += coefficients[column] * RiskSets.Values[column * RiskSets.Stride + element];
        return predictor;
    }

    void Begin()
    {
        Array.Clear(sums);
        sums[0] = 1;
    }

    // A polynomial cannot be divided by a factor without loss of digits: somebody quit, so start again.
    void Rebuild(ReadOnlySpan<double> coefficients, int from, int to, double logScale)
    {
        Begin();
        for (var element = from; element < to; element++)
            if (RiskSets.Weights[element] > 0 && present.Contains(RiskSets.Rows[element]))
                Join(Math.Exp(Predictor(coefficients, element) - logScale), element);
    }

    void Join(double hazard, int element)
    {
        var (columns, values, stride) = (RiskSets.Columns, RiskSets.Values, RiskSets.Stride);
        for (var degree = most; degree > 0; degree--)
        {
            var here = sums.AsSpan(degree * cells, cells);
            var below = sums.AsSpan((degree - 1) * cells, cells);
            if (below[0] == 0)
                continue;
            here[0] += hazard * below[0];
            for (int row = 0, cell = 1 + columns; row < columns; row++)
            {
                var value = values[row * stride + element];
                here[1 + row] += hazard * (below[1 + row] + value * below[0]);
                for (var column = 0; column <= row; column++, cell++)
                {
                    var other = values[column * stride + element];
                    here[cell] += hazard
                        * (below[cell] + value * below[1 + column] + other * below[1 + row] + value * other * below[0]);
                }
            }
        }
    }

    void AddStep(ReadOnlySpan<double> coefficients, CoxStep step, double logScale)
    {
        var columns = RiskSets.Columns;
        for (var element = step.EventsFrom; element < step.End; element++)
        {
            LogLikelihood += Predictor(coefficients, element) - logScale;
            for (var column = 0; column < columns; column++)
                Score[column] += RiskSets.Values[column * RiskSets.Stride + element];
        }

        var sum = sums.AsSpan(step.Events * cells, cells);
        LogLikelihood -= Math.Log(sum[0]);
        for (int row = 0, cell = 1 + columns; row < columns; row++)
        {
            Score[row] -= sum[1 + row] / sum[0];
            for (var column = 0; column <= row; column++, cell++)
                Information[row * columns + column] += sum[cell] / sum[0] - sum[1 + row] / sum[0] * (sum[1 + column] / sum[0]);
        }
    }
}
