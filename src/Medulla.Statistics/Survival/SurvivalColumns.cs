namespace Medulla.Statistics.Survival;

/// <summary>Survival, cumulative hazard and their variances after each row of an <see cref="EventTable"/>.</summary>
sealed class SurvivalColumns
{
    SurvivalColumns(int rows)
    {
        Survival = new double[rows];
        LogVariance = new double[rows];
        Hazard = new double[rows];
        HazardVariance = new double[rows];
    }

    public double[] Survival { get; }

    /// <summary>Of log survival; infinite once survival is 0.</summary>
    public double[] LogVariance { get; private set; }

    public double[] Hazard { get; }

    public double[] HazardVariance { get; }

    public static SurvivalColumns Of(EventTable table, SurvivalEstimator estimator, CumulativeHazardEstimator hazardEstimator)
    {
        var columns = new SurvivalColumns(table.Rows);
        double survival = 1, greenwood = 0, hazard = 0, hazardVariance = 0;
        for (var row = 0; row < table.Rows; row++)
        {
            var events = table.Events[row];
            if (events > 0)
            {
                var atRisk = table.AtRiskWeight(row);
                var weight = table.EventWeight(row);

                // Sums of weights need not cancel to the last digit where the last at risk have the event.
                var surviving = table.AtRisk[row] == events ? 0 : atRisk - weight;
                survival *= surviving / atRisk;
                greenwood += weight / (atRisk * surviving);

                // All tied events at once, or in turn, each with the mean weight.
                var turns = hazardEstimator == CumulativeHazardEstimator.NelsonAalen ? 1 : events;
                var share = weight / turns;
                for (var turn = 0; turn < turns; turn++)
                {
                    var increase = share / (atRisk - turn * share);
                    hazard += increase;
                    hazardVariance += increase / (atRisk - turn * share);
                }
            }

            columns.Survival[row] = survival;
            columns.LogVariance[row] = greenwood;
            columns.Hazard[row] = hazard;
            columns.HazardVariance[row] = hazardVariance;
        }

        if (estimator == SurvivalEstimator.ExponentialOfHazard)
        {
            columns.LogVariance = columns.HazardVariance;
            for (var row = 0; row < table.Rows; row++)
                columns.Survival[row] = Math.Exp(-columns.Hazard[row]);
        }

        return columns;
    }
}
