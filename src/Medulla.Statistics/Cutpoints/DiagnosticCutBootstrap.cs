using Medulla.Statistics.Discrimination;
using Medulla.Statistics.Resampling;

namespace Medulla.Statistics.Cutpoints;

/// <summary>Chooses cuts by a criterion in a cohort and in resampled ones, and judges each by those it left out.</summary>
sealed class DiagnosticCutBootstrap
{
    const double EquallyGood = 1e-12;

    readonly CutpointCriterion criterion;
    readonly int[] caseStep;
    readonly int[] controlStep;
    readonly int[] casesAt;
    readonly int[] controlsAt;
    readonly int[] ties;

    /// <param name="marker">Sorted; turned so that higher values speak for a case.</param>
    /// <param name="criterion">What a cut is chosen for.</param>
    public DiagnosticCutBootstrap(RankedMarker marker, CutpointCriterion criterion)
    {
        this.criterion = criterion;
        Values = [.. marker.SortedCases.Concat(marker.SortedControls).Distinct().Order()];
        caseStep = [.. marker.SortedCases.Select(value => Array.BinarySearch(Values, value))];
        controlStep = [.. marker.SortedControls.Select(value => Array.BinarySearch(Values, value))];
        (casesAt, controlsAt, ties) = (new int[Values.Length], new int[Values.Length], new int[Values.Length]);
    }

    /// <summary>Distinct values, ascending.</summary>
    public double[] Values { get; }

    /// <summary>Steps of all equally good cuts of the cohort: a test is positive from the step's value on.</summary>
    public int[] BestOfCohort()
    {
        Clear();
        foreach (var step in caseStep)
            casesAt[step]++;
        foreach (var step in controlStep)
            controlsAt[step]++;
        return ties[..Best()];
    }

    /// <summary>The step chosen in each replicate that has one, and the mean performance in those it left out.</summary>
    public (int[] Steps, OutOfBagAccuracy? OutOfBag) Resample(int replicates, ulong seed)
    {
        var (cases, controls) = (caseStep.Length, controlStep.Length);
        var resamples = BootstrapIndices.Drawn(
            [[.. Enumerable.Range(0, cases)], [.. Enumerable.Range(cases, controls)]], replicates, seed);
        var counts = new int[cases + controls];
        var (steps, found) = (new int[replicates], 0);
        double sensitivity = 0, specificity = 0;
        var judged = 0;
        for (var replicate = 0; replicate < replicates; replicate++)
        {
            resamples.FillCounts(replicate, counts);
            Clear();
            for (var place = 0; place < cases; place++)
                casesAt[caseStep[place]] += counts[place];
            for (var place = 0; place < controls; place++)
                controlsAt[controlStep[place]] += counts[cases + place];
            var tied = Best();
            if (tied == 0)
                continue;

            var step = Middle(ties.AsSpan(0, tied));
            steps[found++] = step;
            var (caught, outCases) = LeftOut(caseStep, counts.AsSpan(0, cases), step);
            var (alarmed, outControls) = LeftOut(controlStep, counts.AsSpan(cases), step);
            if (outCases == 0 || outControls == 0)
                continue;
            sensitivity += (double)caught / outCases;
            specificity += 1 - (double)alarmed / outControls;
            judged++;
        }

        Array.Resize(ref steps, found);
        return (steps, judged > 0 ? new OutOfBagAccuracy(sensitivity / judged, specificity / judged, judged) : null);
    }

    /// <summary>The middle of equally good cuts, the lower of two.</summary>
    public static int Middle(ReadOnlySpan<int> steps) => steps[(steps.Length - 1) / 2];

    static (int Positive, int All) LeftOut(int[] steps, ReadOnlySpan<int> counts, int from)
    {
        int positive = 0, all = 0;
        for (var place = 0; place < steps.Length; place++)
        {
            if (counts[place] > 0)
                continue;
            all++;
            positive += steps[place] >= from ? 1 : 0;
        }

        return (positive, all);
    }

    // How many cuts are equally good; the first so many of the list of ties. Values that did not come are no cuts.
    int Best()
    {
        double cases = caseStep.Length, controls = controlStep.Length;
        int missed = 0, cleared = 0, tied = 0;
        var best = double.NegativeInfinity;
        for (var step = 0; step < casesAt.Length; step++)
        {
            if (casesAt[step] + controlsAt[step] == 0)
                continue;
            var merit = criterion.Merit(1 - missed / cases, cleared / controls, cases / (cases + controls));
            if (merit > best + EquallyGood)
                (best, tied) = (merit, 0);
            if (merit > double.NegativeInfinity && merit >= best - EquallyGood)
                ties[tied++] = step;
            missed += casesAt[step];
            cleared += controlsAt[step];
        }

        return tied;
    }

    void Clear()
    {
        Array.Clear(casesAt);
        Array.Clear(controlsAt);
    }
}
