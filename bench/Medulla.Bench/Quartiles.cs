using System.Globalization;

namespace Medulla.Bench;

/// <summary>Median with quartiles, by nearest rank.</summary>
sealed record Quartiles(double Lower, double Median, double Upper)
{
    public static Quartiles Of(IEnumerable<double> values)
    {
        var sorted = values.Order().ToList();
        return new(At(0.25), At(0.5), At(0.75));

        double At(double share) => sorted[(int)Math.Round(share * (sorted.Count - 1))];
    }

    public string Text(string format)
    {
        return $"{Number(Median)} (quartiles {Number(Lower)} to {Number(Upper)})";

        string Number(double value) => value.ToString(format, CultureInfo.InvariantCulture);
    }
}
