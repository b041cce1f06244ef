using Medulla.Statistics.Regression;
using Medulla.Statistics.Survival;

namespace Medulla.Statistics.Tests.Survival;

public sealed class CoxWorkspaceTests
{
    [Fact]
    public void One_data_set_after_another_gives_what_each_gives_alone_and_allocates_nothing()
    {
        var random = new Random(71);
        var cox = new CoxWorkspace(capacity: 90, columns: 2);
        for (var trial = 0; trial < 60; trial++)
        {
            var cohort = Cohorts.Draw(random, 60 + random.Next(31), 40);
            double[] times = [.. cohort.Select(one => one.Time)];
            bool[] events = [.. cohort.Select(one => one.EventObserved)];
            double[] values = [.. Enumerable.Range(0, 2 * cohort.Length).Select(_ => random.NextDouble())];
            var before = GC.GetAllocatedBytesForCurrentThread();
            var cause = cox.Fit(times, events, values);
            var allocated = GC.GetAllocatedBytesForCurrentThread() - before;
            var fit = CoxRegression.Fit(cohort, [new("x", values[..cohort.Length]), new("y", values[cohort.Length..])]);

            Assert.Null(cause);
            Assert.True(trial == 0 || allocated == 0, $"{allocated} bytes in trial {trial}");
            for (var column = 0; column < 2; column++)
            {
                Assert.Equal(fit.Coefficients[column].Estimate, cox.Coefficients[column], 1e-10);
                Assert.Equal(fit.Coefficients[column].StandardError, cox.StandardErrors[column], 1e-10);
            }
        }
    }

    [Fact]
    public void Says_why_a_data_set_has_no_answer()
    {
        var cox = new CoxWorkspace(capacity: 3, columns: 1);

        Assert.Equal(NotEstimableCause.NoEvents, cox.Fit([1, 2], [false, false], [0, 1]));
        Assert.Equal(NotEstimableCause.Constant, cox.Fit([1, 2], [true, false], [1, 1]));
        Assert.Equal(NotEstimableCause.Separated, cox.Fit([1, 2, 3], [true, true, true], [3, 2, 1]));
        Assert.Null(cox.Fit([1, 2, 3], [true, true, true], [1, 0, 1]));
        Assert.Equal(-Math.Log(2) / 2, cox.Coefficients[0], 1e-12);
        Assert.StartsWith("Found 2 times, 2 events and 1 values. Expected one event and 1 values per time",
            Assert.Throws<ArgumentException>(() => cox.Fit([1, 2], [true, false], [1])).Message);
    }
}
