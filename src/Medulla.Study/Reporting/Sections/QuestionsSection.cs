using Medulla.Figures;

namespace Medulla.Study.Reporting.Sections;

/// <summary>What record and protocol leave open, with the default that these results rest on.</summary>
static class QuestionsSection
{
    public static ReportSection? Of(ReportedRun run) => run.Study.Definition.OpenQuestions.IsEmpty ? null : new(
        "questions", new("Open questions and the defaults used", "未决问题与所用默认值"),
        [
            new ReportBlock.Table(new ReportTable("questions-table",
                new("Not stated by record or protocol; each default can be changed by a new version of the definition",
                    "登记记录与方案均未写明；每项默认值可由定义的新版本更改"),
                [new(Bilingual.Same("№")), new(new("Question", "问题")), new(new("Default used here", "本报告所用默认值")), new(new("Concerns", "涉及"))],
                [.. run.Study.Definition.OpenQuestions.Select((question, place) => new ReportRow(
                    [ReportCell.Of(place + 1), new(question.Question), new(question.Default), ReportCell.Code($"{question.About} ({question.Id})")]))])),
        ]);
}
