using System.Globalization;
using System.Text.RegularExpressions;
using Medulla.Statistics.Discrimination;
using Medulla.Statistics.Formulas;
using Medulla.Statistics.Regression;
using Medulla.Statistics.Survival;
using Medulla.Tests;

namespace Medulla.Statistics.Tests;

/// <summary>What the package's readme shows, as it stands there.</summary>
public sealed partial class ReadmeExamplesTests
{
    [Fact]
    public void Curves_models_and_areas_are_those_of_the_readme()
    {
        FollowUp[] cohort = [new(5, true), new(8, false), new(3, true), new(9, true), new(7, true), new(2, false)];
        var curve = KaplanMeier.Estimate(cohort);
        Assert.Equal("7 0.60", string.Create(CultureInfo.InvariantCulture, $"{curve.Median.Time} {curve.SurvivalAt(5):0.00}"));

        var fit = CoxRegression.Fit(cohort, [new Covariate("age", [61, 50, 55, 44, 57, 70])]);
        var age = fit.Coefficients[0];
        Assert.True(age.Confidence.Lower < age.HazardRatio && age.HazardRatio < age.Confidence.Upper);

        var roc = RocCurve.Of([1.2, 3.4, 2.2, 5.1, 4.0], [false, true, false, true, false]);
        Assert.Equal(5.0 / 6, roc.Auc, 12);
    }

    [Fact]
    public void Formulas_name_columns_as_the_readme_says()
    {
        var data = new DataFrame(
        [
            DataColumn.OfCells("time", ["5", "8", "3", "9", "7", "2"]),
            DataColumn.OfCells("status", ["1", "0", "1", "1", "1", "0"]),
            DataColumn.OfCells("arm", ["B", "A", "B", "A", "A", "B"]),
        ]);
        var frame = Formula.Parse("Surv(time, status) ~ arm").Over(data);
        Assert.Equal("armB", string.Join(", ", frame.Covariates().Select(column => column.Name)));
    }

    [Fact]
    public void Every_line_of_code_in_the_readme_stands_in_these_tests()
    {
        var readme = File.ReadAllText(Path.Combine(ReferenceFolder.ProjectRoot, "src", "Medulla.Statistics", "README.md"));
        var here = Blanks().Replace(File.ReadAllText(Path.Combine(ReferenceFolder.ProjectRoot, "tests", "Medulla.Statistics.Tests", "ReadmeExamplesTests.cs")), "");
        var code = Code().Matches(readme).SelectMany(block => block.Groups["code"].Value.Split('\n'))
            .Select(line => Blanks().Replace(line, ""))
            .Where(line => line.Length > 0 && !line.StartsWith("Console", StringComparison.Ordinal)).ToList();

        Assert.True(code.Count > 10, $"Found {code.Count} lines.");
        Assert.All(code, line => Assert.Contains(line, here, StringComparison.Ordinal));
    }

    [GeneratedRegex(@"```csharp(?<code>.*?)```", RegexOptions.Singleline)]
    private static partial Regex Code();

    [GeneratedRegex(@"\s")]
    private static partial Regex Blanks();
}
