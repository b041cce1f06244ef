using Medulla.Statistics.Distributions;

namespace Medulla.Statistics.Design;

/// <summary>Participants per group to tell two shares apart.</summary>
/// <param name="First">Share in one group, between 0 and 1.</param>
/// <param name="Second">Share in the other, different from the first.</param>
/// <remarks>
/// Pooled variance under the null hypothesis, separate under the alternative; the tail on the wrong side is left out.
/// Sources: Fleiss, Levin &amp; Paik 2003. R: <c>power.prop.test(n, p1, p2)</c>.
/// </remarks>
public sealed record TwoProportionsDesign(double First, double Second) : SampleSizeDesign
{
    public override string Unit => "participants per group";

    public override string Convention =>
        "Two proportions, normal, pooled under the null; R: power.prop.test(p1, p2, strict = FALSE)";

    public override double PowerAt(double size)
    {
        RequireDifferent();
        return StandardNormal.Cumulative((Math.Sqrt(RequireSize(size)) * Math.Abs(First - Second) - CriticalValue * Pooled)
            / Separate);
    }

    public override double SizeFor(double power)
    {
        RequireDifferent();
        var root = (CriticalValue * Pooled + PowerValue(power) * Separate) / (First - Second);
        return root * root;
    }

    double Pooled => Math.Sqrt((First + Second) * (1 - (First + Second) / 2));

    double Separate => Math.Sqrt(First * (1 - First) + Second * (1 - Second));

    void RequireDifferent()
    {
        DesignNumbers.RequireShare(First, nameof(First));
        DesignNumbers.RequireShare(Second, nameof(Second));
        DesignNumbers.Require(First != Second, Second, nameof(Second), "a share other than the first");
    }
}
