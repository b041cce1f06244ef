using System.Diagnostics;
using System.Globalization;
using Medulla.Study;
using Medulla.Study.Journal;
using Medulla.Workspace;
using Medulla.Workspace.Journals;
using Microsoft.Data.Sqlite;

namespace Medulla.Bench;

/// <summary>A desk (decide, write as JSON, seal, insert, fold) against a bare INSERT and COMMIT of the same row.</summary>
/// <remarks>Blocks alternate, so that what else the machine does falls on both.</remarks>
static class AppendBench
{
    const int BlockLength = 200;
    const int Blocks = 40;
    const int WarmUpBlocks = 4;

    public static async Task<string> RunAsync(BenchFolder folder)
    {
        await using var journal = await SqliteJournal.OpenAsync(folder.File("journal.db"), CancellationToken.None);
        using var desk = await StudyDesk.OpenAsync(journal, new StudyKey("bench"), TimeProvider.System, CancellationToken.None);
        var actor = new Actor("bench");
        await desk.SubmitAsync(new Tell([.. FormSave.Opening]), actor, CancellationToken.None);

        // The same kind of file, table and triggers; what stands in it is written without a desk.
        await using var made = await SqliteJournal.OpenAsync(folder.File("bare.db"), CancellationToken.None);
        using var bare = new BareInsert(folder.File("bare.db"));

        var number = 0;
        var (perDesk, perBare, ratios, work) = (new List<double>(), new List<double>(), new List<double>(), new List<double>());
        // One entry is too short to be interrupted often: its median holds still where a block's time does not.
        var (deskEach, bareEach) = (new List<double>(), new List<double>());
        for (var block = 0; block < Blocks + WarmUpBlocks; block++)
        {
            var saves = Enumerable.Range(number, BlockLength).Select(index => new FormSave(index)).ToArray();
            number += BlockLength;
            var payloads = saves.Select(save => FactCatalogue.Write(save.Fact).Payload).ToArray();

            var (cpu, start) = (Environment.CpuUsage.TotalTime, Stopwatch.GetTimestamp());
            foreach (var save in saves)
            {
                var each = Stopwatch.GetTimestamp();
                await desk.SubmitAsync(save, actor, CancellationToken.None);
                deskEach.Add(Stopwatch.GetElapsedTime(each).TotalMicroseconds);
            }
            var deskSeconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
            var deskCpu = Environment.CpuUsage.TotalTime - cpu;

            (cpu, start) = (Environment.CpuUsage.TotalTime, Stopwatch.GetTimestamp());
            foreach (var payload in payloads)
            {
                var each = Stopwatch.GetTimestamp();
                bare.Write(payload);
                bareEach.Add(Stopwatch.GetElapsedTime(each).TotalMicroseconds);
            }
            var bareSeconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
            var bareCpu = Environment.CpuUsage.TotalTime - cpu;

            if (block < WarmUpBlocks)
                continue;
            perDesk.Add(BlockLength / deskSeconds);
            perBare.Add(BlockLength / bareSeconds);
            ratios.Add(bareSeconds / deskSeconds);
            work.Add((deskCpu - bareCpu).TotalMicroseconds / BlockLength);
        }

        var (deskMedian, bareMedian) = (Quartiles.Of(deskEach), Quartiles.Of(bareEach));
        var length = FactCatalogue.Write(new FormSave(1).Fact).Payload.Length;
        return string.Create(CultureInfo.InvariantCulture, $"""
            append, payload of {length} characters, {Blocks} alternating blocks of {BlockLength}
              desk  {Quartiles.Of(perDesk).Text("0")} per second
              bare  {Quartiles.Of(perBare).Text("0")} per second
              ratio {Quartiles.Of(ratios).Text("0.00")}
              one entry: desk {deskMedian.Text("0")}, bare {bareMedian.Text("0")} microseconds
              ratio of the medians {bareMedian.Median / deskMedian.Median:0.00}
              processor time of the desk beyond bare {Quartiles.Of(work).Text("0")} microseconds an entry
            """);
    }

    /// <summary>INSERT, COMMIT, nothing else: one prepared command, flushed at every commit.</summary>
    sealed class BareInsert : IDisposable
    {
        readonly SqliteConnection connection;
        readonly SqliteCommand insert;
        long position;

        public BareInsert(string path)
        {
            connection = new SqliteConnection($"Data Source={path};Pooling=False");
            connection.Open();
            using var flush = connection.CreateCommand();
            flush.CommandText = """
                PRAGMA synchronous = FULL;
                DROP TRIGGER journal_grows_at_its_end; DROP TRIGGER journal_refuses_update; DROP TRIGGER journal_refuses_delete
                """;
            flush.ExecuteNonQuery();
            insert = connection.CreateCommand();
            insert.CommandText = """
                INSERT INTO journal VALUES ('bench', $position, $time, 'bench', 'FormSaved', 1, $payload, $seal)
                """;
            insert.Parameters.AddWithValue("$position", 0L);
            insert.Parameters.AddWithValue("$time", "2025-08-01T08:00:00.0000000Z");
            insert.Parameters.AddWithValue("$payload", "");
            insert.Parameters.AddWithValue("$seal", new byte[32]);
        }

        public void Write(string payload)
        {
            insert.Parameters[0].Value = ++position;
            insert.Parameters[2].Value = payload;
            insert.ExecuteNonQuery();
        }

        public void Dispose()
        {
            insert.Dispose();
            connection.Dispose();
        }
    }
}
