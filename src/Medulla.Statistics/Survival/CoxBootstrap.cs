using System.Collections.Immutable;
using System.Globalization;
using Medulla.Statistics.Description;
using Medulla.Statistics.Distributions;
using Medulla.Statistics.Regression;
using Medulla.Statistics.Resampling;

namespace Medulla.Statistics.Survival;

/// <summary>How the coefficients of a Cox regression vary over resamples of the cohort.</summary>
/// <remarks>
/// R: <c>coxph(..., data = d[index, ])</c> for every replicate. A replicate whose coefficients the data cannot determine (no
/// event, a column without variation, separation) counts as null; R reports a large number for it, with a warning.
/// Sources: Efron 1979.
/// </remarks>
public sealed class CoxBootstrap
{
    readonly double[] estimates;
    readonly NotEstimableCause?[] causes;
    readonly double confidenceLevel;

    CoxBootstrap(ImmutableArray<string> columns, double[] estimates, NotEstimableCause?[] causes, double confidenceLevel)
    {
        (Columns, this.estimates, this.causes, this.confidenceLevel) = (columns, estimates, causes, confidenceLevel);
        Estimable = causes.Count(cause => cause is null);
        Coefficients = [.. columns.Select((name, column) => Summarise(name, column))];
    }

    /// <summary>Names, in the order of the columns.</summary>
    public ImmutableArray<string> Columns { get; }

    public int Replicates => causes.Length;

    /// <summary>Replicates whose coefficients exist.</summary>
    public int Estimable { get; }

    /// <summary>One per column.</summary>
    public ImmutableArray<CoxBootstrapCoefficient> Coefficients { get; }

    /// <summary>The convention in words.</summary>
    public string Convention => string.Create(CultureInfo.InvariantCulture,
        $"{Estimable} of {Replicates} bootstrap replicates; {100 * confidenceLevel:0.##} % percentile interval, ")
        + "quantile type 7; R: coxph(..., data = d[index, ]) and quantile(type = 7)";

    /// <summary>Log hazard ratio of a column in a replicate; null when it does not exist.</summary>
    public double? Coefficient(int replicate, int column) =>
        causes[replicate] is null ? estimates[replicate * Columns.Length + column] : null;

    /// <summary>Why a replicate has no coefficients; null when it has.</summary>
    public NotEstimableCause? Cause(int replicate) => causes[replicate];

    /// <param name="followUps">One per participant.</param>
    /// <param name="covariates">At least one column, in the order of the participants.</param>
    /// <param name="indices">Drawn or given; as many participants as the cohort has.</param>
    /// <param name="options">Efron ties, 95 % intervals unless said otherwise; ties may not be exact.</param>
    /// <exception cref="ArgumentException">Lengths differ, or a number is missing, negative or not finite.</exception>
    /// <exception cref="NotEstimableException">Nobody has the event.</exception>
    public static CoxBootstrap Run(
        IReadOnlyList<FollowUp> followUps, IReadOnlyList<Covariate> covariates, BootstrapIndices indices,
        CoxOptions? options = null)
    {
        options ??= new CoxOptions();
        CoxRegression.RequireUsable(followUps, covariates, options);
        if (options.Ties == CoxTies.Exact)
            throw new ArgumentException("Found exact ties. Expected Efron's or Breslow's for resamples.", nameof(options));
        if (indices.Participants != followUps.Count)
            throw new ArgumentException(
                $"Found replicates of {indices.Participants} participants. Expected {followUps.Count}, as the cohort has.",
                nameof(indices));

        var refit = new CoxRefit(new CoxDesign(followUps, covariates, options));
        var places = new int[indices.Participants];
        var found = new double[indices.Replicates * covariates.Count];
        var reasons = new NotEstimableCause?[indices.Replicates];
        for (var replicate = 0; replicate < reasons.Length; replicate++)
        {
            indices.Fill(replicate, places);
            reasons[replicate] = refit.Fit(places, found.AsSpan(replicate * covariates.Count, covariates.Count));
        }

        return new CoxBootstrap(
            [.. covariates.Select(covariate => covariate.Name)], found, reasons, options.ConfidenceLevel);
    }

    CoxBootstrapCoefficient Summarise(string name, int column)
    {
        var values = new double[Estimable];
        for (int replicate = 0, place = 0; replicate < causes.Length; replicate++)
            if (causes[replicate] is null)
                values[place++] = estimates[replicate * Columns.Length + column];
        if (values.Length < 2)
            return new CoxBootstrapCoefficient(name, null, null, null);

        var mean = values.Average();
        var standardError = Math.Sqrt(values.Sum(value => (value - mean) * (value - mean)) / (values.Length - 1));
        var tail = (1 - confidenceLevel) / 2;
        return new CoxBootstrapCoefficient(
            name, mean, standardError, new Interval(Quantiles.Of(values, tail), Quantiles.Of(values, 1 - tail)));
    }
}

/// <summary>A coefficient over the replicates in which it exists; all null when they are fewer than two.</summary>
/// <param name="Name">Of the column.</param>
/// <param name="Mean">Of the log hazard ratios.</param>
/// <param name="StandardError">Their standard deviation.</param>
/// <param name="Percentile">Interval of the log hazard ratio.</param>
public sealed record CoxBootstrapCoefficient(string Name, double? Mean, double? StandardError, Interval? Percentile);
