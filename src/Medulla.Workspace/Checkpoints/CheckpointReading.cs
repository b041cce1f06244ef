using System.Collections.Immutable;
using Medulla.Workspace.Journals;

namespace Medulla.Workspace.Checkpoints;

/// <summary>What a folder of checkpoints holds.</summary>
/// <param name="Genuine">Signed by the key, of whatever study.</param>
/// <param name="Faults">One for each file that is not.</param>
public sealed record CheckpointReading(ImmutableArray<Checkpoint> Genuine, ImmutableArray<JournalFault> Faults)
{
    public static CheckpointReading None { get; } = new([], []);

    /// <summary>Checkpoints that come from elsewhere, such as a line kept on paper, added to these.</summary>
    public CheckpointReading With(CheckpointKey key, params ImmutableArray<SignedCheckpoint> others) => new(
        [.. Genuine, .. from signed in others where key.HasSigned(signed) select signed.Checkpoint],
        [.. Faults, .. from signed in others
                       where !key.HasSigned(signed)
                       select NotSigned(signed.Checkpoint.Name, signed, key)]);

    internal static JournalFault NotSigned(string name, SignedCheckpoint signed, CheckpointKey key) => new(
        JournalFaultKind.CheckpointNotGenuine, signed.Checkpoint.Study, signed.Checkpoint.Position,
        $"Found a checkpoint that key {key.Id} has not signed: {name}. It names key {signed.Key}; "
        + "it was altered, or the key file is another one.",
        $"检查点 {name} 不是密钥 {key.Id} 签署的（其中写的是 {signed.Key}）：检查点被改动，或密钥文件不是原来的。");
}
