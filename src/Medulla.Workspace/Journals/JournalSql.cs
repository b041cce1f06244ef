using Medulla.Study.Journal;

namespace Medulla.Workspace.Journals;

/// <summary>What both databases say in the same words.</summary>
static class JournalSql
{
    // Jumps from key to key along the primary key; DISTINCT would read every entry.
    public const string Studies = """
        WITH RECURSIVE each(study) AS (
            SELECT min(study) FROM journal
            UNION ALL
            SELECT (SELECT min(study) FROM journal WHERE journal.study > each.study) FROM each WHERE each.study IS NOT NULL)
        SELECT study FROM each WHERE study IS NOT NULL
        """;

    public static JournalAlteredException NoLongerThere(string study, JournalHead after) => new(new JournalFault(
        JournalFaultKind.Truncated, new StudyKey(study), after.Position,
        $"Entry {after.Position} of study {study}, as it was read, is no longer in the journal. "
        + "Nothing was stored; verify the journal against its checkpoints.",
        $"研究 {study} 第 {after.Position} 条记录已不在日志中。没有存入任何内容；请用检查点核验日志。"));

    public static JournalAlteredException NotText(StudyKey study, long position) => new(new JournalFault(
        JournalFaultKind.Altered, study, position,
        $"Entry {position} of study {study} holds bytes that are not UTF-8: it was altered.",
        $"研究 {study} 第 {position} 条记录含有非 UTF-8 字节：该条被改动。"));
}
