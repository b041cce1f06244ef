namespace Medulla.Statistics.CompetingRisks;

/// <summary>The variance of cumulative incidences from the martingales of their causes, stepped in time.</summary>
/// <remarks>
/// At a later time t an event at u weighs S(u−) − (F(t) − F(u)) S(u−) / S(u) when of the cause itself, and without the first
/// term
/// when of another; d tied events count (1 − (d − 1) / (n − 1)) d / n². Sums of the squares of the weights, of their products
/// with
/// S(u−) / S(u), and of that squared, step from time to time.
/// Sources: Aalen 1978; Gray 1988.
/// </remarks>
sealed class MartingaleSums(int causes)
{
    readonly double[] squares = new double[causes];
    readonly double[] products = new double[causes];
    readonly double[] ratioSquares = new double[causes];

    /// <param name="cause">By its place.</param>
    public double Variance(int cause) => squares[cause];

    /// <param name="point">After its counts and steps are known.</param>
    /// <param name="survival">Just before it.</param>
    public void Advance(IncidencePoint point, double survival)
    {
        if (point.AllEvents == 0)
            return;
        double atRisk = point.AtRisk;
        var ratio = point.EventFree > 0 ? survival / point.EventFree : 0; // Nothing follows once nobody survives.
        for (var cause = 0; cause < squares.Length; cause++)
        {
            var step = point.Step[cause];
            squares[cause] += step * (step * ratioSquares[cause] - 2 * products[cause]);
            products[cause] -= step * ratioSquares[cause];

            var own = Spread(point.Events[cause], atRisk);
            squares[cause] += own * survival * survival;
            products[cause] += own * survival * ratio;
            ratioSquares[cause] += (own + Spread(point.AllEvents - point.Events[cause], atRisk)) * ratio * ratio;
        }
    }

    /// <summary>Estimated variance of a hazard of d events among n at risk.</summary>
    public static double Spread(double events, double atRisk) =>
        events == 0 ? 0
        : (events > 1 ? 1 - (events - 1) / (atRisk - 1) : 1) * events / (atRisk * atRisk);
}
