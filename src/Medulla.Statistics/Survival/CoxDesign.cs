using Medulla.Statistics.Numerics;
using Medulla.Statistics.Regression;

namespace Medulla.Statistics.Survival;

/// <summary>A cohort made ready for any number of fits: ordered once, columns standardised.</summary>
/// <remarks>
/// Columns are centred and divided by their standard deviation, so that age in days beside a proportion of 1 leaves the
/// information matrix well conditioned. Coefficients return to the column's own unit through <see cref="Scales"/>.
/// </remarks>
sealed class CoxDesign
{
    public CoxDesign(IReadOnlyList<FollowUp> followUps, IReadOnlyList<Covariate> covariates, CoxOptions options)
    {
        Names = [.. covariates.Select(covariate => covariate.Name)];
        (Means, Scales) = (new double[covariates.Count], new double[covariates.Count]);
        Values = [.. covariates.Select(covariate => Numbers(covariate.Values))];
        Options = options;
        Tied = TiedTimes.Merge(followUps, options.MergeRounding);
        Weights = options.CaseWeights is { } weights ? Numbers(weights) : null;
        Offsets = options.Offset is { } offsets ? Numbers(offsets) : null;
        var rows = FollowUp.Span(followUps);
        Events = new bool[rows.Length];
        for (var row = 0; row < Events.Length; row++)
            Events[row] = rows[row].EventObserved;

        (StratumOf, StratumNames) = Stratify(options.Strata);
        RiskSets = new CoxRiskSetBuilder(this).Build(Names.Length);
        for (var column = 0; column < Names.Length; column++)
            (Means[column], Scales[column]) = Standardise(RiskSets, column, Values[column]);
        RiskSets.SumEvents();
    }

    public string[] Names { get; }

    public CoxOptions Options { get; }

    public TiedTimes Tied { get; }

    public CoxRiskSets RiskSets { get; }

    /// <summary>Of the columns, over all participants.</summary>
    public double[] Means { get; }

    /// <summary>Standard deviations of the columns; 1 for a constant column.</summary>
    public double[] Scales { get; }

    /// <summary>As given, column after column.</summary>
    public double[][] Values { get; }

    /// <summary>Null where all are 1.</summary>
    public double[]? Weights { get; }

    /// <summary>Null where all are 0.</summary>
    public double[]? Offsets { get; }

    public bool[] Events { get; }

    /// <summary>The stratum of each participant, counted from 0; null when there is one.</summary>
    public int[]? StratumOf { get; }

    /// <summary>In ascending ordinal order, numbers as numbers.</summary>
    public string[] StratumNames { get; }

    public int Columns => Names.Length;

    public int Participants => Events.Length;

    /// <summary>Case-weighted means, 0 for a column that holds −1, 0 and 1 only. R: <c>coxph(...)$means</c>.</summary>
    public double[] ReferenceValues()
    {
        var reference = new double[Columns];
        for (var column = 0; column < Columns; column++)
        {
            var (sum, total, coded) = (0.0, 0.0, true);
            for (var row = 0; row < Participants; row++)
            {
                sum += Weight(row) * Values[column][row];
                total += Weight(row);
                coded &= Values[column][row] is -1 or 0 or 1;
            }

            reference[column] = coded ? 0 : sum / total;
        }

        return reference;
    }

    public double Weight(int row) => Weights is null ? 1 : Weights[row];

    /// <summary>Σ coefficient × (column − mean) / scale + offset, for every participant.</summary>
    public double[] LinearPredictors(ReadOnlySpan<double> standardised)
    {
        var predictors = new double[Participants];
        Offsets?.CopyTo(predictors, 0);
        for (var column = 0; column < Columns; column++)
        {
            var values = Values[column];
            for (var row = 0; row < predictors.Length; row++)
                predictors[row] += standardised[column] * (values[row] - Means[column]) / Scales[column];
        }

        return predictors;
    }

    /// <summary>The list as an array; itself where it is one.</summary>
    public static double[] Numbers(IReadOnlyList<double> values)
    {
        if (values is double[] numbers)
            return numbers;
        numbers = new double[values.Count];
        if (values is ICollection<double> collection)
            collection.CopyTo(numbers, 0);
        else
            for (var row = 0; row < numbers.Length; row++)
                numbers[row] = values[row];
        return numbers;
    }

    /// <summary>Puts a column of the cohort into the risk sets, standardised.</summary>
    public static (double Mean, double Scale) Standardise(CoxRiskSets riskSets, int column, ReadOnlySpan<double> values)
    {
        var mean = Spread.Mean(values);
        var variance = Spread.SquaresAbout(mean, values) / values.Length;
        var scale = variance > 0 ? Math.Sqrt(variance) : 1;
        var target = riskSets.Values.AsSpan(column * riskSets.Stride, riskSets.Length);
        var rows = riskSets.Rows.AsSpan(0, target.Length);
        var inverse = 1 / scale;
        for (var element = 0; element < target.Length; element++)
            target[element] = (values[rows[element]] - mean) * inverse;
        return (mean, scale);
    }

    static (int[]? Of, string[] Names) Stratify(IReadOnlyList<string>? labels)
    {
        if (labels is null)
            return (null, [""]);
        var names = labels.Distinct(StringComparer.Ordinal).Order(LabelOrder.Comparer).ToArray();
        var places = names.Index().ToDictionary(name => name.Item, name => name.Index, StringComparer.Ordinal);
        return ([.. labels.Select(label => places[label])], names);
    }
}
