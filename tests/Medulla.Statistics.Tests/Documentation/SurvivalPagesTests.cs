using System.Globalization;
using System.Runtime.CompilerServices;
using Medulla.Statistics.Survival;
using Medulla.Statistics.Tests.Survival;

namespace Medulla.Statistics.Tests.Documentation;

/// <summary>The examples of docs/statistics give the output that stands under them.</summary>
public sealed class SurvivalPagesTests
{
    static readonly FollowUp[] SixMp =
        Cohorts.Read("6 6 6 6+ 7 9+ 10 10+ 11+ 13 16 17+ 19+ 20+ 22 23 25+ 32+ 32+ 34+ 35+");

    static readonly FollowUp[] Placebo = Cohorts.Read("1 1 2 2 3 4 4 5 5 8 8 8 8 11 11 12 12 15 17 22 23");

    [Fact]
    public void Kaplan_Meier()
    {
        var curve = KaplanMeier.Estimate(SixMp);
        Stands("kaplan-meier",
            [
                .. curve.At(10, 20).Select(row => Line($"{row.Time}: {row.AtRisk} at risk, {row.Survival:0.000} ({row.Confidence?.Lower:0.000} to {row.Confidence?.Upper:0.000})")),
                Line($"median {curve.Median.Time} (from {curve.Median.Lower}, to {curve.Median.Upper?.ToString(CultureInfo.InvariantCulture) ?? "not reached"})"),
            ]);
    }

    [Fact]
    public void Nelson_Aalen()
    {
        var step = KaplanMeier.Estimate(SixMp).Steps.Last(step => step.Time <= 10);
        Stands("nelson-aalen", Line($"{step.CumulativeHazard:0.000} (standard error {step.CumulativeHazardStandardError:0.000})"));
    }

    [Fact]
    public void Reverse_Kaplan_Meier()
    {
        var followUp = KaplanMeier.OfFollowUp(SixMp).Median;
        Stands("reverse-kaplan-meier", Line($"{followUp.Time} (from {followUp.Lower} to {followUp.Upper})"));
    }

    [Fact]
    public void Restricted_mean()
    {
        var treated = KaplanMeier.Estimate(SixMp).RestrictedMeanUpTo(20);
        var control = KaplanMeier.Estimate(Placebo).RestrictedMeanUpTo(20);
        var contrast = treated.Against(control);
        Stands("restricted-mean",
            Line($"{treated.Mean:0.00} ({treated.StandardError:0.00}), {control.Mean:0.00} ({control.StandardError:0.00})"),
            Line($"{contrast.Difference:0.00} ({contrast.Confidence.Lower:0.00} to {contrast.Confidence.Upper:0.00}), ratio {contrast.Ratio:0.00}"));
    }

    [Fact]
    public void Log_rank()
    {
        SurvivalGroup[] groups = [new("6-MP", SixMp), new("placebo", Placebo)];
        var test = LogRank.Compare(groups);
        var ratio = test.RatioOfSecondToFirst();
        Stands("log-rank",
            Line($"chi-square {test.ChiSquare:0.00} on {test.DegreesOfFreedom}, p = {test.Probability:0.0e+0}"),
            Line($"expected {test.Groups[0].Expected:0.00} and {test.Groups[1].Expected:0.00}"),
            Line($"Peto's hazard ratio {ratio.Peto:0.00} ({ratio.PetoConfidence.Lower:0.00} to {ratio.PetoConfidence.Upper:0.00})"),
            Line($"G-rho {LogRank.Compare(groups, new LogRankWeight.FlemingHarrington(1, 0)).ChiSquare:0.00}"));
    }

    [Fact]
    public void Permutation_log_rank()
    {
        var test = PermutationLogRank.Compare([new("6-MP", SixMp), new("placebo", Placebo)]);
        Stands("permutation-log-rank", Line($"z = {test.Statistic:0.000}, p = {test.Probability:0.0e+0}"));
    }

    [Fact]
    public void Milestone_survival()
    {
        var contrast = MilestoneSurvival.Compare(KaplanMeier.Estimate(SixMp), KaplanMeier.Estimate(Placebo), 12);
        Stands("milestone-survival",
            Line($"{contrast.Survival:0.000} and {contrast.ReferenceSurvival:0.000}, difference {contrast.Difference:0.000}"),
            Line($"plain z {contrast.PlainZ:0.00}; log-log z {contrast.LogLogZ:0.00}, p = {contrast.LogLogProbability:0.0000}"));
    }

    static string Line(FormattableString line) => FormattableString.Invariant(line);

    static void Stands(string page, params string[] lines) =>
        Assert.Contains($"```\n{string.Join('\n', lines)}\n```", File.ReadAllText(Page(page)), StringComparison.Ordinal);

    static string Page(string name, [CallerFilePath] string here = "") =>
        Path.Combine(Path.GetDirectoryName(here)!, "../../../docs/statistics", name + ".md");
}
