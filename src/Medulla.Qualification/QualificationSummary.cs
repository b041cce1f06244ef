using System.Globalization;

namespace Medulla.Qualification;

/// <summary>Counts over the outcomes of a run, and the line that closes it.</summary>
public sealed class QualificationSummary
{
    double worst;
    string worstPlace = "none";

    public int Cases { get; private set; }

    public int NotRun { get; private set; }

    public int Failed { get; private set; }

    public int Numbers { get; private set; }

    /// <summary>Largest distance of a number that existed on both sides.</summary>
    public double Worst => worst;

    public string WorstPlace => worstPlace;

    /// <summary>0: every case run, none failed; 1: at least one failed; 3: none failed, some not run.</summary>
    public int ExitCode => Failed > 0 ? 1 : NotRun > 0 ? 3 : 0;

    public void Add(CaseOutcome outcome)
    {
        Cases++;
        NotRun += outcome.NotRun is null ? 0 : 1;
        Failed += outcome.Failed ? 1 : 0;
        Numbers += outcome.Numbers.Count;
        foreach (var number in outcome.Numbers)
            if (double.IsFinite(number.Distance) && number.Distance > worst && number.Tolerance.Kind == DistanceKind.Relative)
                (worst, worstPlace) = (number.Distance, $"{number.Case} {number.Path}");
    }

    /// <summary>The last line of standard output.</summary>
    public string Line(string set) => string.Create(CultureInfo.InvariantCulture,
        $"qualify {set}: {Cases} cases, {Cases - NotRun} run, {Failed} failed, {NotRun} not run; {Numbers} numbers compared; "
            + $"worst {worst:0.0e+0} at {worstPlace}");
}
