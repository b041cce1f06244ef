using Medulla.Figures;
using Medulla.Study.Reporting;

namespace Medulla.Study.Tests.Reporting;

/// <summary>A report as text, for assertions about what it says.</summary>
static class ReportReading
{
    public static readonly Language[] Languages = [Language.English, Language.Chinese];

    extension(StudyReport report)
    {
        /// <summary>Every sentence, caption, header and cell, in reading order.</summary>
        public IEnumerable<string> Sentences(Language language) =>
        [
            report.Title.In(language), report.Subtitle.Plain(language),
            .. report.Notices.SelectMany(notice => Sentences(notice, language)),
            .. report.Summary.SelectMany(fact => Sentences(fact, language)),
            .. report.Sections.SelectMany(section => section.Blocks.SelectMany(block => Sentences(block, language)).Prepend(section.Heading.In(language))),
        ];

        public string Text(Language language) => string.Join('\n', report.Sentences(language));

        public ReportTable Table(string key) => Assert.Single(report.Tables, table => table.Key == key);

        /// <summary>The cells of a row that begins with this text.</summary>
        public string[] Row(string table, string first) =>
            [.. Assert.Single(report.Table(table).Rows, row => row.Cells[0].Text.En == first).Cells.Select(cell => cell.Text.En)];
    }

    static IEnumerable<string> Sentences(ReportBlock block, Language language) => block switch
    {
        ReportBlock.Paragraph paragraph => [paragraph.Text.Plain(language)],
        ReportBlock.Items items => items.Texts.Select(text => text.Plain(language)),
        ReportBlock.Notice notice => notice.Texts.Select(text => text.Plain(language)).Prepend(notice.Heading.In(language)),
        ReportBlock.Facts facts => facts.Entries.SelectMany(fact => Sentences(fact, language)),
        ReportBlock.Table { Content: var table } =>
        [
            table.Caption.In(language), table.Note?.In(language) ?? "", .. table.Columns.Select(column => column.Header.In(language)),
            .. table.Rows.SelectMany(row => row.Cells.Select(cell => cell.Text.In(language))),
        ],
        ReportBlock.Drawing { Figure: var figure } => [figure.Title.In(language), figure.Caption.Plain(language), figure.Draw(language).Description],
        ReportBlock.Result result =>
        [
            result.Question.In(language), .. result.Labels.Select(label => label.In(language)), result.People.Plain(language),
            result.Planted?.Plain(language) ?? "", .. result.Blocks.SelectMany(inner => Sentences(inner, language)),
        ],
        _ => throw new InvalidOperationException($"Found a block of the unknown kind {block.GetType().Name}."),
    };

    static IEnumerable<string> Sentences(ReportFact fact, Language language) => [fact.Name.In(language), fact.Value.Plain(language)];
}
