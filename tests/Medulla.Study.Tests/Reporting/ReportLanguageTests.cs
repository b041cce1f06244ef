using System.Text.RegularExpressions;
using Medulla.Figures;
using Medulla.Study.Reporting;

namespace Medulla.Study.Tests.Reporting;

public sealed partial class ReportLanguageTests
{
    public static TheoryData<string> Studies { get; } = ["simulated", "imported"];

    static StudyReport Report(string study) =>
        SmallStudies.Report(study == "imported" ? SmallStudies.ImportedRun : SmallStudies.SimulatedRun);

    [Theory]
    [MemberData(nameof(Studies))]
    public void The_Chinese_report_holds_no_English_sentence(string study)
    {
        var sentences = Report(study).Sentences(Language.Chinese).Where(text => text != "").ToList();
        Assert.True(sentences.Count > 200, $"Found {sentences.Count} texts.");

        // Codes, calls, citations and names stay; three plain English words in a row are a sentence left behind.
        Assert.DoesNotContain(sentences, text => !Chinese().IsMatch(text) && EnglishWords().IsMatch(text) && !Allowed(text));
    }

    [Theory]
    [MemberData(nameof(Studies))]
    public void The_English_report_holds_no_Chinese(string study) =>
        Assert.DoesNotContain(Report(study).Sentences(Language.English), text => Chinese().IsMatch(text));

    [Fact]
    public void Key_headings_are_in_both_languages()
    {
        var headings = Report("simulated").Sections.ToDictionary(section => section.Id, section => section.Heading);

        Assert.Equal(("Flow of participants", "受试者流程"), (headings["flow"].En, headings["flow"].Zh));
        Assert.Equal(("Provenance", "来源与核验"), (headings["provenance"].En, headings["provenance"].Zh));
    }

    // Conventions name the method with its R call; a reason and a citation stand as they were written.
    static bool Allowed(string text) =>
        text.Contains("R:", StringComparison.Ordinal) || text.Contains("Greenwood", StringComparison.Ordinal)
        || text.Contains("doi:", StringComparison.Ordinal) || text.Contains("access tier", StringComparison.Ordinal);

    [GeneratedRegex(@"\p{IsCJKUnifiedIdeographs}")]
    private static partial Regex Chinese();

    [GeneratedRegex(@"\b[a-z]{2,} [a-z]{2,} [a-z]{2,}\b")]
    private static partial Regex EnglishWords();
}
