using Medulla.Statistics.Distributions;

namespace Medulla.Statistics.Regression;

/// <summary>A logarithm of a density or probability at z, with two derivatives.</summary>
readonly record struct LogTerm(double Value, double First, double Second);

/// <summary>Distribution of the standardised error of a location-scale model; all three have log-concave densities.</summary>
abstract class ErrorDistribution
{
    // Beyond this the normal tail is its asymptotic series; the complementary error function underflows at 37.
    const double FarTail = 30;

    /// <summary>Normal with mean 0 and variance 1.</summary>
    public static ErrorDistribution Normal { get; } = new NormalError();

    /// <summary>Logistic: symmetric, heavier tails.</summary>
    public static ErrorDistribution Logistic { get; } = new LogisticError();

    /// <summary>Smallest extreme value: the logarithm of an exponential time.</summary>
    public static ErrorDistribution ExtremeValue { get; } = new ExtremeValueError();

    public abstract LogTerm Density(double z);

    public abstract LogTerm UpperTail(double z);

    /// <summary>Value below which an error lies with this probability.</summary>
    public abstract double Quantile(double probability);

    public abstract LogTerm LowerTail(double z);

    sealed class NormalError : ErrorDistribution
    {
        static readonly double HalfLogTwoPi = Math.Log(2 * Math.PI) / 2;

        public override LogTerm Density(double z) => new(-z * z / 2 - HalfLogTwoPi, -z, -1);

        public override LogTerm UpperTail(double z)
        {
            var (value, hazard) = z > FarTail
                ? (-z * z / 2 - HalfLogTwoPi - Math.Log(z) + Math.Log(1 - 1 / (z * z) + 3 / Math.Pow(z, 4)),
                    z + 1 / z - 2 / Math.Pow(z, 3) + 10 / Math.Pow(z, 5))
                : (Math.Log(StandardNormal.UpperTail(z)), StandardNormal.Density(z) / StandardNormal.UpperTail(z));
            return new LogTerm(value, -hazard, -hazard * (hazard - z));
        }

        public override LogTerm LowerTail(double z)
        {
            var (value, first, second) = UpperTail(-z);
            return new LogTerm(value, -first, second);
        }

        public override double Quantile(double probability) => StandardNormal.Quantile(probability);
    }

    sealed class LogisticError : ErrorDistribution
    {
        public override LogTerm Density(double z)
        {
            var below = LogisticRegression.Probability(z);
            return new LogTerm(z - 2 * LogOnePlusExp(z), 1 - 2 * below, -2 * below * (1 - below));
        }

        public override LogTerm UpperTail(double z)
        {
            var below = LogisticRegression.Probability(z);
            return new LogTerm(-LogOnePlusExp(z), -below, -below * (1 - below));
        }

        public override LogTerm LowerTail(double z)
        {
            var (value, first, second) = UpperTail(-z);
            return new LogTerm(value, -first, second);
        }

        public override double Quantile(double probability) => Math.Log(probability / (1 - probability));

        static double LogOnePlusExp(double z) => Math.Max(0, z) + Math.Log(1 + Math.Exp(-Math.Abs(z)));
    }

    sealed class ExtremeValueError : ErrorDistribution
    {
        public override LogTerm Density(double z)
        {
            var hazard = Math.Exp(z);
            return new LogTerm(z - hazard, 1 - hazard, -hazard);
        }

        public override LogTerm UpperTail(double z)
        {
            var hazard = Math.Exp(z);
            return new LogTerm(-hazard, -hazard, -hazard);
        }

        public override LogTerm LowerTail(double z)
        {
            // 1 − e^−w for small w is w − w²/2: the plain difference would lose the digits.
            var hazard = Math.Exp(z);
            var below = hazard < 1e-5 ? hazard * (1 - hazard / 2 * (1 - hazard / 3)) : 1 - Math.Exp(-hazard);
            var first = hazard * Math.Exp(-hazard) / below;
            return new LogTerm(Math.Log(below), first, first * (1 - hazard / below));
        }

        public override double Quantile(double probability) => Math.Log(-Math.Log(1 - probability));
    }
}
