using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using Medulla.Statistics.Regression;

namespace Medulla.Statistics.Tests.Regression;

/// <summary>What the reference folder has no case of, beside R itself where R is installed.</summary>
public sealed class ModelsAgainstRTests
{
    [Fact]
    public void Tobit_regression_is_survreg_with_left_censoring()
    {
        var random = new Random(14);
        double[] x = [.. Enumerable.Range(0, 40).Select(_ => Math.Round(random.NextDouble() * 5, 3))];
        double[] y = [.. x.Select(value => Math.Round(Math.Max(2, value + 2 * random.NextDouble()), 3))];
        var fit = TobitRegression.Fit(
            [.. y.Select(value => value <= 2 ? CensoredValue.Below(2) : new CensoredValue(value))], [new("x", x)]);
        var r = Run($"""
            suppressMessages(library(survival)); x <- c({List(x)}); y <- c({List(y)})
            m <- survreg(Surv(y, y > 2, type = "left") ~ x, dist = "gaussian",
              control = survreg.control(rel.tolerance = 1e-14, maxiter = 200))
            say(coef(m), m$scale, m$loglik, m$var)
            """);

        Assert.True(fit.Below > 3);
        double[] mine = [fit.Coefficients[0].Estimate, fit.Coefficients[1].Estimate, fit.Sigma,
            fit.NullLogLikelihood, fit.LogLikelihood,
            .. Enumerable.Range(0, 9).Select(place => fit.Covariance(place / 3, place % 3))];
        Near(r, mine, 1e-9);
    }

    [Fact]
    public void Knots_are_those_of_rcspline_eval_whatever_is_tied_at_the_ends()
    {
        var random = new Random(15);
        var script = "suppressMessages(library(Hmisc)); "
            + "k <- function(x, n) say(attr(rcspline.eval(x, nk = n, inclx = TRUE), 'knots'))\n";
        var mine = new List<double>();
        for (var repeat = 0; repeat < 24; repeat++)
        {
            double[] values = [.. Enumerable.Range(0, repeat % 2 == 0 ? 60 : 180)
                .Select(_ => Math.Round(-Math.Log(1 - random.NextDouble()), 4))];
            if (repeat % 3 > 0)
                values = [.. values.Select(value => Math.Max(value, 0.2))];
            if (repeat % 5 > 2)
                values = [.. values.Select(value => Math.Min(value, 1.8))];
            var knots = 3 + repeat % 4;
            mine.AddRange(RestrictedCubicSpline.AtQuantiles(values, knots).Knots);
            script += $"k(c({List(values)}), {knots})\n";
        }

        Near(Run(script), [.. mine], 1e-12);
    }

    [Fact]
    public void Standard_errors_are_those_of_glm_started_at_its_own_solution_and_glms_own_are_repeated()
    {
        var (outcomes, columns) = LogisticRegressionTests.Draw(new Random(16), 70);
        var fit = LogisticRegression.Fit(outcomes, columns);
        var r = Run($"""
            y <- c({List([.. outcomes.Select(outcome => outcome ? 1.0 : 0)])})
            a <- c({List([.. columns[0].Values])})
            b <- c({List([.. columns[1].Values])})
            m <- glm(y ~ a + b, family = binomial); say(sqrt(diag(vcov(m))))
            s <- coef(glm(y ~ a + b, family = binomial, control = glm.control(epsilon = 1e-14)))
            e <- glm(y ~ a + b, family = binomial, start = s)
            say(coef(e), sqrt(diag(vcov(e))))
            """);
        var asGlm = fit.CovarianceAsGlm()!.Value;

        Near(r, [.. Enumerable.Range(0, 3).Select(place => Math.Sqrt(asGlm[place][place])),
            .. fit.Coefficients.Select(one => one.Estimate), .. fit.Coefficients.Select(one => one.StandardError)], 1e-10);
    }

    static void Near(double[] expected, double[] found, double tolerance)
    {
        Assert.Equal(expected.Length, found.Length);
        Assert.All(Enumerable.Range(0, found.Length), place => Assert.Equal(expected[place], found[place], tolerance));
    }

    static string List(double[] values) =>
        string.Join(", ", values.Select(value => value.ToString("R", CultureInfo.InvariantCulture)));

    static double[] Run(string script)
    {
        var path = Path.Combine(Path.GetTempPath(), $"medulla-{Guid.NewGuid():N}.R");
        File.WriteAllText(path, "say <- function(...) cat(paste0(sprintf('%.17g', c(...)), '\\n'), sep = '')\n" + script);
        try
        {
            using var process = Process.Start(new ProcessStartInfo("Rscript", [path])
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
        finally
        {
            File.Delete(path);
        }
    }
}
