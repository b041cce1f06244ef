using System.Globalization;
using Medulla.Qualification.Statistics;
using SharedFolder = Medulla.Tests.ReferenceFolder;

namespace Medulla.Qualification.Tests;

/// <summary>The whole statistics reference: every case run, none failed.</summary>
public sealed class StatisticsReferenceTests
{
    public static TheoryData<string> Topics => [.. StatisticsTopics.All.Select(topic => topic.Name)];

    [Theory]
    [MemberData(nameof(Topics))]
    public void Agrees_with_R_in_every_case(string topic)
    {
        var folder = ReferenceFolder.Read(SharedFolder.Require("reference/statistics"));
        var cases = Assert.Single(folder, file => file.Topic == topic).Cases;
        var run = new QualificationRun(StatisticsTopics.All, new CohortFolder(SharedFolder.Require("cohorts")));
        var summary = new QualificationSummary();
        var problems = new List<string>();
        foreach (var reference in cases)
        {
            var outcome = run.Run(reference);
            summary.Add(outcome);
            if ((outcome.NotRun ?? outcome.Problem) is { } problem)
                problems.Add($"{reference.Id}: {problem}");
            problems.AddRange(outcome.Numbers.Where(number => !number.Agrees).Take(20).Select(number => string.Create(
                CultureInfo.InvariantCulture,
                $"{number.Case} {number.Path}: {number.Found?.ToString() ?? "none"}, R {number.Expected?.ToString() ?? "none"}")));
        }

        TestContext.Current.SendDiagnosticMessage(summary.Line(topic));
        Assert.True(problems.Count == 0, $"{summary.Line(topic)}\n{string.Join('\n', problems.Take(60))}");
        Assert.True(cases.Count > 0 && summary.Numbers > cases.Count, summary.Line(topic));
    }
}
