namespace Medulla.Workspace.Checkpoints;

/// <summary>A checkpoint with the signature of the workspace's key.</summary>
/// <param name="Key">First 16 digits of the SHA-256 of the public key: says which key to verify with.</param>
/// <param name="Signature">ECDSA P-256 over the UTF-8 bytes of <see cref="Checkpoint.Line"/>, r and s, in Base64.</param>
public sealed record SignedCheckpoint(Checkpoint Checkpoint, string Key, string Signature)
{
    /// <summary>To be printed and kept on paper or in an e-mail: seven words.</summary>
    public string Line => $"{Checkpoint.Line} {Key} {Signature}";

    /// <summary>The reverse of <see cref="Line"/>; null when the text is not such a line.</summary>
    public static SignedCheckpoint? Parse(string line)
    {
        if (line.Trim().Split(' ') is not [.. var signed, var key, var signature])
            return null;
        return Checkpoint.Parse(string.Join(' ', signed)) is { } checkpoint
            ? new SignedCheckpoint(checkpoint, key, signature)
            : null;
    }
}
