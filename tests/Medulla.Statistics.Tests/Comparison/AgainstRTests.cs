using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using Medulla.Statistics.Agreement;
using Medulla.Statistics.Association;
using Medulla.Statistics.Comparison;
using Medulla.Statistics.Distributions;

namespace Medulla.Statistics.Tests.Comparison;

/// <summary>What the reference folder has no case of, beside R itself where R is installed.</summary>
public sealed class AgainstRTests
{
    static readonly double[] X = [3.1, 4.7, 1.2, 9.9, 5.5, 4.7, 6.0, 2.2, 8.1, 7.7, 3.3, 5.0];
    static readonly double[] Y = [2.9, 5.5, 1.0, 8.8, 5.5, 4.9, 7.1, 2.0, 7.5, 8.8, 3.9, 4.4];

    [Fact]
    public void Agrees_with_R_on_what_has_no_reference_case()
    {
        var script = $"""
            x <- c({List(X)}); y <- c({List(Y)})
            say <- function(...) cat(paste(format(c(...), digits = 15), collapse = "\n"), "\n")
            a <- cor.test(x, y, method = "kendall", exact = FALSE, continuity = TRUE); say(a$statistic, a$p.value, a$estimate)
            say(ks.test(x[1:5], y[6:12] + 2, exact = TRUE)$p.value)
            t <- array(c(3,5,2,4,6,1,7,2,3, 2,2,5,4,1,1,3,6,2), c(3,3,2)); m <- mantelhaen.test(t); say(m$statistic, m$p.value)
            n <- mcnemar.test(matrix(c(5,3,2,6,4,1,2,8,9), 3)); say(n$statistic, n$p.value)
            q <- prop.test(c(3,8,6), c(10,12,15)); say(q$statistic, q$p.value)
            say(qt(0.025, 11, 6.5), qt(0.975, 11, 6.5), pt(1.5, 7.5, -2))
            l <- summary(lm(x - y ~ I((x + y) / 2)))$coefficients; say(l[2, 1], l[2, 4])
            say(t.test(x - y)$conf.int)
            f <- p.adjust(c(0.01, 0.02, 0.03, 0.04, 0.5), "hommel"); say(f)
            s <- shapiro.test(c(x[1:4], 30)); say(s$statistic, s$p.value)
            """;
        var r = Run(script);
        var kendall = KendallCorrelation.Of(X, Y, KendallMethod.NormalWithContinuity);
        var mantel = CochranMantelHaenszel.Of(StratifiedTables.Of(
            new[,] { { 3, 4, 7 }, { 5, 6, 2 }, { 2, 1, 3 } }, new[,] { { 2, 4, 3 }, { 2, 1, 6 }, { 5, 1, 2 } }));
        var mcNemar = McNemarTest.Of(ContingencyTable.Of([5, 6, 2], [3, 4, 8], [2, 1, 9]));
        var proportions = ProportionsTest.Of([3, 8, 6], [10, 12, 15]);
        var agreement = BlandAltman.Of(X, Y);
        var shapiro = ShapiroWilk.Of([.. X[..4], 30]);
        double[] mine =
        [
            kendall.Z, kendall.Probability, kendall.Estimate,
            KolmogorovSmirnov.Compare(X[..5], [.. Y[5..].Select(value => value + 2)], KolmogorovMethod.Exact).Probability,
            mantel.ChiSquare, mantel.Probability, mcNemar.ChiSquare!.Value, mcNemar.Probability!.Value,
            proportions.ChiSquare!.Value, proportions.Probability!.Value,
            NoncentralT.Quantile(0.025, 11, 6.5), NoncentralT.Quantile(0.975, 11, 6.5), NoncentralT.Cumulative(1.5, 7.5, -2),
            agreement.Slope!.Value, agreement.SlopeProbability!.Value,
            agreement.BiasConfidence.Lower, agreement.BiasConfidence.Upper,
            .. MultipleTesting.Adjust([0.01, 0.02, 0.03, 0.04, 0.5], Adjustment.Hommel),
            shapiro.W, shapiro.Probability,
        ];

        Assert.Equal(mine.Length, r.Length);
        Assert.All(Enumerable.Range(0, mine.Length), place => Assert.Equal(r[place], mine[place], 1e-9));
    }

    static string List(double[] values) =>
        string.Join(", ", values.Select(value => value.ToString(CultureInfo.InvariantCulture)));

    static double[] Run(string script)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo("Rscript", ["-e", script])
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
                UseShellExecute = false,
            })!;
            var errors = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
            var output = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            Assert.True(process.ExitCode == 0, errors.GetAwaiter().GetResult());
            return [.. output.Split(['\n', ' '], StringSplitOptions.RemoveEmptyEntries)
                .Select(number => double.Parse(number, CultureInfo.InvariantCulture))];
        }
        catch (Win32Exception)
        {
            Assert.Skip("Found no Rscript. Expected R, to compare with.");
            throw;
        }
    }
}
