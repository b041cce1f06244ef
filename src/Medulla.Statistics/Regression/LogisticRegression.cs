using System.Collections.Immutable;
using System.Globalization;
using Medulla.Statistics.Distributions;
using Medulla.Statistics.Numerics;

namespace Medulla.Statistics.Regression;

/// <summary>Logistic regression of a yes-or-no outcome, by maximum likelihood.</summary>
/// <remarks>
/// R: <c>glm(outcome ~ ..., family = binomial, control = glm.control(epsilon = 1e-14))</c>; with glm's own default the
/// standard errors are those of the last step but one and off by up to 1e-4. SAS: <c>PROC LOGISTIC</c>.
/// Sources: Cox 1958; McCullagh &amp; Nelder 1989.
/// </remarks>
public sealed class LogisticRegression
{
    readonly RegressionDesign design;
    readonly IReadOnlyList<bool> outcomes;
    readonly IReadOnlyList<Covariate> covariates;
    readonly LogisticOptions options;
    readonly double[] standardisedCovariance;
    readonly double[] covariance;

    LogisticRegression(
        RegressionDesign design, LogisticKernel kernel, IReadOnlyList<bool> outcomes, IReadOnlyList<Covariate> covariates,
        LogisticOptions options)
    {
        (this.design, this.outcomes, this.covariates, this.options) = (design, outcomes, covariates, options);
        var columns = design.Columns;
        var offsets = options.Offset?.ToArray();
        var estimate = kernel.Coefficients.ToArray();
        LogLikelihood = kernel.LogLikelihood;
        foreach (var part in kernel.Score)
            LargestScore = Math.Max(LargestScore, Math.Abs(part));

        var factor = kernel.Information.ToArray();
        Cholesky.TryFactor(factor, columns);
        standardisedCovariance = new double[columns * columns];
        Cholesky.Invert(factor, columns, standardisedCovariance);
        NewtonDecrement = Length(factor, kernel.Score);
        covariance = design.Covariance(standardisedCovariance, columns);

        var coefficients = design.Coefficients(estimate);
        Coefficients = [.. coefficients.Select((coefficient, column) => LogisticCoefficient.Of(
            design.Names[column], coefficient, Math.Sqrt(Covariance(column, column)), options.ConfidenceLevel))];
        LinearPredictors = [.. Enumerable.Range(0, design.Rows)
            .Select(row => design.Dot(row, estimate) + (offsets?[row] ?? 0))];
        Fitted = [.. LinearPredictors.Select(Probability)];

        // The columns are centred, but an offset still moves the intercept: the null model has its own search.
        kernel.Coefficients.Clear();
        FitIntercept(kernel, outcomes, offsets);
        NullLogLikelihood = kernel.LogLikelihood;
        kernel.Information.CopyTo(factor);
        Cholesky.TryFactor(factor, columns);
        var score = Length(factor, kernel.Score);
        Score = ChiSquareStatistic.Of(score * score, columns - 1);
        LikelihoodRatio = ChiSquareStatistic.Of(2 * (LogLikelihood - NullLogLikelihood), columns - 1);
        Wald = ChiSquareStatistic.Of(SlopesInStandardErrors(estimate), columns - 1);
        Explained = LogisticExplained.Of(LogLikelihood, NullLogLikelihood, Participants, Cases, columns - 1);
    }

    public int Participants => outcomes.Count;

    public int Cases => outcomes.Count(outcome => outcome);

    /// <summary>The intercept, then the columns in their order.</summary>
    public ImmutableArray<LogisticCoefficient> Coefficients { get; }

    public double LogLikelihood { get; }

    /// <summary>With the intercept, and the offset, alone.</summary>
    public double NullLogLikelihood { get; }

    /// <summary>−2 log-likelihood.</summary>
    public double Deviance => -2 * LogLikelihood;

    public double NullDeviance => -2 * NullLogLikelihood;

    /// <summary>Deviance + 2 per coefficient.</summary>
    public double Akaike => Deviance + 2 * design.Columns;

    /// <summary>Deviance + log(participants) per coefficient.</summary>
    public double Bayesian => Deviance + Math.Log(Participants) * design.Columns;

    /// <summary>That all columns together add nothing.</summary>
    public ChiSquareStatistic LikelihoodRatio { get; }

    /// <summary>The same from the slope at the null model. R: <c>anova(test = "Rao")</c>.</summary>
    public ChiSquareStatistic Score { get; }

    /// <summary>The same from the estimates and their covariance.</summary>
    public ChiSquareStatistic Wald { get; }

    /// <summary>The measures called R².</summary>
    public LogisticExplained Explained { get; }

    /// <summary>Mean squared distance of outcome (1 or 0) and fitted probability.</summary>
    public double Brier => Fitted
        .Select((fitted, row) => outcomes[row] ? (1 - fitted) * (1 - fitted) : fitted * fitted).Average();

    /// <summary>Probability of being a case, one per participant.</summary>
    public ImmutableArray<double> Fitted { get; }

    /// <summary>Log odds, offset included, one per participant.</summary>
    public ImmutableArray<double> LinearPredictors { get; }

    /// <summary>How well the fitted probabilities order cases above controls.</summary>
    public RankDiscrimination Discrimination => RankDiscrimination.Of(LinearPredictors, outcomes);

    /// <summary>Distance of the estimate from the maximum in standard errors: what rounding leaves.</summary>
    public double NewtonDecrement { get; }

    /// <summary>Steepest remaining slope, per standard deviation of a column. R: <c>lrm</c>'s Max Deriv.</summary>
    public double LargestScore { get; }

    /// <summary>The conventions in words, for a report's footnote.</summary>
    public string Convention => string.Create(CultureInfo.InvariantCulture,
        $"Logistic regression, maximum likelihood, {100 * options.ConfidenceLevel:0.##} % Wald and profile-likelihood "
            + $"intervals; R: glm(..., family = binomial, control = glm.control(epsilon = 1e-14))");

    /// <summary>Covariance of two coefficients, by their places; the intercept has place 0.</summary>
    public double Covariance(int column, int otherColumn) => covariance[column * design.Columns + otherColumn];

    /// <summary>The coefficients' table as R's <c>glm</c> prints it, whose standard errors belong to its last iterate but one.
    /// For comparison with tables made by R; <see cref="Coefficients"/> are exact.</summary>
    /// <param name="epsilon">glm's own default is 1e-8.</param>
    /// <returns>Covariance, row by row; null where glm's iterations break down.</returns>
    public ImmutableArray<ImmutableArray<double>>? CovarianceAsGlm(double epsilon = 1e-8) =>
        GlmIterations.Covariance(design, outcomes, options.Offset, epsilon) is { } standardised
            ? [.. design.Covariance(standardised, design.Columns).Chunk(design.Columns).Select(row => row.ToImmutableArray())]
            : null;

    /// <summary>Interval of the log odds ratio between the places where the profile likelihood has fallen by half a
    /// chi-square quantile; better than Wald's in small cohorts. Computed on every call.</summary>
    /// <remarks>R: <c>confint(glm)</c>, whose spline interpolation is off by 1e-4.</remarks>
    public Interval ProfileInterval(int column) => LogisticProfile.Interval(
        outcomes, covariates, options, column, Coefficients[column], Coefficients, LogLikelihood);

    /// <summary>Likelihood-ratio test of the model without these columns. R: <c>drop1(test = "LRT")</c>.</summary>
    /// <param name="columns">Places among the covariates, counted from 0; the intercept stays.</param>
    public ChiSquareStatistic LikelihoodRatioWithout(params IReadOnlyCollection<int> columns)
    {
        Covariate[] kept = [.. covariates.Where((_, column) => !columns.Contains(column))];
        return ChiSquareStatistic.Of(
            2 * (LogLikelihood - Fit(outcomes, kept, options).LogLikelihood), covariates.Count - kept.Length);
    }

    /// <summary>One per participant. Computed on every call.</summary>
    public ImmutableArray<LogisticResidual> Residuals() => [.. Enumerable.Range(0, design.Rows).Select(row =>
    {
        var fitted = Fitted[row];
        var spread = fitted * (1 - fitted);
        var leverage = spread * QuadraticForm(design.Row(row), standardisedCovariance);
        var pearson = ((outcomes[row] ? 1 : 0) - fitted) / Math.Sqrt(spread);
        var deviance = Math.Sqrt(-2 * Math.Log(outcomes[row] ? fitted : 1 - fitted));
        return new LogisticResidual(fitted, leverage, pearson, outcomes[row] ? deviance : -deviance,
            pearson * pearson * leverage / ((1 - leverage) * (1 - leverage) * design.Columns));
    })];

    /// <summary>Do cases come as often as fitted, in groups of rising risk?</summary>
    public HosmerLemeshow HosmerLemeshow(int groups = 10) => Regression.HosmerLemeshow.Of(Fitted, outcomes, groups);

    /// <summary>Probability of being a case for somebody new, without offset.</summary>
    /// <param name="values">One per column, in their order.</param>
    /// <exception cref="ArgumentException">There are more or fewer values than columns.</exception>
    public double Predict(params IReadOnlyList<double> values)
    {
        if (values.Count != covariates.Count)
            throw new ArgumentException($"Found {values.Count} values. Expected {covariates.Count}, one per column.",
                nameof(values));
        return Probability(Coefficients[0].Estimate
            + values.Select((value, column) => value * Coefficients[column + 1].Estimate).Sum());
    }

    /// <param name="outcomes">True for a case.</param>
    /// <param name="covariates">In the order of the participants; without any, the intercept alone is fitted.</param>
    /// <param name="options">95 % intervals and no offset unless said otherwise.</param>
    /// <exception cref="ArgumentException">Lengths differ, or a number is missing or not finite.</exception>
    /// <exception cref="NotEstimableException">One outcome only, a constant or collinear column, or separation.</exception>
    public static LogisticRegression Fit(
        IReadOnlyList<bool> outcomes, IReadOnlyList<Covariate> covariates, LogisticOptions? options = null)
    {
        options ??= new LogisticOptions();
        options.RequireUsable(outcomes, covariates);
        var standardised = new RegressionDesign(outcomes.Count, covariates);
        RegressionEstimability.Require(standardised);
        double[] cases = [.. outcomes.Select(outcome => outcome ? 1.0 : 0.0)];
        var kernel = new LogisticKernel(standardised.Values, standardised.Columns, cases);
        var offsets = options.Offset?.ToArray();
        if (!kernel.TryFit(offsets: offsets))
            throw LogisticSeparation.Holds(
                standardised.Values, standardised.Columns, cases, [], kernel.Step, LogisticSeparation.Rough)
                ? LogisticSeparation.Problem(standardised, kernel.Step, cases)
                : new NotEstimableException(NotEstimableCause.NotConverged, [.. standardised.Names],
                    "Found no maximum of the likelihood. Expected fewer columns or more participants: leave columns out.");
        kernel.Evaluate(offsets: offsets);
        return new LogisticRegression(standardised, kernel, outcomes, covariates, options);
    }

    /// <summary>1 / (1 + e^−log odds), in full relative precision in the lower tail.</summary>
    internal static double Probability(double logOdds) =>
        logOdds < 0 ? Math.Exp(logOdds) / (1 + Math.Exp(logOdds)) : 1 / (1 + Math.Exp(-logOdds));

    static void FitIntercept(LogisticKernel kernel, IReadOnlyList<bool> outcomes, double[]? offsets)
    {
        double[] cases = [.. outcomes.Select(outcome => outcome ? 1.0 : 0.0)];
        double[] ones = [.. Enumerable.Repeat(1.0, cases.Length)];
        var intercept = new LogisticKernel(ones, 1, cases);
        intercept.TryFit(offsets: offsets);
        kernel.Coefficients[0] = intercept.Coefficients[0];
        kernel.Evaluate(offsets: offsets);
    }

    double SlopesInStandardErrors(double[] estimate)
    {
        var slopes = design.Columns - 1;
        var block = new double[slopes * slopes];
        for (var row = 0; row < slopes; row++)
            for (var column = 0; column < slopes; column++)
                block[row * slopes + column] = standardisedCovariance[(row + 1) * design.Columns + column + 1];
        return Cholesky.TryFactor(block, slopes) ? Math.Pow(Length(block, estimate.AsSpan(1)), 2) : 0;
    }

    static double Length(ReadOnlySpan<double> factor, ReadOnlySpan<double> vector)
    {
        var solved = vector.ToArray();
        Cholesky.SolveLower(factor, solved.Length, solved);
        return Math.Sqrt(solved.Sum(part => part * part));
    }

    static double QuadraticForm(ReadOnlySpan<double> vector, ReadOnlySpan<double> matrix)
    {
        var sum = 0.0;
        for (var row = 0; row < vector.Length; row++)
            for (var column = 0; column < vector.Length; column++)
                sum += vector[row] * matrix[row * vector.Length + column] * vector[column];
        return sum;
    }
}
