using Medulla.Statistics.Distributions;

namespace Medulla.Statistics.Design;

/// <summary>Cases to tell an area under the ROC curve from another value, with Hanley and McNeil's standard error.</summary>
/// <param name="Area">Expected, between 0.5 and 1.</param>
/// <param name="NullArea">To be excluded; below the area.</param>
/// <param name="ControlsPerCase">Above 0.</param>
/// <remarks>Sources: Hanley &amp; McNeil 1982. R: written from the formula.</remarks>
public sealed record HanleyMcNeilDesign(double Area, double NullArea = 0.5, double ControlsPerCase = 1) : SampleSizeDesign
{
    public override string Unit => "cases";

    public override string Convention =>
        "Hanley and McNeil: power = pnorm((AUC - AUC0 - z(1 - alpha/2) se0) / se), exponential standard errors";

    /// <summary>Standard error of an area.</summary>
    /// <param name="area">Between 0 and 1.</param>
    /// <param name="cases">Above 0.</param>
    /// <param name="controls">Above 0.</param>
    public static double StandardError(double area, double cases, double controls)
    {
        DesignNumbers.RequireShare(area, nameof(area));
        var (twoCases, twoControls) = (area / (2 - area), 2 * area * area / (1 + area));
        var square = area * area;
        return Math.Sqrt((area * (1 - area) + (cases - 1) * (twoCases - square) + (controls - 1) * (twoControls - square))
            / (RequireSize(cases) * RequireSize(controls)));
    }

    public override double PowerAt(double size)
    {
        RequireAreas(Area, NullArea, ControlsPerCase);
        return StandardNormal.Cumulative(
            (Area - NullArea - CriticalValue * StandardError(NullArea, size, size * ControlsPerCase))
            / StandardError(Area, size, size * ControlsPerCase));
    }

    public override double SizeFor(double power)
    {
        PowerValue(power);
        return MonotoneRoot.Positive(size => PowerAt(size) - power);
    }

    internal static void RequireAreas(double area, double nullArea, double controlsPerCase)
    {
        DesignNumbers.RequireShare(area, nameof(area));
        DesignNumbers.Require(nullArea > 0 && nullArea < area, nullArea, nameof(nullArea), "above 0 and below the area");
        DesignNumbers.RequireAboveZero(controlsPerCase, nameof(controlsPerCase));
    }
}

/// <summary>
/// Cases to tell an area under the ROC curve from 1/2, for markers that are normal after some transformation.
/// </summary>
/// <param name="Area">Expected, between 0.5 and 1.</param>
/// <param name="ControlsPerCase">Above 0.</param>
/// <remarks>Sources: Obuchowski, Lieber &amp; Wians 2004. R: <c>pROC::power.roc.test(ncases, ncontrols, auc)</c>.</remarks>
public sealed record ObuchowskiDesign(double Area, double ControlsPerCase = 1) : SampleSizeDesign
{
    const double NullArea = 0.5;

    // The paper's rounded √2.
    const double Root = 1.414;

    public override string Unit => "cases";

    public override string Convention => "Obuchowski, binormal variance; R: pROC::power.roc.test";

    public override double PowerAt(double size)
    {
        var (nothing, something) = Spreads();
        return StandardNormal.Cumulative(
            (Math.Sqrt(RequireSize(size)) * (Area - NullArea) - CriticalValue * nothing) / something);
    }

    public override double SizeFor(double power)
    {
        var (nothing, something) = Spreads();
        var root = (CriticalValue * nothing + PowerValue(power) * something) / (Area - NullArea);
        return root * root;
    }

    /// <summary>Standard deviation of the area times √cases, if the area is 1/2 and if it is as expected.</summary>
    (double Nothing, double Something) Spreads()
    {
        HanleyMcNeilDesign.RequireAreas(Area, NullArea, ControlsPerCase);
        var distance = StandardNormal.Quantile(Area) * Root;
        return (Math.Sqrt(Variance(0)), Math.Sqrt(Variance(distance)));
    }

    double Variance(double distance)
    {
        var square = distance * distance;
        return 0.0099 * Math.Exp(-square / 2) * (5 * square + 8 + (square + 8) / ControlsPerCase);
    }
}
