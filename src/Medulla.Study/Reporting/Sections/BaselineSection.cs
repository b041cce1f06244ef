using System.Collections.Immutable;
using Medulla.Figures;
using Medulla.Statistics.Description;
using Medulla.Study.Analysis;
using Medulla.Study.Definition;

namespace Medulla.Study.Reporting.Sections;

/// <summary>Who the participants are, all and by the plan's groups, with what is missing. REMARK items 13 and 14.</summary>
static class BaselineSection
{
    static readonly Bilingual Missing = new("Missing", "缺失");

    public static ReportSection? Of(ReportedRun run)
    {
        if (run.Plan.Baseline.IsEmpty)
            return null;

        ImmutableArray<BaselineColumn> columns = [new(new("All", "全部"), run.Table.Rows), .. GroupColumns(run)];
        var rows = ImmutableArray.CreateBuilder<ReportRow>();
        rows.Add(Row(run.Marker.Name, UnitText.Of(run.Marker.Unit), columns,
            column => Quartiles([.. column.People.Select(person => person.Marker)]), ReportedBaseline.MarkerAnchor));
        AddMissing(rows, columns, row => row.Marker is null, ReportedBaseline.MarkerAnchor);
        foreach (var covariate in run.Plan.Baseline)
            Add(rows, columns, covariate);

        return new("baseline", new("Participants at baseline", "基线特征"),
        [
            new ReportBlock.Table(new ReportTable("baseline-table",
                run.BaselineGroups is { } groups
                    ? new($"Baseline, all and {LowerFirst(groups.Name.En)} of the marker", $"基线特征：全部及{groups.Name.Zh}")
                    : new("Baseline", "基线特征"),
                [
                    new(new("Characteristic", "特征")),
                    .. columns.Select(column => new ReportColumn(new($"{column.Name.En}, n\u00A0=\u00A0{column.People.Length}", $"{column.Name.Zh}，n\u00A0=\u00A0{column.People.Length}"), true)),
                ],
                rows.ToImmutable(),
                new(
                    "Numbers: median (quartiles, type 7). Categories: n (% of those known). No tests: differences at baseline are described, not tested."
                    + (run.BaselineGroups is null ? "" : " Groups hold those with a marker value; a value at the cut belongs to the lower group."),
                    "数值变量：中位数（四分位数，type 7）；分类变量：n（占已知者的百分比）。基线差异仅作描述，不作检验。"
                    + (run.BaselineGroups is null ? "" : "分组仅含有标志物数值者；等于切点者归入较低组。")))),
        ]);
    }

    static IEnumerable<BaselineColumn> GroupColumns(ReportedRun run)
    {
        if (run.BaselineGroups is not { } rule || run.Marked.Count == 0)
            yield break;
        var groups = MarkerGroups.Of(rule, run.Marked);
        foreach (var (place, members) in groups.Members.Index())
            yield return new(groups.Label(place), [.. members.Select(member => member.Row)]);
    }

    static void Add(ImmutableArray<ReportRow>.Builder rows, ImmutableArray<BaselineColumn> columns, Covariate covariate)
    {
        var anchor = ReportedBaseline.Anchor(covariate);
        if (covariate.IsNumeric)
        {
            rows.Add(Row(covariate.Name, UnitText.Of(covariate.Unit), columns,
                column => Quartiles([.. column.People.Select(person => MarkerValues.Number(person, covariate.Code))]), anchor));
            AddMissing(rows, columns, row => MarkerValues.Number(row, covariate.Code) is null, anchor);
            return;
        }

        rows.Add(new ReportRow([new(covariate.Name, new(anchor)), .. columns.Select(_ => ReportCell.Empty)]));
        string? Value(AnalysisRow row) => row.Covariates.GetValueOrDefault(covariate.Code);
        foreach (var level in covariate.Levels)
            rows.Add(Counted(level.Label, columns, row => Value(row) == level.Value, row => Value(row) is not null, anchor));
        bool IsOther(AnalysisRow row) => Value(row) is { } value && covariate.Levels.All(level => level.Value != value);
        if (columns[0].People.Any(IsOther))
            rows.Add(Counted(new("Other value", "其他取值"), columns, IsOther, row => Value(row) is not null, anchor));
        AddMissing(rows, columns, row => Value(row) is null, anchor);
    }

    static ReportRow Row(
        Bilingual name, Bilingual unit, ImmutableArray<BaselineColumn> columns, Func<BaselineColumn, string> cell,
        string anchor) => new(
        [
            new(unit.En == "" ? name : new($"{name.En}, {unit.En}", $"{name.Zh}，{unit.Zh}"), new(anchor)),
            .. columns.Select(column => ReportCell.Of(cell(column), new(anchor))),
        ]);

    static ReportRow Counted(
        Bilingual name, ImmutableArray<BaselineColumn> columns, Func<AnalysisRow, bool> holds, Func<AnalysisRow, bool> known,
        string anchor) => new(
        [
            new(name),
            .. columns.Select(column => ReportCell.Of(
                ReportNumbers.Share(column.People.Count(holds), column.People.Count(known)), new(anchor))),
        ], IsIndented: true);

    static void AddMissing(
        ImmutableArray<ReportRow>.Builder rows, ImmutableArray<BaselineColumn> columns, Func<AnalysisRow, bool> missing,
        string anchor)
    {
        if (columns[0].People.Any(missing))
            rows.Add(new ReportRow(
            [
                new(Missing),
                .. columns.Select(column => ReportCell.Of(column.People.Count(missing), new ReportLink(anchor))),
            ], IsIndented: true));
    }

    static string Quartiles(ImmutableArray<double?> values)
    {
        var summary = Summary.Of(values);
        var format = ReportNumbers.Like(values);
        return summary.Median is null
            ? ReportNumbers.Absent
            : $"{format(summary.Median)} ({ReportNumbers.Range(summary.LowerQuartile, summary.UpperQuartile, format).En})";
    }

    static string LowerFirst(string text) => text.Length == 0 ? text : char.ToLowerInvariant(text[0]) + text[1..];

    sealed record BaselineColumn(Bilingual Name, ImmutableArray<AnalysisRow> People);
}
