using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using Medulla.Statistics.CompetingRisks;
using Medulla.Statistics.Survival;

namespace Medulla.Statistics.Tests.CompetingRisks;

/// <summary>What the reference cases do not hold, beside R on the same random cohort; skipped where there is no R.</summary>
public sealed class LiveAgreementTests
{
    [Fact]
    public void Late_entry_has_the_probabilities_and_errors_of_survfit()
    {
        var cohort = CompetingCohorts.Draw(new Random(21), 60, 30, late: true);
        var curve = AalenJohansen.Estimate(cohort);
        var theirs = Ask(cohort, """
            f <- survfit(Surv(entry, time, factor(cause)) ~ 1, d, id = seq_len(nrow(d)))
            show(f$time, f$pstate, f$std.err)
            """);

        double[] ours = [.. curve.EventFree.Steps.Select(step => step.Time),
            .. Curves(curve).SelectMany(state => state.Steps.Select(step => step.Probability)),
            .. Curves(curve).SelectMany(state => state.Steps.Select(step => step.StandardError))];
        AssertClose(theirs, ours);
    }

    [Fact]
    public void Incidences_of_cause_specific_models_are_those_of_the_multistate_model()
    {
        var random = new Random(22);
        var cohort = CompetingCohorts.Draw(random, 90, 40);
        var columns = CompetingCohorts.Columns(random, 90);
        // Breslow: survival 3.5 sums Efron's turns of a multi-state model wrongly; one coxph per cause gives ours.
        var model = CauseSpecificHazards.Fit(cohort, columns, CoxTies.Breslow);
        var theirs = Ask(cohort, $"""
            d$age <- c({string.Join(',', columns[0].Values.Select(Text))}); d$male <- c({string.Join(',', columns[1].Values.Select(Text))})
            d$row <- seq_len(nrow(d))
            m <- coxph(Surv(time, factor(cause)) ~ age + male, d, id = row, ties = "breslow", control = coxph.control(eps = 1e-12, iter.max = 60))
            f <- survfit(m, newdata = data.frame(age = 55, male = 1))
            at <- summary(f, times = c(5, 20, 39))
            show(at$pstate)
            """);

        double[] ours = [.. Enumerable.Range(0, 3).Select(at => 1 - model.CumulativeIncidence(1, [5, 20, 39], [55, 1])[at]
            - model.CumulativeIncidence(2, [5, 20, 39], [55, 1])[at]),
            .. model.CumulativeIncidence(1, [5, 20, 39], [55, 1]), .. model.CumulativeIncidence(2, [5, 20, 39], [55, 1])];
        AssertClose(theirs, ours);
    }

    static StateCurve[] Curves(AalenJohansen curve) => [curve.EventFree, .. curve.Incidences];

    static void AssertClose(double[] expected, double[] found)
    {
        Assert.Equal(expected.Length, found.Length);
        for (var at = 0; at < expected.Length; at++)
            Assert.Equal(expected[at], found[at], 1e-8);
    }

    static string Text(double value) => value.ToString("R", CultureInfo.InvariantCulture);

    // The numbers that show() prints.
    static double[] Ask(CompetingFollowUp[] cohort, string question)
    {
        var script = $$"""
            suppressMessages(library(survival))
            show <- function(...) cat(format(c(...), digits = 17), sep = "\n")
            d <- data.frame(time = c({{string.Join(',', cohort.Select(one => Text(one.Time)))}}),
              cause = c({{string.Join(',', cohort.Select(one => one.Cause ?? 0))}}),
              entry = c({{string.Join(',', cohort.Select(one => Text(one.EntryTime ?? 0)))}}))
            {{question}}
            """;
        var path = Path.GetTempFileName();
        try
        {
            File.WriteAllText(path, script);
            using var process = Process.Start(new ProcessStartInfo("Rscript", [path]) { RedirectStandardOutput = true })!;
            var output = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            Assert.SkipUnless(process.ExitCode == 0, "R has no package survival.");
            return [.. output.Split('\n', StringSplitOptions.RemoveEmptyEntries)
                .Select(line => double.Parse(line, CultureInfo.InvariantCulture))];
        }
        catch (Win32Exception)
        {
            Assert.Skip("There is no R.");
            throw;
        }
        finally
        {
            File.Delete(path);
        }
    }
}
