using System.Globalization;
using System.Text.RegularExpressions;
using Medulla.Figures;
using Medulla.Study.Analysis;
using Medulla.Study.Reporting;

namespace Medulla.Study.Tests.Reporting;

public sealed partial class StudyReportTests
{
    static readonly StudyReport Simulated = SmallStudies.Report(SmallStudies.SimulatedRun);
    static readonly StudyReport Imported = SmallStudies.Report(SmallStudies.ImportedRun);

    [Fact]
    public void The_flow_of_participants_adds_up_from_step_to_step()
    {
        var steps = PlanResults.Of(SmallStudies.SimulatedRun).Table.Flow;
        Assert.Equal(["screened", "enrolled", "measured"], steps.Select(step => step.Key));
        Assert.Equal([49, 48, 45], steps.Select(step => step.Count));
        for (var place = 1; place < steps.Length; place++)
            Assert.Equal(steps[place].Count, steps[place - 1].Count - steps[place].Excluded.Sum(exclusion => exclusion.Count));

        Assert.Equal(["Enrolled", "", "48"], Simulated.Row("flow-table", "Enrolled"));
        Assert.Contains(Simulated.Table("flow-table").Rows, row => row.Cells[1].Text.En.StartsWith("I2:", StringComparison.Ordinal));
    }

    [Fact]
    public void Categories_of_the_baseline_table_add_up_with_the_missing()
    {
        var table = Imported.Table("baseline-table");
        string Header(int column) => table.Columns[column].Header.En.Replace('\u00A0', ' ');
        Assert.Equal("All, n = 60", Header(1));
        var heading = Assert.Single(table.Rows.Index(), row => row.Item.Cells[0].Text.En == "FAB type");
        var levels = table.Rows.Skip(heading.Index + 1).TakeWhile(row => row.IsIndented).ToList();
        Assert.Equal(9, levels.Count);
        Assert.Equal("Missing", levels[^1].Cells[0].Text.En);

        for (var column = 1; column < table.Columns.Length; column++)
        {
            var people = int.Parse(Header(column).Split('=')[1], CultureInfo.InvariantCulture);
            Assert.Equal(people, levels.Sum(level => int.Parse(level.Cells[column].Text.En.Split(' ')[0], CultureInfo.InvariantCulture)));
        }
        Assert.Equal(60, Enumerable.Range(2, table.Columns.Length - 2).Sum(column => int.Parse(Header(column).Split('=')[1], CultureInfo.InvariantCulture)));
    }

    [Fact]
    public void Those_left_out_are_counted_for_each_analysis_with_the_reason()
    {
        var results = PlanResults.Of(SmallStudies.SimulatedRun).Results;
        Assert.Equal(12, results.Length);
        foreach (var result in results)
        {
            var row = Assert.Single(Simulated.Table("left-out").Rows, row => row.Cells[0].Text.En.StartsWith(result.Planned.Id + " ", StringComparison.Ordinal));
            Assert.Equal([$"{result.Analysed}", $"{result.LeftOut}"], row.Cells.Skip(1).Take(2).Select(cell => cell.Text.En));
            Assert.Equal(result.LeftOut, CountOf(row.Cells[3].Text.En));
        }

        static int CountOf(string reasons) => Number().Matches(reasons).Sum(match => int.Parse(match.Value, CultureInfo.InvariantCulture));
    }

    [Fact]
    public void The_same_run_gives_the_same_report() =>
        Assert.Equal(Simulated.Text(Language.Chinese), SmallStudies.Report(SmallStudies.Captured("simulated", SmallStudies.Simulation)).Text(Language.Chinese));

    [Fact]
    public void A_changed_value_changes_the_hash_of_the_results_and_the_page_that_shows_it()
    {
        var other = SmallStudies.Report(SmallStudies.Imported(shift: 1));

        Assert.NotEqual(Imported.ResultsSha256, other.ResultsSha256);
        Assert.Contains(Imported.ResultsSha256, Imported.Text(Language.English), StringComparison.Ordinal);
        Assert.Contains(other.ResultsSha256, other.Text(Language.English), StringComparison.Ordinal);
    }

    [Fact]
    public void Every_exploratory_result_says_so_and_the_confirmatory_stands_alone()
    {
        Assert.Equal(8, Simulated.Results.Count());
        Assert.Equal(["Confirmatory", "SIMULATED"], Simulated.Results.First().Labels.Select(label => label.En));
        Assert.All(Simulated.Results.Skip(1), result => Assert.Equal(["Exploratory", "SIMULATED"], result.Labels.Select(label => label.En)));

        var correlations = Simulated.Table("correlations").Rows;
        Assert.Equal(4, correlations.Length);
        Assert.All(correlations, row => Assert.Equal("Exploratory · SIMULATED", row.Cells[1].Text.En));
    }

    [Fact]
    public void A_plan_frozen_after_the_data_were_seen_is_post_hoc_at_every_result()
    {
        var report = SmallStudies.Report(SmallStudies.Captured("late", simulation: null, planFirst: false));

        Assert.True(report.IsPostHoc);
        Assert.Equal(8, report.Results.Count());
        Assert.All(report.Results, result => Assert.Contains("Post hoc", result.Labels.Select(label => label.En)));
        Assert.Equal("Confirmatory by a post hoc plan: confirms nothing", report.Results.First().Labels[0].En);
        Assert.All(report.Table("correlations").Rows, row => Assert.Equal("Exploratory · Post hoc", row.Cells[1].Text.En));
        Assert.Contains(report.Notices, notice => notice.Heading.En == "Post hoc plan" && notice.Texts[0].Plain(Language.English).Contains("seen together", StringComparison.Ordinal));
    }

    [Fact]
    public void The_planted_effect_stands_beside_every_estimate_it_concerns()
    {
        var concerned = Simulated.Results.ToList();
        Assert.Equal(["Q1", "Q2", "Q3", "Q4", "Q5", "Q6", "Q7", "Q8"], concerned.Select(result => result.Id));
        Assert.All(concerned.Take(3), result => Assert.Contains("odds ratio 1.60", result.Planted!.Plain(Language.English), StringComparison.Ordinal));
        Assert.All(concerned.Skip(3), result => Assert.Contains("hazard ratio 1.35 per doubling", result.Planted!.Plain(Language.English), StringComparison.Ordinal));
        Assert.All(["table-Q6", "table-Q7", "table-Q8"], key => Assert.Equal("1.35", Simulated.Table(key).Rows[0].Cells[^1].Text.En));
    }

    [Fact]
    public void A_simulated_study_with_a_real_record_says_that_nothing_is_a_result_of_it()
    {
        var notice = Assert.Single(Simulated.Notices, notice => notice.Tone == NoticeTone.Simulated);
        Assert.Contains(notice.Texts, text => text.Plain(Language.English).Contains(
            "Nothing here is a result of NCT07163728. NCT07163728 itself: results pending.", StringComparison.Ordinal));
        Assert.Contains(notice.Texts, text => text.Plain(Language.Chinese).Contains("NCT07163728 本身：结果待公布", StringComparison.Ordinal));
    }

    [Fact]
    public void Nothing_is_called_predictive_but_to_say_that_it_is_not()
    {
        var said = Simulated.Sentences(Language.English).Concat(Imported.Sentences(Language.English))
            .SelectMany(text => text.Split('.')).Where(text => text.Contains("predictive", StringComparison.OrdinalIgnoreCase)).ToList();

        Assert.NotEmpty(said);
        Assert.All(said, sentence => Assert.Matches("never|cannot|not", sentence));
    }

    [Fact]
    public void An_imported_cohort_has_no_sections_on_response_and_shows_its_notes_first()
    {
        Assert.Equal(["flow", "baseline", "marker", "survival", "hazard", "limits", "methods", "provenance", "numbers", "values"],
            Imported.Sections.Select(section => section.Id));
        var notice = Assert.Single(Imported.Notices);
        Assert.Equal("Data collected by others", notice.Heading.En);
        Assert.Contains(notice.Texts, text => text.Plain(Language.English) == "FAB M3 is among them.");
    }

    [Fact]
    public void A_plan_that_has_not_been_run_has_no_report()
    {
        var study = new SmallStudy("early", simulation: null);
        Assert.Throws<InvalidOperationException>(() => SmallStudies.Report(study.State));
        study.FreezePlan();
        Assert.Throws<InvalidOperationException>(() => SmallStudies.Report(study.State));
    }

    [Fact]
    public void A_study_without_data_has_a_report_that_says_so()
    {
        var study = new SmallStudy("empty", simulation: null);
        study.FreezePlan();
        study.Enrol(50, Participants.Sex.Female, SmallStudy.FirstDay);
        study.Do(new LockDatabase(SmallStudy.LockDay, "ended early"));
        study.Do(new RunPlan());

        var report = SmallStudies.Report(study.State);

        Assert.Equal(8, report.Results.Count());
        Assert.All(report.Results, result =>
            Assert.StartsWith("Not estimated.", Assert.IsType<ReportBlock.Paragraph>(result.Blocks[0]).Text.Plain(Language.English), StringComparison.Ordinal));
        Assert.Null(report.Find("marker"));
    }

    [Fact]
    public void Digits_other_than_those_of_the_recorded_run_are_said_at_the_top()
    {
        var study = SmallStudies.ImportedRun;
        var altered = study with { Analysis = study.Analysis with { LastRun = study.Analysis.LastRun! with { ResultsSha256 = "0000" } } };

        Assert.Contains(SmallStudies.Report(altered).Notices, notice => notice.Heading.En == "Not the numbers of the recorded run");
        Assert.DoesNotContain(Imported.Notices, notice => notice.Heading.En == "Not the numbers of the recorded run");
    }

    [Fact]
    public void Every_number_of_the_results_stands_in_the_appendix_with_all_its_digits()
    {
        foreach (var result in PlanResults.Of(SmallStudies.SimulatedRun).Results)
        {
            var rows = Simulated.Table($"numbers-{result.Planned.Id}").Rows.Skip(1).ToDictionary(row => row.Cells[0].Text.En, row => row.Cells[1].Text.En);
            Assert.Equal(result.Numbers.Count(), rows.Count);
            Assert.All(result.Numbers, number =>
                Assert.Equal(number.Value, rows[number.Name] == "–" ? null : double.Parse(rows[number.Name], CultureInfo.InvariantCulture)));
        }
    }

    [Fact]
    public void Every_marker_value_leads_to_its_wells_plate_raw_file_and_entry()
    {
        var rows = Simulated.Table("values-table").Rows;
        Assert.Equal(SmallStudies.EnrolledPeople, rows.Length);
        Assert.Equal("/studies/simulated/participants/UH-001", rows[0].Cells[0].Link!.Address(Profile.Screen));
        Assert.Equal("/studies/simulated/plates/PL-0001", rows[0].Cells[4].Link!.Address(Profile.Screen));
        Assert.Equal("#plate-PL-0001", rows[0].Cells[4].Link!.Address(Profile.Report));
        Assert.StartsWith("/studies/simulated/journal?position=", rows[0].Cells[6].Link!.Address(Profile.Screen), StringComparison.Ordinal);

        var plates = SmallStudies.SimulatedRun.Results.Values.ToList();
        Assert.Equal(plates.Select(plate => plate.Source.Sha256), Simulated.Table("plates").Rows.Select(row => row.Cells[2].Text.En));
    }

    [GeneratedRegex("[0-9]+")]
    private static partial Regex Number();
}
