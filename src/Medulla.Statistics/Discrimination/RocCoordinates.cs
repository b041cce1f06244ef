using System.Collections.Immutable;

namespace Medulla.Statistics.Discrimination;

/// <summary>The corners of a curve, one per distinct value of the marker and one where no test is positive.</summary>
static class RocCoordinates
{
    public static ImmutableArray<RocPoint> Of(RankedMarker marker, MarkerDirection direction)
    {
        var sign = direction == MarkerDirection.HigherInCases ? 1.0 : -1.0;
        var (cases, controls) = (marker.SortedCases, marker.SortedControls);
        var points = ImmutableArray.CreateBuilder<RocPoint>();
        int caseAt = 0, controlAt = 0;
        double? before = null;
        while (caseAt < cases.Length || controlAt < controls.Length)
        {
            var value = controlAt == controls.Length || (caseAt < cases.Length && cases[caseAt] <= controls[controlAt])
                ? cases[caseAt]
                : controls[controlAt];

            // A value that was turned is turned back; 0 stays 0 and does not become −0.
            points.Add(Point(before is { } lower ? sign * (lower / 2 + value / 2) + 0.0 : sign * double.NegativeInfinity,
                sign * value + 0.0));
            while (caseAt < cases.Length && cases[caseAt] == value)
                caseAt++;
            while (controlAt < controls.Length && controls[controlAt] == value)
                controlAt++;
            before = value;
        }

        points.Add(Point(sign * double.PositiveInfinity, null));
        return points.DrainToImmutable();

        RocPoint Point(double threshold, double? positiveFrom) => new(threshold, positiveFrom, new DiagnosticAccuracy(
            cases.Length - caseAt, controls.Length - controlAt, controlAt, caseAt));
    }
}
