using Medulla.Statistics.Prediction;
using Medulla.Statistics.Randomness;
using Medulla.Statistics.Regression;
using Medulla.Statistics.Resampling;
using Medulla.Statistics.Survival;

namespace Medulla.Statistics.Bench;

/// <summary>Optimism of a Cox model: each resample fitted, its C and calibration slope found in resample and cohort.</summary>
/// <remarks>
/// <c>rms::validate</c> gives Dxy, R², slope, D, U, Q and g of each resample; Medulla gives C (Dxy = 2 C − 1) and the slope.
/// Both sides draw their own resamples, so the values need not agree.
/// </remarks>
static class OptimismBootstrap
{
    const int Participants = 86;
    const int Columns = 4;
    const int Replicates = 1000;

    public static Contest Contest { get; } = new(
        "optimism bootstrap of a Cox model, n = 86, p = 4, B = 1,000", "optimism.R", "rms::validate", AtLeast: 50, Prepare,
        ValueTolerance: null);

    static Func<double> Prepare(BenchData data)
    {
        var random = new RandomStream(seed: 86);
        var values = Enumerable.Range(0, Columns)
            .Select(_ => Enumerable.Range(0, Participants).Select(_ => random.NextNormal()).ToArray()).ToArray();
        var (times, events) = (new double[Participants], new double[Participants]);
        for (var row = 0; row < Participants; row++)
        {
            var hazard = Math.Exp(0.5 * values[0][row] - 0.3 * values[1][row]);
            var (time, censored) = (random.NextExponential(400 / hazard), random.NextExponential(600));
            (times[row], events[row]) = (Math.Min(time, censored), time <= censored ? 1 : 0);
        }

        data.Write("cohort", ("time", times), ("event", events), ("a", values[0]), ("b", values[1]), ("c", values[2]),
            ("d", values[3]));
        FollowUp[] followUps = [.. times.Select((time, row) => new FollowUp(time, events[row] == 1))];
        Covariate[] covariates = [.. values.Select((column, place) => new Covariate($"column {place}", column))];
        return () => CoxOptimism.Run(
            followUps, covariates, BootstrapIndices.Drawn(Participants, Replicates, seed: 1)).CorrectedC;
    }
}
