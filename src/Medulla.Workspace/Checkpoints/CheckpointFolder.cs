using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Medulla.Study.Journal;
using Medulla.Workspace.Journals;

namespace Medulla.Workspace.Checkpoints;

/// <summary>A folder of signed checkpoints, one JSON file each; best on another machine or a stick.</summary>
public sealed class CheckpointFolder(string path)
{
    static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    /// <summary>Signs where the journal now stands, and writes it down.</summary>
    /// <exception cref="InvalidOperationException">The study has no entry.</exception>
    public SignedCheckpoint Take(CheckpointKey key, StudyKey study, JournalHead head, TimeProvider clock)
    {
        if (head.Position == 0)
            throw new InvalidOperationException($"Found no entry of study {study}. Expected one to seal with a checkpoint.");
        var signed = key.Sign(new Checkpoint(study, head.Position, Seal.Text(head.Seal), clock.GetUtcNow()));
        Directory.CreateDirectory(path);
        var file = Path.Combine(path, FileName(signed.Checkpoint));
        var draft = file + ".draft";
        using (var stream = new FileStream(draft, FileMode.Create, FileAccess.Write))
        {
            JsonSerializer.Serialize(stream, CheckpointFile.Of(signed), Json);
            stream.Flush(flushToDisk: true);
        }
        File.Move(draft, file, overwrite: true);
        return signed;
    }

    /// <summary>Every checkpoint of the folder that is genuine, and a fault for each that is not.</summary>
    public CheckpointReading Read(CheckpointKey key)
    {
        var genuine = ImmutableArray.CreateBuilder<Checkpoint>();
        var faults = ImmutableArray.CreateBuilder<JournalFault>();
        var files = Directory.Exists(path) ? Directory.GetFiles(path, "*.json") : [];
        foreach (var file in files.Order(StringComparer.Ordinal))
        {
            var name = Path.GetFileName(file);
            if (ReadFile(file) is not { } signed)
                faults.Add(NotRead(name));
            else if (!key.HasSigned(signed))
                faults.Add(CheckpointReading.NotSigned(name, signed, key));
            else
                genuine.Add(signed.Checkpoint);
        }
        return new CheckpointReading(genuine.ToImmutable(), faults.ToImmutable());
    }

    static SignedCheckpoint? ReadFile(string file)
    {
        try
        {
            return JsonSerializer.Deserialize<CheckpointFile>(File.ReadAllText(file), Json)?.ToSigned();
        }
        catch (JsonException)
        {
            return null;
        }
    }

    static JournalFault NotRead(string name) => new(JournalFaultKind.CheckpointNotGenuine, default, 0,
        $"Found a checkpoint that cannot be read: {name}. Expected study, position, seal, takenAt, key and signature.",
        $"检查点文件 {name} 无法读取，应含 study、position、seal、takenAt、key、signature。");

    static string FileName(Checkpoint checkpoint) => string.Create(CultureInfo.InvariantCulture,
        $"{Uri.EscapeDataString(checkpoint.Study.Value)}-{checkpoint.Position:00000000}-{checkpoint.Seal[..12]}.json");

    /// <summary>The members of the file, as they are written.</summary>
    sealed record CheckpointFile(string Study, long Position, string Seal, string TakenAt, string Key, string Signature)
    {
        public static CheckpointFile Of(SignedCheckpoint signed)
        {
            var (study, position, seal, takenAt) = signed.Checkpoint;
            return new(study.Value, position, seal, JournalRow.Format(takenAt), signed.Key, signed.Signature);
        }

        public SignedCheckpoint? ToSigned()
        {
            if (Study is null || Seal is not { Length: 64 } || TakenAt is null || Key is null || Signature is null)
                return null;
            try
            {
                return new(new Checkpoint(new StudyKey(Study), Position, Seal, JournalRow.ParseTime(TakenAt)), Key, Signature);
            }
            catch (FormatException)
            {
                return null;
            }
        }
    }
}
