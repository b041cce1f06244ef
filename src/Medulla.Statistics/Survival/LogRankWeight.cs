using System.Globalization;

namespace Medulla.Statistics.Survival;

/// <summary>How much each event time counts in a comparison of survival curves.</summary>
/// <remarks>Survival and numbers at risk are those of all groups together, within the stratum.</remarks>
public abstract record LogRankWeight
{
    LogRankWeight()
    {
    }

    /// <summary>The weight in words.</summary>
    public abstract string Name { get; }

    /// <param name="atRisk">All groups together, just before the time.</param>
    /// <param name="survivalBefore">Kaplan–Meier of all groups together, just before the time.</param>
    /// <param name="petoSurvival">∏ (1 − d / (n + 1)) up to and including the time.</param>
    internal abstract double At(double atRisk, double survivalBefore, double petoSurvival);

    /// <summary>Every event counts the same: the log-rank test (Mantel 1966).</summary>
    public sealed record Equal : LogRankWeight
    {
        public override string Name => "log-rank";

        internal override double At(double atRisk, double survivalBefore, double petoSurvival) => 1;
    }

    /// <summary>Numbers at risk (Gehan 1965, Breslow 1970).</summary>
    public sealed record GehanBreslow : LogRankWeight
    {
        public override string Name => "Gehan–Breslow";

        internal override double At(double atRisk, double survivalBefore, double petoSurvival) => atRisk;
    }

    /// <summary>Square root of the numbers at risk (Tarone &amp; Ware 1977).</summary>
    public sealed record TaroneWare : LogRankWeight
    {
        public override string Name => "Tarone–Ware";

        internal override double At(double atRisk, double survivalBefore, double petoSurvival) => Math.Sqrt(atRisk);
    }

    /// <summary>Peto &amp; Peto 1972 with the modified survival estimate (Andersen et al. 1982).</summary>
    public sealed record PetoPeto : LogRankWeight
    {
        public override string Name => "Peto–Peto";

        internal override double At(double atRisk, double survivalBefore, double petoSurvival) => petoSurvival;
    }

    /// <summary>S(t−)^p (1 − S(t−))^q. With q = 0 the G-rho family of R's <c>survdiff(rho = p)</c>.</summary>
    /// <param name="Early">p: above 0 stresses early differences.</param>
    /// <param name="Late">q: above 0 stresses late differences.</param>
    public sealed record FlemingHarrington(double Early, double Late) : LogRankWeight
    {
        public override string Name =>
            string.Create(CultureInfo.InvariantCulture, $"Fleming–Harrington ({Early:0.##}, {Late:0.##})");

        internal override double At(double atRisk, double survivalBefore, double petoSurvival) =>
            Power(survivalBefore, Early) * Power(1 - survivalBefore, Late);

        static double Power(double share, double exponent) => exponent switch
        {
            0 => 1,
            1 => share,
            _ => Math.Pow(share, exponent),
        };
    }
}
