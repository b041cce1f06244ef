using Medulla.Assays.Calibration;
using Medulla.Assays.PlateFiles;
using Medulla.Tests;

namespace Medulla.Assays.Tests;

/// <summary>Plate files that travel with the project, and those of the reference folder.</summary>
static class PlateFolder
{
    /// <summary>Response of the three plates from the two SoftMax Pro files.</summary>
    public static CalibrationMethod SoftMaxMethod { get; } = new(new Response(450, ReferenceWavelengthNm: 620));

    public static PlateFileContent Shipped(string fileName) =>
        Content(Path.Combine(ReferenceFolder.ProjectRoot, "data/plates", fileName));

    public static PlateFileContent Content(string path)
    {
        var parsed = PlateFile.Read(Path.GetFileName(path), File.ReadAllBytes(path));
        Assert.DoesNotContain(parsed.Findings, finding => finding.Severity == Severity.Error);
        return Assert.IsType<PlateFileContent>(parsed.Value);
    }
}
