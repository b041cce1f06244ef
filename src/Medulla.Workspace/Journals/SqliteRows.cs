using System.Text;
using Medulla.Study.Journal;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Medulla.Workspace.Journals;

/// <summary>Reads rows from SQLite's own bytes, so that what is verified is what is stored, to the byte.</summary>
static class SqliteRows
{
    public const string Columns = "position, recorded_at, actor, fact_name, fact_version, payload, seal";

    public static SqliteCommand Select(SqliteConnection connection, string study, long from, long to)
    {
        var command = connection.CreateCommand();
        command.CommandText =
            $"SELECT {Columns} FROM journal WHERE study = $study AND position BETWEEN $from AND $to ORDER BY position";
        command.Parameters.AddWithValue("$study", study);
        command.Parameters.AddWithValue("$from", from);
        command.Parameters.AddWithValue("$to", to);
        return command;
    }

    /// <exception cref="JournalAlteredException">A text is not UTF-8: a reader that replaced it could hide a change.</exception>
    public static JournalRow Read(StudyKey study, SqliteDataReader rows)
    {
        var row = rows.Handle!;
        var position = raw.sqlite3_column_int64(row, 0);
        try
        {
            return new JournalRow(
                study.Value, position, Text(row, 1), Text(row, 2), Text(row, 3),
                raw.sqlite3_column_int(row, 4), Text(row, 5), raw.sqlite3_column_blob(row, 6).ToArray());
        }
        catch (DecoderFallbackException)
        {
            throw JournalSql.NotText(study, position);
        }
    }

    static string Text(sqlite3_stmt row, int column) => RowGroup.Utf8.GetString(raw.sqlite3_column_blob(row, column));
}
